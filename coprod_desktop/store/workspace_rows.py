"""Rows of the workspace that belong to no session, read as values."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy import Connection, select

from coprod_desktop.domain.row import Row
from coprod_desktop.store import schema
from coprod_desktop.store.mapping import decode

RowT = TypeVar("RowT", bound=Row)


def every(connection: Connection, kind: type[RowT]) -> tuple[RowT, ...]:
    """Return the rows of one kind that are not taken away, in the order they were written."""
    table = schema.TABLE_OF[kind]
    found = connection.execute(select(table).where(table.c.deleted_at.is_(None)).order_by(table.c.seq))
    return tuple(decode(kind, row) for row in found.mappings())


def only(connection: Connection, kind: type[RowT]) -> RowT | None:
    """Return the one row of a kind that has one; None when there is none yet."""
    return next(iter(every(connection, kind)), None)
