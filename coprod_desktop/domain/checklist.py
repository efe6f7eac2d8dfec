"""Which checklist lines a session starts with: the basics, and what these people's needs ask for on top."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from coprod_desktop.domain.needs import Needs
from coprod_desktop.domain.record import Person


class StartingLine(NamedTuple):
    """A line a checklist starts with. One about a person's need has their id, and how many working days it takes."""

    text: str
    person: str | None = None
    lead: int = 0


def lines_for(people: Sequence[Person], basics: Sequence[str], needs: Needs) -> list[StartingLine]:
    """Return the checklist a session starts with, no line twice.

    Each need is a line of its own, also one that is of no known kind, so that none is forgotten.
    """
    lines = [StartingLine(text) for text in basics]
    for person in people:
        for need in person.needs:
            read = needs.read(need.need, need.ais)
            if not read.nothing:
                lines.append(StartingLine(f"{person.name}: {need.need}", person.id, read.lead))
                lines += map(StartingLine, read.lines)
    once: dict[str, StartingLine] = {}
    for line in lines:
        once.setdefault(line.text, line)
    return list(once.values())
