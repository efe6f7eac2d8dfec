"""The people of a session go out again as a list, from Get ready and from People."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from coprod_desktop.services.bring_in import people as lists
from coprod_desktop.ui.pages.get_ready import GetReadyPage
from coprod_desktop.ui.pages.people import PeoplePage


@pytest.fixture
def folder(tmp_path, monkeypatch):
    made = tmp_path / "papers"
    made.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(made))
    return made


def settle(runner) -> None:
    while not (runner.wait_idle() and runner._pending == 0):
        pass


def shown(qtbot, runner, page, session):
    qtbot.addWidget(page)
    runner.changed.connect(page.apply)
    page.resize(1040, 760)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    page.open(session)
    settle(runner)
    return page


def test_get_ready_saves_the_list_and_it_can_be_read_again(context, sample, desk, folder, heard, runner, qtbot):
    page = shown(qtbot, runner, GetReadyPage(context), sample)
    page.findChild(object, "partPeople").click()
    settle(runner)
    push = page.findChild(object, "saveList")
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)
    settle(runner)

    assert {path.suffix for path in (folder / "private").iterdir()} == {".csv", ".xlsx"}
    assert "2 files are made" in heard.told[-1][0]
    for path in (folder / "private").iterdir():
        names = {row.name for row in lists.look(desk, path.read_bytes()).rows}
        assert "Winifred Tattersall" in names


def test_people_saves_the_list_of_the_session_one_is_shown_in(context, sample, desk, folder, heard, runner, qtbot):
    page = shown(qtbot, runner, PeoplePage(context), None)
    menu = page.more.menu()
    act = next(a for a in menu.actions() if a.objectName() == "saveList")
    assert act.isEnabled()
    act.trigger()
    settle(runner)
    assert len(list((folder / "private").iterdir())) == 2


def test_choosing_no_folder_makes_nothing(context, sample, desk, tmp_path, monkeypatch, heard, runner, qtbot):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page = shown(qtbot, runner, GetReadyPage(context), sample)
    page.findChild(object, "partPeople").click()
    settle(runner)
    page.findChild(object, "saveList").click()
    settle(runner)
    assert heard.told == []
