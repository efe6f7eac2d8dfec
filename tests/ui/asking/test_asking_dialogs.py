"""Questions out, replies in and what people say back, typed in a real window."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.domain import asking as rules
from coprod_desktop.domain.week_after import AskingStep, YesNo
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.services import answers, asking, members_check, said_back
from coprod_desktop.services.seen import follow_up
from coprod_desktop.ui.answer.asking_row import AskingRow
from coprod_desktop.ui.asking import words
from coprod_desktop.ui.asking.ask_dialog import AskDialog
from coprod_desktop.ui.asking.step_dialog import StepDialog
from coprod_desktop.ui.follow_up.members_check import MembersCheckDialog
from coprod_desktop.ui.follow_up.said_back import SaidBackDialog
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from tests.ui.accessible import assert_accessible


@pytest.fixture
def point(desk, sample):
    return answers.add_point(desk, sample, "The rota comes late")[0]


def wait(context):
    assert context.runner.wait_idle(60_000)
    assert context.runner.wait_idle(60_000)


def press(push, qtbot):
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)


def of(desk, point):
    return asking.of_point(desk, point)


def opened(dialog, context):
    dialog.open()
    wait(context)
    assert_accessible(dialog)
    return dialog


def test_asking_notes_it_and_makes_the_sheet(context, desk, sample, point, parent, qtbot, tmp_path):
    context.settings.write(dataclasses.replace(context.settings.read(), papers=tmp_path / "out"))
    dialog = opened(AskDialog(context, sample, parent, (point,)), context)
    assert dialog.ui.points.ticked() == [point]
    dialog.ui.toWhom.setFocus()
    qtbot.keyClicks(dialog.ui.toWhom, "Director")
    press(dialog.ui.sheet, qtbot)
    wait(context)
    (step,) = of(desk, point).asked
    assert (step.step, step.to_whom, step.on) == (AskingStep.ASKED, "Director", desk.today())
    assert step.reply_by == desk.today() + datetime.timedelta(14)
    assert {path.suffix for path in (tmp_path / "out").rglob("*questions*")} == {".docx", ".pdf"}


def test_what_is_missing_is_said_inside_and_nothing_is_written(context, desk, sample, point, parent, qtbot):
    dialog = opened(AskDialog(context, sample, parent, (point,)), context)
    press(dialog.ui.only, qtbot)
    wait(context)
    assert dialog.ui.banner.isVisible()
    assert of(desk, point).asked == ()


def test_a_reply_is_pasted_in_and_kept_as_it_came(context, desk, sample, point, parent, qtbot):
    asking.ask(desk, [point], "Director", desk.today())
    dialog = opened(StepDialog(context, sample, of(desk, point), parent), context)
    assert dialog.ui.how.currentData() == AskingStep.REPLIED
    assert not dialog.ui.toWhom.isVisible()
    dialog.ui.words.setFocus()
    qtbot.keyClicks(dialog.ui.words, "We will do it by spring.")
    press(dialog.ui.save, qtbot)
    wait(context)
    assert of(desk, point).asked[-1].words == "We will do it by spring."


def test_two_people_are_asked_at_once_and_each_replies(context, desk, sample, point, parent, qtbot):
    asking.ask(desk, [point], "Director", desk.today())
    dialog = opened(StepDialog(context, sample, of(desk, point), parent), context)
    assert not dialog.ui.ofWhom.isVisible()
    dialog.ui.how.setCurrentIndex(dialog.ui.how.findData(AskingStep.ASKED))
    assert_accessible(dialog)
    dialog.ui.toWhom.setFocus()
    qtbot.keyClicks(dialog.ui.toWhom, "Head of buses")
    press(dialog.ui.save, qtbot)
    wait(context)
    dialog = opened(StepDialog(context, sample, of(desk, point), parent), context)
    assert [dialog.ui.ofWhom.itemText(n) for n in range(2)] == ["Director", "Head of buses"]
    dialog.ui.ofWhom.setFocus()
    qtbot.keyClick(dialog.ui.ofWhom, Qt.Key.Key_Down)
    dialog.ui.words.setFocus()
    qtbot.keyClicks(dialog.ui.words, "From May.")
    press(dialog.ui.save, qtbot)
    wait(context)
    director, buses = rules.questions(of(desk, point))
    assert (director.to_whom, director.is_open) == ("Director", True)
    assert (buses.to_whom, buses.words) == ("Head of buses", "From May.")
    assert words.row(of(desk, point), desk.today())[2] == "They replied…"
    late = desk.today() + datetime.timedelta(20)
    assert words.row(of(desk, point), late)[1].endswith("No reply from Director.")


@pytest.mark.slow
def test_the_points_to_ask_about_are_in_sight_with_large_text(walk, dressed):
    theme.apply(dressed, Appearance(Scheme.LIGHT, 200))
    walk.shell.resize(1366, 698)
    page = walk.open("answer", walk.material.home_care)
    first = [p.id for p in page._board.record.points][:4]
    dialog = AskDialog(page.context, walk.material.home_care, walk.shell, first)
    dialog.open()
    walk.settle()
    for asked in first[:3]:
        box = dialog.ui.points.box(asked)
        assert not box.visibleRegion().isEmpty()
        assert box.visibleRegion().boundingRect().height() == box.height()
    dialog.reject()


def test_a_reply_half_typed_is_there_again(context, desk, sample, point, parent, qtbot):
    asking.ask(desk, [point], "Director", desk.today())
    dialog = opened(StepDialog(context, sample, of(desk, point), parent), context)
    qtbot.keyClicks(dialog.ui.words, "We will do it")
    qtbot.waitUntil(lambda: "We will do it" in str(_drafts(desk)))
    again = opened(StepDialog(context, sample, of(desk, point), parent), context)
    qtbot.waitUntil(lambda: again.ui.words.toPlainText() == "We will do it")


def _drafts(desk):
    with desk.store.read() as connection:
        return connection.exec_driver_sql("select text from draft").scalars().all()


@pytest.mark.parametrize(
    ("steps", "state", "act"),
    [
        ((), "info", "Ask somebody…"),
        ((("ask", 3),), "waiting", "They replied…"),
        ((("ask", 30),), "late", "Ask again…"),
        ((("ask", 30), ("reply", 2)), "done", "They agreed…"),
        ((("ask", 30), ("reply", 2), ("agree", 1)), "info", "Note more…"),
    ],
)
def test_the_row_under_an_answer_says_where_it_stands_and_what_comes_next(
    context, desk, sample, point, qtbot, steps, state, act
):
    for step, back in steps:
        day = desk.today() - datetime.timedelta(back)
        match step:
            case "ask":
                asking.ask(desk, [point], "Director", day)
            case "reply":
                asking.replied(desk, point, day, "We will.")
            case "agree":
                asking.agreed(desk, [point], day)
    row = AskingRow()
    qtbot.addWidget(row)
    row.set_up(context)
    row.show_point(sample, of(desk, point))
    assert row.push.text() == act
    assert words.row(of(desk, point), desk.today())[0] == state
    assert ("No reply." in row.state.text()) is (state == "late")


def test_what_people_say_back_is_typed_in_by_number_and_keys(context, desk, sample, point, parent, qtbot):
    answers.change_point(desk, point, answer=AnswerKind.DONE, text="It comes on Fridays.")
    dialog = opened(SaidBackDialog(context, follow_up.follow_up(desk, sample), parent), context)
    number = [p.id for p in said_back.points(desk, sample)].index(point) + 1
    for typed in (str(number), "y", "n", "Still late"):
        qtbot.keyClicks(dialog.focusWidget(), typed)
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    wait(context)
    (said,) = of(desk, point).said_back
    assert (said.right, said.answers, said.back) == (YesNo.YES, YesNo.NO, "Still late")
    assert of(desk, point).reopened
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.ui.number  # ready for the next
    assert dialog.ui.number.text() == dialog.ui.back.text() == ""


@pytest.mark.parametrize(("number", "right"), [("99", "y"), ("1", "x")])
def test_what_is_no_answer_is_refused_and_stays_typed(context, desk, sample, point, parent, qtbot, number, right):
    dialog = opened(SaidBackDialog(context, follow_up.follow_up(desk, sample), parent), context)
    dialog.ui.number.setText(number)
    dialog.ui.right.setText(right)
    press(dialog.ui.next, qtbot)
    wait(context)
    assert dialog.ui.banner.isVisible()
    assert dialog.ui.number.text() == number
    assert all(not p.said_back for p in said_back.points(desk, sample))


def test_who_looked_is_noted_and_shown_the_next_time(context, desk, sample, parent, qtbot):
    shown = follow_up.follow_up(desk, sample)
    dialog = opened(MembersCheckDialog(context, sample, shown.kind, parent), context)
    qtbot.keyClicks(dialog.ui.who, "Two members")
    qtbot.keyClicks(dialog.ui.changed, "the heading")
    press(dialog.ui.save, qtbot)
    wait(context)
    assert members_check.last(desk, sample, shown.kind).changed == "the heading"
    again = opened(MembersCheckDialog(context, sample, shown.kind, parent), context)
    assert "Two members looked at this" in again.ui.soFar.text()


def test_nobody_looked_needs_a_reason(context, desk, sample, parent, qtbot):
    shown = follow_up.follow_up(desk, sample)
    dialog = opened(MembersCheckDialog(context, sample, shown.kind, parent), context)
    press(dialog.ui.save, qtbot)
    wait(context)
    assert dialog.ui.banner.isVisible()
    qtbot.keyClicks(dialog.ui.skipped, "The group meets in January")
    press(dialog.ui.save, qtbot)
    wait(context)
    assert members_check.last(desk, sample, shown.kind).skipped == "The group meets in January"
