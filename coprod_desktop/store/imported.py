"""What came in from exchange files: each row's key and a hash of what came in, for importing the same file again."""

from __future__ import annotations

from sqlalchemy import Connection, select

from coprod_desktop.domain.ids import new_id
from coprod_desktop.store import schema
from coprod_desktop.store.transaction import Transaction

Seen = dict[tuple[str, str], tuple[str, str]]
"""(noun, key) -> (id of this note, hash of what came in)"""


def seen(connection: Connection, session: str, *, undone: bool = False) -> Seen:
    """Return what came into a session before; with `undone`, what came in by an import that was undone."""
    t = schema.exchange_row
    gone = t.c.deleted_at.is_not(None) if undone else t.c.deleted_at.is_(None)
    found = connection.execute(select(t.c.noun, t.c.key, t.c.id, t.c.came_in).where(t.c.session_id == session, gone))
    return {(row.noun, row.key): (row.id, row.came_in) for row in found}


def remember(
    tx: Transaction, session: str, noun: str, key: str, row_id: str | None, came_in: str, note: str | None
) -> None:
    """Keep a row's key and the hash of what came in for it; `note` is the id of the note there is already."""
    values = {"row_id": row_id, "came_in": came_in}
    if note is not None:
        tx.update("exchange_row", note, values)
    else:
        tx.insert("exchange_row", {"id": new_id(), "session_id": session, "noun": noun, "key": key, **values})


def keys_ever(connection: Connection, noun: str, session: str) -> set[str]:
    """Return every exchange key a noun's rows of a session have or had, those taken away too."""
    t = schema.META.tables[noun]
    column = t.c.n if noun == "entry" else t.c.key
    return {str(k) for k in connection.execute(select(column).where(t.c.session_id == session)).scalars()}


def session_with_key(connection: Connection, key: str) -> str | None:
    """Return the id of the session with this exchange id, if one is here."""
    t = schema.session
    return connection.execute(select(t.c.id).where(t.c.key == key, t.c.deleted_at.is_(None))).scalar()
