"""Files that were opened with this program, by a double click or on the command line: they come in once they can.

While the door is shut they wait, and the door says so. They never come into the sample. They come in one after another,
however many were opened together, and are told of together once the last is in.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QDialog

from coprod_desktop.domain.counted import counted
from coprod_desktop.ui.widgets.banner import Banner
from coprod_desktop.ui.window.shell import Shell

if TYPE_CHECKING:
    from coprod_desktop.ui.base.context import Context
    from coprod_desktop.ui.dialogs.bring_in import BringIn, Outcome


class FilesToOpen(QObject):
    """Holds the files asked for, each once, until a workspace is open."""

    def __init__(self, shell: Shell, paths: Sequence[Path] = ()) -> None:
        super().__init__(shell)
        self._shell = shell
        self.paths = list(dict.fromkeys(paths))
        self._now: Path | None = None
        self._came: list[tuple[str, Outcome]] = []
        self._told: QDialog | None = None
        self._context: Context | None = None
        self._is_sample = False
        self._door: Banner | None = None

    def come(self, path: Path) -> None:
        """Take a file: in at once where a workspace is open, else when one is."""
        if path not in self.paths and path != self._now:
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
        """It is being closed: what is not in yet waits again. A file that was in after all brings nothing new."""
        if self._now is not None:
            self.paths.insert(0, self._now)
        self._context = self._now = self._told = None
        self._came.clear()

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
        if self._is_sample:
            paths, self.paths = self.paths, []
            was, again = ("was", "the file") if len(paths) == 1 else ("were", "the files")
            context.tell(
                f"{_named(paths)} {was} not brought in: this is the sample, where nothing is kept.",
                f"Press Lock, open your own workspace, and open {again} again.",
                "look",
            )
            return
        self._next(context)

    def _next(self, context: Context) -> None:
        if self._now is not None:
            return
        from coprod_desktop.ui.dialogs.bring_in import BringIn

        self._now = path = self.paths.pop(0)
        bring = BringIn(context, self._shell.in_front(), lambda came: self._is_in(bring, path.name, came))
        bring.bring(path)

    def _is_in(self, bring: BringIn, name: str, came: Outcome) -> None:
        self._now = None
        self._came.append((name, came))
        if self.paths and self._context is not None:
            self._next(self._context)
        else:
            self._tell(bring)

    def _tell(self, bring: BringIn) -> None:
        """Tell of all that came, once what was told before is closed: nothing is stacked on it, or changed in a hand."""
        if self._told is not None or self._context is None or not self._came:
            return
        came, self._came = self._came, []
        if len(came) == 1:
            self._told = bring.show(came[0][1])
        else:
            from coprod_desktop.ui.dialogs.several_brought_in import SeveralBroughtIn

            self._told = SeveralBroughtIn(self._context, came, self._shell.in_front())
            self._told.open()
        if self._told is not None:
            self._told.finished.connect(lambda _result: self._closed(bring))

    def _closed(self, bring: BringIn) -> None:
        self._told = None
        if self._now is None:
            self._tell(bring)


def _named(paths: Sequence[Path]) -> str:
    more = f" and {counted(len(paths) - 1, 'more file')}" if len(paths) > 1 else ""
    return f"“{paths[0].name}”{more}"
