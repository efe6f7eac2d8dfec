"""What was struck or erased, so that it never comes back: not by a file, a merge or an older copy of the database.

A row is known by its id; in files without ids by a hash of its words, keyed by that id.
"""

from __future__ import annotations

import datetime
import hashlib
import hmac
import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.keeping import GoneMark
from coprod_desktop.store import clock, schema
from coprod_desktop.store.transaction import Transaction

EMPTIED = "emptied"
"""Why a row is gone that was taken away and then emptied from the Bin: here only, other laptops keep theirs."""
_COLUMNS = ("id", "noun", "session_key", "key", "words_hash", "why", "hlc", "device", "came", "here", "day")
_DAY_BEFORE = 86_400_000 << clock.MS
"""What is typed is kept as a draft first: words are in the database before their row is, but not for longer."""


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
    came: int = 0
    here: int = 0
    """0: it never was in this database."""
    day: str = ""


def add(
    tx: Transaction,
    row_id: str,
    noun: str,
    session_key: str,
    key: str,
    words: Sequence[str],
    why: str,
    created_at: str | None,
) -> None:
    """Remember that a row is gone; `words` are those it held, and those it held before.

    What waited under a hold was gone before, and is gone from the database only now.
    """
    since = (tx.clock, tx.device, _came(created_at), tx.clock, tx.today)
    rows = []
    for n, wording in enumerate(dict.fromkeys(w for w in words if w)):
        own = row_id if not n else made_id("earlier words", row_id, str(n))
        rows.append(GoneRow(own, noun, session_key, key, words_hash(own, wording), why, *since))
    rows = rows or [GoneRow(row_id, noun, session_key, key, None, why, *since)]
    _insert(tx, rows, "UPDATE SET here = excluded.here, day = excluded.day")


def add_hashed(
    tx: Transaction, row_id: str, noun: str, session_key: str, key: str, hashed: str, why: str, created_at: str | None
) -> None:
    """Do the same for words of which only the hash is at hand, or is keyed by something else than the row's id."""
    since = (tx.clock, tx.device, _came(created_at), tx.clock, tx.today)
    _insert(tx, [GoneRow(row_id, noun, session_key, key, hashed, why, *since)], "NOTHING")


def add_rows(tx: Transaction, rows: Iterable[GoneRow]) -> None:
    """Add rows as they are; those known already stay. One that never was here is in no backup of this database."""
    _insert(
        tx,
        [row if row.here else row._replace(came=tx.clock, here=tx.clock, day=tx.today) for row in rows],
        "NOTHING",
    )


def _insert(tx: Transaction, rows: Iterable[GoneRow], known: str) -> None:
    places = ", ".join("?" * len(_COLUMNS))
    sql = f"INSERT INTO gone ({', '.join(_COLUMNS)}) VALUES ({places}) ON CONFLICT (id) DO {known}"
    for row in rows:
        tx.connection.exec_driver_sql(sql, tuple(row))


def _came(created_at: str | None) -> int:
    return clock.at(created_at) - _DAY_BEFORE if created_at else 0


def mark_of(created_at: str | None, here: int, day: datetime.date) -> GoneMark:
    """Return when something was here that was written at a time and goes now."""
    return GoneMark(_came(created_at), here, day)


def marks(connection: Connection) -> tuple[GoneMark, ...]:
    """Return when what is gone was here: which backups hold some of it."""
    t = schema.gone
    days = connection.execute(select(t.c.came, t.c.here, t.c.day).where(t.c.came < t.c.here).distinct()).all()
    return tuple(GoneMark(row.came, row.here, datetime.date.fromisoformat(row.day)) for row in days)


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
