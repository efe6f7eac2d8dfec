"""How many gestures each common job takes besides typing; where the focus and the choice are afterwards.

The same in a real window: tests/e2e/test_answer.py.
"""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod_desktop.domain.words import AnswerKind, Outcome
from coprod_desktop.services import asking, workspace

# menus and lists of names open as popups, which the offscreen platform cannot give the keyboard
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
Key = Qt.Key
NOV = datetime.date(2026, 11, 6)


def entry(hands, n):
    return f"entry:{hands.line(n).id}"


# ---- the jobs


def test_a_new_point_with_we_will_takes_four(hands):
    hands.choose(entry(hands, 22))
    with hands.count(4):
        hands.press(Key.Key_2, "Alt")
        hands.type("Weekends are forgotten")
        hands.press(Key.Key_Return)
        hands.type("We will look at weekend calls.")
        hands.press(Key.Key_Return)
        hands.type("Head of home care, by 6 Nov")
        hands.press(Key.Key_Return)

    made = hands.record().points[-1]
    assert (made.you_said, made.answer) == ("Weekends are forgotten", AnswerKind.WILL)
    assert (made.text, made.owner, made.due) == ("We will look at weekend calls.", "Head of home care", NOV)
    assert made.from_entries == (hands.line(22).id,)
    assert hands.chosen().startswith("Also to settle")  # the next below that waits


def test_a_new_point_field_by_field_takes_six(hands):
    hands.choose(entry(hands, 22))
    with hands.count(6):
        hands.press(Key.Key_Return)
        hands.type("Weekends are forgotten")
        hands.press(Key.Key_Return)
        hands.press(Key.Key_2)
        hands.type("We will look at weekend calls.")
        hands.press(Key.Key_Return)
        hands.type("Head of home care")
        hands.press(Key.Key_Return)
        hands.type("6 Nov")
        hands.press(Key.Key_Return)

    made = hands.record().points[-1]
    assert (made.answer, made.owner, made.due) == (AnswerKind.WILL, "Head of home care", NOV)
    assert hands.chosen().startswith("Also to settle")


def test_one_point_of_three_lines_takes_four_more_than_of_one(hands):
    lines = [3, 13, 22]
    hands.choose(entry(hands, 3))
    with hands.count(5):
        for step in range(3):
            hands.press(Key.Key_Space)
            if step < 2:
                hands.press(Key.Key_Down)
    with hands.count(1):
        hands.press(Key.Key_Return)
    hands.type("You were left alone")
    hands.press(Key.Key_Return)
    made = hands.record().points[-1]
    assert len(made.from_entries) == 3
    assert hands.line(3).id in made.from_entries
    assert set(made.from_entries) - {hands.line(n).id for n in lines} <= {e.id for e in hands.record().entries}

    hands.page.context.runner.do(workspace.undo)
    hands.settle()
    assert len(hands.record().points) == 7


def test_adding_a_line_to_a_point_takes_two(hands):
    hands.choose(entry(hands, 22))
    with hands.count(2):
        hands.press(Key.Key_A, "Alt")
        hands.type("only pay")
        hands.press(Key.Key_Return)

    assert hands.line(22).id in hands.point("6").from_entries
    assert hands.chosen().startswith("Also to settle")


def test_adding_several_lines_to_a_point_is_one_act_and_one_undo(hands):
    before = hands.point("6").from_entries
    hands.choose(entry(hands, 13))
    hands.press(Key.Key_Down, "Shift")
    with hands.count(2):
        hands.press(Key.Key_A, "Alt")
        hands.type("only pay")
        hands.press(Key.Key_Return)
    assert len(hands.point("6").from_entries) == len(before) + 2

    hands.page.context.runner.do(workspace.undo)
    hands.settle()
    assert hands.point("6").from_entries == before


def test_heard_takes_one(hands):
    hands.choose(entry(hands, 22))
    with hands.count(1):
        hands.press(Key.Key_H, "Alt")

    assert hands.line(22).outcome is Outcome.HEARD
    assert hands.chosen().startswith("Also to settle")


def test_heard_for_several_takes_one_and_one_undo(hands):
    hands.choose(entry(hands, 3), entry(hands, 22))
    with hands.count(1):
        hands.press(Key.Key_H, "Alt")
    assert {hands.line(n).outcome for n in (3, 22)} == {Outcome.HEARD}

    hands.page.context.runner.do(workspace.undo)
    hands.settle()
    assert {hands.line(n).outcome for n in (3, 22)} == {None}


@pytest.mark.parametrize(("key", "outcome"), [(Key.Key_P, Outcome.PASSED_ON), (Key.Key_L, Outcome.LEFT_OUT)])
def test_passed_on_and_left_out_because_take_two(hands, key, outcome):
    hands.choose(entry(hands, 22))
    with hands.count(2):
        hands.press(key, "Alt")
        hands.type("The weekend team")
        hands.press(Key.Key_Return)

    assert (hands.line(22).outcome, hands.line(22).outcome_note) == (outcome, "The weekend team")
    assert hands.chosen().startswith("Also to settle")


def test_a_no_with_its_reason_takes_four_from_a_line_and_three_from_a_point(hands):
    hands.choose(entry(hands, 22))
    with hands.count(4):
        hands.press(Key.Key_6, "Alt")
        hands.type("Weekends are forgotten")
        hands.press(Key.Key_Return)
        hands.type("There is no money for more staff.")
        hands.press(Key.Key_Return)
        hands.type("1 Sep 2027")
        hands.press(Key.Key_Return)
    made = hands.record().points[-1]
    assert (made.answer, made.reason) == (AnswerKind.CANNOT, "There is no money for more staff.")
    assert made.look_again == "2027-09-01"

    hands.choose(f"point:{hands.point('2').id}")
    with hands.count(3):
        hands.press(Key.Key_7, "Alt")
        hands.type("The figures are not ours to give.")
        hands.press(Key.Key_Return)
        hands.press(Key.Key_Return)
    assert (hands.point("2").answer, hands.point("2").reason) == (
        AnswerKind.WILL_NOT,
        "The figures are not ours to give.",
    )


# ---- where one is meanwhile


def test_a_new_point_begins_empty_for_someone_who_was_not_asked(hands):
    hands.choose(entry(hands, 9))
    hands.press(Key.Key_Return)
    assert hands.at() is hands.page.right.new.form.newWords
    assert hands.page.right.new.form.newWords.words() == ""


def test_keys_pressed_while_a_point_is_on_its_way_are_not_lost(hands):
    """Nothing is waited for between Enter and the digit, and then the words: the disk may be slow."""
    hands.choose(entry(hands, 22))
    hands.press(Key.Key_Return)
    field = hands.at()
    hands.type("Weekends are forgotten")
    QTest.keyClick(field, Key.Key_Return)
    QTest.keyClick(field, Key.Key_Return)  # pressed twice by a tired hand: one point
    QTest.keyClicks(field, "2We will look")
    hands.settle()

    made = hands.record().points[-1]
    assert len(hands.record().points) == 8
    assert (made.you_said, made.answer) == ("Weekends are forgotten", AnswerKind.WILL)
    assert hands.at() is hands.page.right.answer.form.answerText
    assert hands.page.right.answer.form.answerText.words() == "We will look"


def test_escape_takes_the_ticks_away_and_a_click_in_the_box_ticks(hands, qtbot):
    hands.choose(entry(hands, 3))
    hands.press(Key.Key_Space)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Space)
    assert hands.page.right.line.form.makePoint.text() == "Make a point of these 2"
    assert hands.chosen().startswith("Ticked")
    hands.press(Key.Key_Escape)
    assert hands.page.right.line.form.makePoint.text() == "Make a point of this"

    said = hands.page.form.said
    at = said.visualRect(said.cards.index(said.cards.row_of(said.current_id()), 0))
    qtbot.mouseClick(said.viewport(), Qt.MouseButton.LeftButton, pos=at.topLeft() + type(at.topLeft())(20, 16))
    hands.settle()
    assert hands.chosen().startswith("Ticked")


def test_what_is_ticked_and_gone_is_not_ticked_when_it_comes_back(hands):
    hands.choose(entry(hands, 3))
    hands.press(Key.Key_Space)
    hands.press(Key.Key_H, "Alt")
    assert not any(row.ticked for row in hands.page.form.said.cards.rows())


def test_on_a_point_the_ticked_lines_wait_and_its_answer_is_shown(hands):
    hands.choose(entry(hands, 3))
    hands.press(Key.Key_Space)
    hands.choose(f"point:{hands.point('1').id}")
    assert hands.page.right.answer.isVisible()
    hands.choose(entry(hands, 13))
    assert [e.n for e in hands.page.chosen.lines()] == [3]


def test_digits_only_choose_while_the_answers_have_the_focus(hands):
    hands.choose(f"point:{hands.point('1').id}")
    hands.press(Key.Key_6)
    hands.press(Key.Key_H)
    assert hands.point("1").answer is AnswerKind.WILL
    hands.press(Key.Key_Return)  # nothing is missing: to the answer
    assert hands.at().objectName() == "changeAnswer"
    assert hands.at().accessibleName() == "We will. Change the answer"
    hands.press(Key.Key_6)
    assert hands.point("1").answer is AnswerKind.CANNOT


def test_the_answers_fold_to_one_row_and_what_who_and_when_are_in_sight(hands):
    page = hands.page
    hands.choose(f"point:{hands.point('2').id}")
    form = page.right.answer.form
    assert form.choices.is_folded()
    view = page.form.answerScroll.viewport()
    for field in (form.answerText, form.owner, form.due.edit):
        foot = field.mapTo(view, field.rect().bottomLeft()).y()
        assert 0 < foot <= view.height(), field.objectName()
    form.choices.change.click()
    assert not form.choices.is_folded()
    assert form.choices.of(AnswerKind.WILL).hasFocus()
    hands.press(Key.Key_Tab)
    assert form.choices.is_folded()


def test_correcting_a_whole_answer_does_not_jump_away(hands):
    hands.choose(f"point:{hands.point('2').id}")
    field = hands.page.right.answer.form.answerText
    field.setFocus()
    hands.type(" Every month.")
    hands.press(Key.Key_Return)
    assert QApplication.focusWidget() is field
    assert hands.point("2").text.endswith("Every month.")


def test_a_day_that_is_none_is_not_left_by_enter(hands):
    hands.choose(entry(hands, 22))
    hands.press(Key.Key_2, "Alt")
    hands.type("Weekends")
    hands.press(Key.Key_Return)
    due = hands.page.right.answer.form.due
    due.setFocus()
    hands.type("soon")
    hands.press(Key.Key_Return)
    assert hands.at() is due.edit
    assert due.is_wrong()


def test_an_ending_for_no_line_is_told_and_changes_nothing(hands):
    hands.choose(f"point:{hands.point('1').id}")
    before = hands.record()
    for key in (Key.Key_H, Key.Key_P, Key.Key_L, Key.Key_A):
        hands.press(key, "Alt")
    assert hands.record() == before
    assert hands.page.form.said.hasFocus()


def test_whom_the_question_was_put_to_stands_under_its_answer(hands):
    """Asked and answered elsewhere, it is here without another look."""
    shown = hands.point("5").id
    hands.choose(f"point:{shown}")
    row = hands.page.right.answer.form.askingRow
    before = row.state.text()
    day = hands.page.context.desk.today()
    hands.page.context.runner.do(asking.ask, [shown], "Head of commissioning", day)
    hands.settle()
    hands.settle()
    assert row.isVisible()
    assert "Head of commissioning" in row.state.text() != before
    hands.page.context.runner.do(asking.replied, shown, day, "By the end of next month.")
    hands.settle()
    hands.settle()
    assert row.push.text() == "They agreed…"
