"""Initials in a text: "JQ", "J.Q.", "H. K. D.", "T. A-C."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coprod_desktop.domain.check import known
from coprod_desktop.domain.check.words import Word

_LETTERS = re.compile("[a-z](?:-[a-z])*(?:'s)?")
_LONGEST = 4
_GAPS = frozenset({".", ". ", " ", "-"})
TWO_CAPITALS = re.compile(r"[^\W\d_a-z](?:\. ?|[ -])?[^\W\d_a-z](?![a-z])")
"""Without this no initials are in a text."""


def initials(text: str, words: list[Word]) -> Iterator[Word]:
    """Yield every row of initials; the token is its letters."""
    at = 0
    while at < len(words):
        word, end = words[at], at
        token = word.token.removesuffix("'s")
        if _is_letter(text, word):
            while end + 1 < len(words) and _is_letter(text, words[end + 1]):
                if text[words[end].end : words[end + 1].start] not in _GAPS:
                    break
                end += 1
            letters = "".join(w.token.removesuffix("'s").replace("-", "") for w in words[at : end + 1])
            if len(letters) > 1:
                yield Word(word.start, words[end].end, letters)
        elif _is_row(text, word, token):
            yield Word(word.start, word.end, token.replace("-", ""))
        at = end + 1


def _is_letter(text: str, word: Word) -> bool:
    return text[word.start].isupper() and _LETTERS.fullmatch(word.token) is not None


def _is_row(text: str, word: Word, token: str) -> bool:
    short = 1 < len(token) <= _LONGEST and text[word.start : word.start + 2].isupper()
    return short and not text.isupper() and not known.is_capital(token)
