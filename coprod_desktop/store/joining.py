"""Joins what a paper tells to the promise it tells of: by its id, else by words and day; the rest a person joins."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.promises import alike, of_telling
from coprod_desktop.domain.record import Telling
from coprod_desktop.store import schema
from coprod_desktop.store.mapping import decode, encode_row
from coprod_desktop.store.promises import BINDING
from coprod_desktop.store.transaction import Transaction

Alike = tuple[str, str | None]


class _Made(NamedTuple):
    """A promise made in a session that is here."""

    id: str
    session: str
    date: str


def join(tx: Transaction, session: str) -> None:
    """Join what this session's papers tell, and what others tell of this session's promises.

    What says the same as no promise here, or as those of several sessions, gets a promise of its own, without a session.
    """
    ours = _made(tx.connection, session)
    told = [row for row in _apart(tx.connection) if row.session_id == session or _key(row) in ours]
    if not told:
        return
    known = _made(tx.connection, None)
    taken = {(row.session_id, row.promise) for row in _all(tx.connection, {row.session_id for row in told})}
    for row in told:
        promise = _original(row, known, taken) or row.promise or _alone(tx, row, taken)
        taken.add((row.session_id, promise))
        if promise != row.promise:
            put_under(tx, row.id, promise)


class _Told(NamedTuple):
    id: str
    session_id: str
    date: str
    text: str
    due: str | None
    promise: str


def _key(row: _Told) -> Alike:
    return alike(row.text, row.due)


def _apart(connection: Connection) -> list[_Told]:
    """Return what is told of no promise, or of one without a session."""
    t, p, s = schema.telling, schema.point, schema.session
    query = (
        select(t.c.id, t.c.session_id, s.c.date, t.c.text, t.c.due, t.c.promise)
        .join(s, s.c.id == t.c.session_id)
        .outerjoin(p, p.c.id == t.c.promise)
        .where(t.c.deleted_at.is_(None), s.c.deleted_at.is_(None), p.c.session_id.is_(None))
        .order_by(s.c.date, s.c.seq, t.c.order, t.c.seq)
    )
    return [_Told(*row) for row in connection.execute(query)]


def _all(connection: Connection, sessions: set[str]) -> Sequence[_Told]:
    t, s = schema.telling, schema.session
    query = select(t.c.id, t.c.session_id, s.c.date, t.c.text, t.c.due, t.c.promise).join(s, s.c.id == t.c.session_id)
    return [_Told(*row) for row in connection.execute(query.where(t.c.session_id.in_(sessions)))]


def _made(connection: Connection, session: str | None) -> Mapping[Alike, list[_Made]]:
    p, s = schema.point, schema.session
    query = (
        select(p.c.id, p.c.session_id, s.c.date, p.c.text, p.c.due)
        .join(s, s.c.id == p.c.session_id)
        .where(p.c.deleted_at.is_(None), s.c.deleted_at.is_(None), p.c.answer.in_(BINDING), p.c.text != "")
        .where(s.c.sample == 0)
        .order_by(s.c.date, p.c.order, p.c.seq)
    )
    found: dict[Alike, list[_Made]] = defaultdict(list)
    for row in connection.execute(query if session is None else query.where(p.c.session_id == session)):
        found[alike(row.text, row.due)].append(_Made(row.id, row.session_id, row.date))
    return found


def _original(row: _Told, known: Mapping[Alike, list[_Made]], taken: set[tuple[str, str]]) -> str | None:
    """Return the promise it tells of; of several in the same words in one session, the first that is not told yet."""
    made = [m for m in known.get(_key(row), ()) if m.session != row.session_id and m.date <= row.date]
    if len({m.session for m in made}) != 1:
        return None
    return next((m.id for m in made if (row.session_id, m.id) not in taken), None)


def _alone(tx: Transaction, row: _Told, taken: set[tuple[str, str]]) -> str:
    """Return a promise without a session in the same words and with the same day, or a new one."""
    p = schema.point
    query = select(p.c.id, p.c.text, p.c.due).where(p.c.session_id.is_(None), p.c.deleted_at.is_(None))
    for other in tx.connection.execute(query):
        if alike(other.text, other.due) == _key(row) and (row.session_id, other.id) not in taken:
            return str(other.id)
    return make_alone(tx, row.id, made_id("promise", row.id))


def make_alone(tx: Transaction, telling: str, promise: str) -> str:
    """Make the promise that a paper tells of, when only the paper is known. Returns its id."""
    t = schema.telling
    row = tx.connection.execute(select(t).where(t.c.id == telling)).mappings().one()
    value = of_telling(decode(Telling, {**row, "promise": promise}))
    tx.insert("point", encode_row(value))
    return promise


def put_under(tx: Transaction, telling: str, promise: str) -> None:
    """Let a paper tell of this promise; what was added under one it told of alone goes along."""
    t, u, p = schema.telling, schema.promise_update, schema.point
    before = tx.connection.execute(select(t.c.promise).where(t.c.id == telling)).scalar()
    tx.update("telling", telling, {"promise": promise})
    others = select(t.c.id).where(t.c.promise == before, t.c.deleted_at.is_(None))
    alone = select(p.c.id).where(p.c.id == before, p.c.session_id.is_(None), p.c.deleted_at.is_(None))
    if before is None or tx.connection.execute(others).first() or not tx.connection.execute(alone).first():
        return
    session = tx.connection.execute(select(p.c.session_id).where(p.c.id == promise)).scalar()
    for update in tx.connection.execute(select(u.c.id).where(u.c.point_id == before)).scalars().all():
        tx.update("promise_update", update, {"point_id": promise, "session_id": session})
    tx.remove("point", before)


def told_first(tx: Transaction, telling: str, on: datetime.date | None) -> None:
    """Take over on which day a paper told of a promise: the earlier of two, on every laptop alike."""
    t = schema.telling
    now = tx.connection.execute(select(t.c.told_on).where(t.c.id == telling)).scalar()
    if on is not None and (now is None or on.isoformat() < now):
        tx.update("telling", telling, {"told_on": on.isoformat()})
