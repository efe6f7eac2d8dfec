"""Who is missing over some sessions: answers of "about you" beside figures of the place, who came first, who came again."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coprod_desktop.domain.came import listed_as_come
from coprod_desktop.domain.people_record import LocalFigure
from coprod_desktop.domain.record import Session
from coprod_desktop.domain.safe_sums import safe_sums
from coprod_desktop.domain.who_is_missing import Answers, Missing, Sums, compare, first_or_returning
from coprod_desktop.services import local_figures
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import formats, joined, parts
from coprod_desktop.store.parts import PartLine


@dataclass(frozen=True)
class MissingSeen:
    """What the dialog and the report show."""

    sessions: int
    """How many of the chosen sessions have been."""
    with_forms: int
    missing: Missing
    first: Mapping[str, str]
    """How many came for the first time and again, as it may be shown; empty when nobody came."""
    figures: Sequence[LocalFigure]


def read(
    desk: Desk,
    since: datetime.date | None = None,
    until: datetime.date | None = None,
    sessions: Sequence[str] | None = None,
    sums: Sums = safe_sums,
) -> MissingSeen:
    """Count over these sessions, or over all that have been, from one day to another, in the order of their days."""
    with desk.store.read() as connection:
        every = sorted(formats.every(connection, Session), key=lambda one: (one.date, one.id))
        figures = formats.every(connection, LocalFigure)
        there = parts.every(connection)
        same = joined.groups(connection)
    last = until or desk.today()
    chosen = [
        s
        for s in every
        if (sessions is None or s.id in set(sessions)) and (since is None or s.date >= since) and s.date <= last
    ]
    local = [found for figure in figures if (found := local_figures.local(figure)) is not None]
    answers = [Answers(s.about_you_counts, s.evaluation_forms) for s in chosen if s.about_you_counts]
    times = first_times(there, {s.id for s in chosen}, same)
    first = first_or_returning(len(times), sum(times))
    return MissingSeen(len(chosen), len(answers), compare(answers, local, sums), first, figures)


def first_times(there: Iterable[PartLine], chosen: set[str], same: Mapping[str, frozenset[str]]) -> Sequence[bool]:
    """Say of each person who came to one of these sessions whether the first of them was their first time.

    What was asked of them counts; else it is the first session of this workspace that they came to. Somebody who is
    known twice is one person.
    """
    came_before: set[str] = set()
    found: dict[str, bool] = {}
    for session, lines in _by_session(there):
        for line in listed_as_come(lines):
            who = min(same.get(line.person, (line.person,)))
            if session in chosen and who not in found:
                found[who] = bool(line.first_time) if line.first_time is not None else who not in came_before
            came_before.add(who)
    return list(found.values())


def _by_session(there: Iterable[PartLine]) -> Iterable[tuple[str, Sequence[PartLine]]]:
    found: dict[str, list[PartLine]] = {}
    for line in there:
        found.setdefault(line.session, []).append(line)
    return found.items()
