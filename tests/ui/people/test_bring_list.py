"""A list of people brought in from Get ready: looked at row by row, then one step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import isValid

from coprod_desktop.services import people, sessions, workspace
from coprod_desktop.ui.pages.get_ready import GetReadyPage
from coprod_desktop.ui.people.bring_list import ListDialog
from tests.desks import SAMPLES
from tests.ui.accessible import assert_accessible

MESSY = SAMPLES / "attendees-messy.csv"


@pytest.fixture
def session(desk):
    return sessions.new(desk, title="Steering group")[0]


@pytest.fixture
def page(context, session, runner, qtbot):
    """Get ready at the people of a session, with its page shown."""
    made = GetReadyPage(context)
    qtbot.addWidget(made)
    runner.changed.connect(made.apply)
    made.resize(1016, 760)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.open(session)
    settle(runner)
    press(qtbot, made.findChild(object, "partPeople"))
    return made


@pytest.fixture
def opened(page, runner, monkeypatch, qtbot):
    """Press "Bring in a list…" and choose a file; the dialog that comes up."""

    def bring(path=MESSY) -> ListDialog:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        press(qtbot, page.findChild(object, "bringList"))
        settle(runner)
        dialog = page.findChild(ListDialog)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        return dialog

    return bring


def settle(runner) -> None:
    while not (runner.wait_idle() and runner._pending == 0):
        pass


def press(qtbot, widget) -> None:
    widget.setFocus()
    qtbot.keyClick(widget, Qt.Key.Key_Space)


def row(dialog, number: int) -> str:
    rows = dialog.list.rows()
    return str(rows.index(rows.row_of(str(number)), 0).data())


def choose(qtbot, dialog, words: str) -> None:
    """From the list: Enter goes to the box; down until the words stand there."""
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    box = dialog.ui.answer
    assert QApplication.focusWidget() is box
    for _ in range(box.count()):
        if box.currentText().startswith(words):
            return
        qtbot.keyClick(box, Qt.Key.Key_Down)
    pytest.fail(f"{words!r} is no answer")


def names(desk, session) -> list[str]:
    return [person.name for person in people.on_list(desk, session)]


def test_each_row_says_what_it_would_be_and_nothing_is_stored_yet(opened, desk, session):
    dialog = opened()

    assert "Papers: large print 20 point" in row(dialog, 3)
    assert "Needs: extra time to speak" in row(dialog, 3)
    assert "Contact: 01632 960 211; don't ring before 10am" in row(dialog, 3)
    assert "To check: Whether they come is not sure: “Maybe”." in row(dialog, 5)
    assert "Sent apologies" in row(dialog, 9)
    assert "Cannot come in" in row(dialog, 10)
    assert "The name is a formula" in row(dialog, 10)
    assert "Left out" in row(dialog, 13)
    assert names(desk, session) == []


def test_who_may_be_on_it_twice_is_asked_before_anything_comes_in(opened, desk, session, runner, heard, qtbot):
    dialog = opened()
    assert dialog.ui.listState.text() == "8 people come in, 1 row to choose, 2 rows left out."
    press(qtbot, dialog.ui.take)
    settle(runner)
    assert names(desk, session) == []
    assert dialog.list.current_id() == "4"
    assert QApplication.focusWidget() is dialog.ui.answer
    assert "here already" in dialog.ui.banner.what.text()

    dialog.list.setFocus()
    choose(qtbot, dialog, "The same person as row 3")
    assert "Comes in as the same person as row 3, Gareth D'Arcy" in row(dialog, 4)
    press(qtbot, dialog.ui.take)
    settle(runner)
    assert len(names(desk, session)) == 8
    assert heard.told[-1][0] == "8 people were brought in."
    qtbot.waitUntil(lambda: not isValid(dialog) or not dialog.isVisible())


def test_the_whole_list_shows_on_the_page_and_one_undo_takes_it_away(opened, page, desk, session, runner, qtbot):
    dialog = opened()
    dialog.list.go_to("4")
    choose(qtbot, dialog, "Another person")
    press(qtbot, dialog.ui.take)
    settle(runner)
    shown = page.findChild(object, "peopleComing")
    assert shown.rows().rowCount() == 9

    runner.do(workspace.undo)
    settle(runner)
    assert shown.rows().rowCount() == 0
    assert people.every(desk) == []


def test_space_leaves_a_row_out_and_takes_a_doubtful_one_in(opened, desk, session, runner, qtbot):
    dialog = opened()
    assert QApplication.focusWidget() is dialog.list
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert "Left out" in row(dialog, 2)
    qtbot.keyClick(dialog.list, Qt.Key.Key_End)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert "Comes in" in row(dialog, 13)
    dialog.list.go_to("4")
    choose(qtbot, dialog, "Leave out")
    press(qtbot, dialog.ui.take)
    settle(runner)

    assert "T. B. C." in names(desk, session)
    assert "Bríd O'Shaughnessy-Nwosu" not in names(desk, session)


def test_a_row_that_cannot_come_in_stays_out_whatever_is_pressed(opened, qtbot):
    dialog = opened()
    dialog.list.go_to("10")
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)

    assert "Cannot come in" in row(dialog, 10)
    assert not dialog.ui.answer.isEnabled()


def test_somebody_of_another_session_is_asked_about_and_keeps_being_one_person(opened, desk, session, runner, qtbot):
    before, _ = sessions.new(desk, title="Before")
    priti, _ = people.add(desk, before, "Priti Vaghela", "director")
    dialog = opened()
    assert "Choose: is this Priti Vaghela, who is here already?" in row(dialog, 11)
    dialog.list.go_to("11")
    choose(qtbot, dialog, "The same person as Priti Vaghela")
    dialog.list.go_to("4")
    choose(qtbot, dialog, "Leave out")
    press(qtbot, dialog.ui.take)
    settle(runner)

    assert priti in [person.id for person in people.on_list(desk, session)]
    assert sum(line.name == "Priti Vaghela" for line in people.every(desk)) == 1


def test_escape_brings_nobody_in(opened, desk, session, runner, qtbot):
    dialog = opened()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Escape)
    settle(runner)

    assert not dialog.isVisible()
    assert names(desk, session) == []


def test_a_file_that_is_no_list_is_refused_above_the_page(page, runner, heard, monkeypatch, tmp_path, qtbot):
    path = tmp_path / "people.xlsx"
    path.write_bytes(b"PK\x03\x04 and more")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    press(qtbot, page.findChild(object, "bringList"))
    settle(runner)

    assert heard.failed[-1].what == "This is a whole workbook, not one list."
    assert page.findChild(ListDialog) is None


def test_columns_without_a_place_are_named(opened, tmp_path):
    path = tmp_path / "people.csv"
    path.write_text("Name,Shoe size\nJo,7\n", "utf-8")
    dialog = opened(path)

    assert "Columns with no place here stay behind: Shoe size." in dialog.ui.listWords.text()


def test_everything_has_a_name_and_tab_goes_from_top_to_foot(opened, qtbot):
    dialog = opened()
    assert_accessible(dialog)
    seen = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().objectName())
    assert seen == ["answer", "take", "cancel", "listRows"]
