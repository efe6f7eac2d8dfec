"""Who has not been heard yet, by where they sit and what brought them: for the facilitator alone, never on a paper.

Never a group of one: "not heard yet: table 3" must not mean a person. Nothing is said while most lines do not say who
spoke, for then nobody knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coprod_desktop.domain.record import Person
from coprod_desktop.domain.words import ANONYMOUS, AWAY, Attending, Group

FEWEST = 2
"""A group has at least so many people here, or it is not told of."""
ENOUGH = 0.5
"""At least this part of the lines has to say who spoke."""
_ASKED_AFTER = (Group.LIVED_EXPERIENCE, Group.CARERS)
"""The groups whose hour it is; staff and interpreters are not asked after."""


class Spoke(NamedTuple):
    """One line: who said it, or their role, and for whom."""

    speaker: str | None
    role: str | None = None
    said_for: str | None = None


def not_heard(people: Iterable[Person], lines: Sequence[Spoke]) -> tuple[str, ...]:
    """Return the groups of which nobody has been heard: seats as they are written down, then "carers" and the like.

    With nobody ticked off, everyone who may come counts as here.
    """
    may_come = [p for p in people if p.attendance not in AWAY]
    if not may_come:
        return ()
    from coprod_desktop.domain.roles import group_of, ran_it, same_role  # a new session does not wait for it

    listed = [p for p in may_come if not ran_it(p)]
    here = [p for p in listed if p.attendance is Attending.HERE] or listed
    known = [line for line in lines if (line.speaker and line.speaker != ANONYMOUS) or line.role or line.said_for]
    if not known or len(known) < ENOUGH * len(lines):
        return ()
    heard = {who for line in known for who in (line.speaker, line.said_for) if who}
    said_as = {line.role for line in known if line.role and not line.speaker}
    roles, role_groups = {same_role(role) for role in said_as}, {group_of(role) for role in said_as}
    silent = [p for p in here if p.id not in heard and same_role(p.role) not in roles]
    found = []
    for seat, members in _by_seat(here).items():
        if len(members) >= FEWEST and all(p in silent for p in members):
            found.append(seat)
    for group in _ASKED_AFTER:
        members = [p for p in here if group_of(p.role) is group]
        if len(members) >= FEWEST and group not in role_groups and all(p in silent for p in members):
            found.append(str(group))
    return tuple(found)


def _by_seat(here: Sequence[Person]) -> dict[str, list[Person]]:
    """Return who sits where, by the seat as it was first written: "Table 3" and "table 3" are one."""
    written: dict[str, str] = {}
    found: dict[str, list[Person]] = {}
    for person in here:
        if person.seat and (seat := " ".join(person.seat.split())):
            found.setdefault(written.setdefault(seat.casefold(), seat), []).append(person)
    return dict(sorted(found.items(), key=lambda item: item[0].casefold()))
