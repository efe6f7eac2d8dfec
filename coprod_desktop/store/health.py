"""Whether the files of a workspace are as they were written: looked at before the database is opened, and put right.

What one flipped bit did is turned back and proven; else a whole database is made of what can be read (salvage). The
damaged files are kept first, in a folder of their own beside it.
"""

from __future__ import annotations

import contextlib
import datetime
import os
import shutil
from collections.abc import Sequence
from dataclasses import field, replace
from pathlib import Path

from coprod_desktop.domain.value import Value, value
from coprod_desktop.errors import DamagedWorkspace
from coprod_desktop.store import pages, wal
from coprod_desktop.store.pages import PageKeys
from coprod_desktop.store.wal import Log

DATABASE = "workspace.db"
LOG = f"{DATABASE}-wal"
READY = "workspace.put-right.db"
"""A database that was made whole and is to take the place of the damaged one; finished when the workspace is next opened."""
WORK = ".putting-right"
KEPT = "damaged-"
SMALL = 8 * 2**20
"""Bytes. Every page of a database up to this size is looked at before it is opened: 2,048 pages, 20 ms."""
_MEND_AT_MOST = 16
"""Pages. To turn a bit back takes a quarter of a second."""


@value
class Health(Value):
    """What was found. `pages` are those of the file that do not hold and are in no good frame of the log."""

    keys: PageKeys = field(repr=False)
    log: Log = field(repr=False)
    pages: Sequence[int] = ()
    many: int = 0
    """How many pages were looked at."""
    kept_in: str = ""
    """The folder with the files as they were, where this was mended."""

    @property
    def is_sound(self) -> bool:
        """Whether nothing is wrong."""
        return not self.pages and not self.log.is_damaged


def look(folder: Path, raw_key: bytes, known_salt: str | None = None, *, at_most: int | None = None) -> Health:
    """Look at a workspace that nobody has open. `at_most`: bytes of the database up to which every page is looked at."""
    database = folder / DATABASE
    keys = pages.keys_of(database, raw_key, known_salt)
    log = wal.look(folder / LOG, keys)
    size = database.stat().st_size
    if at_most is not None and size > at_most:
        with database.open("rb") as file:
            return Health(keys, log, [] if file.read(pages.SALT) == keys.salt else [1])
    later = {frame.number for frame in log.frames}
    bad = [number for number in pages.damaged(database, keys) if number not in later]
    return Health(keys, log, bad, pages.count(database))


def before_opening(folder: Path, raw_key: bytes, known_salt: str | None = None) -> Health | None:
    """Look at a workspace that is about to be opened: its log, and up to SMALL every page. What one bit did is mended.

    Returns what was mended, None when nothing was wrong. Raises DamagedWorkspace when it takes more; nothing is
    changed then: opened as it is, SQLite would throw away what stands after the damage.
    """
    finish(folder)
    found = look(folder, raw_key, known_salt, at_most=SMALL)
    if found.is_sound:
        return None
    with contextlib.suppress(OSError):  # it cannot be written
        if can_mend(folder, found):
            kept = keep(folder)
            if mend(folder, found):
                return replace(found, kept_in=kept.name)
    raise damaged()


def damaged() -> DamagedWorkspace:
    """Return the sentence for a workspace that cannot be opened as it is."""
    return DamagedWorkspace(
        "A part of this workspace is damaged: the disk gave back something else than was written.",
        "Nothing was changed. “Put it right” keeps the damaged files in a folder of their own, and saves all that can "
        "be read, with the newest backup.",
    )


def finish(folder: Path) -> None:
    """Put a database in place that was made whole before the program ended."""
    if (folder / READY).exists():
        for left in (LOG, f"{DATABASE}-shm"):
            (folder / left).unlink(missing_ok=True)  # the old one's log would be read into the new one
        (folder / READY).replace(folder / DATABASE)
        sync(folder)
    shutil.rmtree(folder / WORK, ignore_errors=True)


def keep(folder: Path, now: datetime.datetime | None = None) -> Path:
    """Copy the damaged files into a folder of their own. Returns it. Raises OSError."""
    at = (now or datetime.datetime.now(datetime.UTC)).astimezone(datetime.UTC)
    name = f"{KEPT}{at:%Y-%m-%dT%H%M%SZ}"
    numbered = (folder / (name if not n else f"{name}-{n}") for n in range(1000))
    kept = next(path for path in numbered if not path.exists())
    part = folder / f".{kept.name}.part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=0o700)
    for name in (DATABASE, LOG, "vault.json", "vault-copy.json", "gone.bin"):
        if (folder / name).exists():
            shutil.copyfile(folder / name, part / name)
            os.chmod(part / name, 0o600)
            with (part / name).open("rb+") as file:
                os.fsync(file.fileno())
    part.replace(kept)
    sync(folder)
    return kept


def can_mend(folder: Path, health: Health) -> bool:
    """Tell whether turning bits back puts all right, without changing anything. Raises OSError."""
    if len(health.pages) > _MEND_AT_MOST or not health.log.is_whole:
        return False
    read = ((number, pages.read(folder / DATABASE, number)) for number in health.pages)
    return all(len(page) == pages.PAGE and health.keys.mended(page, number) for number, page in read)


def mend(folder: Path, health: Health) -> bool:
    """Turn flipped bits back, in the file and its log. Returns whether all is as it was; keep() comes first. Raises OSError."""
    if len(health.pages) > _MEND_AT_MOST or pages.mend(folder / DATABASE, health.keys, health.pages):
        return False
    if health.log.is_damaged:
        if not health.log.is_whole:
            return False
        part = folder / f"{LOG}.part"
        health.log.write(part)
        os.chmod(part, 0o600)
        (folder / f"{DATABASE}-shm").unlink(missing_ok=True)
        part.replace(folder / LOG)
    sync(folder)
    return True


def sync(folder: Path) -> None:
    """Have the names in a folder reach the disk."""
    with contextlib.suppress(OSError):  # Windows opens no folders
        at = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(at)
        finally:
            os.close(at)
