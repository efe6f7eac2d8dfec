"""A process that locks and says when, and the one after it, that unlocks: `python -m tests.benchmarks.lock_clock FOLDER`.

Each moment is a line on the standard output: its name, and CLOCK_MONOTONIC in nanoseconds.
"""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

PASSPHRASE = "three plain words"
AGAIN = "--again"
REST_MS = 3_000
"""Milliseconds before a key is pressed: what a start does aside is over then."""


class Watch(QObject):
    """Presses the keys of somebody who unlocks, and then locks; the process after that unlocks and ends."""

    def __init__(self, app: QApplication, *, again: bool) -> None:
        super().__init__(app)
        self._again, self._seen = again, set[str]()
        app.installEventFilter(self)

    def eventFilter(self, seen: QObject, event: QEvent) -> bool:
        name = seen.objectName()
        if event.type() == QEvent.Type.Paint and name in {"unlock", "HomePage", "cover"} and name not in self._seen:
            self._seen.add(name)
            QTimer.singleShot(0, self, lambda: self._painted(name))
        return False

    def _painted(self, name: str) -> None:
        if name == "cover":
            tell("covered")
        elif name == "unlock":
            QTimer.singleShot(REST_MS if self._again else 0, self, self._unlock)
        elif self._again:
            tell("unlocked")
            os._exit(0)
        else:
            QTimer.singleShot(REST_MS, self, self._lock)

    def _unlock(self) -> None:
        fields: list[QLineEdit] = [
            f for w in QApplication.topLevelWidgets() for f in w.findChildren(QLineEdit, "passphrase")
        ]
        fields[0].setText(PASSPHRASE)
        tell("unlock")
        press(fields[0], Qt.Key.Key_Return)

    def _lock(self) -> None:
        window = QApplication.activeWindow()
        assert window is not None
        tell("lock")
        press(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)


def press(where: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key as the window system would hand it on."""
    window = where.window().windowHandle()
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        QCoreApplication.postEvent(window, QKeyEvent(kind, key, held, "\r" if key is Qt.Key.Key_Return else ""))


def tell(what: str) -> None:
    """Say that it is now."""
    sys.stdout.write(f"{what} {time.monotonic_ns()}\n")
    sys.stdout.flush()


def main(words: list[str]) -> None:
    """Run the program with a watch."""
    from coprod_desktop.__main__ import main as ours
    from coprod_desktop.ui.window import succession

    again = AGAIN in words
    succession.this_program = lambda: [sys.executable, "-m", "tests.benchmarks.lock_clock", AGAIN]
    begin = QApplication.exec

    def watched(*_: object) -> int:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.watch = Watch(app, again=again)
        return begin()

    QApplication.exec = watched
    ours(["window", *[word for word in words if word != AGAIN]] if again else ["--workspace", words[0]])


if __name__ == "__main__":
    main(sys.argv[1:])
