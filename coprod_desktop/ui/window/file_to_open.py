"""A file that was opened with this program, by a double click or on the command line: it comes in once it can.

While the door is shut it waits, and the door says so. It never comes into the sample.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

from coprod_desktop.ui.widgets.banner import Banner
from coprod_desktop.ui.window.shell import Shell

if TYPE_CHECKING:
    from coprod_desktop.ui.base.context import Context


class FileToOpen(QObject):
    """Holds the newest file asked for until a workspace is open."""

    def __init__(self, shell: Shell, path: Path | None = None) -> None:
        super().__init__(shell)
        self._shell = shell
        self.path = path
        self._context: Context | None = None
        self._is_sample = False
        self._door: Banner | None = None

    def come(self, path: Path) -> None:
        """Take a file: in at once where a workspace is open, else when one is."""
        self.path = path
        if self._context is not None:
            self._bring(self._context)
        elif self._door is not None:
            self._say(self._door)

    def waits_at(self, banner: Banner) -> None:
        """A door is shown: say there that a file waits, when one does."""
        self._door = banner
        banner.destroyed.connect(self._door_gone)
        self._say(banner)

    def opened(self, context: Context, *, is_sample: bool) -> None:
        """A workspace is open."""
        self._context, self._is_sample, self._door = context, is_sample, None
        if self.path is not None:
            self._bring(context)

    def closed(self) -> None:
        """It is being closed."""
        self._context = None

    def eventFilter(self, seen: QObject, event: QEvent) -> bool:
        """MacOS tells a running program in an event which file it is to open."""
        if event.type() is QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent) and event.file():
            self.come(Path(event.file()))
            return True
        return super().eventFilter(seen, event)

    def _door_gone(self, gone: QObject) -> None:
        if self._door is gone:
            self._door = None

    def _say(self, banner: Banner) -> None:
        if self.path is not None:
            banner.tell(f"“{self.path.name}” comes in as soon as your workspace is open.", "", "info")

    def _bring(self, context: Context) -> None:
        path, self.path = self.path, None
        assert path is not None
        if self._is_sample:
            context.tell(
                f"“{path.name}” was not brought in: this is the sample, where nothing is kept.",
                "Press Lock, open your own workspace, and open the file again.",
                "look",
            )
            return
        from coprod_desktop.ui.dialogs.bring_in import BringIn

        BringIn(context, self._shell.in_front()).bring(path)
