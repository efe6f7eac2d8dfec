"""Words that were taken apart or dressed up, put together again: broken lines, letter by letter, signs between letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coprod_desktop.domain.check.known import is_word
from coprod_desktop.domain.check.words import Word

_BROKEN = re.compile(r"-?[ \t\"”“]*\n[ \t\"”“]*|-[ \t]+")
_BLANK = frozenset(" \u00a0")
_SIGN = re.compile(r"[^\w\s,;:()!?'’&+/—–\"“”]{1,4}")
HIDES = re.compile("[*•#✱×_]")
"""What stands for a letter that is left out."""
_HIDDEN = re.compile(rf"(?=.*{HIDES.pattern})[*•#✱×_?.…-]{{1,8}}")
_MEANT = {"@": "a", "$": "s", "!": "i", "€": "e", "£": "l"}
"""Signs that stand for a letter."""
_DIGITS = "0123456789"
_DIGITS_FOR_LETTERS = str.maketrans("0134578", "oleastb")
_LONGEST_RUN = 24
"""Letters written one by one."""


def put_together(text: str, words: list[Word]) -> Iterator[Word]:
    """Yield what two or more words make when they are one, and what a word is without its hyphens and digits."""
    plain = [is_word(word.token) for word in words]
    for at, word in enumerate(words):
        if not plain[at] or "-" in word.token:
            yield from _undressed(text, word)
        if len(word.token) == 1:
            yield from _letter_by_letter(text, words, at)
        if at + 1 < len(words) and not (plain[at] and plain[at + 1] and not text[word.start].isupper()):
            yield from _joined(text, words, at)


def hidden_letter(text: str, words: list[Word], at: int) -> tuple[str, int, str] | None:
    """Return beginning, number of hidden letters and ending of a word like "J*an"; None where there is no such sign."""
    if at + 1 >= len(words):
        return None
    gap = text[words[at].end : words[at + 1].start]
    return (words[at].token, len(gap), words[at + 1].token) if _HIDDEN.fullmatch(gap) else None


def _undressed(text: str, word: Word) -> Iterator[Word]:
    token = word.token
    if "-" in token:
        yield Word(word.start, word.end, token.replace("-", ""))
    if any(c.isdigit() for c in token):
        yield Word(word.start, word.end, token.strip(_DIGITS))
        yield Word(word.start, word.end, token.translate(_DIGITS_FOR_LETTERS))
    cut = _camel(text, word)
    if cut:
        yield Word(word.start, cut, token[: cut - word.start])
        yield Word(cut, word.end, token[cut - word.start :])


def _camel(text: str, word: Word) -> int | None:
    """Return where "OkonkwoHale" begins again."""
    if len(word.token) != word.end - word.start:
        return None
    for at in range(word.start + 2, word.end):
        if text[at].isupper() and text[at - 1].islower():
            return at
    return None


def _letter_by_letter(text: str, words: list[Word], at: int) -> Iterator[Word]:
    """Yield every stretch of single letters from here: "a J e a n" holds "jean" too."""
    joined, end = words[at].token, at
    while end + 1 < len(words) and end - at < _LONGEST_RUN and len(words[end + 1].token) == 1:
        gap = text[words[end].end : words[end + 1].start]
        if len(gap) > 3 or "\n" in gap:
            return
        end += 1
        joined += words[end].token
        yield Word(words[at].start, words[end].end, joined)


def _joined(text: str, words: list[Word], at: int) -> Iterator[Word]:
    """Yield a word with the next, and the one after, where a break or a sign parts what may be one word."""
    first, joined, end = words[at], words[at].token, at
    for _ in range(3):
        if end + 1 >= len(words):
            return
        after = words[end + 1]
        gap = text[words[end].end : after.start]
        both = is_word(words[end].token) and is_word(after.token)
        plain = gap in _BLANK and (not both or end == at)
        if not (plain or _BROKEN.fullmatch(gap) or _SIGN.fullmatch(gap)):
            return
        end, joined = end + 1, joined + _MEANT.get(gap, "") + after.token
        yield Word(first.start, after.end, joined.replace("-", ""))
