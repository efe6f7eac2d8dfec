"""Whether the files that are open are still the files one finds by their names.

A folder can be deleted, renamed, unplugged or replaced by a program that copies folders while the database is open.
SQLite writes on and says nothing: the words go into a file that nobody will find again.
"""

from __future__ import annotations

import os
from pathlib import Path

from coprod_desktop.errors import FolderGone

Mark = tuple[int, int]
"""Device and inode. (0, 0) where the system tells neither, as on some network drives of Windows."""

_NEXT = "What was typed last is not saved in it. Put the folder back, then lock and open the workspace again."
MISSING = "The folder of this workspace is not where it was: it was moved, deleted or unplugged."
REPLACED = (
    "Another file has taken the place of this workspace's database. A program that copies folders may have done that."
)


class Ground:
    """The database file and its log, as they were when the workspace was opened."""

    def __init__(self, database: Path) -> None:
        self._paths = (str(database), f"{database}-wal")
        self._marks = [_mark(path) for path in self._paths]

    def complaint(self) -> str | None:
        """Return what is wrong with the place one writes to, or None. Two looks at the folder: cheap enough for each save."""
        for at, path in enumerate(self._paths):
            then, now = self._marks[at], _mark(path)
            if now is None:
                return MISSING
            if then is None:  # the log is begun with the first change
                self._marks[at] = now
            elif now != then and 0 not in (now[1], then[1]):
                return REPLACED
        return None

    def check(self) -> None:
        """Raise FolderGone when what was written just now is not in the files that are found by their names."""
        wrong = self.complaint()
        if wrong is not None:
            raise FolderGone(wrong, _NEXT)


def _mark(path: str) -> Mark | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    if found.st_ino and not found.st_nlink:
        return None  # a name that is still remembered, of a file that is gone
    return (found.st_dev, found.st_ino)
