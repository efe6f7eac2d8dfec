"""Slips and sheets typed by keys alone: Enter saves, the next number stands there; a photo beside the box if wanted."""

from __future__ import annotations

import datetime
import io

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from coprod_desktop.domain.words import ANONYMOUS, EntryKind
from coprod_desktop.services import people, sessions, sheets
from coprod_desktop.ui.notes.sheets_dialog import SheetsDialog
from tests.ui.accessible import assert_accessible
from tests.ui.notes.test_notes_dialog import page, settle

__all__ = ["page"]


@pytest.fixture
def session(desk):
    made, _ = sessions.new(desk, title="Steering group")
    people.add(desk, made, "Joy Tan", "carer")
    return made


@pytest.fixture
def opened(context, session, page, runner, qtbot):
    def make() -> SheetsDialog:
        dialog = SheetsDialog(context, session, page)
        runner.changed.connect(lambda _changes: None)
        dialog.open()
        settle(runner)
        qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
        return dialog

    return make


def entries(desk, session):
    return sessions.record(desk, session).entries


def say(qtbot, dialog, words: str) -> None:
    qtbot.keyClicks(dialog.ui.sheetWords, words)
    qtbot.keyClick(dialog.ui.sheetWords, Qt.Key.Key_Return)


def test_slips_are_typed_one_after_the_other(opened, desk, session, runner, qtbot):
    dialog = opened()
    assert dialog.ui.sheetName.text() == "Slip 1"
    assert QApplication.focusWidget() is dialog.ui.sheetWords
    for words in ("ring before nine", "the quiet hour", "why so many forms"):
        say(qtbot, dialog, words)
    settle(runner)
    assert [(e.sheet, e.at, e.text, e.speaker) for e in entries(desk, session)] == [
        ("Slip 1", None, "ring before nine", ANONYMOUS),
        ("Slip 2", None, "the quiet hour", ANONYMOUS),
        ("Slip 3", None, "why so many forms", ANONYMOUS),
    ]
    assert dialog.ui.sheetName.text() == "Slip 4"
    assert len(dialog.rows.items.rows()) == 3


def test_a_table_sheet_has_many_lines_and_an_empty_enter_goes_on(opened, desk, session, runner, qtbot):
    dialog = opened()
    dialog.ui.sheetName.setText("Table 1")
    for words in ("one", "two"):
        say(qtbot, dialog, words)
    qtbot.keyClick(dialog.ui.sheetWords, Qt.Key.Key_Return)
    say(qtbot, dialog, "three")
    settle(runner)
    assert [e.sheet for e in entries(desk, session)] == ["Table 1", "Table 1", "Table 2"]


def test_who_wrote_it_what_it_is_and_the_tick_for_quoting(opened, desk, session, runner, qtbot):
    dialog = opened()
    ui = dialog.ui
    ui.sheetKind.setCurrentIndex(ui.sheetKind.findData(EntryKind.QUESTION.value))
    ui.sheetWho.setCurrentIndex(ui.sheetWho.findText("Joy Tan"))
    ui.sheetQuote.setCurrentIndex(1)
    say(qtbot, dialog, "who checks")
    say(qtbot, dialog, "no tick here")
    settle(runner)
    first, second = entries(desk, session)
    assert (first.kind, first.quote_ok) == (EntryKind.QUESTION, True)
    assert first.speaker not in (None, ANONYMOUS)
    assert (second.kind, second.quote_ok, second.speaker) == (EntryKind.CONTRIBUTION, None, ANONYMOUS)


def test_without_a_sheet_nothing_is_saved_and_the_words_stay(opened, desk, session, runner, qtbot):
    dialog = opened()
    dialog.ui.sheetName.clear()
    say(qtbot, dialog, "words")
    settle(runner)
    assert entries(desk, session) == ()
    assert dialog.ui.sheetWords.words() == "words"
    assert dialog.ui.banner.isVisible()


def test_half_typed_words_are_here_again_with_their_sheet(opened, desk, session, runner, qtbot, context, page):
    dialog = opened()
    dialog.ui.sheetName.setText("Table 7")
    qtbot.keyClicks(dialog.ui.sheetWords, "half a li")
    qtbot.waitUntil(lambda: not dialog._kept._soon.isActive())
    settle(runner)
    dialog.setParent(None)
    dialog.deleteLater()
    again = SheetsDialog(context, session, page)
    again.open()
    settle(runner)
    assert (again.ui.sheetName.text(), again.ui.sheetWords.words()) == ("Table 7", "half a li")


def test_a_photo_of_the_sheet_stands_beside_it_and_goes_when_it_is_taken_out(
    opened, desk, session, runner, qtbot, tmp_path, monkeypatch
):
    out = io.BytesIO()
    Image.new("RGB", (60, 90), "teal").save(out, "PNG")
    path = tmp_path / "sheet.png"
    path.write_bytes(out.getvalue())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    dialog = opened()
    assert not dialog.ui.photoSide.isVisible()
    dialog.ui.addPhoto.click()
    settle(runner)
    settle(runner)
    assert dialog.ui.photoSide.isVisible()
    assert dialog.picture.accessibleName() == "Photo of Slip 1"
    assert "taken out for good" in dialog.ui.photoWords.text()
    day = desk.today() + datetime.timedelta(days=2)
    for typed, kept in ((day.isoformat(), day), ("", None), ("1 January 2020", None)):
        dialog.ui.photoUntil.edit.setFocus()
        dialog.ui.photoUntil.edit.selectAll()
        qtbot.keyClick(dialog.ui.photoUntil.edit, Qt.Key.Key_Delete)
        qtbot.keyClicks(dialog.ui.photoUntil.edit, typed)
        qtbot.keyClick(dialog.ui.photoUntil.edit, Qt.Key.Key_Return)
        settle(runner)
        settle(runner)
        (photo,) = sheets.seen(desk, session).photos
        assert photo.keep_until == kept
    assert "That day is past" in dialog.ui.banner.what.text()
    assert "until you take it out" in dialog.ui.photoWords.text()
    qtbot.keyClicks(dialog.picture, "+")
    dialog.ui.takePhotoOut.click()
    settle(runner)
    settle(runner)
    assert not dialog.ui.photoSide.isVisible()


def test_it_can_be_used_with_a_screen_reader(opened):
    assert_accessible(opened())
