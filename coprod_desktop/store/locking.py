"""The lock of a workspace: one window or command at a time."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout

from coprod_desktop.errors import UserError
from coprod_desktop.store.sentences import cannot_write

LOCK = "workspace.lock"


def in_use(folder: Path) -> bool:
    """Tell whether a window or a command has the workspace open now."""
    if not (folder / LOCK).exists():
        return False
    try:
        with FileLock(folder / LOCK).acquire(timeout=0):
            return False
    except Timeout:
        return True
    except OSError:
        return False  # opening it will say what is wrong


@contextlib.contextmanager
def held(folder: Path) -> Iterator[None]:
    """Hold the lock of a workspace that is not open, so that no window or command opens it meanwhile."""
    lock = take(folder)
    try:
        yield
    finally:
        lock.release()


def take(folder: Path) -> FileLock:
    """Take the lock of a workspace; whoever gets it lets it go. Raises UserError when somebody has it."""
    lock = FileLock(folder / LOCK)
    try:
        lock.acquire(timeout=0)
    except Timeout as busy:
        raise UserError(
            "This workspace is open in another window or command.",
            "Nothing was changed. Close it there, then try again.",
        ) from busy
    except OSError as wrong:
        raise cannot_write(folder, wrong) from wrong
    with contextlib.suppress(OSError):
        os.chmod(folder / LOCK, 0o600)
    return lock
