"""A message that something was done goes by itself; what went wrong stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod_desktop.services import sessions
from coprod_desktop.ui.window.passing import STAYS_MS


@pytest.fixture
def done(in_shell, runner):
    """The window after something was done and undone."""
    runner.do(sessions.start_now)
    runner.wait_idle()
    in_shell._undo_or_redo("undo")
    runner.wait_idle()
    assert in_shell.banner.isVisible()
    assert in_shell.banner.what.text().startswith("Undone")
    QApplication.processEvents()
    return in_shell


def test_it_goes_when_the_next_thing_is_done(done, runner, qtbot):
    runner.do(sessions.start_now)
    runner.wait_idle()
    qtbot.waitUntil(lambda: not done.banner.isVisible())


def test_it_goes_after_a_while(done, qtbot):
    timer = done._passing._later
    assert timer.isActive()
    assert timer.interval() == STAYS_MS
    timer.timeout.emit()
    assert not done.banner.isVisible()


def test_while_it_stands_f6_reaches_it_and_then_it_waits(done, runner, qtbot):
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget() or done, Qt.Key.Key_F6)
        if done.banner.close_button.hasFocus():
            break
    assert done.banner.close_button.hasFocus()
    done._passing._later.timeout.emit()
    assert done.banner.isVisible()
    QTest.keyClick(done.banner.close_button, Qt.Key.Key_Space)
    assert not done.banner.isVisible()


def test_what_went_wrong_stays(in_shell, runner):
    in_shell.tell("It could not be saved.", "Try again.", "danger")
    QApplication.processEvents()
    runner.do(sessions.start_now)
    runner.wait_idle()
    in_shell._passing._later.timeout.emit()
    assert in_shell.banner.isVisible()
