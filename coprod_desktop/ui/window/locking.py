"""Locking, from the key press to the end of the process that held words and key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from coprod_desktop.errors import NotOnDisk
from coprod_desktop.ui.window.cover import Cover
from coprod_desktop.ui.window.shell import APP_NAME, Shell

if TYPE_CHECKING:
    from coprod_desktop.ui.window.succession import Stand, Successor

Succeed = Callable[["Stand"], "Successor"]
"""Starts the process that comes after this one."""
AT_MOST_MS = 60_000
"""A disk that does not answer holds up the end of the process no longer than this."""
NOT_AFRESH = (
    "The workspace is locked, but the program could not start afresh.",
    "What was open may stay in this computer's memory until you close this window.",
)
NOT_SAVED = "The disk would not take what you typed last."
KEPT = "It is kept on this computer, locked, and offered when you open the workspace."
HELD = "It waits here, locked, and is offered when you open the workspace. Leave this window open until then."


class Locking(QObject):
    """One lock. `close` closes the workspace; `show_door` shows the locked door in this process, with a message.

    Without `succeed` the process goes on, and shows the door itself.
    """

    def __init__(
        self,
        shell: Shell,
        close: Callable[[], None],
        show_door: Callable[[Path, Mapping[str, Any]], None],
        succeed: Succeed | None = None,
    ) -> None:
        super().__init__(shell)
        self._shell, self._close, self._show_door, self._succeed = shell, close, show_door, succeed
        self._cover: Cover | None = None
        self._successor: Successor | None = None
        self._word: dict[str, Any] = {}
        self._folder = Path()
        self._is_handed_in = self._is_closed = self._is_wanted = self._fell = False

    def lock(self, folder: Path) -> None:
        """Cover the screen, hand in what was typed, close the workspace, end. `folder` is what is asked for then."""
        if self._cover is not None:
            return  # pressed twice
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self._cover = Cover(app, self._shell, APP_NAME)
        self._folder, self._word = folder, {}
        self._is_handed_in = self._is_closed = self._is_wanted = self._fell = False
        if self._succeed is not None:
            self._begin_anew(self._succeed)
        try:
            self._put_away()
        finally:  # whatever went wrong: what is locked stays locked
            self._is_closed = True
            self._go_on()

    def _begin_anew(self, succeed: Succeed) -> None:
        """Have the next process come up while this one puts away."""
        from coprod_desktop.ui.window.succession import Stand

        shell = self._shell
        shell.leaving.emit()
        front = QApplication.applicationState() is Qt.ApplicationState.ApplicationActive
        self._successor = succeed(Stand(str(self._folder), front, shell.isMinimized()))
        self._successor.came.connect(self._go_on)
        self._successor.wanted.connect(self._hurry)
        self._successor.fell.connect(self._fall_back)
        QTimer.singleShot(AT_MOST_MS, self, self._end)

    def _put_away(self) -> None:
        self._shell.runner.stop_jobs()  # a paper that is being made is not waited for
        failure = self._shell.take_in()
        desk = self._shell.runner.desk
        if isinstance(failure, NotOnDisk) and desk is not None:
            self._word = {"not_saved": True, "held": desk.rescue.held()}
        self._is_handed_in = True
        if self._is_wanted:
            self._end()
        self._close()
        self._shell.runner.wait_idle()

    def _go_on(self) -> None:
        if not self._is_closed:
            return
        if self._successor is None or self._fell:
            self._lock_here()
        elif self._successor.is_there:
            self._end()
        else:
            from coprod_desktop.ui.window.succession import PATIENCE_MS

            QTimer.singleShot(PATIENCE_MS, self, self._end)

    def _hurry(self) -> None:
        """Somebody wants in there. Every word is on the disk once it is handed in: a backup made on closing can wait."""
        self._is_wanted = True
        if self._is_handed_in:
            self._end()

    def _end(self) -> None:
        if self._successor is not None:
            self._successor.end_this(self._word)

    def _fall_back(self) -> None:
        """There is no next process: this one shows the door, and says that it is still this one."""
        self._fell = True
        self._go_on()

    def _lock_here(self) -> None:
        if self._fell:
            self._word["same_process"] = True
        self._successor = None
        self._shell.leave()
        for dialog in self._shell.findChildren(QDialog):
            dialog.hide()  # not closed: closing lets go of what is kept of its fields
            dialog.deleteLater()
        cover, self._cover = self._cover, None
        if cover is not None:
            cover.lift()
        self._show_door(self._folder, self._word)


def message(word: Mapping[str, Any]) -> tuple[str, str] | None:
    """Return what the locked door says of the last word of the process before: what happened, and what to do."""
    if word.get("not_saved"):
        return NOT_SAVED, HELD if word.get("held") else KEPT
    return NOT_AFRESH if word.get("same_process") else None
