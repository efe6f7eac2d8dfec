"""Reads what the header of a session's pages shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.domain import dates
from coprod_desktop.ui.widgets.session_header import SessionHead

if TYPE_CHECKING:
    from coprod_desktop.services.desk import Desk


def read_head(desk: Desk, session_id: str) -> SessionHead:
    """Return a session's title, when and where. Runs on the reading thread."""
    from coprod_desktop.services import sessions

    session = sessions.one(desk, session_id)
    times = " to ".join(t for t in (session.start, session.end or session.finish_by) if t)
    when = ", ".join(part for part in (dates.short(session.date), times) if part)
    return SessionHead(session_id, session.title, " · ".join(part for part in (when, session.place) if part))
