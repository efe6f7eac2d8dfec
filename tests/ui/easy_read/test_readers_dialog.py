"""What a reading group said is typed back with one key a sheet."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coprod_desktop.domain.easy_record import ReadersMark
from coprod_desktop.publish.paper_kinds import YOU_SAID_WE_WILL as KIND
from coprod_desktop.services import capture
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import easy_kit, papers
from coprod_desktop.ui.easy_read.dialog import EasyReadDialog
from coprod_desktop.ui.easy_read.readers_dialog import ReadersDialog
from tests.ui.accessible import assert_accessible, controls


@pytest.fixture
def settled(desk, sample) -> str:
    papers.review(desk, sample)
    return sample


@pytest.fixture
def dialog(context, settled, qtbot) -> ReadersDialog:
    made = ReadersDialog(context, settled, KIND)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    assert context.runner.wait_idle()
    return made


def test_a_mark_is_saved_at_once_and_the_next_sheet_comes(dialog, context, desk, settled, qtbot):
    assert dialog.ui.sheet.currentText() == "Sheet 1: You said, we will"
    assert_accessible(dialog)
    qtbot.keyClicks(dialog.ui.reader, "Ruby")
    alt(dialog, context, qtbot, Qt.Key.Key_G)
    assert dialog.ui.sheet.currentIndex() == 1
    qtbot.keyClicks(dialog.ui.words, "A wrong picture")
    alt(dialog, context, qtbot, Qt.Key.Key_C)
    alt(dialog, context, qtbot, Qt.Key.Key_N)
    assert [(m.page, m.mark, m.reader) for m in easy_kit.marks(desk, settled, KIND)] == [
        (1, ReadersMark.GOOD, "Ruby"),
        (2, ReadersMark.CHANGE, "Ruby"),
        (3, ReadersMark.UNSURE, "Ruby"),
    ]
    assert dialog.ui.words.text() == ""
    assert dialog.ui.reader.text() == "Ruby", "the same reader's next sheet, and no letter of a key"
    assert dialog.ui.sum.text() == "3 marks. 2 sheets to look at again."


def alt(dialog, context, qtbot, key: Qt.Key) -> None:
    """Press Alt and a key, wherever the cursor is; the button is seen to go down before it acts."""
    before = dialog.ui.marks.count()
    qtbot.keyClick(QApplication.focusWidget(), key, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: dialog.ui.marks.count() == before + 1)
    assert context.runner.wait_idle()


def test_every_field_and_button_has_a_key_of_its_own_or_a_tab_stop(dialog, qtbot):
    dialog.ui.reader.setFocus()
    seen = []
    for _ in range(12):
        focused = QApplication.focusWidget()
        seen.append(focused.objectName())
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert {w.objectName() for w in controls(dialog) if w.isEnabled()} <= set(seen)


def test_a_change_without_words_is_asked_for_and_a_wrong_mark_is_taken_away(dialog, context, desk, settled):
    dialog.ui.changeIt.click()
    assert context.runner.wait_idle()
    assert dialog.ui.banner.what.text() == "Write what they want changed."
    dialog.ui.unsure.click()
    assert context.runner.wait_idle()
    dialog.ui.marks.setCurrentRow(0)
    dialog.ui.takeAway.click()
    assert context.runner.wait_idle()
    assert not easy_kit.marks(desk, settled, KIND)


def test_the_kit_is_made_and_says_by_when_it_is_wanted_back(context, settled, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr("coprod_desktop.ui.easy_read.dialog.papers_folder", lambda _: tmp_path)
    made = EasyReadDialog(context, settled, KIND)
    qtbot.addWidget(made)
    made.show()
    assert context.runner.wait_idle()
    made.ui.kit.click()
    assert context.runner.wait_idle()
    qtbot.waitUntil(lambda: "The kit is made: 3 files" in made.ui.banner.what.text())
    assert list((tmp_path / "private").glob("*check-sheets*.pdf"))
    assert not made.ui.stop.isVisible()
    assert made.ui.kit.hasFocus()


def test_while_the_kit_is_made_lines_are_still_saved_and_stop_ends_it(
    context, desk, settled, qtbot, tmp_path, monkeypatch
):
    """It takes seconds for a long paper: nothing that is typed meanwhile waits for it."""
    held, go_on = threading.Event(), threading.Event()
    drawn = easy_kit._draw

    def slowly(*about):
        held.set()
        assert go_on.wait(30)
        return drawn(*about)

    monkeypatch.setattr(easy_kit, "_draw", slowly)
    monkeypatch.setattr("coprod_desktop.ui.easy_read.dialog.papers_folder", lambda _: tmp_path)
    made = EasyReadDialog(context, settled, KIND)
    qtbot.addWidget(made)
    made.show()
    assert context.runner.wait_idle()
    made.ui.kit.click()
    assert held.wait(30)
    qtbot.waitUntil(made.ui.stop.isVisible)
    assert_accessible(made)
    said: list[object] = []
    context.runner.do(capture.add, settled, NewLine(text="Said meanwhile"), done=said.append)
    qtbot.waitUntil(lambda: bool(said))
    qtbot.waitUntil(lambda: made.ui.progress.format().startswith("Sheets to mark"))
    made.reject()
    assert made.isVisible(), "Esc stops it first"
    go_on.set()
    qtbot.waitUntil(lambda: not made.ui.stop.isVisible())
    assert context.runner.wait_idle()
