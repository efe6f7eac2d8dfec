"""A file is on the disk under its name only when its folder is: the one way to have it so."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def sync(folder: Path) -> None:
    """Have the names in a folder on the disk. Some systems and file systems cannot, and need not."""
    with contextlib.suppress(OSError):  # Windows opens no folders
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
