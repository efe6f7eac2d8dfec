"""Lists of cards, and choices: what is chosen stays chosen, and headings are never stopped at."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.ui.widgets.card_list import CardList
from coprod_desktop.ui.widgets.card_rows import CardRow, Piece, heading, shortened
from coprod_desktop.ui.widgets.choice import Choice, check

Key = Qt.Key


def line(name, words="Something said"):
    return CardRow(f"line:{name}", (Piece(words), Piece("Said", "quiet", icon="quote")), "line", "Not in a point yet")


ROWS = [heading("First"), line("a"), line("b"), heading("Second"), line("c")]


@pytest.fixture
def cards(qtbot, dressed):
    made = CardList("cards", "What was said", many=True)
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_rows(ROWS)
    made.setFocus()
    return made


def test_the_keyboard_steps_over_headings(cards, qtbot):
    cards.choose(["line:b"])
    qtbot.keyClick(cards, Key.Key_Down)
    assert cards.ids() == ["line:c"]
    qtbot.keyClick(cards, Key.Key_Home)
    assert cards.ids() == ["line:a"]


def test_several_are_chosen_with_shift_without_the_heading_between(cards, qtbot):
    cards.choose(["line:b"])
    qtbot.keyClick(cards, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert cards.ids() == ["line:b", "line:c"]


def test_what_is_chosen_stays_chosen_when_rows_come_change_and_move(cards, qtbot):
    cards.choose(["line:b"])
    cards.show_rows([ROWS[0], line("new"), line("a"), line("b", "Said again"), *ROWS[3:]])
    assert cards.ids() == ["line:b"]
    with qtbot.waitSignal(cards.picked):
        cards.show_rows([ROWS[0], line("a")])
    assert cards.ids() == ["line:a"]


def test_a_row_is_as_high_as_its_words_need(cards):
    cards.show_rows([line("short"), line("long", "words that go on " * 30)])
    assert cards.rowHeight(1) > 4 * cards.rowHeight(0) / 2
    assert cards.rowHeight(0) >= 44


def test_a_growing_list_is_as_high_as_its_rows(qtbot, dressed):
    made = CardList("cards", "What was said")
    made.set_grow()
    qtbot.addWidget(made)
    made.resize(300, 10)
    made.show()
    made.show_rows([line("a"), line("b")])
    two = made.height()
    made.show_rows([line("a"), line("b"), line("c")])
    assert made.height() > two >= 88


def test_everything_shown_is_said(cards):
    said = ROWS[1].spoken
    assert said == "Not in a point yet. Something said. Said"


def test_long_words_say_that_they_go_on():
    assert shortened("x" * 20_000).endswith("… (goes on)")
    assert shortened("short") == "short"


def test_arrows_choose_also_while_nothing_is_chosen(qtbot, dressed):
    group = QWidget()
    qtbot.addWidget(group)
    column = QVBoxLayout(group)
    choices = [Choice(words) for words in ("One", "Two", "Three")]
    for choice in choices:
        column.addWidget(choice)
    check(choices, None)
    group.show()
    group.activateWindow()
    qtbot.waitUntil(group.isActiveWindow)
    choices[0].setFocus()
    assert not any(c.isChecked() for c in choices)
    qtbot.keyClick(choices[0], Key.Key_Down)
    assert [c.isChecked() for c in choices] == [False, True, False]
    check(choices, None)
    assert not any(c.isChecked() for c in choices)


def test_a_heading_that_goes_and_comes_back_is_as_high_as_before(cards):
    before = cards.rowHeight(0)
    cards.show_rows([heading("First", "12"), *ROWS[1:]])
    cards.show_rows([line("new"), heading("First", "11"), *ROWS[1:]])
    assert cards.rowHeight(1) == before
