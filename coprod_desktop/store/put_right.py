"""Puts a damaged workspace right: bits turned back where that is all, else salvaged and put in the damaged one's place."""

from __future__ import annotations

import contextlib
import datetime
import os
import shutil
from pathlib import Path

from coprod_desktop.store import backups, gone_file, health, salvage
from coprod_desktop.store.health import DATABASE, READY, WORK, Health
from coprod_desktop.store.salvaged import Salvaged


def newest_copy(folder: Path, raw_key: bytes) -> Path | None:
    """Return the folder of the newest backup whose every page holds by this key."""
    for copy in backups.every(folder / backups.FOLDER):
        with contextlib.suppress(OSError):
            if health.look(copy.folder, raw_key).is_sound:
                return copy.folder
    return None


def put_right(folder: Path, raw_key: bytes, found: Health) -> Salvaged:
    """Put a workspace right that nobody has open, and return what came back. The damaged files are kept.

    The report is in the database too, but for one that could be mended in place. Raises OSError when there is no room.
    """
    now = datetime.datetime.now(datetime.UTC)
    kept = health.keep(folder, now)
    told = Salvaged(now.isoformat(timespec="seconds"), kept.name, len(found.pages) + len(found.log.lost))
    if not found.is_sound and health.mend(folder, found):
        return Salvaged(**{**vars(told), "mended": True})
    work = folder / WORK
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(mode=0o700)
    try:
        left = health.look(folder, raw_key, found.keys.salt.hex())  # what could be turned back was
        copy = newest_copy(folder, raw_key)
        made = salvage.made(work, raw_key, left.keys, left.log, folder / DATABASE, copy, told)
        with (work / DATABASE).open("rb+") as file:
            os.fsync(file.fileno())
        os.chmod(work / DATABASE, 0o600)
        if (work / gone_file.FILE).exists():
            (work / gone_file.FILE).replace(folder / gone_file.FILE)
        (work / DATABASE).replace(folder / READY)
        health.sync(folder)
        health.finish(folder)
        return made
    finally:
        shutil.rmtree(work, ignore_errors=True)
