"""Bring a session file in: choose it, take it in whole or not at all, and say what was taken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.ui.context import Context

if TYPE_CHECKING:  # Home has this button: what reads files is imported when one is brought in
    from coprod_desktop.services.imports import Imported

LARGEST = 64 * 1024 * 1024
"""Bytes. A session of 2,000 lines is under one million."""


class BringIn(QObject):
    """A refusal is shown above the page: the place in the file, and that nothing was stored."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page

    def ask(self) -> None:
        """Ask which file, then bring it in."""
        from PySide6.QtWidgets import QFileDialog

        found, _ = QFileDialog.getOpenFileName(
            self._page, "Which session file?", str(Path.home()), "Session files (*.json);;All files (*)"
        )
        if found:
            self.bring(Path(found))

    def bring(self, path: Path) -> None:
        """Bring one file in. A file that is no session file is found out first: nothing of one's own was "not saved" then."""
        self._context.runner.ask(read, path, done=self._take_in, owner=self._page)

    def _take_in(self, data: bytes) -> None:
        from coprod_desktop.services import imports

        self._context.runner.do(imports.import_file, data, done=self._done, owner=self._page)

    def _done(self, done: Imported) -> None:
        from coprod_desktop.ui.dialogs.brought_in import BroughtIn, taken_words

        self._context.tell(done.title, taken_words(done), "done")  # in place of what was said of a file before it
        BroughtIn(self._context, done, self._page).open()


def read(_desk: Desk, path: Path) -> bytes:
    """Return what is in a session file; UserError when it is none."""
    from coprod_desktop.services import exchange

    try:
        if path.stat().st_size > LARGEST:
            raise UserError(f"{path.name} is far larger than any session.", "Nothing from this file was stored.")
        data = path.read_bytes()
    except OSError as wrong:
        raise UserError(
            f"{path.name} could not be read ({wrong.strerror}).", "Nothing was stored. Choose another file."
        ) from wrong
    exchange.read(data)
    return data
