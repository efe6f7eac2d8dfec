"""One person known twice: pairs that were joined, and may be parted again."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, select

from coprod_desktop.domain.ids import made_id
from coprod_desktop.store import schema
from coprod_desktop.store.transaction import Transaction


def join(tx: Transaction, a: str, b: str, *, parted: bool = False) -> None:
    """Note that two rows are one person, or, `parted`, that they are two after all."""
    first, second = sorted((a, b))
    row = (made_id("same as", first, second), first, second, int(parted), tx.clock, tx.device)
    tx.connection.exec_driver_sql(
        "INSERT INTO same_as (id, person_a, person_b, parted, hlc, device) VALUES (?,?,?,?,?,?)"
        " ON CONFLICT (id) DO UPDATE SET parted = excluded.parted, hlc = excluded.hlc, device = excluded.device",
        row,
    )


def groups(connection: Connection) -> Mapping[str, frozenset[str]]:
    """Return, for each person who is known twice or more, the ids of everyone they are."""
    t = schema.same_as
    found: dict[str, frozenset[str]] = {}
    for a, b in connection.execute(select(t.c.person_a, t.c.person_b).where(t.c.parted == 0)):
        both = found.get(a, frozenset({a})) | found.get(b, frozenset({b}))
        found |= dict.fromkeys(both, both)
    return found
