"""Notes are pasted, looked at, corrected by keys, and taken in with one Enter; one undo takes all of them back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from shiboken6 import isValid

from coprod_desktop.domain.words import EntryKind
from coprod_desktop.services import people, sessions, workspace
from coprod_desktop.ui.notes.notes_dialog import NotesDialog
from tests.desks import every_value
from tests.ui.accessible import assert_accessible

NOTES = "10:01 Len: the ramp is too steep\n10:03 Joy: Q who do we ring\n10:05 anon: too many forms\nAction: Sam to ring the council by 31/3/26\n"
CHAT = "10:01:00 From Len Obi to Everyone:\n\thello all\n10:02:00 From Joy Tan to Len Obi (Direct Message):\n\tI can't stand him\n"


@pytest.fixture
def session(desk):
    made, _ = sessions.new(desk, title="Steering group")
    people.add(desk, made, "Len Obi", "resident")
    people.add(desk, made, "Joy Tan", "carer")
    return made


@pytest.fixture
def page(qtbot, dressed):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1180, 760)
    made.show()
    qtbot.waitExposed(made)
    return made


def settle(runner) -> None:
    while not (runner.wait_idle() and runner._pending == 0):
        pass
    QApplication.processEvents()


@pytest.fixture
def opened(context, session, page, runner, qtbot):
    def make(text: str = "") -> NotesDialog:
        dialog = NotesDialog(context, session, page)
        dialog.open()
        settle(runner)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        if text:
            QApplication.clipboard().setText(text)
            qtbot.keyClick(dialog.ui.notesText, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
            dialog.ui.apart.setFocus()
            qtbot.keyClick(dialog.ui.apart, Qt.Key.Key_Space)
            settle(runner)
        return dialog

    return make


def record(desk, session):
    return sessions.record(desk, session)


def test_one_enter_takes_all_and_one_undo_takes_all_back(opened, desk, session, runner, qtbot, heard):
    dialog = opened(NOTES)
    assert dialog.ui.notesState.isVisible()
    assert "3 lines come in, 1 answer to finish" in dialog._state_words()
    assert QApplication.focusWidget() is dialog.ui.take
    qtbot.keyClick(dialog.ui.take, Qt.Key.Key_Return)
    settle(runner)
    now = record(desk, session)
    assert [e.text for e in now.entries] == ["the ramp is too steep", "who do we ring", "too many forms"]
    assert len(now.points) == 1
    assert "3 lines and 1 answer to finish were taken in" in heard.told[-1][0]
    workspace.undo(desk)
    assert record(desk, session).entries == ()


def test_time_kind_who_and_words_of_a_line_are_changed_by_keys(opened, desk, session, runner, qtbot):
    dialog = opened(NOTES)
    ui = dialog.ui
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Home)
    ui.oneAt.setFocus()
    ui.oneAt.selectAll()
    qtbot.keyClicks(ui.oneAt, "9.58")
    ui.oneKind.setFocus()
    qtbot.keyClicks(ui.oneKind, "St")
    qtbot.keyClick(ui.oneKind, Qt.Key.Key_Return)
    ui.oneText.setFocus()
    qtbot.keyClick(ui.oneText, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(ui.oneText, " for me")
    ui.oneWho.setFocus()
    while ui.oneWho.currentText() != "Joy Tan":
        qtbot.keyClick(ui.oneWho, Qt.Key.Key_Down)
    ui.oneWho.activated.emit(ui.oneWho.currentIndex())
    ui.take.click()
    settle(runner)
    now = record(desk, session)
    line = now.entries[0]
    assert (line.at, line.kind, line.text) == ("09:58", EntryKind.STORY, "the ramp is too steep for me")
    assert next(p.name for p in now.people if p.id == line.speaker) == "Joy Tan"


def test_a_time_that_is_none_is_said_and_the_line_keeps_its_time(opened, qtbot):
    dialog = opened(NOTES)
    dialog.ui.oneAt.setFocus()
    dialog.ui.oneAt.selectAll()
    qtbot.keyClicks(dialog.ui.oneAt, "25:61")
    dialog.ui.oneText.setFocus()
    assert "not a time" in dialog.ui.banner.accessibleName() or dialog.ui.banner.isVisible()
    assert dialog.ui.oneAt.text() == "10:01"


def test_a_line_is_parted_at_the_cursor_and_joined_again(opened, qtbot):
    dialog = opened(NOTES)
    ui = dialog.ui
    ui.oneText.setFocus()
    cursor = ui.oneText.textCursor()
    cursor.setPosition(len("the ramp"))
    ui.oneText.setTextCursor(cursor)
    ui.onePart.click()
    texts = [row.cut.text for row in dialog.list.items.rows()]
    assert texts[:2] == ["the ramp", "is too steep"]
    assert ui.oneText.toPlainText() == "is too steep"
    ui.oneJoin.click()
    assert dialog.list.items.rows()[0].cut.text == "the ramp\nis too steep"


def test_space_leaves_a_line_out(opened, desk, session, runner, qtbot):
    dialog = opened(NOTES)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Home)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    dialog.ui.take.click()
    settle(runner)
    assert [e.text for e in record(desk, session).entries] == ["who do we ring", "too many forms"]


def test_two_of_one_name_are_asked_before_anything_comes_in(opened, desk, session, runner, qtbot):
    people.add(desk, session, "Len Marsh", "staff")
    dialog = opened(NOTES)
    ui = dialog.ui
    qtbot.keyClick(ui.take, Qt.Key.Key_Return)
    settle(runner)
    assert record(desk, session).entries == ()
    assert QApplication.focusWidget() is ui.oneWho
    assert ui.oneWho.currentText() == "Choose"
    assert {ui.oneWho.itemText(n) for n in (1, 2)} == {"Len Obi", "Len Marsh"}
    qtbot.keyClick(ui.oneWho, Qt.Key.Key_Down)
    ui.oneWho.activated.emit(ui.oneWho.currentIndex())
    qtbot.keyClick(ui.take, Qt.Key.Key_Return)
    settle(runner)
    assert len(record(desk, session).entries) == 3


def test_an_interpreters_line_asks_for_whom(opened, desk, session, runner, qtbot):
    dialog = opened("10:01 Len: hello\n10:02 Interpreter: she wants a lady\n10:03 Joy: yes\n")
    qtbot.keyClick(dialog.ui.take, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is dialog.ui.oneWhom
    assert dialog.ui.oneWhom.isVisible()
    dialog.ui.oneWhom.setCurrentIndex(dialog.ui.oneWhom.findText("Joy Tan"))
    dialog.ui.oneWhom.activated.emit(dialog.ui.oneWhom.currentIndex())
    qtbot.keyClick(dialog.ui.take, Qt.Key.Key_Return)
    settle(runner)
    now = record(desk, session)
    assert now.entries[1].said_for == next(p.id for p in now.people if p.name == "Joy Tan")


def test_direct_messages_are_counted_and_stay_nowhere(opened, desk, runner):
    dialog = opened(CHAT)
    assert "1 direct message was left out" in dialog.ui.notesDoubts.text()
    assert "stand him" not in dialog.ui.notesText.toPlainText()
    settle(runner)
    assert not [value for _table, value in every_value(desk) if "stand him" in value]
    assert [value for _table, value in every_value(desk) if "hello all" in value]


def test_what_was_pasted_and_changed_is_here_again_after_a_stop(opened, desk, session, runner, qtbot, context, page):
    dialog = opened(NOTES)
    dialog.ui.oneText.setFocus()
    qtbot.keyClick(dialog.ui.oneText, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(dialog.ui.oneText, " indeed")
    dialog.one.join()  # nothing above the first: nothing happens
    qtbot.waitUntil(lambda: not dialog._soon.isActive())
    settle(runner)
    dialog.setParent(None)  # dropped without being closed
    dialog.deleteLater()
    again = NotesDialog(context, session, page)
    again.open()
    settle(runner)
    qtbot.waitUntil(lambda: again.ui.lookSide.isVisible())
    assert again.ui.notesText.toPlainText() == NOTES
    assert again.list.items.rows()[0].cut.text == "the ramp is too steep indeed"


def test_cancel_forgets_what_was_pasted(opened, desk, runner):
    dialog = opened(NOTES)
    settle(runner)
    dialog.ui.cancel.click()
    settle(runner)
    assert not isValid(dialog) or not dialog.isVisible()
    assert not [value for _table, value in every_value(desk) if "ramp" in value]


def test_a_file_is_opened(opened, tmp_path, monkeypatch, runner):
    path = tmp_path / "notes.txt"
    path.write_text(NOTES, "utf-8")
    dialog = opened()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    dialog.ui.openNotes.click()
    settle(runner)
    assert len(dialog.list.items.rows()) == 4


def test_no_words_at_all_is_said(opened, runner):
    dialog = opened()
    dialog.ui.apart.click()
    settle(runner)
    assert dialog.ui.banner.isVisible()
    assert dialog.ui.pasteSide.isVisible()


def test_it_can_be_used_with_a_screen_reader(opened):
    assert_accessible(opened(NOTES))


VTT = "WEBVTT\n\n1\n00:00:03.000 --> 00:00:05.000\n<v Len Obi>The ramp is too steep.</v>\n\n2\n00:01:03.000 --> 00:01:05.000\n<v Len Obi>Yes it is.</v>\n"


def test_times_of_a_recording_count_from_when_it_began(opened, desk, session, runner, qtbot):
    dialog = opened(VTT)
    assert dialog.ui.beganRow.isVisible()
    assert [row.cut.at for row in dialog.hand.rows] == ["00:00", "00:01"]
    dialog.ui.oneText.setFocus()
    qtbot.keyClicks(dialog.ui.oneText, "x")
    dialog.ui.began.setFocus()
    qtbot.keyClicks(dialog.ui.began, "14.30")
    dialog.ui.take.setFocus()
    settle(runner)
    assert [row.cut.at for row in dialog.hand.rows] == ["14:30", "14:31"]
    assert dialog.hand.rows[0].cut.text.startswith("x")  # what was changed stays changed
    qtbot.keyClick(dialog.ui.take, Qt.Key.Key_Return)
    settle(runner)
    assert [e.at for e in record(desk, session).entries] == ["14:30", "14:31"]


def test_typed_notes_have_no_beginning_to_ask_for(opened):
    assert not opened(NOTES).ui.beganRow.isVisible()
