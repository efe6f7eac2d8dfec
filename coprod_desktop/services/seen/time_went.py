"""How the time of a session went, for who wants to plan the next one better."""

from __future__ import annotations

from coprod_desktop.domain.as_it_went import AsItWent, as_it_went
from coprod_desktop.domain.hours import Hours
from coprod_desktop.domain.live_hour import Moment
from coprod_desktop.domain.record import AgendaItem, Session
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading


def read(desk: Desk, session: str) -> AsItWent | None:
    """Return planned beside actual; None while the agenda is not done, or when nobody followed it."""
    with desk.store.read() as connection:
        about = reading.one(connection, Session, session)
        items = reading.rows(connection, AgendaItem, session)
        moments = reading.rows(connection, Moment, session)
    return as_it_went(items, Hours(about.date, about.start), about.finish_by or about.end, moments)
