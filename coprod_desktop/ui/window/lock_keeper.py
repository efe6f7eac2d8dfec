"""Locks by itself: when the system locks or sleeps, and when nobody has touched the program for a while.

Never for want of a touch while Listen is in front or a session is going on: then people look at each other.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.ui.base.settings_file import SettingsFile
from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.keys.shell_keys import SHELL_KEYS
from coprod_desktop.ui.widgets.banner import Banner
from coprod_desktop.ui.window.shell import Shell

WARNED_S = 30
"""Seconds before it locks, a word is shown that any key stops."""
SOON = (f"Nobody has touched this for a while, so it locks in {WARNED_S} seconds.", "Press any key, or move the mouse.")
_LOOK_S = 60
"""What is set in Settings holds after so many seconds at the latest."""
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.InputMethod,
    }
)
_EDGE = 24


class LockKeeper(QObject):
    """One per program. `now` is seconds on a clock that never goes back."""

    def __init__(
        self, app: QApplication, shell: Shell, settings: SettingsFile, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(shell)
        self._app, self._shell, self._settings, self._now = app, shell, settings, now
        self._touched = now()
        self._soon: Banner | None = None
        self._lock_key = QKeySequence(next(key.sequence for key in SHELL_KEYS if key.name == "lock"))
        self._next = Pause(self.look, 0, self)
        self._wait(_LOOK_S)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, D102
        if event.type() in _TOUCHES:
            self._touched = self._now()
            if self._soon is not None:
                self._stay()
            if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._is_lock_in_dialog(event):
                self._shell.lock_wanted.emit()
                return True
        return False

    def see_touches(self) -> None:
        """Begin to look at all that is touched. A start is thousands of events, and to look at each takes its time."""
        self._app.installEventFilter(self)

    def listen_to_system(self) -> None:
        """Lock when the system locks. Call it when the window can be worked in: what it imports is not small."""
        from coprod_desktop.ui.window.system_lock import of_this_system

        system = of_this_system(int(self._shell.winId()), self)
        if system is not None:
            system.locks.connect(self._shell.lock_wanted)

    def look(self) -> None:
        """See whether it is time to say so, or to lock."""
        limit = self._settings.read().lock_after * 60
        if not limit or self._shell.runner.desk is None or self._shell.stays_open:
            self._touched = self._now()
            self._stay()
            return
        left = limit - (self._now() - self._touched)
        if left <= 0:
            self._lock()
        elif left <= WARNED_S and self._soon is None:
            self._ask_whether_live()
        self._wait(min(_LOOK_S, left - WARNED_S if left > WARNED_S else max(left, 1)))

    def _ask_whether_live(self) -> None:
        """While a session goes on, nobody has to touch the laptop."""
        from coprod_desktop.services.seen import going_on

        self._shell.runner.ask(going_on.is_live, done=self._say_soon, owner=self)

    def _say_soon(self, is_live: bool) -> None:
        if is_live:
            self._touched = self._now()
            return
        window = QApplication.activeModalWidget() or self._shell
        self._soon = soon = Banner(window)
        soon.setObjectName("locksSoon")
        soon.tell(*SOON, "waiting")
        soon.adjustSize()
        soon.setFixedWidth(max(200, window.width() - 2 * _EDGE))
        high = max(soon.heightForWidth(soon.width()), soon.sizeHint().height())
        soon.setGeometry(_EDGE, max(0, window.height() - high - _EDGE), soon.width(), high)
        soon.raise_()

    def _lock(self) -> None:
        self._stay()
        self._shell.lock_wanted.emit()

    def _stay(self) -> None:
        if self._soon is not None:
            self._soon.hide()
            self._soon.deleteLater()
            self._soon = None
        self._wait(_LOOK_S)

    def _wait(self, seconds: float) -> None:
        self._next.start(round(seconds * 1000))

    def _is_lock_in_dialog(self, event: QKeyEvent) -> bool:
        """A dialog or a menu keeps the window's own keys from it; this one works everywhere."""
        above: QWidget | None = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        return above is not None and QKeySequence(event.keyCombination()) == self._lock_key
