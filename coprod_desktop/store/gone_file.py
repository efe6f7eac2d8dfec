"""What is gone or sealed, also kept encrypted beside the database: an older copy of it obeys too (design, rules 7, 7b)."""

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
SEALED = "sealed"
"""Why a row is in the file that is not gone: it stands aside, and no older copy puts it back in a list."""
_NONCE = 12


def save(folder: Path, raw_key: bytes, connection: Connection) -> None:
    """Write the file anew, whole or not at all. Raises OSError."""
    save_rows(
        folder, raw_key, [*(row for row in gone.every(connection) if row.why != gone.EMPTIED), *_aside(connection)]
    )


def _aside(connection: Connection) -> Iterable[GoneRow]:
    t = schema.set_aside
    query = select(t.c.row_id, t.c.session_id, t.c.hlc, t.c.device).where(t.c.why != striking.WAITS)
    for row in connection.execute(query):
        yield GoneRow(row.row_id, "entry", row.session_id, "", None, SEALED, row.hlc, row.device)


def save_rows(folder: Path, raw_key: bytes, rows: Iterable[GoneRow]) -> None:
    """Do the same for rows that are at hand; where there never was a row there is no file."""
    kept = [list(row) for row in rows]
    if not kept and not (folder / FILE).exists():
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
    return _read(folder, raw_key) or ()


def _read(folder: Path, raw_key: bytes) -> tuple[GoneRow, ...] | None:
    try:
        data = (folder / FILE).read_bytes()
    except OSError:
        return None
    from cryptography.exceptions import InvalidTag

    try:
        kept = json.loads(_lock(raw_key).decrypt(data[:_NONCE], data[_NONCE:], None))
        return tuple(_row(row) for row in kept["rows"])
    except (InvalidTag, ValueError, KeyError, TypeError, OverflowError, OSError):
        return None


def joined(folders: Iterable[Path], raw_key: bytes) -> Iterable[GoneRow]:
    """Return what the files in several folders say together; what is gone by one and sealed by another is gone."""
    rows = sorted((row for folder in folders for row in read(folder, raw_key)), key=lambda row: row.why != SEALED)
    return {row.id: row for row in rows}.values()


def is_damaged(folder: Path, raw_key: bytes) -> bool:
    """Tell whether there is a file and this key does not open it."""
    return (folder / FILE).exists() and _read(folder, raw_key) is None


def _row(kept: list[Any]) -> GoneRow:
    """Return one row; one of an older program says only when it became gone somewhere."""
    row = GoneRow(*kept)
    if len(kept) == len(GoneRow._fields):
        return row
    day = datetime.datetime.fromtimestamp((row.hlc >> clock.MS) / 1000, datetime.UTC).date()
    return row._replace(here=row.hlc, day=day.isoformat())


def obey(tx: Transaction, rows: tuple[GoneRow, ...]) -> bool:
    """Take out what the file says is gone and the database still holds, and seal what is sealed.

    Returns whether anything was there.
    """
    sealed = {row.id: row for row in rows if row.why == SEALED}
    left = [row for row in rows if row.id not in sealed]
    people = _people_here(tx, left)
    if people:  # first: their lines go with them
        from coprod_desktop.store import erased_again  # it reads names, and hardly ever anybody was erased

        erased_again.obey(tx, people, left)
    here = _here(tx, [row.id for row in left])
    for entry in here:
        striking.strike(tx, entry)
    striking.wait_for_no_hold(tx, [row.id for row in left])
    gone.add_rows(tx, left)
    in_lists = _here(tx, list(sealed))
    for entry in in_lists:
        striking.seal(tx, entry)
    for entry in sealed.keys() - set(in_lists):
        striking.seal_before_it_comes(tx, entry, sealed[entry].session_key)
    return bool(here or in_lists or people)


def unknown(connection: Connection, rows: Iterable[GoneRow]) -> tuple[GoneRow, ...]:
    """Return those rows of a file that this database does not know of."""
    known = {row.id for row in gone.every(connection)}
    aside = set(connection.execute(select(schema.set_aside.c.row_id)).scalars())
    return tuple(row for row in rows if row.id not in known and not (row.why == SEALED and row.id in aside))


def _here(tx: Transaction, ids: list[str]) -> list[str]:
    e = schema.entry
    found: list[str] = []
    for at in range(0, len(ids), 500):
        found += tx.connection.execute(select(e.c.id).where(e.c.id.in_(ids[at : at + 500]))).scalars()
    return found


def _people_here(tx: Transaction, rows: Iterable[GoneRow]) -> list[str]:
    p, wanted = schema.person, {row.id for row in rows if row.noun == "person"}
    return [one for one in tx.connection.execute(select(p.c.id)).scalars() if one in wanted] if wanted else []


def _lock(raw_key: bytes) -> Any:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # heavy, and most workspaces have no such file

    return AESGCM(hashlib.blake2b(raw_key, digest_size=32, person=b"coprod gone").digest())
