"""A message that something was done goes by itself: when the next thing is done, or after a while."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from coprod_desktop.domain.changes import Changes
from coprod_desktop.ui.base.runner import Runner
from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.widgets.banner import Banner

STAYS_MS = 45_000
"""Long enough to read it twice and to reach it with F6. One that offers something stays until the next thing is done."""


class Passing(QObject):
    """What went wrong, and what asks for something, stays until it is closed. So does one that has the focus."""

    def __init__(self, banner: Banner, runner: Runner) -> None:
        super().__init__(banner)
        self._banner, self._is_new = banner, False
        self._later = Pause(self._go, STAYS_MS, self)
        banner.told.connect(self._told)
        runner.changed.connect(self._changed)

    def _told(self) -> None:
        self._later.stop()
        self._is_new = True  # what it tells of is perhaps only now on its way to the pages
        QTimer.singleShot(0, self, self._is_read)
        if self._banner.state == "done" and self._banner.button.isHidden():
            self._later.start()

    def _is_read(self) -> None:
        self._is_new = False

    def _changed(self, changes: Changes) -> None:
        nouns = {ref.noun for ref in changes.all()}
        if not self._is_new and nouns - {"draft"}:
            self._go()

    def _go(self) -> None:
        banner = self._banner
        focus = banner.window().focusWidget()
        if banner.state == "done" and not (focus is not None and banner.isAncestorOf(focus)):
            banner.clear()
