"""A workspace whose folder takes nothing: a write-protected stick, a share one may only read.

SQLite reads no database with a log where it cannot write. So the files, encrypted as they are, are copied into a
private folder of this computer and opened there, to be read.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import time
from pathlib import Path

from coprod_desktop.store import gone_file, health, key
from coprod_desktop.store.sentences import cannot_write

_PREFIX = "coprod-read-"
_LEFT = 24 * 60 * 60
"""Seconds after which a copy that a crash left is taken away."""


def takes_writing(folder: Path, database: str) -> bool:
    """Tell whether the folder and its database can be written to."""
    return os.access(folder, os.W_OK) and os.access(folder / database, os.W_OK)


def copied(folder: Path) -> Path:
    """Copy a workspace's files to where they can be opened. Raises UserError."""
    _forget_what_was_left()
    target = Path(tempfile.mkdtemp(prefix=_PREFIX))  # open to nobody else
    try:
        for name in (health.DATABASE, health.LOG, gone_file.FILE, *key.FILES):
            if (folder / name).exists():
                shutil.copyfile(folder / name, target / name)
    except OSError as wrong:
        forget(target)
        raise cannot_write(target, wrong) from wrong
    return target


def forget(copy: Path) -> None:
    """Take a copy away."""
    shutil.rmtree(copy, ignore_errors=True)


def _forget_what_was_left() -> None:
    for old in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError):
            if time.time() - old.stat().st_mtime > _LEFT:
                forget(old)
