"""A process that says when its window was painted: `python -m tests.benchmarks.start_clock bare|ours WHAT [ARGUMENT…]`.

WHAT is `painted`, or the object name of a field: then the moment counts when that field can be typed into. As soon as
the window is painted, Ctrl+N is pressed, as a facilitator in a hurry would. Says CLOCK_MONOTONIC in nanoseconds, and ends.
"""

from __future__ import annotations

import builtins
import os
import sys
import time

PYTHONS_OWN_IMPORT = builtins.__import__
"""Before PySide6 puts its own in place."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QKeyEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget  # noqa: E402


class Watch(QObject):
    """Looks at the window and at one field for the moment that counts; all else goes on as if nobody looked."""

    def __init__(self, app: QApplication, what: str) -> None:
        super().__init__(app)
        self._what = what
        self._started = False
        for window in app.topLevelWidgets():
            window.installEventFilter(self)
        app.focusChanged.connect(self._moved)

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new.objectName() == self._what:
            for part in (new, *new.findChildren(QWidget)):  # what is typed is painted on a part of the field
                part.installEventFilter(self)

    def eventFilter(self, seen: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(seen, QWidget):
            if not seen.isWindow():
                field = QApplication.focusWidget()
                if field is not None and field.objectName() == self._what and field.isEnabled():
                    QTimer.singleShot(0, self, tell_time_and_end)
            elif self._what == "painted":
                QTimer.singleShot(0, self, tell_time_and_end)
            elif not self._started:
                self._started = self._start_session(seen)
        return False

    def _start_session(self, window: QWidget) -> bool:
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            event = QKeyEvent(kind, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
            QApplication.postEvent(window.windowHandle(), event)
        return True


def tell_time_and_end() -> None:
    """Say when it is, and end at once: how the program ends is not measured."""
    sys.stdout.write(f"{time.monotonic_ns()}\n")
    sys.stdout.flush()
    os._exit(0)


def bare() -> None:
    """The floor: an empty window."""
    app = QApplication(sys.argv)
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    app.exec()


def main(whose: str, what: str, *arguments: str) -> None:
    """Start a program whose event loop begins with a watch."""
    begin = QApplication.exec

    def watched(*_: object) -> int:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.watch = Watch(app, what)
        return begin()

    QApplication.exec = watched
    if whose == "bare":
        bare()
    else:
        builtins.__import__ = PYTHONS_OWN_IMPORT  # as a program finds it that was not looked at
        from coprod_desktop.__main__ import main as ours

        ours(arguments)


if __name__ == "__main__":
    main(*sys.argv[1:])
