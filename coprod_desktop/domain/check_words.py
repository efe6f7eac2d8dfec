"""Words of a text, folded so that accents, capitals and curly apostrophes make no difference. Lengths stay the same."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_END_OF_SENTENCE = ".!?\n:;–—•*"
_QUIET = " \t\"“”‘’'([{-"


def _base(letter: str) -> str:
    special = {"ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ı": "i", "ß": "s", "æ": "a", "Æ": "a"}
    return special.get(letter) or unicodedata.normalize("NFD", letter)[0].lower()


_LATIN = {chr(n): _base(chr(n)) for block in (range(0xC0, 0x250), range(0x1E00, 0x1F00)) for n in block}
_MARKS = dict.fromkeys("’‘ʼ`´＇", "'") | dict.fromkeys("‐‑‒–—−﹣－", "-")
_BLANKS = dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u2002\u2003", " ")
_DIGITS = {chr(zero + n): str(n) for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xFF10) for n in range(10)}
_FOLDED = str.maketrans({**_LATIN, **_MARKS, **_BLANKS, **_DIGITS, "＠": "@", "＋": "+"})


def tidy(text: str) -> str:
    """Return the text in the one Unicode form (NFC) that everything here counts in."""
    return unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Return small letters without accents; the nth character still stands for the nth."""
    return text.lower() if text.isascii() else text.translate(_FOLDED).lower()


class Word(NamedTuple):
    """One word of a text: where it stands and what it is folded."""

    start: int
    end: int
    token: str


def tokens_of(folded: str) -> list[str]:
    """Return only the words themselves; much quicker than words_of."""
    return _WORD.findall(folded)


def words_of(folded: str) -> list[Word]:
    """Return the words of a folded text; an apostrophe or hyphen inside a word belongs to it."""
    return [Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(folded)]


def forms(token: str) -> tuple[str, ...]:
    """Return the ways to read one word: itself, without 's or its apostrophe, and the parts around its hyphens."""
    if "'" not in token and "-" not in token:
        return (token, token[:-1]) if len(token) > 5 and token[-1] == "s" else (token,)
    whole = token.removesuffix("'s")
    found = [token, whole, whole.replace("'", "")]
    if "-" in whole:
        found += [form for part in whole.split("-") if len(part) > 2 for form in (part, part.replace("'", ""))]
    return tuple(dict.fromkeys(found))


def starts_sentence(text: str, at: int) -> bool:
    """Tell whether the word at this place is the first of a sentence or line."""
    before = text[:at].rstrip(_QUIET) if at < 200 else text[at - 200 : at].rstrip(_QUIET)
    return not before or before[-1] in _END_OF_SENTENCE


def plain(text: str) -> str:
    """Return only the words, one space between, for telling whether two texts say the same in the same words."""
    return " ".join(tokens_of(fold(text))).replace("'", "")


def words_hash(text: str) -> str:
    """Return what stands for exactly these words in a settlement."""
    return hashlib.sha256(tidy(text).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def almost_empty(text: str) -> bool:
    """Tell whether nothing was said: no letter, no digit, no picture character. A dot or a dash says nothing."""
    return not any(unicodedata.category(c)[0] in "LN" or unicodedata.category(c) == "So" for c in text)
