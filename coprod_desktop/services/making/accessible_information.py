"""What a workspace says of the Accessible Information Standard, counted over sessions: no name leaves this module."""

from __future__ import annotations

from collections.abc import Sequence

from coprod_desktop.domain.accessible_information import OnList, tallies, was_asked
from coprod_desktop.domain.record import ChecklistItem, Organisation, Session
from coprod_desktop.publish.stories.accessible_information import Counted
from coprod_desktop.services import need_lines
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import formats as stored
from coprod_desktop.store import reading


def counted(desk: Desk, sessions: Sequence[Session]) -> Counted:
    """Return the counts of these sessions as they stand today."""
    parts: list[OnList] = []
    needs, days = desk.content.needs, [session.date for session in sessions]
    with desk.store.read() as connection:
        ours = stored.organisation(connection) or Organisation(id="")
        for session in sessions:
            people = reading.people(connection, session.id)
            checks = reading.rows(connection, ChecklistItem, session.id)
            lines = {one.need.id for one in need_lines.of(people, checks, needs) if one.line is not None}
            for person in people:
                asked = was_asked(session.id, person, checks)
                parts.append(OnList(session.id, session.date, person, frozenset(lines), asked))
    return Counted(
        tallies=tallies(parts, needs, desk.today()),
        sessions=len(sessions),
        first=min(days, default=None),
        last=max(days, default=None),
        as_of=desk.today(),
        organisation=ours.name or "",
    )
