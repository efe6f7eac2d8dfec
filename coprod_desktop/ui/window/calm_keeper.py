"""Keeps the laptop calm while people talk: it neither sleeps nor locks itself, and its battery is told of in time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from coprod_desktop.ui.base.timers import Every, Pause
from coprod_desktop.ui.window.shell import Shell
from coprod_desktop.ui.window.stay_awake import StayAwake, of_this_system

if TYPE_CHECKING:  # the store is heavy; it is imported after the first paint
    from coprod_desktop.services.desk import Desk
    from coprod_desktop.services.program.battery import Battery
    from coprod_desktop.ui.base.runner import Job

SOON_MS = 2_000
"""The first line typed waits for none of this."""
EVERY_MS = 60_000
NOT_HELD = "The screen may go dark by itself here"
NOT_HELD_MORE = "This computer does not let a program keep it awake. Its own settings can. What you wrote is saved."


class CalmKeeper(QObject):
    """One per program. Awake while a page that people sit before is in front (Listen), and no longer."""

    def __init__(self, shell: Shell, awake: StayAwake | None = None) -> None:
        super().__init__(shell)
        self._shell = shell
        self._awake = awake or of_this_system(self)
        self._awake.answered.connect(self._answered)
        self._is_held = self._said_so = False
        self._told: int | None = None
        self._soon = Pause(self._look_round, SOON_MS, self)
        self._later = Every(self.look, EVERY_MS, self)
        shell.page_shown.connect(self._page_shown)
        shell.leaving.connect(self.rest)

    def rest(self) -> None:
        """The window goes, or the workspace was closed: the computer may sleep again."""
        self._soon.stop()
        self._later.stop()
        self._let_sleep()

    def _page_shown(self, _key: str) -> None:
        if not self._shell.stays_open:
            self._let_sleep()
        self._soon.start()
        if not self._later.isActive():
            self._later.start()

    def _look_round(self) -> None:
        if self._shell.stays_open and not self._is_held:
            self._is_held = True
            self._awake.hold()
        self.look()

    def _let_sleep(self) -> None:
        if self._is_held:
            self._is_held = False
            self._awake.release()

    def _answered(self, is_held: bool) -> None:
        if not is_held and self._is_held and not self._said_so:
            self._said_so = True  # once: it stays so
            self._shell.status.show_note("info", NOT_HELD)
            self._shell.status.note.setToolTip(NOT_HELD_MORE)
            self._shell.status.note.setAccessibleDescription(NOT_HELD_MORE)

    # ---- the battery

    def look(self) -> None:
        """Read how the battery stands, where nobody waits for it."""
        if self._shell.runner.desk is not None:
            self._shell.runner.aside(_read, done=self._stands, failed=_unheard, owner=self)

    def _stands(self, battery: Battery | None) -> None:
        from coprod_desktop.services.program.battery import to_tell

        if battery is not None:
            self._shell.status.show_battery("look" if battery.is_low else "info", battery.words)
        self._told, said = to_tell(self._told, battery)
        if said is not None:
            self._shell.tell(said.what, said.do, "waiting")


def _read(_desk: Desk, _job: Job) -> Battery | None:
    from coprod_desktop.services.program import battery

    return battery.read()


def _unheard(_error: object) -> None:
    """What could not be read is read again in a minute."""
