"""Files that were opened with this program, by a double click or on the command line: they come in once they can.

While the door is shut they wait, and the door says so. They never come into the sample.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent

from coprod_desktop.domain.counted import counted
from coprod_desktop.ui.widgets.banner import Banner
from coprod_desktop.ui.window.shell import Shell

if TYPE_CHECKING:
    from coprod_desktop.ui.base.context import Context


class FileToOpen(QObject):
    """Holds the files asked for, each once, until a workspace is open."""

    def __init__(self, shell: Shell, path: Path | None = None) -> None:
        super().__init__(shell)
        self._shell = shell
        self.paths = [] if path is None else [path]
        self._context: Context | None = None
        self._is_sample = False
        self._door: Banner | None = None

    def come(self, path: Path) -> None:
        """Take a file: in at once where a workspace is open, else when one is."""
        if path not in self.paths:
            self.paths.append(path)
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
        if self.paths:
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
        if self.paths:
            comes = "comes in" if len(self.paths) == 1 else "come in"
            banner.tell(f"{_named(self.paths)} {comes} as soon as your workspace is open.", "", "info")

    def _bring(self, context: Context) -> None:
        paths, self.paths = self.paths, []
        if self._is_sample:
            was, again = ("was", "the file") if len(paths) == 1 else ("were", "the files")
            context.tell(
                f"{_named(paths)} {was} not brought in: this is the sample, where nothing is kept.",
                f"Press Lock, open your own workspace, and open {again} again.",
                "look",
            )
            return
        from coprod_desktop.ui.dialogs.bring_in import BringIn

        bring = BringIn(context, self._shell.in_front())
        for path in paths:
            bring.bring(path)


def _named(paths: Sequence[Path]) -> str:
    more = f" and {counted(len(paths) - 1, 'more file')}" if len(paths) > 1 else ""
    return f"“{paths[0].name}”{more}"
