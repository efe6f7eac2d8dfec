"""A group over time: themes by quarter and by place, with what is new this quarter; which rung was reached when.

Only counts of things said, never of who said them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from coprod_desktop.domain.dates import MONTHS
from coprod_desktop.domain.words import Rung

MOST_QUARTERS = 6
"""So many of the latest quarters stand in a table; what was before is one column."""
EARLIER = "Earlier"
NOWHERE = "No area written down"


class Quarter(NamedTuple):
    """Three months of a year; `n` from 1."""

    year: int
    n: int

    @property
    def words(self) -> str:
        """Return "January to March 2026"."""
        return f"{MONTHS[3 * self.n - 3]} to {MONTHS[3 * self.n - 1]} {self.year}"

    @property
    def short(self) -> str:
        """Return "Jan to Mar 2026"."""
        return f"{MONTHS[3 * self.n - 3][:3]} to {MONTHS[3 * self.n - 1][:3]} {self.year}"


def quarter_of(day: datetime.date) -> Quarter:
    """Return the quarter a day is in."""
    return Quarter(day.year, (day.month + 2) // 3)


class Said(NamedTuple):
    """How many things were said about a theme on a day, and where."""

    day: datetime.date
    place: str
    theme: str
    many: int


@dataclass(frozen=True)
class ThemeLine:
    """One theme: how often in each column, and in all. `is_new`: it came up first in the newest quarter."""

    theme: str
    many: tuple[int, ...]
    total: int
    is_new: bool = False


@dataclass(frozen=True)
class Themes:
    """A table: the words of its columns, and a line for each theme, most first."""

    columns: tuple[str, ...] = ()
    lines: tuple[ThemeLine, ...] = ()

    @property
    def new(self) -> tuple[str, ...]:
        """The themes that are new this quarter."""
        return tuple(line.theme for line in self.lines if line.is_new)


def by_quarter(said: Iterable[Said], today: datetime.date) -> Themes:
    """Count themes by quarter, the oldest first. New is what was said in today's quarter and in none before it.

    In the first quarter of all nothing is new: there is nothing to compare it with.
    """
    every = [one for one in said if one.many > 0]
    quarters = sorted({quarter_of(one.day) for one in every})
    shown = quarters[-MOST_QUARTERS:]
    older = [q for q in quarters if q not in shown]
    columns = ([EARLIER] if older else []) + [q.short for q in shown]
    now = quarter_of(today)
    lines = []
    for name, found in _by_theme(every):
        counts = dict.fromkeys(quarters, 0)
        for one in found:
            counts[quarter_of(one.day)] += one.many
        row = ([sum(counts[q] for q in older)] if older else []) + [counts[q] for q in shown]
        before = any(counts[q] for q in quarters if q < now)
        is_new = bool(counts.get(now)) and not before and quarters[0] < now
        lines.append(ThemeLine(name, tuple(row), sum(row), is_new))
    return Themes(tuple(columns), _most_first(lines))


def by_place(said: Iterable[Said]) -> Themes:
    """Count themes by place. No table while all of it was said in one, or nobody wrote down where."""
    every = [one for one in said if one.many > 0]
    names: dict[str, str] = {}
    for one in every:
        names.setdefault(_alike(one.place), one.place.strip() or NOWHERE)
    if len(names) < 2:
        return Themes()
    order = sorted(names, key=lambda key: (not key, key))
    lines = []
    for name, found in _by_theme(every):
        row = tuple(sum(one.many for one in found if _alike(one.place) == key) for key in order)
        lines.append(ThemeLine(name, row, sum(row)))
    return Themes(tuple(names[key] for key in order), _most_first(lines))


def _by_theme(said: Sequence[Said]) -> Iterable[tuple[str, list[Said]]]:
    found: dict[str, list[Said]] = {}
    names: dict[str, str] = {}
    for one in said:
        key = _alike(one.theme)
        names.setdefault(key, one.theme)
        found.setdefault(key, []).append(one)
    return [(names[key], some) for key, some in found.items()]


def _most_first(lines: Iterable[ThemeLine]) -> tuple[ThemeLine, ...]:
    return tuple(sorted(lines, key=lambda line: (-line.total, line.theme.casefold())))


def _alike(words: str) -> str:
    return " ".join(words.casefold().split())


@dataclass(frozen=True, kw_only=True)
class RungOn:
    """Which rung it was on a day: at a session, or when a group looked back. What nobody said is None."""

    day: datetime.date
    what: str
    """The session's title, or who looked back."""
    aimed: Rung | None = None
    reached: Rung | None = None
    members: Rung | None = None
    staff: Rung | None = None
    decided_by: str = ""

    @property
    def best(self) -> Rung | None:
        """The rung the picture shows: as members say, else as all agree, else as staff say."""
        return self.members or self.reached or self.staff


def height(rung: Rung) -> int:
    """Return how high a rung is: 1 at the bottom, 7 at the top."""
    return list(Rung).index(rung) + 1


def climbed(rungs: Sequence[RungOn]) -> str:
    """Say how the rung went, from the first that is known to the last; "" with fewer than two."""
    known = [one for one in rungs if one.best is not None]
    if len(known) < 2:
        return ""
    first, last = known[0].best, known[-1].best
    assert first is not None
    assert last is not None
    moved = height(last) - height(first)
    way = "Up" if moved > 0 else "Down"
    steps = f"{abs(moved)} rung" if abs(moved) == 1 else f"{abs(moved)} rungs"
    return f"{way} {steps}: from {first} to {last}" if moved else f"The same rung: {last}"
