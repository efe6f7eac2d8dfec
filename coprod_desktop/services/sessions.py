"""Sessions: start one, change what is known about it, take it away."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Session, SessionRecord
from coprod_desktop.domain.words import Group
from coprod_desktop.services import drafts, need_lines, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import lists, reading
from coprod_desktop.store.lists import SessionLine as SessionLine


def start_now(desk: Desk) -> tuple[str, Changes]:
    """Start a session with no questions asked: title, type, date and time filled in. Returns its id."""
    now = desk.now()
    day = f"{now.day} {now:%B}"
    return new(
        desk, title=f"Session on {day}, {now:%H:%M}", type="listening space", date=now.date(), start=f"{now:%H:%M}"
    )


def new(desk: Desk, **fields: Any) -> tuple[str, Changes]:
    """Add a session from domain.record.Session fields. Returns its id."""
    made = new_id()
    session = Session(**{"type": "listening space", "date": desk.today(), **fields}, id=made, key=made)
    with desk.store.write("Started a session") as tx:
        tx.add(session, session=made)
    return made, tx.changes


def change(desk: Desk, session: str, **fields: Any) -> Changes:
    """Change fields of a session (names and types as in domain.record.Session)."""
    with desk.store.write("Changed the session") as tx:
        still_there.session(tx, session)
        before = reading.one(tx.connection, Session, session)
        tx.change("session", session, **fields)
        if "date" in fields:
            need_lines.day_moved(tx, desk, session, before)
        drafts.saved(tx, "session", session, fields)
    return tx.changes


def mark_as_sample(desk: Desk, session: str) -> Changes:
    """Mark the sample session: it is never merged and never shared."""
    with desk.store.write() as tx:
        tx.change("session", session, sample=True)
    return tx.changes


def remove(desk: Desk, session: str) -> Changes:
    """Take a session away; undo brings it back."""
    with desk.store.write("Took a session away") as tx:
        tx.remove("session", session)
    return tx.changes


def count(desk: Desk, session: str, group: Group, by: int) -> Changes:
    """Count people of a group at the door, up or down; never below nought."""
    with desk.store.write("Counted someone") as tx:
        still_there.session(tx, session)
        counts = dict(reading.one(tx.connection, Session, session).headcount)
        counts[group.value] = max(0, counts.get(group.value, 0) + by)
        tx.change("session", session, headcount={k: v for k, v in counts.items() if v})
    return tx.changes


def every(desk: Desk) -> Sequence[SessionLine]:
    """Return every session, newest first."""
    with desk.store.read() as connection:
        return lists.sessions(connection)


def near(desk: Desk, today: datetime.date, many: int) -> Sequence[SessionLine]:
    """Return the next sessions and the latest up to today, so many of each, newest first."""
    with desk.store.read() as connection:
        return lists.sessions_near(connection, today, many)


def waiting(desk: Desk, session: str) -> int:
    """Return how many things said in a session have no answer yet."""
    from coprod_desktop.domain.check.printable import PrintableLines  # the first line typed does not wait for it

    with desk.store.read() as connection:
        return len(PrintableLines(reading.said(connection, session)).unanswered)


def one(desk: Desk, session: str) -> Session:
    """Return one session's own fields."""
    with desk.store.read() as connection:
        return reading.one(connection, Session, session)


def record(desk: Desk, session: str) -> SessionRecord:
    """Return all of one session."""
    with desk.store.read() as connection:
        return reading.session_record(connection, session)


def is_there(desk: Desk, session: str) -> bool:
    """Tell whether a session is there, and not taken away."""
    with desk.store.read() as connection:
        return reading.stands(connection, "session", session)


def find(desk: Desk, named: str) -> str:
    """Return the id of a session named by our id or its exchange id."""
    with desk.store.read() as connection:
        return reading.find_session(connection, named)


def next_or_today(lines: Sequence[SessionLine], today: datetime.date) -> SessionLine | None:
    """Return today's session, else the next one to come, else None."""
    coming = [s for s in lines if s.date >= today.isoformat()]
    return min(coming, key=lambda s: (s.date, s.start or ""), default=None)
