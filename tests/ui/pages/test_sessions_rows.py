"""Each kind of session that the sources name is made on the page of sessions, and is that kind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox

from coprod_desktop.services import sessions
from coprod_desktop.ui.dialogs.new_session import NewSession
from tests.ui.pages.test_sessions import open_page, opened, press, settle

__all__ = ["open_page"]

ROWS = {"15": "listening space", "16": "micro meeting", "17": "workshop", "18": "drop-in", "44": "survey or interviews"}
"""By number of the row: what the session is."""


@pytest.mark.parametrize("row", ROWS)
def test_a_session_of_this_kind_is_made_by_keys(row, open_page, desk, runner, qtbot):
    page = open_page()
    press(qtbot, page, "newSession")
    dialog = opened(qtbot, page, NewSession)
    qtbot.keyClicks(QApplication.focusWidget(), "Tea and talk")
    date = dialog.findChild(object, "sessionDateEdit")
    date.setFocus()
    date.selectAll()
    qtbot.keyClicks(date, "26 nov 2027")
    box = dialog.findChild(QComboBox, "sessionType")
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    while box.currentData() != ROWS[row]:
        assert box.currentIndex() < box.count() - 1, "it is not offered"
        qtbot.keyClick(box, Qt.Key.Key_Down)
    press(qtbot, dialog, "make")
    settle(runner)
    (made,) = sessions.every(desk)
    assert sessions.one(desk, made.id).type == ROWS[row]
