"""A file somebody chose: its bytes, and which of the kinds that come in it is."""

from __future__ import annotations

import stat
from pathlib import Path

from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in import events_log, people
from coprod_desktop.services.desk import Desk

LARGEST = 256 * 1024 * 1024
"""Bytes. A session of a hundred thousand lines has under half of it."""


def bytes_of(path: Path, largest: int = LARGEST, what: str = "session or list") -> bytes:
    """Return what is in a file. UserError when it cannot be read, or is far too large to be what it should be."""
    try:
        found = path.stat()
        if not (stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)):
            raise UserError(f"{path.name} is no file.", "Nothing was stored. Choose another file.")  # a pipe never ends
        if found.st_size > largest:
            raise UserError(f"{path.name} is far larger than any {what}.", "Nothing of it was stored.")
        return path.read_bytes()
    except (OSError, ValueError) as wrong:  # a name that no file can have is a ValueError
        why = wrong.strerror if isinstance(wrong, OSError) else "no file has such a name"
        raise UserError(
            f"{path.name} could not be read ({why}).", "Nothing was stored. Choose another file."
        ) from wrong


def is_log(desk: Desk, data: bytes, name: str) -> bool:
    """Tell whether a file is an engagement log, and no session. UserError for a list of people: it has another place."""
    if events_log.is_log(data):
        return True
    if not name.lower().endswith((".csv", ".tsv")):
        return False
    if people.is_list(desk, data):
        raise UserError(
            "This is a list of people, no log of sessions. Nothing was stored.",
            "Open the session they come to, and bring it in there: Get ready, Who is coming.",
        )
    return True
