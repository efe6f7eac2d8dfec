"""A copy of a database becomes a workspace again, in a folder of its own. Where it comes from is only ever read.

All is made under another name, looked through, and given its name last: a folder with the name asked for is whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from sqlcipher3 import dbapi2

from coprod_desktop.errors import UserError
from coprod_desktop.store import (
    backups,
    cipher,
    folder_names,
    gone_file,
    here,
    key,
    locking,
    migrate,
    newer,
    pages,
    store,
)
from coprod_desktop.store.backups import NotBackedUp, Told
from coprod_desktop.store.contents import Contents
from coprod_desktop.store.key.wraps import Secret

LOG = f"{here.DATABASE}-wal"
_CHUNK = 1 << 20


class NotWhole(Exception):
    """This copy cannot be used; another may. Its words say why, for a sentence."""


def free(to: Path, not_in: Iterable[Path]) -> None:
    """Raise UserError unless a workspace can be made in a folder: it must be empty or not there, and in no other."""
    for other in not_in:
        if to.resolve().is_relative_to(other.resolve()):
            raise UserError(
                f"{to} is inside the folder that it is to come from.", "Nothing was changed. Choose another folder."
            )
    try:
        taken = to.exists() and (not to.is_dir() or any(to.iterdir()))
    except OSError as wrong:
        raise UserError(f"{to} cannot be read ({wrong.strerror}).", "Nothing was changed. Choose another.") from wrong
    if taken:
        raise UserError(
            f"There is something in {to} already, and nothing is ever written over.",
            "Nothing was changed. Choose an empty folder, or one that is not there yet.",
        )


def unlock(folder: Path, secret: Secret) -> tuple[bytes, key.Vault]:
    """Return the key of a copy and the key file that gave it. Raises UserError."""
    found = key.look(folder, pages.salt_of(folder / here.DATABASE))
    opened = key.unlock(found, secret, lambda _raw, _vault: True)
    return opened.key, opened.vault


def bring(
    folder: Path, part: Path, raw: bytes, told: Told | None, going: Callable[[float], None] = lambda _done: None
) -> Contents:
    """Copy a database into an empty folder and prove it. `told` is what its backup says of it, None for a workspace.

    Raises NotWhole when it is damaged, newer.BACKUP, and OSError when there is no room.
    """
    digest = _copy(folder / here.DATABASE, part / here.DATABASE, going)
    if told is not None and digest != told.sha256:
        raise NotWhole("it is not what it was when it was made")
    try:
        if told is None:
            _take_the_log_in(folder, part, raw)
        found = backups.prove(part / here.DATABASE, raw)
    except (cipher.Damaged, NotBackedUp, dbapi2.Error) as wrong:
        raise NotWhole("a part of it is damaged") from wrong
    if found.schema > migrate.SCHEMA_VERSION:
        raise newer.BACKUP
    if told is not None and found[:5] != (told.schema, told.clock, told.sessions, told.lines, told.promises):
        raise NotWhole("not everything is in it")
    return found


def make_whole(part: Path, raw: bytes, vault: key.Vault, secret: Secret, gone_in: Iterable[Path]) -> Contents:
    """Give a brought database its key file and a name of its own among laptops, bring it up to date, and prove it again.

    What was struck by any of the files in `gone_in` goes. Returns what is in it now.
    """
    key.save(part, vault)
    gone_file.save_rows(part, raw, gone_file.joined(gone_in, raw))
    with contextlib.closing(cipher.connect(part / here.DATABASE, raw)) as connection:
        connection.execute("UPDATE meta SET value = '' WHERE key = 'file'")
    store.open_store(part, secret if isinstance(secret, str) else None).close()
    shutil.rmtree(part / backups.FOLDER, ignore_errors=True)  # of before the upgrade; where it came from has it
    (part / locking.LOCK).unlink(missing_ok=True)
    return backups.prove(part / here.DATABASE, raw)


def take_name(part: Path, to: Path) -> None:
    """Give what is whole its name."""
    for file in part.iterdir():
        with contextlib.suppress(OSError), file.open("rb") as opened:
            os.fsync(opened.fileno())
    folder_names.sync(part)
    if to.exists():
        to.rmdir()  # empty: so it was asked
    part.rename(to)
    folder_names.sync(to.parent)


def part_of(to: Path) -> Path:
    """Return an empty folder beside where a workspace is to be; what an earlier try left there goes."""
    part = to.with_name(f"{backups.PART}{to.name}")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=0o700, parents=True)
    return part


def emptied(part: Path) -> None:
    """Take what was brought out again, for another copy to be tried."""
    for path in part.iterdir():
        path.unlink()


def _take_the_log_in(folder: Path, part: Path, raw: bytes) -> None:
    """Copy the log of a workspace that was not closed, and have what is in it in the database."""
    with contextlib.suppress(FileNotFoundError):
        _copy(folder / LOG, part / LOG, lambda _done: None)
    with contextlib.closing(cipher.connect(part / here.DATABASE, raw)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)").fetchone()


def _copy(source: Path, target: Path, going: Callable[[float], None]) -> str:
    """Copy a file, and return the SHA-256 of what was read."""
    digest, size = hashlib.sha256(), max(source.stat().st_size, 1)
    with source.open("rb") as old, open(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as new:
        for n in itertools.count(1):
            if not (data := old.read(_CHUNK)):
                break
            digest.update(data)
            new.write(data)
            going(min(1.0, n * _CHUNK / size))
        new.flush()
        os.fsync(new.fileno())
    return digest.hexdigest()
