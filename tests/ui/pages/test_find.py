"""The Find page: one field over everything, plain words, and what became of what somebody said."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.domain.words import EntryKind, Outcome, UpdateState
from coprod_desktop.services import answers, capture, people, promises, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.ui.pages.find import FindPage
from tests.ui.accessible import assert_accessible

Key = Qt.Key


@pytest.fixture
def desk(desk, runner):
    there = dataclasses.replace(desk, now=lambda: datetime.datetime(2026, 9, 24, 9, 0).astimezone())
    runner.desk = there
    return there


@pytest.fixture
def page(context, sample, desk, qtbot):
    made = FindPage(dataclasses.replace(context, desk=desk))
    qtbot.addWidget(made)
    made.resize(1016, 730)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    context.runner.changed.connect(made.apply)
    made.open(None)
    made.first_focus().setFocus()
    return made


def find(page, qtbot, words):
    page.form.findWords.selectAll()
    qtbot.keyClicks(page.form.findWords, words)
    page._wait.timeout.emit()
    assert page.context.runner.wait_idle()


def rows(page):
    return [row.spoken for row in page.form.found.cards.rows()]


def test_before_anything_is_typed_it_says_what_can_be_found(page):
    assert "what people said" in page.form.findCount.text()
    assert not page.form.found.isVisible()
    assert_accessible(page)


def test_words_are_found_while_typing_under_their_session(page, qtbot):
    find(page, qtbot, "smart pho")

    assert rows(page)[0].startswith("Listening space: home care, 17 September 2026")
    assert any("put the rota on paper" in row and "Said" in row for row in rows(page))
    assert page.form.findCount.text() == "1 found"
    assert_accessible(page)


def test_newer_sessions_come_first(page, desk, qtbot):
    newer, _ = sessions.new(desk, title="Drop-in", type="drop-in", date=datetime.date(2026, 9, 23))
    capture.add(desk, newer, NewLine(text="A rota on my phone is no use"))
    find(page, qtbot, "rota")

    titles = [row.pieces[0].words for row in page.form.found.cards.rows() if row.kind == "heading"]
    assert titles == ["Drop-in", "Listening space: home care"]


def test_enter_opens_what_was_found(page, sample, heard, qtbot):
    find(page, qtbot, "smart phone")
    qtbot.keyClick(page.form.findWords, Key.Key_Return)
    assert heard.opened == [("answer", sample)]

    find(page, qtbot, "listening space")
    qtbot.keyClick(page.form.findWords, Key.Key_Down)
    assert page.form.found.hasFocus()
    qtbot.keyClick(page.form.found, Key.Key_Return)
    assert heard.opened[-1] == ("listen", sample)


def test_what_happened_to_what_she_said(page, desk, sample, heard, qtbot):
    story = next(e for e in sessions.record(desk, sample).entries if e.n == 13)
    capture.settle_outcomes(desk, [story.id], Outcome.PASSED_ON, "Hospital discharge team")
    find(page, qtbot, "adeyemi")

    told = [row.spoken for row in page.form.personLines.cards.rows()]
    assert page.form.personHeading.text() == "What happened to what Mo'nique Adeyemi said?"
    assert len([row for row in page.form.personLines.cards.rows() if row.kind == "line"]) == 4
    assert any("Four different carers" in row and "We will" in row and "by Fri 6 Nov" in row for row in told)
    assert any("discharged on a Friday" in row and "Passed on, Hospital discharge team" in row for row in told)
    assert_accessible(page)

    qtbot.keyClick(page.form.findWords, Key.Key_Return)
    assert page.form.personLines.hasFocus()
    qtbot.keyClick(page.form.personLines, Key.Key_Return)
    assert heard.opened == [("answer", sample)]


def test_late_answers_to_words_that_are_gone_are_dropped(page, qtbot):
    page.form.findWords.setText("rota")
    page._wait.timeout.emit()
    page.form.findWords.setText("parking")
    page._wait.timeout.emit()
    page.context.runner.wait_idle()

    assert rows(page)
    assert not any("rota" in row for row in rows(page))


def test_nothing_found_says_what_to_try_and_forgets_what_was_shown(page, heard, qtbot):
    find(page, qtbot, "rota")
    find(page, qtbot, "zzzz")
    assert not page.form.found.isVisible()
    assert page.form.findCount.text().startswith("Nothing has these words. Try")
    page._say.timeout.emit()
    assert heard.announced[-1] == "Nothing has these words"


def test_the_number_is_said_when_the_typing_rests(page, heard, qtbot):
    find(page, qtbot, "rota")
    assert not heard.announced
    page._say.timeout.emit()
    assert heard.announced == ["3 found"]


def test_words_are_plain_text_and_long_ones_show_the_part_that_was_found(page, desk, sample, qtbot):
    capture.add(desk, sample, NewLine(text="<b>bold</b> " + "word " * 500 + "needle at the end"))
    find(page, qtbot, "needle")
    said = rows(page)[1]
    assert "needle at the end" in said
    assert len(said) < 500
    find(page, qtbot, "bold")
    assert "<b>bold</b>" in rows(page)[1]
    page.grab()


@pytest.mark.parametrize("typed", ['"', "* OR", "NEAR(", "' -- ;", "عندي", "(((", "\\"])
def test_nothing_typed_is_an_operator_or_an_error(page, heard, qtbot, typed):
    page.form.findWords.setText(typed)  # keyClicks knows only ASCII
    page._wait.timeout.emit()
    assert page.context.runner.wait_idle()
    assert not heard.failed


def test_what_is_said_meanwhile_is_found_too(page, desk, sample, qtbot):
    find(page, qtbot, "wheelbarrow")
    page.context.runner.do(capture.add, sample, NewLine(text="A wheelbarrow"))
    page.context.runner.wait_idle()
    page._wait.timeout.emit()
    page.context.runner.wait_idle()
    assert any("A wheelbarrow" in row for row in rows(page))


def test_enter_on_words_goes_to_that_line_on_the_answer_page(in_shell, sample, qtbot):
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QLineEdit

    shell = in_shell
    shell.open_page("find", None)
    field = shell.in_front().findChild(QLineEdit, "findWords")
    qtbot.keyClicks(field, "weekends nobody talks")
    qtbot.waitUntil(lambda: shell.in_front().form.found.ids() != [])
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.in_front().title == "Answer")
    qtbot.waitUntil(lambda: any(i.startswith("entry:") for i in shell.in_front().form.said.ids()))
    page = shell.in_front()

    assert [e.text for e in page.chosen.lines()] == ["weekends. nobody talks about weekends. its worse"]


def test_each_hit_says_where_it_stands(page, desk, sample, qtbot):
    entry = capture.add(desk, sample, NewLine(text="Nobody rang", theme="Walrus")).added[0].id
    point, _ = answers.add_point(desk, sample, "Ring us", [entry])
    answers.change_point(desk, point, answer="cannot", text="We cannot", reason="No walrus telephone")
    find(page, qtbot, "walrus")

    said = rows(page)
    assert any("Nobody rang" in row and "Theme, Walrus" in row and "Said" in row for row in said)
    assert any("Ring us" in row and "Why, No walrus telephone" in row for row in said)
    assert page.form.findCount.text() == "2 found"
    assert_accessible(page)


def test_a_role_finds_the_person_and_what_became_of_their_words(page, desk, sample, qtbot):
    people.add(desk, sample, "Zora Quill", "beekeeper")
    find(page, qtbot, "beekee")

    assert any("Zora Quill" in row and "Role, beekeeper" in row for row in rows(page))
    assert page.form.personHeading.text() == "What happened to what Zora Quill said?"


def searched(shell, qtbot, words):
    """Search in the window and press Enter on the first thing found."""
    from PySide6.QtWidgets import QLineEdit

    shell.open_page("find", None)
    field = shell.in_front().findChild(QLineEdit, "findWords")
    field.clear()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Key.Key_Return)  # at once: what is shown is of older words


def test_an_update_opens_its_promise_and_a_note_its_line(in_shell, sample, desk, qtbot):
    shell = in_shell
    promise = next(p for p in sessions.record(desk, sample).points if p.answer == "will")
    promises.add_update(desk, promise.id, datetime.date(2026, 9, 20), UpdateState.IN_HAND, "The wombat was asked")
    note = capture.add(desk, sample, NewLine(text="Quokka by the door", kind=EntryKind.NOTE)).added[0].id
    for n in range(40):
        capture.add(desk, sample, NewLine(text=f"Something else {n}"))

    searched(shell, qtbot, "wombat")
    qtbot.waitUntil(lambda: shell.in_front().title == "Follow up")
    qtbot.waitUntil(lambda: shell.in_front().list.current_id() == promise.id)
    assert shell.in_front().list.hasFocus()

    searched(shell, qtbot, "quokka")
    qtbot.waitUntil(lambda: shell.in_front().title == "Listen")
    listed = shell.in_front().list
    qtbot.waitUntil(lambda: listed.current_id() == note)
    qtbot.waitUntil(lambda: listed.viewport().rect().intersects(listed.visualRect(listed.currentIndex())))


def test_what_a_session_in_the_bin_said_goes_from_the_page_at_once(page, desk, sample, qtbot):
    find(page, qtbot, "rota")
    assert page.form.found.isVisible()
    page.context.runner.do(sessions.remove, sample)
    page.context.runner.wait_idle()
    page._wait.timeout.emit()
    page.context.runner.wait_idle()
    assert not page.form.found.isVisible()
