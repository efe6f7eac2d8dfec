"""What was struck or erased, so that it never comes back: not by a file, a merge or an older copy of the database.

A row is known by its id; in files without ids by a hash of its words, keyed by that id.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from coprod_desktop.domain.ids import made_id
from coprod_desktop.store import schema
from coprod_desktop.store.transaction import Transaction

EMPTIED = "emptied"
"""Why a row is gone that was taken away and then emptied from the Bin: here only, other laptops keep theirs."""
_COLUMNS = ("id", "noun", "session_key", "key", "words_hash", "why", "hlc", "device")


class GoneRow(NamedTuple):
    """One row of the table."""

    id: str
    noun: str
    session_key: str
    key: str
    words_hash: str | None
    why: str
    hlc: int
    device: str


def add(tx: Transaction, row_id: str, noun: str, session_key: str, key: str, words: Sequence[str], why: str) -> None:
    """Remember that a row is gone; `words` are those it held, and those it held before."""
    rows = []
    for n, wording in enumerate(dict.fromkeys(w for w in words if w)):
        own = row_id if not n else made_id("earlier words", row_id, str(n))
        rows.append(GoneRow(own, noun, session_key, key, words_hash(own, wording), why, tx.clock, tx.device))
    nothing_known = GoneRow(row_id, noun, session_key, key, None, why, tx.clock, tx.device)
    add_rows(tx, rows or [nothing_known])


def add_rows(tx: Transaction, rows: Iterable[GoneRow]) -> None:
    """Add rows as they are; those known already stay."""
    sql = f"INSERT INTO gone ({', '.join(_COLUMNS)}) VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (id) DO NOTHING"
    for row in rows:
        tx.connection.exec_driver_sql(sql, tuple(row))


def every(connection: Connection) -> tuple[GoneRow, ...]:
    """Return everything that is gone."""
    t = schema.gone
    return tuple(GoneRow(*row) for row in connection.execute(select(*(t.c[name] for name in _COLUMNS))))


def is_gone(connection: Connection, row_id: str) -> bool:
    """Tell whether a row was struck or erased."""
    return connection.execute(select(schema.gone.c.id).where(schema.gone.c.id == row_id)).first() is not None


def words_hash(row_id: str, words: str) -> str:
    """Return a hash of some words keyed by their row's id, the same whatever their spaces and capitals."""
    plain = " ".join(unicodedata.normalize("NFC", words).casefold().split())
    return hmac.new(row_id.encode(), plain.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


class Gone:
    """What is gone of one session, to be asked row by row."""

    def __init__(self, connection: Connection, session_key: str) -> None:
        self._rows = [row for row in every(connection) if row.session_key == session_key]
        self._ids = {row.id for row in self._rows}

    @property
    def anything(self) -> bool:
        """Whether anything of the session is gone."""
        return bool(self._rows)

    def holds(self, noun: str, row_id: str, words: str, *, has_uid: bool) -> bool:
        """Tell whether a row of a file is one that is gone. Without a uid its words tell, whatever its number."""
        if row_id in self._ids:
            return True
        if has_uid or not words.strip():
            return False
        return any(r.noun == noun and r.words_hash == words_hash(r.id, words) for r in self._rows)
