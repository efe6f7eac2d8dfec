"""What a reading group said is typed back with one key a sheet."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.easy_record import ReadersMark
from coprod_desktop.publish.paper_kinds import YOU_SAID_WE_WILL as KIND
from coprod_desktop.services.making import easy_kit, papers
from coprod_desktop.ui.easy_read.dialog import EasyReadDialog
from coprod_desktop.ui.easy_read.readers_dialog import ReadersDialog
from tests.ui.accessible import assert_accessible

ALT = ["Alt+G", "Alt+N", "Alt+C"]


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
    dialog.ui.good.click()
    assert context.runner.wait_idle()
    assert dialog.ui.sheet.currentIndex() == 1
    qtbot.keyClicks(dialog.ui.words, "A wrong picture")
    assert [b.shortcut().toString() for b in (dialog.ui.good, dialog.ui.unsure, dialog.ui.changeIt)] == ALT
    dialog.ui.changeIt.click()
    assert context.runner.wait_idle()
    assert [(m.page, m.mark, m.reader) for m in easy_kit.marks(desk, settled, KIND)] == [
        (1, ReadersMark.GOOD, "Ruby"),
        (2, ReadersMark.CHANGE, "Ruby"),
    ]
    assert dialog.ui.words.text() == ""
    assert dialog.ui.reader.text() == "Ruby", "the same reader's next sheet"
    assert dialog.ui.sum.text() == "2 marks. 1 sheet to look at again."


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
    assert "The kit is made: 3 files" in made.ui.banner.what.text()
    assert list((tmp_path / "private").glob("*check-sheets*.pdf"))
