"""The six steps of the Accessible Information Standard (DAPB1605, 2025), counted from what is written down.

Identify, record, flag, share, meet, review. Nothing here scores anybody: each step is how many of how many, and where the
numbers come from. A person, or a need of a person, counts once however many lists they are on; what happens on a list
(flagged, met) counts on each.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from coprod_desktop.domain.checklist import asking_line
from coprod_desktop.domain.needs import Needs, group_key
from coprod_desktop.domain.record import ChecklistItem, Need, Person


class Step(StrEnum):
    """The steps, in the Standard's own words and order."""

    IDENTIFY = "Identify"
    RECORD = "Record"
    FLAG = "Flag"
    SHARE = "Share"
    MEET = "Meet"
    REVIEW = "Review"


@dataclass(frozen=True)
class Tally:
    """One thing counted: the parts add up to everyone or everything it was counted of."""

    step: Step
    of: str
    """What all the parts together are: "people on the lists"."""
    parts: tuple[tuple[str, int], ...]
    source: str
    """Where in the program the rows are that were counted."""
    within: str = ""
    """The part of an earlier tally that this one takes apart."""

    @property
    def total(self) -> int:
        """How many the parts add up to."""
        return sum(many for _words, many in self.parts)


@dataclass(frozen=True)
class OnList:
    """A person's part in one session, as far as the Standard asks."""

    session: str
    day: datetime.date
    person: Person
    lines: frozenset[str]
    """The ids of the needs that have a line on the session's checklist."""
    asked: bool = False
    """Somebody ticked that they were asked, and nothing is needed."""


def was_asked(session: str, person: Person, checks: Iterable[ChecklistItem]) -> bool:
    """Tell whether somebody ticked that a person was asked what they need, and they need nothing."""
    return any(line.id == asking_line(session, person.id) and line.done for line in checks)


@dataclass
class _One:
    """One need of one person, whatever list it stands on: what was said of it last counts."""

    newest: Need
    group: str = ""
    shared: bool = False
    rows: list[tuple[OnList, Need]] = field(default_factory=list)


def tallies(parts: Sequence[OnList], needs: Needs, today: datetime.date) -> tuple[Tally, ...]:
    """Return what is counted at each step, in the Standard's order."""
    ordered = sorted(parts, key=lambda part: part.day)
    found: dict[tuple[str, str], _One] = {}
    for part in ordered:
        for need in part.person.needs:
            read = needs.read(need.need, need.ais)
            if read.nothing:
                continue
            key = (part.person.id, need.need.casefold())
            one = found.setdefault(key, _One(need))
            one.newest, one.group = need, group_key(need.ais or read.group)
            one.shared = one.shared or need.shared_on is not None
            one.rows.append((part, need))
    every, rows = list(found.values()), [row for one in found.values() for row in one.rows]
    return (
        _identified(ordered, {person for person, _words in found}),
        _recorded(every),
        _flagged(rows),
        _shared(every),
        *_met([need for part, need in rows if part.day <= today]),
        *_reviewed(every, today),
    )


def _identified(parts: Sequence[OnList], with_needs: set[str]) -> Tally:
    people = {part.person.id for part in parts}
    nothing = {part.person.id for part in parts if part.asked} - with_needs
    return Tally(
        Step.IDENTIFY,
        "people on the lists",
        (
            ("asked, a need written down", len(people & with_needs)),
            ("asked, nothing needed", len(nothing)),
            ("not written down if asked", len(people - with_needs - nothing)),
        ),
        "Who is coming",
    )


def _recorded(every: Sequence[_One]) -> Tally:
    grouped = sum(bool(one.group) for one in every)
    return Tally(
        Step.RECORD,
        "needs written down",
        (
            ("in a group of the Standard", grouped),
            ("outside it, or not said", len(every) - grouped),
        ),
        "Needs: what kind of need it is",
    )


def _flagged(rows: Sequence[tuple[OnList, Need]]) -> Tally:
    lines = sum(need.id in part.lines for part, need in rows)
    return Tally(
        Step.FLAG,
        "needs on the lists of sessions",
        (("with a line on the checklist", lines), ("without one", len(rows) - lines)),
        "Access checklists",
    )


def _shared(every: Sequence[_One]) -> Tally:
    shared = sum(one.shared for one in every)
    return Tally(
        Step.SHARE,
        "needs written down",
        (("told to who has to know", shared), ("no day written down for that", len(every) - shared)),
        "Needs: told to who has to know, on",
    )


_NOT_MET, _DATED = "not met, the person said", "with a day for looking again"


def _met(rows: Sequence[Need]) -> Sequence[Tally]:
    met, not_met = (sum(need.met is answer for need in rows) for answer in (True, False))
    why = sum(need.met is False and bool(need.why_not) for need in rows)
    return (
        Tally(
            Step.MEET,
            "needs on the lists of sessions that have been",
            (
                ("met, the person said", met),
                (_NOT_MET, not_met),
                ("the person not asked", len(rows) - met - not_met),
            ),
            "Needs: was it met?",
        ),
        Tally(
            Step.MEET,
            "needs that were not met",
            (("with the reason", why), ("without", not_met - why)),
            "Needs: why was it not met?",
            _NOT_MET,
        ),
    )


def _reviewed(every: Sequence[_One], today: datetime.date) -> Sequence[Tally]:
    dated = [one.newest for one in every if one.newest.review_by is not None]
    late = sum(is_due(need, today) for need in dated)
    return (
        Tally(
            Step.REVIEW,
            "needs written down",
            ((_DATED, len(dated)), ("without one", len(every) - len(dated))),
            "Needs: look at it again by",
        ),
        Tally(
            Step.REVIEW,
            "needs with a day for looking again",
            (("in time", len(dated) - late), ("late", late)),
            "The same days, as they stood",
            _DATED,
        ),
    )


class ToLookAt(Protocol):
    """What has a day for looking again."""

    @property
    def review_by(self) -> datetime.date | None:
        """The day by which."""

    @property
    def reviewed(self) -> datetime.date | None:
        """The day on which somebody looked last."""


def is_due(need: ToLookAt, today: datetime.date) -> bool:
    """Tell whether the day on which a need was to be looked at again has come, and nobody has looked since."""
    by = need.review_by
    return by is not None and by <= today and (need.reviewed is None or need.reviewed < by)
