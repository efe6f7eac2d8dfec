"""What columns of one kind of list were said to mean: known again by a keyed hash of its headings, never by their words."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Sequence

from sqlalchemy import Connection, select

from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.people_record import ListColumns
from coprod_desktop.store import schema
from coprod_desktop.store.mapping import decode
from coprod_desktop.store.transaction import Transaction


def kind_of(headings: Sequence[str], key: bytes) -> str:
    """Return what a list with these headings goes by, whatever their spaces and capitals."""
    plain = "\x1f".join(" ".join(heading.casefold().split()) for heading in headings)
    return hmac.new(key, b"headings of a list\x1f" + plain.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def recall(connection: Connection, kind: str) -> tuple[str, ...] | None:
    """Return what was said of the columns of this kind of list; None when nobody has said."""
    t = schema.list_columns
    found = connection.execute(select(t).where(t.c.headings == kind, t.c.deleted_at.is_(None))).mappings().first()
    return None if found is None else decode(ListColumns, found).meanings


def remember(tx: Transaction, kind: str, meanings: Sequence[str]) -> None:
    """Keep what was said of the columns of this kind of list, in place of what was said before."""
    made = made_id("list columns", kind)
    if recall(tx.connection, kind) is None:
        tx.add(ListColumns(id=made, headings=kind, meanings=tuple(meanings)), session=None)
    else:
        tx.change("list_columns", made, meanings=tuple(meanings))
