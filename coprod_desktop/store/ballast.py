"""Room kept free beside the database, so that the last lines can be saved when the disk is full.

A file of random bytes, which looks like any encrypted one. Its name says what it is for to whoever finds it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

FILE = "room-kept-for-the-last-lines.bin"
SIZE = 8 * 2**20
ENOUGH = 8 * SIZE
"""Bytes that have to be free before room is kept: on a disk that is nearly full it would be what fills it."""
_NOTHING = 2**20
"""Bytes. With less than that free, whatever the disk complains of, it is full."""


def free(folder: Path) -> int | None:
    """Return how many bytes are free where the folder lies; None where the system does not tell."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def is_kept(folder: Path) -> bool:
    """Tell whether there is room kept."""
    return (folder / FILE).exists()


def keep(folder: Path) -> bool:
    """Keep room, where there is enough. Returns whether it is kept."""
    room = free(folder)
    if is_kept(folder):
        return True
    if room is None or room < ENOUGH:
        return False
    part = folder / f"{FILE}.part"
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            for _ in range(SIZE // 2**20):
                file.write(os.urandom(2**20))
        part.replace(folder / FILE)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
        return False
    return True


def give_up(folder: Path, *, is_full: bool) -> bool:
    """Give the room up, when the disk is full. Returns whether there is more room now."""
    room = free(folder)
    if not is_full and (room is None or room > _NOTHING):
        return False
    try:
        (folder / FILE).unlink()
    except OSError:
        return False
    return True
