"""Print on Get ready: the agenda and the ground rules as papers, where papers go, opened to be printed."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu

from coprod_desktop.services import papers, prepare, sessions
from coprod_desktop.ui.pages.get_ready import GetReadyPage
from tests.ui.accessible import assert_accessible

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
Key = Qt.Key


@pytest.fixture
def shown(monkeypatch):
    """What was opened on the screen."""
    paths = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: paths.append(url.toLocalFile()))
    return paths


@pytest.fixture
def page(context, sample, settings, tmp_path, qtbot):
    settings.write(dataclasses.replace(settings.read(), papers=tmp_path / "papers"))
    made = GetReadyPage(context)
    qtbot.addWidget(made)
    made.resize(1040, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.open(sample)
    assert context.runner.wait_idle(30_000)
    return made


def print_by_key(page, qtbot, words):
    push = page.findChild(object, "printPapers")
    push.setFocus()
    qtbot.keyClick(push, Key.Key_Space)
    menu = page.findChild(QMenu, "printMenu")
    next(act for act in menu.actions() if act.text() == words).trigger()
    menu.close()
    assert page.context.runner.wait_idle(60_000)
    return push


def test_both_are_made_as_people_read_them_and_opened(page, heard, shown, tmp_path, qtbot):
    papers.review(page.context.desk, page.session_id)
    prepare.add_agenda_item(page.context.desk, page.session_id, "Welcome", 10)
    push = print_by_key(page, qtbot, "Both")

    assert not heard.failed
    names = {path.name for path in (tmp_path / "papers").iterdir()}
    for kind in ("agenda", "ground-rules"):
        assert any(kind in name and "large" in name for name in names), names
        assert any(kind in path for path in shown)
    assert len(shown) == 2
    assert str(tmp_path / "papers") in heard.told[-1][1]
    assert page.focusWidget() is push
    assert len(papers.made_before(page.context.desk, page.session_id)) == 2
    assert_accessible(page)


def test_with_nothing_to_print_it_says_what_is_missing(page, heard, shown, qtbot):
    papers.review(page.context.desk, page.session_id)
    print_by_key(page, qtbot, "The agenda")
    assert not sessions.record(page.context.desk, page.session_id).agenda
    assert "agenda" in str(heard.failed[-1]).lower()
    assert not shown
