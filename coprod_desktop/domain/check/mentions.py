"""Where a text names one person, in any of the forms that the check of names knows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from coprod_desktop.domain.check.name_forms import listed
from coprod_desktop.domain.check.names import ListedNames, first_name
from coprod_desktop.domain.check.words import fold, tidy, words_of
from coprod_desktop.domain.erased_words import TAKEN_OUT
from coprod_desktop.domain.record import Person

_HIDES = re.compile(r"[*_~#@$!£0-9]|\b[a-zA-Z]\b[^a-zA-Z]{0,3}\b[a-zA-Z]\b|[A-Z]{2}|[a-z][A-Z]|[A-Z]\.")
"""Signs that a name may be in other clothes: what stands for a letter, letters one by one, capitals together."""
_LETTERS_BEFORE = re.compile(r"(?<!\w)(?:[A-Z]\. ?|[B-HJ-Z] )+$")
_LETTER_AFTER = re.compile(r" (?:[A-Z]\.(?= ?[a-z,;:)]|$)|[B-HJ-Z]\b)")
"""One half of a name cut to its letter: "B. Tolliver", "Bram T". A and I are words too, unless they have a dot."""
_INITIALS = 3
"""So many capitals alone are initials, and many have the same."""


class Named(NamedTuple):
    """One place in a text (tidied). `sure`: nobody else here could be meant."""

    start: int
    end: int
    sure: bool


class Mentions:
    """Finds where one person is named. `others` is everyone else: a name that two people have is not surely theirs."""

    def __init__(self, theirs: Iterable[Person], others: Iterable[Person] = ()) -> None:
        theirs = tuple(theirs)
        self._names = ListedNames(theirs, lambda _who: frozenset())
        self._parts = {part for one in theirs for part in listed(one, None, first_name(one.name)).parts}
        self._dull: dict[str, bool] = {}
        self._others = ListedNames(others, lambda _who: frozenset())

    def places(self, text: str) -> tuple[Named, ...]:
        """Return where the person is named, first first; not where another's longer name holds the same word."""
        text = tidy(text)
        found = _apart(_find(self._names, text)) if self._may_be_in(text) else []
        others = _find(self._others, text) if found else []
        return tuple(
            Named(start, end, _is_long(text[start:end]) and (start, end) not in others)
            for start, end in found
            if not any(a <= start and end <= b and b - a > end - start for a, b in others)
        )

    def _may_be_in(self, text: str) -> bool:
        """Tell, quickly, whether the person may be named: most texts of a workspace are made of words that name nobody.

        Whatever may hide a name (other letters than plain ones, signs, letters by themselves, digits) is looked at whole.
        """
        if not text.isascii() or _HIDES.search(text):
            return True
        tokens = [word.token for word in words_of(text.lower())]
        if any(not self._is_dull(token) for token in tokens):
            return True
        return any(before + after in self._parts for before, after in pairwise(tokens))

    def _is_dull(self, token: str) -> bool:
        known = self._dull.get(token)
        if known is None:
            tried = (token, token.capitalize(), f"we saw {token.capitalize()} house", f"{token.capitalize()} said so")
            known = self._dull[token] = not any(_find(self._names, text) for text in tried)
        return known


def _find(names: ListedNames, text: str) -> list[tuple[int, int]]:
    hits, _ = names.find(text, words_of(fold(text)))
    return [(hit.start, hit.end) for hit in hits]


def _apart(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _is_long(surface: str) -> bool:
    return len(surface) > _INITIALS or not surface.isupper()


def without_names(text: str, places: Iterable[tuple[int, int]], cover: str = TAKEN_OUT) -> str:
    """Return a text with the names at these places covered, each with a letter beside it that is the other half of it."""
    tidied, at, found = tidy(text), 0, []
    for start, end in sorted(places):
        before, after = _LETTERS_BEFORE.search(tidied, at, start), _LETTER_AFTER.match(tidied, end)
        at = after.end() if after else end
        found.append((before.start() if before else start, at))
    return masked(text, found, cover)


def masked(text: str, places: Iterable[tuple[int, int]], cover: str = TAKEN_OUT) -> str:
    """Return a text with these places of it covered; as it was when there are none."""
    found = sorted(places)
    if not found:
        return text
    text, out, at = tidy(text), [], 0
    for start, end in found:
        out += [text[at:start], cover]
        at = end
    return "".join((*out, text[at:]))
