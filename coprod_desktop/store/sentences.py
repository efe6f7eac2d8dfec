"""What the disk and the database library say, as sentences for a person."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlcipher3 import dbapi2

from coprod_desktop.errors import DiskFull, NotOnDisk, UserError
from coprod_desktop.store import cipher


def disk_error(wrong: Exception) -> NotOnDisk:
    """Return the sentence for what the disk or the database said."""
    said = str(getattr(wrong, "orig", wrong)).lower()
    if "full" in said:
        return DiskFull(
            "The disk is full, so the last change was not saved.", "All before it is safe. Make room, then try again."
        )
    if "readonly" in said or "unable to open" in said:
        return NotOnDisk("This folder cannot be written to.", "What was saved before is safe. Choose another folder.")
    if "locked" in said or "busy" in said:
        return NotOnDisk("Another program is using the workspace.", "Nothing was changed. Close it, then try again.")
    if "malformed" in said or "not a database" in said:
        return NotOnDisk(
            "A part of the database is damaged.", "Nothing was changed. Keep the folder as it is, and use a copy."
        )
    return NotOnDisk(
        "The disk could not be written or read.", "What was saved before is safe. Check the disk, then try again."
    )


def cannot_write(folder: Path, wrong: Exception) -> UserError:
    """Return the sentence for a folder that takes nothing."""
    why = getattr(wrong, "strerror", None) or "it may be write-protected"
    return UserError(f"The folder {folder} cannot be used ({why}).", "Nothing was stored. Choose another folder.")


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Turn what the database library raises into sentences."""
    try:
        yield
    except cipher.Damaged as wrong:
        raise UserError(
            "A part of the database is damaged.", "Nothing was changed. Use a copy of the folder."
        ) from wrong
    except dbapi2.OperationalError as wrong:  # what a raw statement raises
        raise disk_error(wrong) from wrong
    except DBAPIError as wrong:
        if wrong.connection_invalidated or isinstance(wrong.orig, (dbapi2.OperationalError, dbapi2.DatabaseError)):
            if isinstance(wrong.orig, (dbapi2.ProgrammingError, dbapi2.IntegrityError)):
                raise
            raise disk_error(wrong) from wrong
        raise
