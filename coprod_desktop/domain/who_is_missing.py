"""Who is missing: who answered "about you" over some sessions, beside figures of the place, and who came for the first time.

Only numbers, of nobody by name. What is hidden is decided in `measures` and `safe_sums`; what is said of a hidden number
here goes by what is shown of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple

from coprod_desktop.domain.measures import FEWER, Count, groups_of, in_fives, percent
from coprod_desktop.domain.safe_sums import STEP, between, safe_sums

FIRST, RETURNING = "for the first time", "had come before"


class Local(NamedTuple):
    """A figure of the place: the share of people who would give this answer, and who says so."""

    characteristic: str
    answer: str
    share: Fraction
    said: str
    """As it was typed in: "18%", "1,200 of 6,500"."""
    source: str = ""


class Answers(NamedTuple):
    """What the forms of one session say about the people who filled them in."""

    about_you: Mapping[str, Any] | None
    forms: int | None


@dataclass(frozen=True)
class Beside:
    """One answer: how many gave it, or what is shown in its place, beside the figure of the place."""

    answer: str
    count: Count
    percent: int | None
    """Of those who answered; None where no number is shown."""
    local: Local | None = None
    fewer: bool | None = None
    """Whether it is a smaller share than in the place; None when that cannot be told, or is nobody's to tell."""


@dataclass(frozen=True)
class Compared:
    """One thing that was asked: how many answered it, and each answer. No lines when none of it can be shown."""

    characteristic: str
    answered: int
    lines: tuple[Beside, ...]


@dataclass(frozen=True)
class Missing:
    """`not_asked` are figures of the place that no form here asked about; `unclear` counts sessions left out."""

    compared: tuple[Compared, ...]
    not_asked: tuple[Local, ...]
    unclear: int
    """Sessions whose counts do not say what belongs together."""


Sums = Callable[[Sequence[Mapping[str, int]]], tuple[Count, ...] | None]


def compare(sessions: Iterable[Answers], local: Sequence[Local], sums: Sums = safe_sums) -> Missing:
    """Put the answers of some sessions beside the figures of the place. On paper their sums are a `safe_series`."""
    tables: dict[str, list[dict[str, int]]] = {}
    names: dict[str, str] = {}
    unclear = 0
    for one in sessions:
        groups, together = groups_of(one.about_you, one.forms)
        unclear += not together
        for heading, lines in groups:
            key = _alike(heading)
            if not key:
                continue
            names.setdefault(key, heading[:1].upper() + heading[1:])
            table: dict[str, int] = {}
            for label, n in lines:
                answer = _answer(heading, label)
                table[answer] = table.get(answer, 0) + n
            tables.setdefault(key, []).append(table)
    figures = {(_alike(figure.characteristic), _alike(figure.answer)): figure for figure in local}
    compared = tuple(_compared(key, names[key], tables[key], figures, sums) for key in tables)
    return Missing(compared, tuple(f for f in local if _alike(f.characteristic) not in tables), unclear)


def first_or_returning(people: int, first: int) -> Mapping[str, str]:
    """Return how many of the people who came did so for the first time, and had come before, as it may be shown.

    Only one of the two is a number: a session's own paper says that 8 people came, and of 8 people "fewer than 5" and
    "fewer than 5" are four and four.
    """
    return {FIRST: in_fives(first), RETURNING: "the others"} if people else {}


def _compared(
    key: str, name: str, tables: Sequence[Mapping[str, int]], figures: Mapping[tuple[str, str], Local], sums: Sums
) -> Compared:
    answered = sum(sum(table.values()) for table in tables)
    asked = {_alike(answer): answer for table in tables for answer in table}
    nobody = {f.answer: 0 for (of, answer), f in figures.items() if of == key and answer not in asked}
    counts = sums([{**dict.fromkeys(asked.values(), 0), **nobody, **_as_first(table, asked)} for table in tables])
    lines = tuple(_beside(count, answered, figures.get((key, _alike(count.label)))) for count in counts or ())
    return Compared(name, answered, lines)


def _as_first(table: Mapping[str, int], asked: Mapping[str, str]) -> Mapping[str, int]:
    """Return a table with each answer as it was written down last: "Yes" and "yes" are one."""
    found: dict[str, int] = {}
    for answer, n in table.items():
        found[asked[_alike(answer)]] = found.get(asked[_alike(answer)], 0) + n
    return found


def _beside(count: Count, answered: int, local: Local | None) -> Beside:
    low, high = between(count.count or 0, count.hidden_as)
    share = None
    if high is not None and count.hidden_as != FEWER:
        share = percent(high - STEP // 2 if count.hidden_as else high, answered)
    fewer = None
    if local is not None and answered and high is not None:
        most_is_less = Fraction(high, answered) < local.share
        fewer = True if most_is_less else None if Fraction(low, answered) < local.share else False
    return Beside(count.label, count, share, local, fewer)


def _answer(heading: str, label: str) -> str:
    """Return an answer without what was asked in it: "yes" of "disabled: yes", "65 or over" of "age 65 or over"."""
    before, colon, after = label.partition(":")
    if colon and _alike(before) == _alike(heading):
        return after.strip()
    if _alike(label).startswith(f"{_alike(heading)} "):
        return label.strip()[len(heading) :].strip()
    first, bracket, inside = label.partition("(")
    return first.strip() if bracket and _alike(inside.rstrip(") ")) == _alike(heading) else label


def _alike(words: str) -> str:
    return " ".join(words.casefold().split())
