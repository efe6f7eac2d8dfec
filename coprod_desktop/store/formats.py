"""What the formats are set with: who the papers come from, chosen pictures, checks of Easy Read, hard words."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import Connection, select

from coprod_desktop.domain.record import Organisation, Row
from coprod_desktop.store import schema
from coprod_desktop.store.mapping import decode

RowT = TypeVar("RowT", bound=Row)


def organisation(connection: Connection) -> Organisation | None:
    """Return who the papers come from; None when nobody has said."""
    return next(iter(every(connection, Organisation)), None)


def every(connection: Connection, kind: type[RowT], session: str | None = None) -> tuple[RowT, ...]:
    """Return all rows of one kind in the order they were made, of one session or of the workspace."""
    table = schema.TABLE_OF[kind]
    found = select(table).where(table.c.deleted_at.is_(None)).order_by(table.c.seq)
    if session is not None:
        found = found.where(table.c.session_id == session)
    return tuple(decode(kind, row) for row in connection.execute(found).mappings())


def only(connection: Connection, kind: type[RowT]) -> RowT | None:
    """Return the one row of a kind of which the workspace has one; None while there is none."""
    return next(iter(every(connection, kind)), None)
