"""Words of a text, folded so that accents, capitals and curly apostrophes make no difference. Lengths stay the same."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import NamedTuple

_UNSEEN = "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200c-\u200f\ufe00-\ufe0f"
"""What joins or turns letters and shows nothing: a word goes on through it."""
_WRITTEN_ON = "".join(char for char in map(chr, range(0x17D4)) if unicodedata.category(char)[0] == "M")
"""Vowels and signs on letters of other scripts: without them a word would fall to pieces."""
_LETTERS = rf"[^\W_]+(?:[{_UNSEEN}{_WRITTEN_ON}]+[^\W_]*)*"
_WORD = re.compile(r"[a-z0-9]+(?:['-][a-z0-9]+)*")
_WORD_OF_ANY = re.compile(rf"{_LETTERS}(?:['-]{_LETTERS})*")
_NOT_HEARD = re.compile(rf"[{_UNSEEN}\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]")
"""Left out of a word before it is compared: what is not seen, loose accents, and the small vowels of Arabic and Hebrew."""
_NEVER_PRINTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb\u202a-\u202e\u2066-\u2069"
    "\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f]"
)
"""No paper prints these (publish.render.characters), so nothing may hide behind them here."""
_END_OF_SENTENCE = ".!?\n:;–—•*"
_FAR = 200
"""Characters that are looked at before a word: more than stand between a sentence and the next."""
_QUIET = " \t\"“”‘’'([{-"


_WITHOUT_ACCENT = dict(zip("øłđıßæ", "oldisa", strict=True))
"""Letters that are no letter with an accent to Unicode."""


def _base(letter: str) -> str:
    bare = unicodedata.normalize("NFD", letter)[0].lower()  # "ǿ" has an accent on a letter of its own
    return _WITHOUT_ACCENT.get(bare, bare)


_LATIN = {chr(n): _base(chr(n)) for block in (range(0xC0, 0x250), range(0x1E00, 0x1F00)) for n in block}
_MARKS = dict.fromkeys("’‘ʼ`´＇", "'") | dict.fromkeys("‐‑‒–—−﹣－", "-")
_BLANKS = dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u2002\u2003", " ")
_DIGITS = {
    chr(zero + n): str(n)
    for zero in (0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xFF10)
    for n in range(10)
}
_WIDE = {chr(0xFEE0 + n): chr(n) for n in (*range(0x41, 0x5B), *range(0x61, 0x7B))}
_STYLED = {
    char: simple
    for char in map(
        chr, (*range(0x1D400, 0x1D800), *range(0x2460, 0x24EB), *range(0x2100, 0x2150), *range(0x2070, 0x209D))
    )
    if len(simple := unicodedata.normalize("NFKC", char)) == 1 and simple.isascii() and simple.isalnum()
}
"""Bold, script, circled and other letters and digits that people put in for show."""
_BOXED = {chr(first + n): chr(97 + n) for first in (0x1F130, 0x1F150, 0x1F170, 0x1F1E6) for n in range(26)}
_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))
_ARABIC = dict.fromkeys("أإآٱ", "ا") | dict.fromkeys("یىئ", "ي") | dict.fromkeys("ةھہۃۂ", "ه") | {"ک": "ك", "ؤ": "و"}
"""One letter as Arabic, Persian and Urdu keyboards write it."""
_SHOWN = {**_LATIN, **_WIDE, **_STYLED, **_BOXED, **_SMALL_CAPITALS}
_FOLDED = str.maketrans({**_SHOWN, **_MARKS, **_BLANKS, **_DIGITS, **_ARABIC, "＠": "@", "＋": "+"})
_LOOKS_LIKE = str.maketrans("авгеёікмнорстухьѕјԁһԛԝүҽαβγεηικνορτυχω", "abreeikmhopctyxbsjdhqwyeabyenikvoptuxw")
"""Letters of Cyrillic and Greek, folded, by the Latin one they look like."""
_FOREIGN = re.compile("[\u0370-\u052f]")


def tidy(text: str) -> str:
    """Return the text in the one Unicode form (NFC) that everything here counts in, without what is never printed."""
    return text if text.isascii() and text.isprintable() else unicodedata.normalize("NFC", _NEVER_PRINTED.sub("", text))


def one_line(text: str) -> str:
    """Return a name on one line; "" when nothing in it can be seen, such as letters of no width."""
    line = " ".join(text.split())
    return line if _NOT_HEARD.sub("", tidy(line)).strip() else ""


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
    if folded.isascii():
        return _WORD.findall(folded)
    return [_as_heard(word) for word in _WORD_OF_ANY.findall(folded)]


def words_of(folded: str) -> list[Word]:
    """Return the words of a folded text; an apostrophe or hyphen inside a word belongs to it."""
    if folded.isascii():
        return [Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(folded)]
    return [Word(m.start(), m.end(), _as_heard(m.group())) for m in _WORD_OF_ANY.finditer(folded)]


def _as_heard(word: str) -> str:
    """Return a word without what is not heard; where scripts are mixed in it, foreign letters as what they look like."""
    word = word if word.isascii() else _NOT_HEARD.sub("", word)
    return word.translate(_LOOKS_LIKE) if _mixes_scripts(word) else word


def _mixes_scripts(word: str) -> bool:
    return not word.isascii() and _FOREIGN.search(word) is not None and any("a" <= letter <= "z" for letter in word)


def forms(token: str) -> tuple[str, ...]:
    """Return the ways to read one word: itself, without 's or its apostrophe, and the parts around its hyphens.

    Arabic and Hebrew write "and", "to" or "the" as one word with what follows: the rest is read too.
    """
    if "\u0590" <= token[:1] <= "\u06ff":
        return tuple(dict.fromkeys((token, *_without_small_words(token))))
    if "'" not in token and "-" not in token:
        return (token, token[:-1]) if len(token) > 5 and token[-1] == "s" else (token,)
    whole = token.removesuffix("'s")
    found = [token, whole, whole.replace("'", "")]
    if "-" in whole:
        found += [form for part in whole.split("-") if len(part) > 2 for form in (part, part.replace("'", ""))]
    return tuple(dict.fromkeys(found))


_SMALL_WORDS = re.compile("[وف]?(?:[بكل]?(?:ال)?|لل)|[ושכ]?[בלמה]?")


def _without_small_words(token: str) -> tuple[str, ...]:
    return tuple(token[n:] for n in range(1, min(5, len(token) - 2)) if _SMALL_WORDS.fullmatch(token, 0, n))


def starts_sentence(text: str, at: int) -> bool:
    """Tell whether the word at this place is the first of a sentence or line."""
    before = text[max(0, at - _FAR) : at].rstrip(_QUIET)
    return not before or before[-1] in _END_OF_SENTENCE


def plain(text: str) -> str:
    """Return only the words, one space between, for telling whether two texts say the same in the same words."""
    return " ".join(tokens_of(fold(tidy(text)))).replace("'", "")


def words_hash(text: str) -> str:
    """Return what stands for exactly these words in a settlement."""
    return hashlib.sha256(tidy(text).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def almost_empty(text: str) -> bool:
    """Tell whether nothing was said: no letter, no digit, no picture character. A dot or a dash says nothing."""
    return not any(unicodedata.category(c)[0] in "LN" or unicodedata.category(c) == "So" for c in text)
