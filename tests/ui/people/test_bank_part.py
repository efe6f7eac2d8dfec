"""The group "Bank" of a person's details: each field is kept, with real keys."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox

from coprod_desktop.services import bank, drafts, people, sessions, workspace
from coprod_desktop.ui.people.person_editor import PersonEditor
from tests.ui.accessible import assert_accessible


@pytest.fixture
def someone(desk):
    session, _ = sessions.start_now(desk)
    return session, people.add(desk, session, "Ida Ackroyd", "carer")[0]


@pytest.fixture
def part(context, desk, someone, runner, qtbot):
    """Somebody's details with the group open."""
    session, _ = someone
    editor = PersonEditor(context, desk.content)
    qtbot.addWidget(editor)
    editor.resize(620, 3000)  # a page scrolls it
    editor.show()
    qtbot.waitExposed(editor)
    editor.activateWindow()

    def show(found) -> None:
        editor.show_person(session, found[0])

    def read(_changes=None) -> None:
        runner.ask(people.on_list, session, done=show, owner=editor)

    read()
    runner.changed.connect(read)
    runner.wait_idle()
    head = editor.findChild(object, "groupBank")
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_Space)
    runner.wait_idle()
    return editor.findChild(object, "bankPart")


def type_in(qtbot, runner, field, words: str) -> None:
    field.setFocus()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    while not (runner.wait_idle() and runner._pending == 0):
        pass


def test_opening_it_puts_one_where_one_begins(part, qtbot):
    assert part.field("interests").hasFocus()
    assert_accessible(part)


def test_what_is_typed_is_saved_on_enter(part, someone, desk, runner, qtbot):
    _, ida = someone
    type_in(qtbot, runner, part.field("interests"), "buses, gardening")
    type_in(qtbot, runner, part.field("trains"), "how to chair")
    type_in(qtbot, runner, part.field("review_on").edit, "4 March 2027")
    found = bank.read(desk, ida)
    assert (found["interests"], found["trains"]) == ("buses, gardening", "how to chair")
    assert found["review_on"] == datetime.date(2027, 3, 4)


def test_ways_they_cannot_come_are_ticked_and_nobody_has_to_say_why(part, someone, desk, runner, qtbot):
    _, ida = someone
    box = part.field("cannot_come.phone-in")
    assert isinstance(box, QCheckBox)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    runner.wait_idle()
    assert bank.read(desk, ida)["cannot_come"] == ("phone-in",)
    assert bank.read(desk, ida)["reason_offered"] is None


def test_how_they_heard_is_one_of_the_list_or_other_words(part, someone, desk, runner, qtbot):
    _, ida = someone
    box = part.field("heard_by")
    assert isinstance(box, QComboBox)
    assert "word of mouth" in [box.itemText(at) for at in range(box.count())]
    type_in(qtbot, runner, box, "the bus driver")
    qtbot.waitUntil(lambda: bank.read(desk, ida)["heard_by"] == "the bus driver")


def test_first_time_is_of_this_session(part, someone, desk, runner, qtbot):
    session, _ = someone
    box = part.field("first_time")
    box.setFocus()
    assert box.currentText() == "Not asked"
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: people.on_list(desk, session)[0].first_time is True)


def test_undo_shows_what_is_saved_again(part, someone, desk, runner, qtbot):
    type_in(qtbot, runner, part.field("interests"), "buses")
    runner.do(workspace.undo)
    qtbot.waitUntil(lambda: part.field("interests").text() == "")


def test_half_typed_words_are_kept_with_the_person(part, someone, desk, runner, qtbot):
    _, ida = someone
    field = part.field("trains")
    field.setFocus()
    qtbot.keyClicks(field, "how to ch")
    qtbot.waitUntil(lambda: [(d.words, d.row) for d in drafts.every(desk)] == [("how to ch", ida)])
