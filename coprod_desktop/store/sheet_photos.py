"""Photos of sheets, to type from. Taken out, nothing of one is left: no version, no undo, no freed page."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from sqlalchemy import Connection, delete, select

from coprod_desktop.domain.changes import Ref
from coprod_desktop.store import schema
from coprod_desktop.store.strike import forget_all
from coprod_desktop.store.transaction import Transaction


def past(connection: Connection, today: datetime.date) -> tuple[str, ...]:
    """Return the ids of those whose day is over, and of those that were taken away with their session."""
    t = schema.sheet_photo
    over = (t.c.keep_until < today.isoformat()) | t.c.deleted_at.is_not(None)
    return tuple(connection.execute(select(t.c.id).where(over)).scalars())


def take_out(tx: Transaction, ids: Collection[str]) -> None:
    """Take photos out for good."""
    t = schema.sheet_photo
    rows = tx.connection.execute(select(t.c.id, t.c.session_id).where(t.c.id.in_(ids))).all()
    forget_all(tx, [row.id for row in rows])
    tx.connection.execute(delete(t).where(t.c.id.in_(ids)))
    for row in rows:
        tx.note_removed(Ref("sheet_photo", row.id, row.session_id))
