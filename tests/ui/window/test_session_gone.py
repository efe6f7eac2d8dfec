"""A page whose session is taken away closes itself and says so: nothing is written into what is not there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coprod_desktop.services import capture, drafts, sessions, workspace

FIVE = ("get_ready", "listen", "answer", "paper", "follow_up")


def settle(shell) -> None:
    for _ in range(3):
        shell.runner.wait_idle()
        QApplication.processEvents()


def said(shell) -> str:
    return f"{shell.banner.what.text()} {shell.banner.next.text()}"


def ctrl(qtbot, key: Qt.Key, *more: Qt.KeyboardModifier) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier
    for each in more:
        modifiers |= each
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)


def test_ctrl_n_then_ctrl_z_closes_listen_and_nothing_goes_into_that_session(in_shell, desk, qtbot):
    ctrl(qtbot, Qt.Key.Key_N)
    settle(in_shell)
    (line,) = sessions.every(desk)
    listen = in_shell.in_front()
    assert listen.objectName() == "ListenPage"
    ctrl(qtbot, Qt.Key.Key_Z)
    settle(in_shell)
    assert in_shell.in_front().objectName() == "SessionsPage"
    assert in_shell.banner.isVisible()
    assert "Undone: took the session" in said(in_shell)
    assert "taken away, so its page is closed" in said(in_shell)

    listen.line.field.setPlainText("said after that")
    listen.line.enter()
    settle(in_shell)
    assert capture.lines(desk, line.id) == []
    assert "That session was taken away" in in_shell.banner.what.text()


def test_what_was_being_typed_is_offered_when_the_session_is_back(in_shell, desk, qtbot):
    made, _ = sessions.start_now(desk)
    in_shell.open_page("listen", made)
    settle(in_shell)
    qtbot.keyClicks(in_shell.in_front().line.field, "half a sent")
    in_shell.runner.do(workspace.undo)
    settle(in_shell)
    assert in_shell.in_front().objectName() == "SessionsPage"
    in_shell.runner.do(workspace.redo)
    settle(in_shell)
    assert [draft.words for draft in drafts.of_session(desk, made)] == ["half a sent"]


@pytest.mark.parametrize("page", FIVE)
def test_each_page_of_a_session_closes_when_it_is_taken_away(in_shell, desk, page):
    made, _ = sessions.start_now(desk)
    other, _ = sessions.start_now(desk)
    in_shell.open_page(page, made)
    settle(in_shell)
    in_shell.runner.do(sessions.remove, other)
    settle(in_shell)
    assert in_shell._key == page

    in_shell.runner.do(sessions.remove, made)
    settle(in_shell)
    assert in_shell.in_front().objectName() == "SessionsPage"
    assert "That session was taken away" in said(in_shell)
    assert not in_shell.header.isVisible()


@pytest.mark.parametrize("page", FIVE)
def test_no_page_stays_open_on_a_session_that_is_gone_already(in_shell, desk, page):
    made, _ = sessions.start_now(desk)
    sessions.remove(desk, made)
    in_shell.open_page(page, made)
    settle(in_shell)
    assert in_shell.in_front().objectName() == "SessionsPage"
    assert "That session was taken away" in said(in_shell)
