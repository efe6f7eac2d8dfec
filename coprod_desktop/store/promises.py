"""Points and earlier promises of every session, for lists that look across sessions."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from coprod_desktop.domain.record import EarlierPromise, Point, Row, Update
from coprod_desktop.store import schema
from coprod_desktop.store.mapping import decode


class OfSession(NamedTuple):
    """Which session a row belongs to."""

    id: str
    title: str
    date: datetime.date


def points(connection: Connection, session: str | None = None) -> Sequence[tuple[OfSession, Point]]:
    """Return points with their dated updates, of one session or of all."""
    updates = defaultdict(list)
    u = schema.promise_update
    query = select(u).where(u.c.deleted_at.is_(None)).order_by(u.c.on, u.c.seq)
    for row in connection.execute(query if session is None else query.where(u.c.session_id == session)).mappings():
        updates[row["point_id"]].append(decode(Update, row))
    return [
        (where, decode(Point, row, updates=tuple(updates[row["id"]])))
        for where, row in _rows(connection, Point, session)
    ]


def earlier(connection: Connection, session: str | None = None) -> Sequence[tuple[OfSession, EarlierPromise]]:
    """Return promises from earlier papers, of one session's list or of all."""
    return [(where, decode(EarlierPromise, row)) for where, row in _rows(connection, EarlierPromise, session)]


def _rows(connection: Connection, kind: type[Row], session: str | None) -> list[tuple[OfSession, dict[str, object]]]:
    t, s = schema.TABLE_OF[kind], schema.session
    query = (
        select(t, s.c.title.label("of_title"), s.c.date.label("of_date"))
        .join(s, s.c.id == t.c.session_id)
        .where(t.c.deleted_at.is_(None), s.c.deleted_at.is_(None))
        .order_by(s.c.date.desc(), s.c.seq, t.c.order, t.c.seq)
    )
    if session is not None:
        query = query.where(t.c.session_id == session)
    return [
        (OfSession(row["session_id"], row["of_title"], datetime.date.fromisoformat(row["of_date"])), dict(row))
        for row in connection.execute(query).mappings()
    ]
