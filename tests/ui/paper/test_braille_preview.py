from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.publish import paper_kinds
from coprod_desktop.services import capture
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import papers
from coprod_desktop.ui.paper.braille_preview import BraillePreviewDialog
from tests.ui.accessible import assert_accessible


@pytest.fixture
def open_dialog(context, sample, qtbot):
    def make(*, settled: bool = True) -> BraillePreviewDialog:
        if settled:
            papers.review(context.desk, sample)
        else:
            capture.add(context.desk, sample, NewLine(text="Ring me on 07700 900481", quote_ok=True))
        made = BraillePreviewDialog(context, sample, paper_kinds.YOU_SAID_WE_WILL)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(made)
        made.show()
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        assert context.runner.wait_idle(30_000)
        return made

    return make


def test_the_dots_stand_beside_what_they_say(open_dialog):
    ui = open_dialog().ui
    assert ui.dots.toPlainText().count("\n") == 24
    assert set(ui.dots.toPlainText()) <= {"\n", *map(chr, range(0x2800, 0x2840))}
    assert "Unified English Braille, contracted, 40" in ui.said.toPlainText()
    assert ui.pageWords.text().startswith("Page 1 of ")
    assert "A braille reader must check the file" in ui.mustCheck.text()


def test_one_goes_through_the_pages_with_the_keys(open_dialog, qtbot, heard):
    ui = open_dialog().ui
    assert not ui.pageBack.isEnabled()
    ui.pageNext.setFocus()
    qtbot.keyClick(ui.pageNext, Qt.Key.Key_Space)
    assert "You said, we will" in ui.said.toPlainText()
    assert heard.announced[-1].startswith("Page 2 of ")
    last = int(ui.pageWords.text().split(" of ")[1])
    for _ in range(last - 2):
        qtbot.keyClick(ui.pageNext, Qt.Key.Key_Space)
    assert "Copy code" in ui.said.toPlainText()
    assert not ui.pageNext.isEnabled()
    assert ui.pageBack.hasFocus()


def test_the_other_kind_of_braille(open_dialog, context, qtbot):
    ui = open_dialog().ui
    before = ui.dots.toPlainText()
    ui.contracted.setFocus()
    qtbot.keyClick(ui.contracted, Qt.Key.Key_Right)
    assert context.runner.wait_idle(30_000)
    assert ui.uncontracted.isChecked()
    assert ui.dots.toPlainText() != before
    assert "Unified English Braille, uncontracted" in " ".join(ui.said.toPlainText().split())


def test_while_something_private_is_open_nothing_is_shown(open_dialog):
    ui = open_dialog(settled=False).ui
    assert ui.dots.toPlainText() == ui.said.toPlainText() == ""
    assert "to look at first" in ui.banner.what.text()
    assert not ui.pageNext.isEnabled()


def test_it_can_be_heard_and_pressed(open_dialog):
    assert_accessible(open_dialog())
