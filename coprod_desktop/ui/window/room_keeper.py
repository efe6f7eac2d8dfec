"""Looks now and then whether there is room on the disk, and says so before it is full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.base.timers import Every
from coprod_desktop.ui.window.shell import Shell

if TYPE_CHECKING:  # the store is heavy; it is imported after the first paint
    from coprod_desktop.services.room import Room

FIRST_LOOK_MS = 3000
EVERY_MS = 60_000


class RoomKeeper(QObject):
    """One per opened workspace. What it says it says once, and again when there was room in between."""

    def __init__(self, shell: Shell, runner: Runner) -> None:
        super().__init__(shell)
        self._shell, self._runner, self._desk = shell, runner, runner.desk
        self._told = False
        self._later = Every(self.look, EVERY_MS, self)
        self._later.start()
        QTimer.singleShot(FIRST_LOOK_MS, self, self.look)

    def look(self) -> None:
        """Look once; for another workspace there is another keeper."""
        if self._runner.desk is None or self._runner.desk is not self._desk:
            self.deleteLater()
            return
        from coprod_desktop.services import room

        self._runner.job(lambda desk, _job: room.look(desk), done=self._looked, owner=self)

    def _looked(self, room: Room) -> None:
        from coprod_desktop.services.room import words_of

        if room.is_little and not self._told:
            words = words_of(room)
            self._shell.tell(words.what, words.do, "waiting")
        self._told = room.is_little
