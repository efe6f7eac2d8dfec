"""Whether a session is going on now: then nobody has to touch the laptop."""

from __future__ import annotations

from coprod_desktop.domain.hours import is_clock
from coprod_desktop.domain.record import AgendaItem
from coprod_desktop.services import sessions
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading


def is_live(desk: Desk) -> bool:
    """Tell whether a session of today is between its start and its end, or in the middle of its agenda."""
    today, clock = desk.today().isoformat(), f"{desk.now():%H:%M}"
    todays = [line for line in sessions.every(desk) if line.date == today]
    if any(is_clock(s.start) and is_clock(s.end) and (s.start or "") <= clock < (s.end or "") for s in todays):
        return True
    with desk.store.read() as connection:
        items = [item for session in todays for item in reading.rows(connection, AgendaItem, session.id)]
    return any(is_clock(item.started) and not item.finished for item in items)
