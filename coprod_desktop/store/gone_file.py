"""What is gone, also kept encrypted beside the database: a restored older database obeys it too (design, rule 7)."""

from __future__ import annotations

import datetime
import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from coprod_desktop.store import clock, gone, schema
from coprod_desktop.store import strike as striking
from coprod_desktop.store.gone import GoneRow
from coprod_desktop.store.transaction import Transaction

FILE = "gone.bin"
_NONCE = 12


def save(folder: Path, raw_key: bytes, connection: Connection) -> None:
    """Write the file anew, whole or not at all. Raises OSError."""
    save_rows(folder, raw_key, [row for row in gone.every(connection) if row.why != gone.EMPTIED])


def save_rows(folder: Path, raw_key: bytes, rows: Iterable[GoneRow]) -> None:
    """Do the same for rows that are at hand; without rows there is no file."""
    kept = [list(row) for row in rows]
    if not kept:
        return
    data = json.dumps({"rows": kept}).encode()
    nonce = os.urandom(_NONCE)
    part = folder / f"{FILE}.part"
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(nonce + _lock(raw_key).encrypt(nonce, data, None))
        file.flush()
        os.fsync(file.fileno())
    part.replace(folder / FILE)


def read(folder: Path, raw_key: bytes) -> tuple[GoneRow, ...]:
    """Return the rows; nothing when there is no file, or none that this key opens."""
    try:
        data = (folder / FILE).read_bytes()
    except OSError:
        return ()
    from cryptography.exceptions import InvalidTag

    try:
        kept = json.loads(_lock(raw_key).decrypt(data[:_NONCE], data[_NONCE:], None))
        return tuple(_row(row) for row in kept["rows"])
    except (InvalidTag, ValueError, KeyError, TypeError, OverflowError, OSError):
        return ()


def is_damaged(folder: Path, raw_key: bytes) -> bool:
    """Tell whether there is a file and this key does not open it."""
    return (folder / FILE).exists() and not read(folder, raw_key)


def _row(kept: list[Any]) -> GoneRow:
    """Return one row; one of an older program says only when it became gone somewhere."""
    row = GoneRow(*kept)
    if len(kept) == len(GoneRow._fields):
        return row
    day = datetime.datetime.fromtimestamp((row.hlc >> clock.MS) / 1000, datetime.UTC).date()
    return row._replace(here=row.hlc, day=day.isoformat())


def obey(tx: Transaction, rows: tuple[GoneRow, ...]) -> bool:
    """Take out what the file says is gone and the database still holds. Returns whether anything was."""
    ids = [row.id for row in rows]
    e = schema.entry
    here: list[str] = []
    for at in range(0, len(ids), 500):
        here += tx.connection.execute(select(e.c.id).where(e.c.id.in_(ids[at : at + 500]))).scalars()
    for entry in here:
        striking.strike(tx, entry)
    striking.wait_for_no_hold(tx, ids)
    gone.add_rows(tx, rows)
    return bool(here)


def _lock(raw_key: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # heavy, and most workspaces have no such file

    return AESGCM(hashlib.blake2b(raw_key, digest_size=32, person=b"coprod gone").digest())
