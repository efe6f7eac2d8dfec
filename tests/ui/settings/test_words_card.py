"""The list of hard words: found, added, changed and taken away with the keys alone, and undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.services import plain_words, workspace
from coprod_desktop.ui.settings.words_card import OURS, WordsCard
from tests.ui.accessible import assert_accessible

Key = Qt.Key


@pytest.fixture
def card(context, qtbot):
    made = WordsCard()
    qtbot.addWidget(made)
    made.set_up(context)
    made.resize(520, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    wait(context)
    return made


def wait(context):
    assert context.runner.wait_idle(30_000)


def rows(card):
    return [(row.pair.hard, row.pair.plain) for row in card.list.items.rows()]


def type_in(qtbot, field, words):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)


def find(card, qtbot, words):
    type_in(qtbot, card.form.findWord, words)


def add(card, context, qtbot, hard, plain):
    card.form.hardWord.setFocus()
    qtbot.keyClicks(card.form.hardWord, hard)
    qtbot.keyClick(card.form.hardWord, Key.Key_Return)
    qtbot.keyClicks(card.form.plainWord, plain)
    qtbot.keyClick(card.form.plainWord, Key.Key_Return)
    wait(context)


def test_a_word_is_found_by_either_of_the_two(card, qtbot):
    find(card, qtbot, "commence")
    assert ("commence", "start") in rows(card)
    find(card, qtbot, "National Health")
    assert rows(card) == [("NHS", "National Health Service")]
    find(card, qtbot, "zzz")
    assert rows(card) == []
    assert card.form.wordsNone.isVisible()


def test_a_word_is_added_with_the_keys_and_is_in_force(card, context, qtbot):
    add(card, context, qtbot, "Synergise", "work together")

    assert plain_words.words(context.desk)["synergise"] == "work together"
    assert card.list.current_id() == "synergise"
    assert OURS in card.list.items.data(card.list.currentIndex())
    assert "Saved" in card.form.wordsState.text()


def test_a_plainer_word_is_changed_and_undo_brings_ours_back(card, context, qtbot):
    find(card, qtbot, "facilitate")
    card.list.setFocus()
    card.list.go_to("facilitate")
    qtbot.keyClick(card.list, Key.Key_Return)
    assert card.form.plainWord.hasFocus()
    qtbot.keyClicks(card.form.plainWord, "lead")
    qtbot.keyClick(card.form.plainWord, Key.Key_Return)
    wait(context)
    assert plain_words.words(context.desk)["facilitate"] == "lead"

    context.runner.do(workspace.undo)
    wait(context)
    assert ("facilitate", "help") in rows(card)


def test_delete_takes_a_word_away_and_stays_near(card, context, qtbot):
    card.list.setFocus()
    card.list.go_to("stakeholder")
    below = rows(card)[card.list.items.row_of("stakeholder") + 1][0]
    qtbot.keyClick(card.list, Key.Key_Delete)
    wait(context)

    assert "stakeholder" not in plain_words.words(context.desk)
    assert "stakeholder" not in dict(rows(card))
    assert card.list.current_id() == below
    assert card.list.hasFocus()


def test_what_is_being_typed_is_not_lost_by_going_through_the_list(card, qtbot):
    qtbot.keyClicks(card.form.hardWord, "synergise")
    card.list.setFocus()
    qtbot.keyClick(card.list, Key.Key_Down)
    assert card.form.hardWord.text() == "synergise"


def test_who_tabs_past_the_list_to_add_a_word_does_not_write_over_another(card, context, qtbot):
    before = dict(rows(card))
    card.form.findWord.setFocus()
    qtbot.keyClick(card.form.findWord, Key.Key_Tab)
    assert card.list.hasFocus()
    qtbot.keyClick(card.list, Key.Key_Tab)
    assert card.form.hardWord.hasFocus()
    assert card.form.hardWord.text() == ""
    add(card, context, qtbot, "synergise", "work together")
    assert dict(rows(card)) == {**before, "synergise": "work together"}


def test_going_on_in_the_list_shows_the_word_one_is_on(card, qtbot):
    card.list.setFocus()
    qtbot.keyClick(card.list, Key.Key_Down)
    assert card.form.hardWord.text() == rows(card)[1][0]
    qtbot.keyClick(card.list, Key.Key_Up)
    assert card.form.hardWord.text() == rows(card)[0][0]


def test_half_a_pair_is_not_saved_and_says_what_is_missing(card, context, qtbot):
    add(card, context, qtbot, "synergise", "")
    assert "no plainer word yet" in card.form.wordsState.text()
    assert card.form.plainWord.hasFocus()
    assert "synergise" not in plain_words.words(context.desk)


def test_the_switch_is_remembered(card, settings, qtbot):
    assert card.form.wordsOn.isChecked()
    card.form.wordsOn.setFocus()
    qtbot.keyClick(card.form.wordsOn, Key.Key_Space)
    assert not settings.read().plain_words


def test_every_control_has_a_name(card):
    card.list.go_to("commence")
    assert_accessible(card)
