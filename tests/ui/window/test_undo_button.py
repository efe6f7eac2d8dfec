"""The Undo button says what it takes back, in words, before it is pressed; and it takes no focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from coprod_desktop.services import sessions, workspace
from coprod_desktop.ui.window.undo_keeper import NOTHING
from tests.ui.accessible import assert_accessible


@pytest.fixture
def push(in_shell) -> QPushButton:
    return in_shell.findChild(QPushButton, "undoStep")


def test_it_says_what_it_takes_back_before_and_the_banner_says_so_after(in_shell, push, desk, runner, qtbot):
    session, _ = sessions.new(desk, title="Home care", finish_by="15:30")
    runner.do(sessions.change, session, finish_by="16:00")
    qtbot.waitUntil(lambda: push.toolTip() == "Undo: the finish that is fixed, 16:00 back to 15:30\nCtrl Z")
    assert push.accessibleName() == "Undo: the finish that is fixed, 16:00 back to 15:30"
    assert_accessible(in_shell)
    push.click()
    runner.wait_idle()
    assert in_shell.banner.what.text() == "Undone: the finish that is fixed, 16:00 back to 15:30"
    qtbot.waitUntil(lambda: push.accessibleName() == "Undo: take the session “Home care” away")


def test_it_cannot_be_pressed_while_there_is_nothing_to_undo(in_shell, push, desk, runner, qtbot):
    qtbot.waitUntil(lambda: push.accessibleName() == NOTHING)
    assert not push.isEnabled()
    runner.do(sessions.new, title="Home care")
    qtbot.waitUntil(push.isEnabled)
    runner.do(workspace.undo)
    qtbot.waitUntil(lambda: not push.isEnabled())


def test_a_press_with_the_mouse_leaves_the_focus_where_one_types(in_shell, push, desk, runner, qtbot):
    session, _ = sessions.start_now(desk)
    in_shell.open_page("listen", session)
    field = in_shell.in_front().line.field
    qtbot.waitUntil(field.hasFocus)
    for words in ("They come late", "The ramp is too steep"):
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "ramp" in push.accessibleName())
    QTest.mouseClick(push, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: in_shell.banner.what.text() == "Undone: took “The ramp is too steep” off the list")
    assert field.hasFocus()


def test_nothing_of_it_stays_once_the_workspace_is_locked(in_shell, push, desk, runner, qtbot):
    runner.do(sessions.new, title="zanzibar")
    qtbot.waitUntil(lambda: "zanzibar" in push.accessibleName())
    in_shell.leave()
    assert push.accessibleName() == NOTHING
    assert "zanzibar" not in push.toolTip()
