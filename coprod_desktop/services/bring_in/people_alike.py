"""Who on a list may be somebody already named: by the words of the name, by the phone number or the address.

Names are looked up, not compared each with each: a list of 5,000 people is read as fast per person as one of 50.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, islice
from typing import NamedTuple

from coprod_desktop.domain.contact_marks import MAIL

SAME_PERSON = "the same name and contact"
"""Why of who is named and reached alike: the only likeness that can be answered for many at once."""
SAME_NAME = "the same name"
MOST = 5
"""So many that somebody may be are shown. A list with one office number for everybody has thousands."""
_LONG_NAME = 6
"""Words. Of a longer name only the whole is compared: every part of it would be too many."""


class Like(NamedTuple):
    """Someone a row may be: an earlier row of the list (its number) or a person of the workspace (their id)."""

    who: int | str
    name: str
    why: str


class Named:
    """Everybody who was named so far."""

    def __init__(self) -> None:
        self._whole: dict[frozenset[str], list[_Who]] = defaultdict(list)
        self._parts: dict[frozenset[str], list[_Who]] = defaultdict(list)
        """By every two and more words of a name, but for all of them."""
        self._whole_and_reached: dict[tuple[frozenset[str], str], list[_Who]] = defaultdict(list)
        self._reached: dict[str, list[_Who]] = defaultdict(list)

    def add(self, who: int | str, name: str, contact: str | None) -> None:
        """Add somebody."""
        words, one = folded(name), _Who(who, name)
        self._whole[words].append(one)
        for part in _parts(words):
            self._parts[part].append(one)
        for way in _ways(contact):
            self._reached[way].append(one)
            self._whole_and_reached[words, way].append(one)

    def like(self, name: str, contact: str | None) -> tuple[Like, ...]:
        """Return who somebody may be, in the order they were added: all words of one name are in the other."""
        words = folded(name)
        same = [*islice(self._whole.get(words, ()), MOST), *islice(self._parts.get(words, ()), MOST)]
        for part in _parts(words):
            same += islice(self._whole.get(part, ()), MOST)
        whys = dict.fromkeys(same, SAME_NAME)
        for way in _ways(contact):
            alone = "the same address" if "@" in way else "the same phone number"
            for one in islice(self._reached.get(way, ()), MOST):
                whys.setdefault(one, alone)
            for one in self._whole_and_reached.get((words, way), ())[:MOST]:
                whys[one] = SAME_PERSON
        return tuple(Like(one.who, one.name, why) for one, why in islice(whys.items(), 2 * MOST))


class _Who(NamedTuple):
    who: int | str
    name: str


def folded(name: str) -> frozenset[str]:
    """Return the words of a name without capitals, accents and apostrophes, in no order."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return frozenset(re.findall(r"\w+", re.sub(r"['’ʼ`]", "", plain.casefold())))


def numbers(contact: str | None) -> frozenset[str]:
    """Return the phone numbers in a contact, however they are spaced: "+44 7700" is "07700"."""
    found = re.findall(r"\+?\(?\d[\d ()-]{7,}\d", contact or "")
    return frozenset(re.sub(r"^(?:0044|44)0?", "0", re.sub(r"\D", "", number)) for number in found)


def _ways(contact: str | None) -> frozenset[str]:
    return numbers(contact) | {address.casefold() for address in MAIL.findall(contact or "")}


def _parts(words: frozenset[str]) -> Iterator[frozenset[str]]:
    """Yield every two and more words of a name, but for all of them: one name alone is too little to be the same."""
    if len(words) <= _LONG_NAME:
        for count in range(2, len(words)):
            yield from map(frozenset, combinations(sorted(words), count))
