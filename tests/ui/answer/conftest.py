"""A pair of hands on the Answer page that count what they do besides typing words."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.domain.record import Entry, Point, SessionRecord
from coprod_desktop.services import sessions
from coprod_desktop.ui.pages.answer import AnswerPage


class Hands:
    """Every key goes where the focus is. A gesture is a key or a chord that types no word of what is said."""

    def __init__(self, page: AnswerPage) -> None:
        self.page = page
        self.gestures: list[str] = []

    def press(self, key: Qt.Key, *held: str) -> None:
        """Press one key or one chord, and wait until what it asked for is done."""
        modifiers = Qt.KeyboardModifier.NoModifier
        for name in held:
            modifiers |= Qt.KeyboardModifier[f"{name}Modifier"]
        self.gestures.append("+".join([*held, key.name.removeprefix("Key_")]))
        QTest.keyClick(self.at(), key, modifiers)
        self.settle()

    def type(self, words: str) -> None:
        """Type words, as quickly as they come."""
        QTest.keyClicks(self.at(), words)

    def at(self) -> QWidget:
        """Return what has the focus; it is always something of the page or of a dialog over it."""
        now = QApplication.focusWidget()
        assert now is not None, "nothing has the focus"
        return now

    def settle(self) -> None:
        """Wait until nothing is on its way."""
        for _ in range(2):
            assert self.page.context.runner.wait_idle(30_000)
            QApplication.processEvents()
        if QApplication.activeWindow() is None:  # a dialog closed; a window manager would see to it
            self.page.activateWindow()
            QApplication.processEvents()

    def record(self) -> SessionRecord:
        """Return the session as it is on the disk."""
        return sessions.record(self.page.context.desk, self.page.session_id)

    def line(self, n: int) -> Entry:
        """Return a line as it is on the disk."""
        return next(e for e in self.record().entries if e.n == n)

    def point(self, key: str) -> Point:
        """Return a point as it is on the disk."""
        return next(p for p in self.record().points if p.key == key)

    def choose(self, *rows: str) -> None:
        """Begin where these rows are chosen and the list has the focus."""
        self.page.form.said.choose(rows)
        self.page.form.said.setFocus()
        self.settle()

    def chosen(self) -> str:
        """Return the words of the row one is on; the list has the focus."""
        assert self.page.form.said.hasFocus(), self.at().objectName()
        row = self.page.form.said.cards.get(self.page.form.said.current_id() or "")
        return row.spoken if row is not None else ""

    @contextmanager
    def count(self, most: int) -> Iterator[None]:
        """Hold how many gestures what follows takes."""
        before = len(self.gestures)
        yield
        made = self.gestures[before:]
        assert len(made) <= most, made


@pytest.fixture
def hands(context, sample, desk, runner, qtbot) -> Hands:
    there = dataclasses.replace(desk, now=lambda: datetime.datetime(2026, 9, 24, 9, 0).astimezone())
    runner.desk = there
    page = AnswerPage(dataclasses.replace(context, desk=there))
    qtbot.addWidget(page)
    page.resize(1130, 620)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    runner.changed.connect(page.apply)
    page.open(sample)
    # names to choose from open as a popup, which this platform cannot give the keyboard; tests/e2e/test_answer.py has them
    page.right.answer.form.owner.setCompleter(None)
    made = Hands(page)
    made.settle()
    page.first_focus().setFocus()
    return made
