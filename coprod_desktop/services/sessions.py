"""Sessions: start one, change what is known about it, take it away."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Session, SessionRecord
from coprod_desktop.domain.words import Group, SessionState
from coprod_desktop.errors import UserError
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


def move(desk: Desk, session: str, to: datetime.date, why: str) -> Changes:
    """Move a session to another day, with the reason; its other days move with it. It stays in the log as moved.

    UserError without a reason, or when it is on that day already.
    """
    why = _why(why, "moved")
    with desk.store.write("Moved the session") as tx:
        still_there.session(tx, session)
        now = reading.one(tx.connection, Session, session)
        if to == now.date:
            raise UserError("It is on that day already.", "Choose another day. Nothing was changed.")
        by = to - now.date
        later: dict[str, Any] = {"end_date": now.end_date + by if now.end_date else None}
        later["days"] = tuple(day + by for day in now.days)
        if now.reply_by is not None and by.days > 0:
            later["reply_by"] = now.reply_by + by
        told = {"state": SessionState.MOVED, "moved_from": now.date, "state_why": why}
        tx.change("session", session, date=to, **later, **told)
        need_lines.day_moved(tx, desk, session, now)
        drafts.saved(tx, "session", session, ("state_why",))
    return tx.changes


def cancel(desk: Desk, session: str, why: str) -> Changes:
    """Say that a session is not held, with the reason. It stays in every list and in the log. UserError without a reason."""
    why = _why(why, "cancelled")
    with desk.store.write("Cancelled the session") as tx:
        still_there.session(tx, session)
        tx.change("session", session, state=SessionState.CANCELLED, state_why=why)
        drafts.saved(tx, "session", session, ("state_why",))
    return tx.changes


def hold_after_all(desk: Desk, session: str) -> Changes:
    """Say that a cancelled session is held after all, on its day."""
    with desk.store.write("The session is held after all") as tx:
        still_there.session(tx, session)
        moved = reading.one(tx.connection, Session, session).moved_from is not None
        tx.change("session", session, state=SessionState.MOVED if moved else None, state_why=None)
    return tx.changes


def _why(why: str, what: str) -> str:
    if not why.strip():
        raise UserError(
            f"Say why it is {what}: the people who were coming will ask, and the log keeps it.", "Nothing was changed."
        )
    return why.strip()


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
    """Return today's session, else the next one to come, else None. One that was cancelled is neither."""
    coming = [s for s in lines if s.date >= today.isoformat() and s.state != SessionState.CANCELLED]
    return min(coming, key=lambda s: (s.date, s.start or ""), default=None)
