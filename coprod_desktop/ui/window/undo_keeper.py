"""Keeps the Undo button true: what it would take back now, in its tooltip and as a screen reader hears it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from coprod_desktop.domain.changes import Changes
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.style import icons

if TYPE_CHECKING:  # the store is heavy; it is imported after the first paint
    from coprod_desktop.services.undo_words import UndoWords

READ_AFTER_MS = 300
"""It is read when the hands rest: a line that is being saved never waits for it."""
NOTHING = "Nothing to undo"


class UndoKeeper(QObject):
    """A press of the button is the shell's; it takes no focus from where one works."""

    def __init__(self, push: QPushButton, runner: Runner) -> None:
        super().__init__(push)
        self._push, self._runner = push, runner
        self._opened = 0
        self._later = Pause(self.refresh, READ_AFTER_MS, self)
        icons.put(push, "undo")
        self.forget()

    def apply(self, changes: Changes) -> None:
        """Something was saved."""
        if any(True for _ in changes.all()) or changes.said:
            self._later.start()

    def refresh_soon(self) -> None:
        """A workspace was opened: first of all one can type."""
        self._later.start()

    def refresh(self) -> None:
        """Read again what undo would do."""
        if self._runner.desk is not None:
            from coprod_desktop.services import undo_words

            asked = self._opened
            self._runner.ask(undo_words.next_undo, done=lambda step: self._found(asked, step), owner=self)

    def forget(self) -> None:
        """The workspace is closed."""
        self._later.stop()
        self._opened += 1
        self._show(None)

    def _found(self, asked: int, step: UndoWords | None) -> None:
        if asked == self._opened:  # else it is of a workspace that is closed by now
            self._show(step)

    def _show(self, step: UndoWords | None) -> None:
        words = f"Undo: {step.before}" if step is not None else NOTHING
        self._push.setEnabled(step is not None)
        self._push.setToolTip(f"{words}\nCtrl Z" if step is not None else words)
        self._push.setAccessibleName(words)
        self._push.setAccessibleDescription("Key: Ctrl Z")
