"""The menu "More" of Listen: each row can be reached by a letter and opens its own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.ui.listen import more_menu
from coprod_desktop.ui.listen.more_menu import MoreRow
from tests.ui.pages.test_listen import open_listen, page

__all__ = ["open_listen", "page"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)


def test_a_row_opens_what_it_names_in_this_session(qtbot, page, monkeypatch):
    opened = []
    rows = (MoreRow("Votes", "moreVotes", opened.append), MoreRow("Evaluation", "moreForms", opened.append))
    monkeypatch.setattr(more_menu, "ROWS", rows)
    page.form.listenMore.show()
    menu = page.more.open()
    assert [action.objectName() for action in menu.actions()] == ["moreVotes", "moreForms"]
    qtbot.keyClick(menu, Qt.Key.Key_E)
    (here,) = opened
    assert (here.session, here.back) == (page.session_id, page.line.field)


def test_there_is_a_button_only_when_there_is_something_behind_it(page):
    assert page.form.listenMore.isVisibleTo(page) == bool(more_menu.ROWS)
    names = [row.name for row in more_menu.ROWS]
    assert len(names) == len(set(names))
