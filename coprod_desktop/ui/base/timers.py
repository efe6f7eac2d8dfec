"""The three ways in which something waits: after a pause, soon after the first, and every so often.

Something that is done once and never put off is a plain `QTimer.singleShot`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class _Waits(QTimer):
    def __init__(self, then: Callable[[], object], ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self.setInterval(ms)
        self.timeout.connect(then)


class Pause(_Waits):
    """Calls `then` once nothing has happened for so many milliseconds: each `start` puts it off again."""

    def __init__(self, then: Callable[[], object], ms: int, parent: QObject) -> None:
        super().__init__(then, ms, parent)
        self.setSingleShot(True)


class Soon(Pause):
    """Calls `then` so many milliseconds after the first `begin`: going on does not put it off."""

    def begin(self) -> None:
        """Something happened."""
        if not self.isActive():
            self.start()


class Every(_Waits):
    """Calls `then` each time so many milliseconds have passed, from `start` to `stop`."""
