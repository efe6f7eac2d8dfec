"""Hands on the keyboard: keys go wherever the focus is, and are counted; no widget is reached past it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.ui.keys.enter_keys import EnterKeys


class Hands:
    """Presses keys wherever the focus is, and counts them; what `type` types are words."""

    def __init__(self, shell) -> None:
        self.shell, self.pressed = shell, []
        EnterKeys(QApplication.instance(), shell)

    def at(self) -> QWidget:
        """Return what has the focus."""
        found = QApplication.activePopupWidget() or QApplication.focusWidget()
        if found is None:
            (QApplication.activeModalWidget() or self.shell).activateWindow()
            self.settle()
            found = QApplication.focusWidget()
        assert found is not None, self.pressed[-5:]
        return found

    def settle(self) -> None:
        runner = self.shell.runner
        for _ in range(3):
            while not (runner.wait_idle(60_000) and runner._pending == 0):
                QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.pressed.append(key)
            pressed = QKeySequence(key)[0]
            window = self.at().window().windowHandle()
            QTest.keyPress(window, pressed.key(), pressed.keyboardModifiers())
            if pressed.key() is Qt.Key.Key_Space:
                QTest.keyRelease(window, pressed.key(), pressed.keyboardModifiers())
            self.settle()

    def type(self, words: str) -> None:
        QTest.keyClicks(self.at(), words)

    def go(self, name: str, *, back: bool = False, most: int = 12) -> None:
        """Go to what has that object name with Tab alone, in few steps."""
        for _ in range(most):
            here = self.at()
            if name in (here.objectName(), here.parentWidget().objectName() if here.parentWidget() else ""):
                return
            self.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"{most} times Tab does not lead to {name}, but to {self.at().objectName()}")

    @contextmanager
    def count(self, most: int) -> Iterator[None]:
        before = len(self.pressed)
        yield
        assert len(self.pressed) - before <= most, self.pressed[before:]
