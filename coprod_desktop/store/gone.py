"""What was struck or erased, so that it never comes back: not by a file, a merge or an older copy of the database.

A row is known by its id; without ids by the file's key and number, and a keyed hash of its words, which tells nothing
to anyone without this workspace's own key.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from coprod_desktop.store import schema
from coprod_desktop.store.quick import put
from coprod_desktop.store.transaction import Transaction

_LONG = 20
"""Words so long are known again by themselves; shorter ones only together with their number."""
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


def secret(connection: Connection) -> bytes:
    """Return the key of the hashes, "" while nothing was struck."""
    t = schema.meta
    return bytes.fromhex(connection.execute(select(t.c.value).where(t.c.key == "gone_key")).scalar() or "")


def add(tx: Transaction, row_id: str, noun: str, session_key: str, key: str, words: str | None, why: str) -> None:
    """Remember that a row is gone; `words` None when they are not known here."""
    if (found := secret(tx.connection)) == b"":
        found = secrets.token_bytes(32)
        put(tx.connection, schema.meta, {"key": "gone_key", "value": found.hex()})
    row = GoneRow(row_id, noun, session_key, key, words_hash(found, words) if words else None, why, tx.clock, tx.device)
    add_rows(tx, [row])


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


def words_hash(key: bytes, words: str) -> str:
    """Return the keyed hash of some words, the same whatever their spaces and capitals."""
    plain = " ".join(unicodedata.normalize("NFC", words).casefold().split())
    return hmac.new(key, plain.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


class Gone:
    """What is gone of one session, to be asked row by row."""

    def __init__(self, connection: Connection, session_key: str) -> None:
        rows = [row for row in every(connection) if row.session_key == session_key]
        self._ids = {row.id for row in rows}
        self._by_key = {(row.noun, row.key): row.words_hash for row in rows}
        self._hashes = {row.words_hash for row in rows}
        self._key = secret(connection)

    @property
    def anything(self) -> bool:
        """Whether anything of the session is gone."""
        return bool(self._ids)

    def holds(self, noun: str, row_id: str, key: Any, words: str, *, has_uid: bool) -> bool:
        """Tell whether a row of a file is one that is gone. Without a uid its number and words tell."""
        if not self._ids:
            return False
        if row_id in self._ids:
            return True
        if has_uid:
            return False
        hashed = words_hash(self._key, words) if self._key else ""
        if (noun, str(key)) in self._by_key and self._by_key[noun, str(key)] in {None, hashed}:
            return True
        return len(words) >= _LONG and hashed in self._hashes
