"""The Answer page: everything that was said has an end, nobody's words change, and half an answer saves."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu

from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.words import AnswerKind, Outcome, Publish
from coprod_desktop.services import answers, capture, drafts, sessions, workspace
from coprod_desktop.services.capture import NewLine
from coprod_desktop.ui.answer.pick_dialog import PickDialog
from coprod_desktop.ui.dialogs.ask_again import AskAgain
from coprod_desktop.ui.pages.answer import AnswerPage
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.typed import PAUSE_MS
from tests.ui.accessible import assert_accessible

# menus and lists of names open as popups, which the offscreen platform cannot give the keyboard
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
Key = Qt.Key
CTRL, ALT, SHIFT = (Qt.KeyboardModifier[f"{n}Modifier"] for n in ("Control", "Alt", "Shift"))


@pytest.fixture
def desk(desk, runner):
    """The desk a week after the sample session."""
    there = dataclasses.replace(desk, now=lambda: datetime.datetime(2026, 9, 24, 9, 0).astimezone())
    runner.desk = there
    return there


@pytest.fixture
def page(context, sample, desk, qtbot):
    return opened(dataclasses.replace(context, desk=desk), sample, qtbot)


def opened(context, session, qtbot):
    made = AnswerPage(context)
    qtbot.addWidget(made)
    made.resize(1016, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    context.runner.changed.connect(made.apply)
    made.open(session)
    wait(made)
    made.first_focus().setFocus()
    return made


def wait(page):
    assert page.context.runner.wait_idle(30_000)


def record(page):
    return sessions.record(page.context.desk, page.session_id)


def entry(page, n):
    return next(e for e in record(page).entries if e.n == n)


def point(page, key):
    return next(p for p in record(page).points if p.key == key)


def go_to(page, row):
    page.form.said.choose([f"point:{row.id}" if hasattr(row, "you_said") else f"entry:{row.id}"])


def type_in(qtbot, field, words):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)


def press(push, qtbot):
    push.setFocus()
    qtbot.keyClick(push, Key.Key_Space)


def sections(page):
    """The middle list: {heading: [spoken rows]}; points are under ""."""
    found, at = {}, ""
    for row in page.form.said.cards.rows():
        if row.kind == "heading":
            at = row.pieces[0].words
        else:
            found.setdefault(at, []).append(row.spoken)
    return found


def shown_words(page):
    return " ".join(
        w.text() for w in page.form.answerCard.findChildren(QLabel) if w.isVisible()
    )  # fmt: skip


def last_note(heard):
    return heard.notes[-1]


# ---- nothing said may vanish


def test_everything_said_is_somewhere_and_the_count_is_that_of_the_paper(page, heard):
    said = [e for e in record(page).entries if e.kind != "note"]
    in_points = {i for p in record(page).points for i in p.from_entries}
    rows = {row.id.removeprefix("entry:") for row in page.form.said.cards.rows() if row.id.startswith("entry:")}

    assert {e.id for e in said} == rows | in_points
    assert len(sections(page)["Not in a point yet"]) == 5
    assert last_note(heard) == ("look", "5 things people said have no answer yet")


def test_the_count_falls_with_each_ending_and_says_when_all_have_one(page, heard, qtbot):
    for wanted in ("4 things people said have", "3 things people said have", "2 things people said have", "1 thing"):
        first = next(r.id for r in page.form.said.cards.rows() if r.before == "Not in a point yet")
        page.form.said.choose([first])
        press(page.right.line.form.outcome_heard, qtbot)
        page.right.hand_in()
        wait(page)
        assert last_note(heard)[1].startswith(wanted)
    first = next(r.id for r in page.form.said.cards.rows() if r.before == "Not in a point yet")
    page.form.said.choose([first])
    press(page.right.line.form.publish_no, qtbot)
    page.right.hand_in()
    wait(page)
    assert last_note(heard) == ("done", "Everything people said has an answer")


def test_what_is_said_elsewhere_arrives_without_a_reload(page, heard):
    page.context.runner.do(capture.add, page.session_id, NewLine(text="One more thing"))
    wait(page)

    assert any("One more thing" in row for row in sections(page)["Not in a point yet"])
    assert last_note(heard)[1].startswith("6 things")


def test_it_says_nothing_in_the_status_line_while_another_page_is_in_front(page, heard):
    page.leave()
    before = len(heard.notes)
    page.context.runner.do(capture.add, page.session_id, NewLine(text="One more thing"))
    wait(page)

    assert len(heard.notes) == before


# ---- points


def test_a_point_is_made_from_two_lines_by_keyboard_and_their_words_stay(page, qtbot):
    lines = [r.id for r in page.form.said.cards.rows() if r.before == "Not in a point yet"]
    page.form.said.choose(lines[:1])
    page.form.said.setFocus()
    qtbot.keyClick(page.form.said, Key.Key_Down, SHIFT)
    qtbot.keyClick(page.form.said, Key.Key_P, CTRL)
    words = page.right.new.form.newWords
    assert words.hasFocus()
    begun = words.words()
    assert "Donna" not in begun  # the words for paper are offered, not the ones with a name
    qtbot.keyClicks(words, "Tell us before things change")
    qtbot.keyClick(words, Key.Key_Return)
    wait(page)

    made = record(page).points[-1]
    assert made.you_said == "Tell us before things change"
    assert [f"entry:{i}" for i in made.from_entries] == lines[:2]
    assert (
        entry(page, 3).text
        == "They are meant to come at 8. Tuesday it was 10.40 and I was still in bed. I can't get myself up."
    )
    assert page.form.said.ids() == [f"point:{made.id}"]
    assert page.right.answer.form.choices.of(AnswerKind.DONE).hasFocus()


def test_a_point_never_begins_with_the_words_of_someone_who_was_not_asked(page, qtbot):
    go_to(page, entry(page, 9))
    press(page.form.addPoint, qtbot)

    assert page.right.new.form.newWords.words() == ""
    assert page.right.new.form.newLines.isVisible()


def test_a_point_without_words_is_refused_where_one_is(page, heard, qtbot):
    page.form.said.clearSelection()
    press(page.form.addPoint, qtbot)
    qtbot.keyClick(page.right.new.form.newWords, Key.Key_Return)
    wait(page)

    assert "You said" in heard.failed[-1].what
    assert page.right.is_writing()


def test_a_new_point_from_no_line_is_shown_whatever_theme_was_chosen(page, qtbot):
    page.themes.go_to("theme:Charges")
    page.form.said.clearSelection()
    press(page.form.addPoint, qtbot)
    qtbot.keyClicks(page.right.new.form.newWords, "Nobody asked us about weekends")
    press(page.right.new.form.newAdd, qtbot)
    wait(page)

    assert page.form.said.ids() == [f"point:{record(page).points[-1].id}"]
    assert page.themes.choice == "all"


def test_what_is_being_written_is_not_lost_by_looking_at_another_row(page, qtbot):
    press(page.form.addPoint, qtbot)
    qtbot.keyClicks(page.right.new.form.newWords, "Half a po")
    go_to(page, point(page, "2"))
    press(page.form.addPoint, qtbot)

    assert page.right.new.form.newWords.words() == "Half a po"


def test_points_are_gone_through_moved_and_taken_away_by_key(page, heard, qtbot):
    go_to(page, point(page, "1"))
    qtbot.keyClick(page.form.said, Key.Key_Down, CTRL)
    assert page.right.answer.point_id() == point(page, "2").id
    qtbot.keyClick(page.form.said, Key.Key_Up, ALT)
    wait(page)
    assert [p.key for p in record(page).points[:2]] == ["2", "1"]
    # Delete is heard by the list alone, so that it never takes a point away while somebody is typing
    page.activateWindow()
    page.form.said.setFocus()
    qtbot.waitUntil(page.form.said.hasFocus)
    qtbot.keyClick(page.form.said, Key.Key_Delete)
    wait(page)

    assert [p.key for p in record(page).points] == ["1", "3", "4", "5", "6", "7"]
    assert "What people said stays" in heard.told[-1][0]
    assert last_note(heard)[1].startswith("6 things")  # line 16 is in another point as well, line 17 is not

    page.context.runner.do(workspace.undo)
    wait(page)
    assert any("Nobody checks call times" in row for row in sections(page)[""])


def test_a_line_goes_under_a_point_and_out_again(page, qtbot):
    loose = entry(page, 22)
    go_to(page, loose)
    press(page.right.line.form.putUnder, qtbot)
    dialog = page.findChild(PickDialog)
    assert_accessible(dialog)
    qtbot.keyClicks(dialog.form.pickWords, "only pay")
    qtbot.keyClick(dialog.form.pickWords, Key.Key_Return)
    wait(page)
    assert loose.id in point(page, "6").from_entries

    go_to(page, point(page, "6"))
    lines = page.right.answer.form.lines
    lines.choose([f"entry:{loose.id}"])
    qtbot.keyClick(lines, Key.Key_Return)
    assert loose.text in shown_words(page)
    press(page.right.line.form.takeOut, qtbot)
    wait(page)
    assert loose.id not in point(page, "6").from_entries
    assert page.right.answer.isVisible()


# ---- answers


def test_half_an_answer_saves_and_says_what_the_paper_will_ask_for(page, qtbot):
    page.form.said.clearSelection()
    made, _ = answers.add_point(page.context.desk, page.session_id, "Weekends are the worst")
    page.context.runner.do(answers.change_point, made, text=None)
    wait(page)
    page.context.runner.ask(sessions.record, page.session_id, done=page._loaded)
    wait(page)
    page.form.said.choose([f"point:{made}"])
    press(page.right.answer.form.choices.of(AnswerKind.WILL), qtbot)
    page.right.hand_in()
    wait(page)

    assert record(page).points[-1].answer is AnswerKind.WILL
    assert page.right.answer.form.missing.text() == "The paper will ask for: who, by when"
    assert any("The paper will ask for: who, by when" in row for row in sections(page)[""])


def test_when_we_look_again_is_read_back_as_a_date_and_free_words_stay_as_typed(page, qtbot):
    form = page.right.answer.form
    go_to(page, point(page, "6"))
    assert form.lookAgainSaid.text() == "Wednesday 1 September 2027"
    type_in(qtbot, form.lookAgain, "17 mar 28")
    assert form.lookAgainSaid.text() == "Friday 17 March 2028"
    assert form.lookAgainSaid.isVisible()
    page.right.hand_in()
    wait(page)
    assert point(page, "6").look_again == "2028-03-17"
    assert form.lookAgain.text() == "17 March 2028"

    type_in(qtbot, form.lookAgain, "when the contract ends")
    assert not form.lookAgainSaid.isVisible()
    page.right.hand_in()
    wait(page)
    assert point(page, "6").look_again == "when the contract ends"
    assert form.lookAgain.text() == "when the contract ends"


def test_the_fields_are_those_of_the_answer(page, qtbot):
    form = page.right.answer.form
    go_to(page, point(page, "5"))
    assert form.due.isVisible()
    assert form.dueLabel.text() == "When we will tell you"
    assert not form.reason.isVisible()
    go_to(page, point(page, "6"))
    assert form.reason.isVisible()
    assert form.lookAgain.text() == "1 September 2027"
    assert not form.owner.isVisible()
    go_to(page, point(page, "3"))
    assert form.reasonLabel.text().startswith("Why not all of it?")


def test_a_field_that_is_printed_is_never_hidden(page, qtbot):
    """A "will" that becomes a "no" still has an owner, who would be on the paper. Its date would not: it is kept."""
    go_to(page, point(page, "1"))
    form, due = page.right.answer.form, point(page, "1").due
    press(form.choices.of(AnswerKind.CANNOT), qtbot)
    wait(page)

    assert form.owner.isVisible()
    assert not form.due.isVisible()
    assert not form.noDate.isVisible()
    assert "by " not in sections(page)[""][0].partition("Service director")[2]
    assert point(page, "1").due == due


def test_a_promise_says_what_it_lacks_while_it_is_filled_in(page, qtbot):
    go_to(page, point(page, "1"))
    form = page.right.answer.form
    press(form.choices.of(AnswerKind.PASSED_ON), qtbot)
    form.owner.clear()
    type_in(qtbot, form.owner, " ")
    form.pointUp.setFocus()
    page.right.hand_in()
    wait(page)
    assert form.missing.text() == "The paper will ask for: to whom"
    assert "1 answer is not complete" in page._board.open_words()

    type_in(qtbot, form.owner, "The hospital")
    form.pointUp.setFocus()
    wait(page)
    assert not form.missing.isVisible()
    assert "not complete" not in page._board.open_words()


def test_an_answer_is_typed_by_keyboard_and_saves_on_leaving_each_field(page, qtbot):
    go_to(page, point(page, "2"))
    form = page.right.answer.form
    type_in(qtbot, form.answerText, "We will share the figures every month.")
    type_in(qtbot, form.owner, "Service director")
    type_in(qtbot, form.due.edit, "6 nov")
    form.noDate.setFocus()
    wait(page)

    saved = point(page, "2")
    assert saved.text == "We will share the figures every month."
    assert saved.owner == "Service director"
    assert saved.due == datetime.date(2026, 11, 6)
    assert any("Service director · by Fri 6 Nov" in row for row in sections(page)[""])


def test_typing_saves_after_a_pause_and_each_save_is_one_step(page, qtbot):
    go_to(page, point(page, "2"))
    typing = page.right.answer._texts["text"]
    was = point(page, "2").text
    type_in(qtbot, typing.field, "Every month")
    assert typing._pause.interval() == PAUSE_MS == 2000
    typing._pause.timeout.emit()
    wait(page)
    assert point(page, "2").text == "Every month"

    page.context.runner.do(workspace.undo)
    wait(page)
    assert point(page, "2").text == was
    assert typing.words() == was


def test_what_is_being_typed_survives_a_change_from_elsewhere(page, qtbot):
    go_to(page, point(page, "2"))
    type_in(qtbot, page.right.answer.form.answerText, "Half a sen")
    page.context.runner.do(lambda desk: answers.change_point(desk, point(page, "2").id, owner="Somebody else"))
    wait(page)

    assert page.right.answer.form.answerText.words() == "Half a sen"
    assert page.right.answer.form.owner.text() == "Somebody else"


def test_a_date_that_is_none_stays_typed_and_says_how(page, qtbot):
    go_to(page, point(page, "2"))
    due = page.right.answer.form.due
    type_in(qtbot, due.edit, "soon")
    page.right.answer.form.noDate.setFocus()
    wait(page)

    assert due.edit.text() == "soon"
    assert due.said.isVisible()
    assert point(page, "2").due == datetime.date(2026, 12, 18)


def test_nobody_is_made_to_invent_a_date(page, qtbot):
    go_to(page, point(page, "5"))
    form = page.right.answer.form
    press(form.noDate, qtbot)
    assert form.dueLabel.text() == "We will tell you by"
    type_in(qtbot, form.askedWho, "Head of commissioning")
    type_in(qtbot, form.askedOn.edit, "22 sep")
    form.pointUp.setFocus()
    wait(page)

    saved = point(page, "5")
    asked = "We asked Head of commissioning on 22 September 2026, and will tell you by 27 November 2026."
    assert form.noDateSaid.text() == f"On paper: {asked}"
    assert (saved.asked_who, saved.asked_on) == ("Head of commissioning", datetime.date(2026, 9, 22))
    assert any("we asked Head of commissioning on Tue 22 Sep" in row for row in sections(page)[""])


def test_what_was_answered_before_stands_beside_the_new_answer(page, qtbot):
    go_to(page, point(page, "6"))
    form, no = page.right.answer.form, point(page, "6")
    assert not form.answeredBefore.isVisible()
    press(form.choices.of(AnswerKind.PARTLY), qtbot)
    page.right.hand_in()
    wait(page)

    assert form.answeredBefore.isVisible()
    assert "No. We cannot. " in form.answeredBefore.text()
    assert no.reason.rstrip(".") in form.answeredBefore.text()
    assert "what is done now that it is no longer a no" in form.missing.text()
    type_in(qtbot, form.answerText, "We will ring before each change.")
    form.owner.setFocus()
    wait(page)
    assert "no longer a no" not in form.missing.text()


def test_an_empty_you_said_is_refused_and_the_words_can_be_typed_again(page, heard, qtbot):
    go_to(page, point(page, "2"))
    form = page.right.answer.form
    type_in(qtbot, form.youSaid, " ")
    form.owner.setFocus()
    wait(page)
    assert heard.failed[-1].what == '"You said" cannot be empty.'
    assert point(page, "2").you_said == "Nobody checks call times"

    type_in(qtbot, form.youSaid, "Nobody checks the times")
    form.owner.setFocus()
    wait(page)
    assert point(page, "2").you_said == "Nobody checks the times"


def test_going_through_the_answers_with_the_arrow_keys_is_one_step(page, qtbot):
    go_to(page, point(page, "1"))
    form = page.right.answer.form
    press(form.choices.change, qtbot)
    assert form.choices.of(AnswerKind.WILL).hasFocus()
    for answer in (AnswerKind.WILL, AnswerKind.PARTLY, AnswerKind.ALREADY):
        qtbot.keyClick(form.choices.of(answer), Key.Key_Down)
    page.right.answer._chosen.timeout.emit()
    wait(page)
    assert point(page, "1").answer is AnswerKind.NOT_DECIDED

    page.context.runner.do(workspace.undo)
    wait(page)
    assert point(page, "1").answer is AnswerKind.WILL
    assert form.choices.of(AnswerKind.WILL).isChecked()


# ---- lines


def test_an_ending_one_only_came_through_with_the_arrow_keys_is_not_kept(page, heard, qtbot):
    parked = entry(page, 20)
    go_to(page, parked)
    line = page.right.line.form
    press(line.outcome_heard, qtbot)
    qtbot.waitUntil(lambda: entry(page, 20).outcome is Outcome.HEARD)
    wait(page)
    qtbot.keyClick(line.outcome_heard, Key.Key_Down)
    qtbot.keyClick(line.outcome_passed_on, Key.Key_Down)
    qtbot.waitUntil(lambda: entry(page, 20).outcome is None)
    wait(page)

    assert line.outcome_left_out.isChecked()
    assert line.outcomeNoteHint.text() == "Say why, and it is saved."
    assert not heard.failed


def test_passing_on_is_saved_once_it_says_to_whom(page, heard, qtbot):
    parked = entry(page, 20)
    go_to(page, parked)
    line = page.right.line.form
    press(line.outcome_passed_on, qtbot)
    wait(page)
    assert entry(page, 20).outcome is None
    assert line.outcomeNoteHint.text() == "Say who has it, and it is saved."
    line.outcomeNote.setFocus()
    qtbot.keyClicks(line.outcomeNote, "Highways team")
    qtbot.keyClick(line.outcomeNote, Key.Key_Return)
    wait(page)

    assert (entry(page, 20).outcome, entry(page, 20).outcome_note) == (Outcome.PASSED_ON, "Highways team")
    assert any("Passed on, Highways team" in row for row in sections(page)["Settled without a point"])
    assert not heard.failed


def test_other_words_take_the_place_of_what_was_said_only_on_paper(page, qtbot):
    line = entry(page, 22)
    go_to(page, line)
    form = page.right.line.form
    press(form.publish_edit, qtbot)
    page.right.hand_in()
    wait(page)
    assert any("Waiting for other words" in row for row in sections(page)["Also to settle"])
    qtbot.keyClicks(form.publicText, "Weekends are worse.")
    qtbot.keyClick(form.publicText, Key.Key_Return)
    wait(page)

    saved = entry(page, 22)
    assert (saved.publish, saved.public_text, saved.text) == (Publish.EDIT, "Weekends are worse.", line.text)


def test_permission_to_quote_can_be_given_and_taken_back(page, qtbot):
    go_to(page, entry(page, 22))
    press(page.right.line.form.quote_yes, qtbot)
    page.right.hand_in()
    wait(page)
    (asked,) = page.findChildren(AskAgain)  # the sample says no for this line
    press(asked.ui.yes, qtbot)
    wait(page)
    assert entry(page, 22).quote_ok is True
    press(page.right.line.form.quote_no, qtbot)
    page.right.hand_in()
    wait(page)
    assert entry(page, 22).quote_ok is False


def test_a_yes_to_quoting_can_turn_out_not_to_have_been_asked(page, qtbot):
    go_to(page, entry(page, 9))
    press(page.right.line.form.quote_yes, qtbot)
    page.right.hand_in()
    wait(page)
    assert entry(page, 9).quote_ok is True
    press(page.right.line.form.quote_unknown, qtbot)
    page.right.hand_in()
    wait(page)
    assert entry(page, 9).quote_ok is None


def test_a_line_for_those_who_came_shows_so_and_can_be_made_one(page, qtbot):
    line = entry(page, 9)
    form = page.right.line.form
    go_to(page, line)
    press(form.quote_came, qtbot)
    page.right.hand_in()
    wait(page)
    record = sessions.record(page.context.desk, page.session_id)
    assert record.permissions.may_quote(line.voices, Circle.CAME)
    assert not record.permissions.may_quote(line.voices, Circle.ANYONE)
    go_to(page, entry(page, 22))
    go_to(page, entry(page, 9))
    assert form.quote_came.isChecked()
    assert not form.quote_no.isChecked()
    press(form.quote_no, qtbot)
    page.right.hand_in()
    wait(page)
    assert form.quote_no.isChecked()
    assert not sessions.record(page.context.desk, page.session_id).permissions.may_quote(line.voices, Circle.CAME)


def test_a_line_can_be_the_same_as_another_and_not_after_all(page, heard, qtbot):
    go_to(page, entry(page, 22))
    press(page.right.line.form.sameAs, qtbot)
    dialog = page.findChild(PickDialog)
    qtbot.keyClicks(dialog.form.pickWords, "meant to come at 8")
    press(dialog.form.pickTake, qtbot)
    wait(page)
    assert entry(page, 22).duplicate_of == entry(page, 3).id
    assert last_note(heard)[1].startswith("4 things")

    press(page.right.line.form.notSame, qtbot)
    wait(page)
    assert entry(page, 22).duplicate_of is None


def test_an_access_problem_asks_what_was_done_and_names_nobody_for_paper(page, qtbot):
    go_to(page, entry(page, 23))
    form = page.right.line.form
    assert not form.makePoint.isVisible()
    assert not form.quote_yes.isVisible()
    qtbot.keyClicks(form.outcomeNote, "We now print the agenda at 20 point.")
    qtbot.keyClick(form.outcomeNote, Key.Key_Return)
    wait(page)

    assert entry(page, 23).done_about == "We now print the agenda at 20 point."


# ---- themes


def test_a_theme_shows_only_its_own(page):
    counts = {row.title: row.count for row in page.themes.list.items.rows()}
    assert (counts["All of it"], counts["Information"], counts["No theme yet"]) == ("22", "3", "5")
    page.themes.go_to("theme:Charges")

    assert [row.partition(". ")[2].split(".")[0] for row in sections(page)[""]] == [
        "Nobody checks call times",
        "Only pay for the minutes you get",
    ]
    assert "Not in a point yet" not in sections(page)


def test_lines_move_to_a_theme_by_key_and_nobodys_words_change(page, qtbot):
    go_to(page, entry(page, 12))
    before = entry(page, 12).text
    qtbot.keyClick(page.form.said, Key.Key_T, CTRL)
    menu = next(m for m in page.findChildren(QMenu) if m.objectName() == "themeMenu")
    next(a for a in menu.actions() if a.text() == "Care workers").trigger()
    menu.close()
    wait(page)

    assert (entry(page, 12).theme, entry(page, 12).text) == ("Care workers", before)


def test_another_theme_is_named_in_the_card(page, qtbot):
    go_to(page, entry(page, 12))
    qtbot.keyClick(page.form.said, Key.Key_T, CTRL)
    menu = next(m for m in page.findChildren(QMenu) if m.objectName() == "themeMenu")
    menu.actions()[-1].trigger()
    menu.close()
    assert page.form.themeName.hasFocus()
    qtbot.keyClicks(page.form.themeName, "Nights")
    qtbot.keyClick(page.form.themeName, Key.Key_Return)
    wait(page)

    assert entry(page, 12).theme == "Nights"
    assert "Nights" in [row.title for row in page.themes.list.items.rows()]


def test_a_theme_is_renamed_and_stays_chosen(page, qtbot):
    page.themes.go_to("theme:Charges")
    press(page.form.renameTheme, qtbot)
    page.form.themeName.selectAll()
    qtbot.keyClicks(page.form.themeName, "Paying for care")
    qtbot.keyClick(page.form.themeName, Key.Key_Return)
    wait(page)

    assert {entry(page, n).theme for n in (16, 17)} == {"Paying for care"}
    assert page.themes.choice == "theme:Paying for care"
    assert len(sections(page)[""]) == 2


# ---- after a stop, and for everybody


def kept(field) -> KeptField:
    return field.findChild(KeptField)


def killed(page) -> None:
    """Nothing more is handed in or kept: as after a kill, as far as the store can tell."""
    for field in page.findChildren(KeptField):
        field.forget()
    page.right.answer.blockSignals(True)
    page.right.line.blockSignals(True)


def test_words_being_typed_when_the_program_stopped_are_back(page, context, sample, desk, heard, qtbot):
    go_to(page, point(page, "2"))
    form = page.right.answer.form
    type_in(qtbot, form.answerText, "We will share")
    qtbot.waitUntil(lambda: kept(form.answerText)._is_kept)
    wait(page)
    killed(page)

    again = opened(dataclasses.replace(context, desk=desk), sample, qtbot)
    wait(again)

    assert again.right.answer.form.answerText.words() == "We will share"
    assert "not saved last time" in heard.told[-1][0]
    assert point(again, "2").text != "We will share"  # nothing is saved unasked
    again.leave()
    wait(again)
    assert point(again, "2").text == "We will share"
    assert not drafts.of_session(desk, sample)


def test_a_point_being_written_is_back_with_the_lines_it_is_made_from(page, context, sample, desk, qtbot):
    go_to(page, entry(page, 12))
    press(page.form.addPoint, qtbot)
    lines = page.right.new._entries
    type_in(qtbot, page.right.new.form.newWords, "Evenings are too")
    qtbot.waitUntil(lambda: kept(page.right.new.form.newWords)._is_kept)
    wait(page)
    killed(page)

    again = opened(dataclasses.replace(context, desk=desk), sample, qtbot)
    wait(again)

    assert again.right.is_writing()
    assert again.right.new.form.newWords.words() == "Evenings are too"
    assert again.right.new._entries == lines != ()
    press(again.right.new.form.newAdd, qtbot)
    wait(again)
    assert not drafts.of_session(desk, sample)


def test_a_point_begun_with_an_answer_is_back_with_it(page, context, sample, desk, qtbot):
    go_to(page, entry(page, 12))
    qtbot.keyClick(page.form.said, Key.Key_2, ALT)
    type_in(qtbot, page.right.new.form.newWords, "Evenings are too")
    qtbot.waitUntil(lambda: kept(page.right.new.form.newWords)._is_kept)
    wait(page)
    killed(page)

    again = opened(dataclasses.replace(context, desk=desk), sample, qtbot)
    wait(again)

    assert again.right.new.form.newHeading.text() == "A new point: We will"
    press(again.right.new.form.newAdd, qtbot)
    wait(again)
    made = record(again).points[-1]
    assert (made.you_said, made.answer) == ("Evenings are too", AnswerKind.WILL)


def test_to_whom_a_line_was_being_passed_on_is_back_with_what_was_chosen(page, context, sample, desk, qtbot):
    go_to(page, entry(page, 12))
    page.right.line.ask_note(Outcome.PASSED_ON)
    type_in(qtbot, page.right.line.form.outcomeNote, "the bus compa")
    qtbot.waitUntil(lambda: kept(page.right.line.form.outcomeNote)._is_kept)
    wait(page)
    killed(page)

    again = opened(dataclasses.replace(context, desk=desk), sample, qtbot)
    wait(again)

    assert again.right.line.form.outcomeNote.words() == "the bus compa"
    qtbot.waitUntil(lambda: not again.right.line.form.outcomeNote.isHidden())
    again.leave()
    wait(again)
    assert entry(again, 12).outcome is Outcome.PASSED_ON
    assert entry(again, 12).outcome_note == "the bus compa"
    assert not drafts.of_session(desk, sample)


def test_everything_has_a_name_a_place_in_the_tab_order_and_can_be_pressed(page, qtbot):
    assert_accessible(page)
    go_to(page, point(page, "3"))
    assert_accessible(page)
    go_to(page, entry(page, 22))
    press(page.right.line.form.publish_edit, qtbot)
    press(page.right.line.form.outcome_left_out, qtbot)
    assert_accessible(page)
    press(page.form.addPoint, qtbot)
    assert_accessible(page)


@pytest.mark.parametrize("words", ['<b>bold</b> & "quotes"', "عندي سؤال عن الرعاية", "x" * 20_000, "tab\there\x07"])
def test_nasty_words_are_shown_as_typed_and_do_not_break_the_page(page, words, qtbot):
    page.context.runner.do(capture.add, page.session_id, NewLine(text=words))
    wait(page)
    line = record(page).entries[-1]
    go_to(page, line)

    assert page.right.line.form.lineWords.text() == words
    assert any(words[:100] in row for row in sections(page)["Not in a point yet"])
    page.grab()


def test_an_empty_session_says_where_to_begin(context, desk, heard, qtbot):
    made, _ = sessions.start_now(desk)
    page = opened(dataclasses.replace(context, desk=desk), made, qtbot)

    assert "Listen page" in page.form.nothingHere.text()
    assert page.form.addPoint.isVisible()
    assert last_note(heard) == ("", "")


def test_who_is_behind_a_point_follows_its_lines_and_what_repeats_them(page):
    """Line 11 repeats line 10, which is in the first point."""
    assert "3 people said this" in sections(page)[""][0]
    page.context.runner.do(capture.change_many, [entry(page, 11).id], withdrawn=True)
    wait(page)
    assert "2 people said this" in sections(page)[""][0]
    page.context.runner.do(lambda desk: capture.change(desk, entry(page, 22).id, duplicate_of=entry(page, 11).id))
    wait(page)
    assert "3 people said this" in sections(page)[""][0]


def test_a_kind_of_reason_says_what_to_write(page, qtbot):
    go_to(page, point(page, "6"))
    form = page.right.answer.form
    assert form.category.currentText() == "The law or a contract"
    assert form.reasonHint.text() == "The law or a contract: which one, and when it ends"
    form.category.setFocus()
    qtbot.keyClick(form.category, Key.Key_Home)
    qtbot.keyClick(form.category, Key.Key_Down)
    page.right.hand_in()
    wait(page)
    assert point(page, "6").reason_category == "Money"
