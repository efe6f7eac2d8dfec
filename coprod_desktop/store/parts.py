"""Who was at which session: everybody's part in all of them, with what counts tell and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from coprod_desktop.store import schema


class PartLine(NamedTuple):
    """One person's part in one session. Dates and answers as stored."""

    session: str
    person: str
    date: str
    attendance: str | None
    first_time: int | None


def every(connection: Connection) -> Sequence[PartLine]:
    """Return everybody's part in every session that is not in the Bin, the earliest session first."""
    a, s = schema.attendance, schema.session
    rows = connection.execute(
        select(s.c.id, a.c.person_id, s.c.date, a.c.attendance, a.c.first_time)
        .join(s, s.c.id == a.c.session_id)
        .where(a.c.deleted_at.is_(None), s.c.deleted_at.is_(None))
        .order_by(s.c.date, s.c.seq)
    )
    return [PartLine(*row) for row in rows]
