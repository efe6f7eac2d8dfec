"""Which checklist lines a session starts with: the basics, and what these people's needs ask for on top."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from coprod_desktop.domain import dates
from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.record import Need, Person

if TYPE_CHECKING:
    from coprod_desktop.domain.needs import Needs


class StartingLine(NamedTuple):
    """A line a checklist starts with. One about a person's need has their id, and how many working days it takes."""

    text: str
    person: str | None = None
    lead: int = 0


def need_line(need: str) -> str:
    """Return the id of the checklist line of a need: every laptop makes the same one, so that there are never two."""
    return made_id("need line", need)


def asking_line(session: str, person: str) -> str:
    """Return the id of the line that says somebody is still to be asked, or was and needs nothing: one a list."""
    return made_id("asking", session, person)


def need_words(person: Person, need: Need) -> str:
    """Return what the line of somebody's need says."""
    return f"{person.name}: {need.need}"


def book_by(day: datetime.date, lead: int, today: datetime.date) -> datetime.date | None:
    """Return the last day to see to something that takes `lead` working days before the day itself.

    Today, when that day has gone by; None when the session has.
    """
    return max(dates.working_days_before(day, lead), today) if day >= today else None


def lines_for(people: Sequence[Person], basics: Sequence[str], needs: Needs) -> list[StartingLine]:
    """Return the checklist a session starts with, no line twice.

    Each need is a line of its own, also one that is of no known kind, so that none is forgotten.
    """
    lines = [StartingLine(text) for text in basics]
    for person in people:
        for need in person.needs:
            read = needs.read(need.need, need.ais)
            if not read.nothing:
                lines.append(StartingLine(need_words(person, need), person.id, read.lead))
                lines += map(StartingLine, read.lines)
    once: dict[str, StartingLine] = {}
    for line in lines:
        once.setdefault(line.text, line)
    return list(once.values())
