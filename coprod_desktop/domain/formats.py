"""In which formats the people who came read, from their needs (Accessible Information Standard: information format)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from coprod_desktop.domain.record import Need, Person
from coprod_desktop.domain.words import Attending

_MADE = (
    ("pdf", re.compile(r"\bpdf\b|standard print|ordinary print|on paper|\bpost\b|\bletter\b")),
    ("html", re.compile(r"web|html|online|screen.?reader|e-?mail")),
)
"""What this program makes, by the words people use for it; the first that fits."""
_OTHER = re.compile(r"large|easy read|braille|audio|spoken|\bbsl\b|sign|makaton|symbol|colou?red|plain text")
"""Formats of their own, whatever else is said ("large print by post")."""
LARGE = 18
_LARGEST = 72
_POINTS = re.compile(r"\b(\d{2,3})\s*-?\s*(?:pt|point)")
_STAYED_AWAY = frozenset({Attending.APOLOGIES, Attending.DID_NOT_COME})


class Wish(NamedTuple):
    """A format and how many people read it. `format` is None when this version cannot make it."""

    format: str | None
    words: str
    people: int


def wishes(people: Iterable[Person]) -> tuple[Wish, ...]:
    """Return the formats people asked for, most people first. Nobody counts twice for one format."""
    found: dict[tuple[str | None, str], set[str]] = {}
    for person in who_came(people):
        for need in person.needs:
            if _is_format(need) and need.need.strip():
                made = _made(need.need.lower())
                words = "" if made else _tidy(need.need)
                found.setdefault((made, words), set()).add(person.id)
    wanted = [Wish(made, words, len(who)) for (made, words), who in found.items()]
    return tuple(sorted(wanted, key=lambda w: (w.format is None, -w.people, w.words)))


def largest_print(people: Iterable[Person]) -> int:
    """Return the type size in points for large print: the largest anyone who came asked for, at least 18 (UKAAF G003)."""
    sizes = [
        int(found[1])
        for person in who_came(people)
        for need in person.needs
        if (found := _POINTS.search(need.need.lower())) and int(found[1]) <= _LARGEST
    ]
    return max([LARGE, *sizes])


def who_came(people: Iterable[Person]) -> tuple[Person, ...]:
    """Return those who are here; when nobody was marked here, all who did not stay away."""
    listed = tuple(people)
    here = tuple(p for p in listed if p.attendance is Attending.HERE)
    return here or tuple(p for p in listed if p.attendance not in _STAYED_AWAY)


def _is_format(need: Need) -> bool:
    return "information format" in (need.ais or "").lower()


def _made(words: str) -> str | None:
    if _OTHER.search(words):
        return None
    return next((name for name, pattern in _MADE if pattern.search(words)), None)


def _tidy(words: str) -> str:
    text = " ".join(words.split())
    return text[:1].upper() + text[1:]
