"""The key file, twice: vault.json and vault-copy.json, so that no damage to one of them locks anyone out.

Each has a checksum over everything in it, a checksum for each wrap, and a number that every save raises: of two whole
files the higher number is the newer one. Key files of older programs are one file without any of these.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import Any

from coprod_desktop.domain.value import Value, value
from coprod_desktop.store import folder_names
from coprod_desktop.store.key import wraps
from coprod_desktop.store.key.wraps import Wrap

Vault = dict[str, Any]
"""What a key file says: version, generation, check, wraps, and the database's salt where it is known."""

VERSION = 1
FILES = ("vault.json", "vault-copy.json")
BACKUPS = "backups"
_LARGEST = 256 * 1024
_HEX = re.compile(r"[0-9a-f]*")
_BACKUPS_LOOKED_AT = 40


class Standing(Enum):
    """How one key file is."""

    WHOLE = "whole"
    OLD = "old"
    """An older program wrote it: it has no checksum."""
    DAMAGED = "damaged"
    MISSING = "missing"
    NEWER = "newer"
    """A newer program wrote it."""


@value
class Sheet(Value):
    """One key file, read. `vault` is what of it can be relied on; None when that is nothing."""

    path: Path
    standing: Standing
    vault: Vault | None = None
    unread: str = ""
    """What the system said when it could not be read."""


def read_one(path: Path) -> Sheet:
    """Read one key file. Never raises: whatever is in it, the sheet says how it stands."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return Sheet(path, Standing.MISSING)
    except OSError as wrong:
        return Sheet(path, Standing.DAMAGED, unread=wrong.strerror or "it cannot be read")
    try:
        said = json.loads(data.decode("utf-8")) if len(data) <= _LARGEST else None
    except (ValueError, RecursionError):
        said = None
    return _understood(path, said) if isinstance(said, dict) else Sheet(path, Standing.DAMAGED)


def _understood(path: Path, said: Vault) -> Sheet:
    try:
        right = wraps.is_whole(said)
    except (ValueError, RecursionError):
        return Sheet(path, Standing.DAMAGED)
    stamped = any(name in said for name in ("generation", "sum"))
    if said.get("version") != VERSION and isinstance(said.get("version"), int) and (right or not stamped):
        return Sheet(path, Standing.NEWER)
    listed = said.get("wraps")
    kept = [w for w in listed if _may_open(w, stamped)] if isinstance(listed, list) else []
    vault: Vault = {
        **({k: v for k, v in said.items() if k != "sum"} if right else {}),
        "version": VERSION,
        "generation": said["generation"] if right and isinstance(said.get("generation"), int) else 0,
        "check": _hex(said.get("check"), 64),
        "wraps": kept,
    }
    if salt := _hex(said.get("salt"), 32):
        vault["salt"] = salt
    if right and kept:
        return Sheet(path, Standing.WHOLE, vault)
    as_ever = not stamped and kept and len(kept) == len(listed or ()) and vault["check"]
    return Sheet(path, Standing.OLD if as_ever else Standing.DAMAGED, vault if kept else None)


def _may_open(wrap: object, stamped: bool) -> bool:
    if not isinstance(wrap, dict) or not isinstance(wrap.get("kind"), str):
        return False
    return wraps.is_whole(wrap) if stamped or "sum" in wrap else True


def _hex(value: object, length: int) -> str:
    return value if isinstance(value, str) and len(value) == length and _HEX.fullmatch(value) else ""


def joined(sheets: Sequence[Sheet]) -> Vault | None:
    """Return what the two files say together; None when no wrap can be relied on.

    The newest whole file is believed. What is whole in a damaged one is added, as it may have been the newer; a
    passphrase there means that the key is no longer open to anyone.
    """
    said = [s for s in sheets if s.vault is not None]
    if not said:
        return None
    order = (Standing.WHOLE, Standing.OLD, Standing.DAMAGED)
    first, *rest = sorted(said, key=lambda s: (order.index(s.standing), -_generation(s)))
    vault = dict(first.vault or {})
    for other in rest:
        if other.standing is not Standing.WHOLE:
            vault = _with_what_is_whole(vault, other.vault or {})
    return vault


def _with_what_is_whole(vault: Vault, other: Vault) -> Vault:
    known = {wraps.checksum(w) for w in vault["wraps"]}
    both: list[Wrap] = [*vault["wraps"], *(w for w in other["wraps"] if wraps.checksum(w) not in known)]
    if any(w["kind"] in wraps.TYPED for w in both):
        both = [w for w in both if w["kind"] != wraps.NONE]
    merged = {**vault, "wraps": both, "check": vault["check"] or other["check"]}
    if "salt" not in vault and "salt" in other:
        merged["salt"] = other["salt"]
    return merged


def _generation(sheet: Sheet) -> int:
    return int((sheet.vault or {}).get("generation", 0))


def alike(sheets: Sequence[Sheet]) -> bool:
    """Tell whether every file is whole and all say the same."""
    return (
        all(s.standing is Standing.WHOLE for s in sheets) and len({wraps.checksum(s.vault or {}) for s in sheets}) == 1
    )


def in_backups(folder: Path) -> Iterator[tuple[Path, Vault]]:
    """Yield the key files of the backups in the folder, the newest first: (the backup's folder, its vault)."""
    try:
        kept = sorted((p for p in (folder / BACKUPS).iterdir() if p.is_dir() and p.name[:1] != "."), reverse=True)
    except OSError:
        return
    for backup in kept[:_BACKUPS_LOOKED_AT]:
        vault = joined([read_one(backup / name) for name in FILES])
        if vault is not None:
            yield backup, vault


def save(folder: Path, vault: Vault) -> None:
    """Write both key files, each whole or not at all, readable by their owner only. Raises OSError: both are as before."""
    before = [_generation(read_one(folder / name)) for name in FILES]
    raised = {**vault, "version": VERSION, "generation": max(*before, int(vault.get("generation", 0))) + 1}
    raised["wraps"] = [w if "sum" in w else wraps.stamped(w) for w in vault["wraps"]]
    data = json.dumps(wraps.stamped(raised), indent=1).encode()
    parts = [_written(folder / name, data) for name in FILES]  # a full disk is met here, while both are as they were
    parts[0].replace(folder / FILES[0])
    with contextlib.suppress(OSError):  # the first is newer and holds; the other is made again at the next opening
        parts[1].replace(folder / FILES[1])
    folder_names.sync(folder)


def _written(path: Path, data: bytes) -> Path:
    part = path.with_suffix(".tmp")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        part.unlink(missing_ok=True)
        raise
    return part
