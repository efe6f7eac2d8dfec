"""On Listen: pasted lines are offered to be taken apart, and what a machine wrote is shown and confirmed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coprod_desktop.services import capture, notes
from coprod_desktop.ui.notes.confirm_dialog import ConfirmDialog
from coprod_desktop.ui.notes.notes_dialog import NotesDialog
from tests.desks import every_value
from tests.ui.accessible import assert_accessible
from tests.ui.pages.test_listen import open_listen, page, put, rows, settle, stored

__all__ = ["open_listen", "page"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)

NOTES = "10:01 Len: the ramp is too steep\n10:03 Joy: Q who do we ring\n10:05 anon: too many forms"
VTT = "WEBVTT\n\n1\n00:00:03.000 --> 00:00:05.000\n<v Len Obi>The ramp is too steep.</v>\n\n2\n00:01:03.000 --> 00:01:05.000\n<v Len Obi>Yes it is.</v>\n"


def apart(page, qtbot) -> NotesDialog:
    qtbot.keyClick(
        page.line.field, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    settle(page)
    (dialog,) = [d for d in page.findChildren(NotesDialog) if d.isVisible()]
    return dialog


def test_pasted_lines_are_offered_and_come_in_one_by_one(page, qtbot):
    put(page, NOTES)
    assert page.paste.isVisible()
    assert "3 lines of notes" in page.paste._words.text()
    dialog = apart(page, qtbot)
    assert page.line.is_empty()
    assert not page.paste.isVisible()
    qtbot.keyClick(dialog.ui.take, Qt.Key.Key_Return)
    settle(page)
    assert [line.text for line in stored(page)] == ["the ramp is too steep", "who do we ring", "too many forms"]


def test_enter_saves_what_was_pasted_as_one_line(page, qtbot):
    put(page, NOTES)
    qtbot.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)
    assert [line.text for line in stored(page)] == [NOTES]
    assert not page.paste.isVisible()


def test_lines_typed_one_after_the_other_are_no_notes(page, qtbot):
    for words in ("one", "two", "three", "four"):
        qtbot.keyClicks(page.line.field, words)
        qtbot.keyClick(page.line.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert not page.paste.isVisible()


def test_two_pasted_lines_are_no_notes(page):
    put(page, "one line\nanother")
    assert not page.paste.isVisible()


def test_what_is_not_taken_in_goes_back_to_the_line(page, qtbot):
    put(page, NOTES)
    dialog = apart(page, qtbot)
    qtbot.keyClick(dialog.ui.take, Qt.Key.Key_Escape)
    settle(page)
    assert page.line.said.words == NOTES
    assert not stored(page)


@pytest.fixture
def heard_by_machine(page):
    desk = page.context.desk
    page.context.runner.do(notes.take, page.session_id, notes.look(desk, page.session_id, VTT).rows)
    settle(page)
    return page


def test_a_line_of_a_machine_says_so_in_words_and_is_confirmed_from_its_menu(heard_by_machine, qtbot):
    page = heard_by_machine
    assert [row.state_words for row in rows(page)] == ["a machine wrote this, not yet confirmed"] * 2
    first = rows(page)[0].id
    page.acts.open_menu(first, page.mapToGlobal(page.rect().center()))
    menu = next(m for m in page.findChildren(object, "lineMenu"))
    next(action for action in menu.actions() if "confirm" in action.text()).trigger()
    settle(page)
    assert "machine" not in rows(page)[0].state_words
    assert not capture.one(page.context.desk, first).unconfirmed


def test_the_chosen_ones_are_confirmed_at_once(heard_by_machine, qtbot, heard):
    page = heard_by_machine
    dialog = ConfirmDialog(page.context, page.session_id, page)
    dialog.open()
    settle(page)
    assert dialog.list.ticked() == []
    assert not dialog.go.isEnabled()
    assert_accessible(dialog)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert dialog.go.text() == "Confirm 1 line"
    dialog.all.click()
    dialog.go.click()
    settle(page)
    assert notes.unconfirmed(page.context.desk, page.session_id) == ()
    assert "2 lines are confirmed" in heard.told[-1][0]


def test_there_is_nothing_to_confirm_where_no_machine_wrote(page):
    dialog = ConfirmDialog(page.context, page.session_id, page)
    dialog.open()
    settle(page)
    assert "nothing to confirm" in dialog.help.text()
    assert not dialog.go.isVisible()


def test_direct_messages_pasted_into_the_line_stand_nowhere_before_it_is_taken_apart(page):
    secret = "she has a new key safe"
    put(page, f"10:01:02 From Len to Everyone:\n\tThe ramp\n10:02:10 From Joy to Len (Direct Message):\n\t{secret}\n")
    page.line.hand_in_draft()
    settle(page)
    words = [value for _table, value in every_value(page.context.runner.desk)]
    assert any("The ramp" in value for value in words), "it is kept while one types"
    assert not any(secret in value for value in words)
