"""Needs that are to be looked at again: every row of the needs of those people of whom one has such a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, select

from coprod_desktop.store import schema


class Reviewed(NamedTuple):
    """A need on one list: whose it is, what it is, by when to look at it again, and when somebody did."""

    person: str
    name: str
    need: str
    review_by: datetime.date | None
    reviewed: datetime.date | None


def rows(connection: Connection, today: datetime.date) -> Iterator[Reviewed]:
    """Yield the needs on the lists of those people of whom one is to be looked at by today, the oldest session first."""
    n, p, s, a = schema.need, schema.person, schema.session, schema.attendance
    of = select(n.c.person_id).where(n.c.review_by <= today.isoformat(), n.c.deleted_at.is_(None))
    query = (
        select(n.c.person_id, p.c.name, n.c.need, n.c.review_by, n.c.reviewed)
        .join(p, p.c.id == n.c.person_id)
        .join(s, s.c.id == n.c.session_id)
        .join(a, (a.c.person_id == n.c.person_id) & (a.c.session_id == n.c.session_id))
        .where(n.c.person_id.in_(of), n.c.deleted_at.is_(None), p.c.deleted_at.is_(None))
        .where(s.c.deleted_at.is_(None), a.c.deleted_at.is_(None))
        .order_by(s.c.date, s.c.seq)
    )
    for person, name, need, by, done in connection.execute(query):
        yield Reviewed(person, name, need, _day(by), _day(done))


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
