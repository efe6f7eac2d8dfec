from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from coprod_desktop.services.making import braille
from coprod_desktop.ui.keys.undo_keys import UndoKeys
from coprod_desktop.ui.settings.braille_card import BrailleCard
from tests.ui.accessible import assert_accessible


@pytest.fixture
def card(context, qtbot):
    made = BrailleCard()
    qtbot.addWidget(made)
    made.set_up(context)
    made.resize(520, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    wait(context)
    return made


def wait(context):
    assert context.runner.wait_idle(30_000)


def test_the_usual_size_is_shown(card):
    assert (card.form.brailleCells.value(), card.form.brailleLines.value()) == (40, 25)
    assert card.form.brailleState.isHidden()


def test_a_number_typed_is_saved_when_it_is_left(card, context, qtbot, heard):
    cells = card.form.brailleCells
    cells.setFocus()
    cells.selectAll()
    qtbot.keyClicks(cells, "34")
    qtbot.keyClick(cells, Qt.Key.Key_Tab)
    wait(context)
    assert braille.size(context.desk) == (34, 25)
    assert card.form.brailleLines.hasFocus()
    assert card.form.brailleState.text() == "Saved: 34 cells by 25 lines."
    assert heard.announced == ["Saved: 34 cells by 25 lines."]


def test_arrows_held_down_are_one_step(card, context, qtbot):
    lines = card.form.brailleLines
    lines.setFocus()
    for _ in range(3):
        qtbot.keyClick(lines, Qt.Key.Key_Up)
    qtbot.keyClick(lines, Qt.Key.Key_Return)
    wait(context)
    assert braille.size(context.desk) == (40, 28)


def test_once_saved_ctrl_z_in_a_number_is_the_programs(card, context, qtbot):
    """A field of numbers swallows the key as words do, though it has nothing to undo."""
    UndoKeys(QApplication.instance(), card)
    asked = []
    QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), card, lambda: asked.append("undo"))
    cells = card.form.brailleCells
    card.form.brailleLines.setFocus()
    cells.setFocus()
    qtbot.keyClick(cells, Qt.Key.Key_Up)
    qtbot.keyClick(cells, Qt.Key.Key_Return)
    wait(context)
    assert braille.size(context.desk) == (41, 25)
    qtbot.keyClick(cells, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["undo"]


def test_a_change_from_elsewhere_is_shown(card, context):
    context.runner.do(braille.change_size, cells=32, lines=27)
    wait(context)
    assert (card.form.brailleCells.value(), card.form.brailleLines.value()) == (32, 27)


def test_it_can_be_heard_and_pressed(card):
    assert_accessible(card)
    assert min(card.form.brailleCells.height(), card.form.brailleLines.height()) >= 42
