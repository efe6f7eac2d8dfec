"""Asking somebody takes few presses, nothing is answered for them, and what was not asked stays open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from coprod_desktop.services import people, prepare, sessions, still_to_ask, workspace
from coprod_desktop.services.program import content
from coprod_desktop.ui.people.groups import GROUPS
from coprod_desktop.ui.people.person_editor import PersonEditor
from coprod_desktop.ui.widgets.answer_row import AnswerRow
from coprod_desktop.ui.widgets.choice import Choice


@pytest.fixture
def session(desk):
    return sessions.start_now(desk)[0]


@pytest.fixture
def editor(context, qtbot, runner, desk, session):
    people.add(desk, session, "Winifred Tattersall", "draws on care")
    made = PersonEditor(context, content.load())
    qtbot.addWidget(made)
    made.resize(520, 1600)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    runner.changed.connect(lambda _changes: made.show_person(session, who(desk, session)))
    made.show_person(session, who(desk, session))
    settle(runner)
    return made


def who(desk, session):
    return people.on_list(desk, session)[0]


def settle(runner):
    while not (runner.wait_idle() and runner._pending == 0):
        pass


class Hand:
    """Presses as one does, and counts it."""

    def __init__(self, editor):
        self.editor, self.clicks = editor, 0

    def click(self, name):
        push = self.editor.findChild(QPushButton, name) or self.editor.findChild(Choice, name)
        QTest.mouseClick(push, Qt.MouseButton.LeftButton)
        self.clicks += 1
        QApplication.processEvents()


def test_a_person_with_one_need_and_three_answers_takes_six_clicks_at_the_most(editor, desk, session, runner):
    hand = Hand(editor)
    hand.click("groupNeeds")
    hand.click("often0")
    hand.click("groupAgreed")
    settle(runner)
    for name in ("consent_quoteYes", "consent_photoNo", "consent_recordingNo"):
        hand.click(name)
    editor.leave()
    settle(runner)
    now = who(desk, session)
    assert [need.need for need in now.needs] == ["large print"]
    assert now.consents == {"quote": desk.today().isoformat(), "photo": "no", "recording": "no"}
    assert hand.clicks <= 6


def test_the_groups_are_folded_and_say_in_a_line_what_is_in_them(editor, desk, session, runner):
    assert [fold.is_open() for _group, fold in editor._folds] == [False] * len(GROUPS)
    person = who(desk, session).id
    runner.do(people.add_need, session, person, "hearing loop")
    runner.do(people.agree, session, person, "photo", "no")
    runner.do(people.change, session, person, contact="07700 900481", safe_contact={"ring": False})
    settle(runner)
    folded = {group.title: fold.summary.text() for group, fold in editor._folds}
    assert folded["Needs"] == "Hearing loop (nobody arranges it yet)"
    assert folded["Agreed"] == "Photos: no · 4 things not asked yet"
    assert folded["Contact"] == "07700 900481 · It is not safe to ring them."


def test_nothing_is_answered_by_opening_looking_and_leaving(editor, desk, session, runner):
    before = who(desk, session)
    for group in GROUPS:
        editor.open_group(group.name)
    settle(runner)
    for row in editor.findChildren(AnswerRow):
        assert row.value() is None
        assert row.choice(None).text() == "Not asked"
    editor.leave()
    settle(runner)
    assert who(desk, session) == before


def test_arrows_go_along_the_answers_and_only_the_last_is_written(editor, desk, session, runner, qtbot):
    editor.open_group("groupAgreed")
    settle(runner)
    row = editor.findChild(AnswerRow, "consent_photo")
    row.choice(None).setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    editor.leave()
    settle(runner)
    assert who(desk, session).consents == {"photo": "no"}
    with desk.store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM permission WHERE purpose = 'photo'").scalar() == 1


def test_a_no_that_was_given_is_not_made_unasked_and_is_shown_again(editor, desk, session, runner, heard):
    person = who(desk, session).id
    runner.do(people.agree, session, person, "photo", "no")
    editor.open_group("groupAgreed")
    settle(runner)
    Hand(editor).click("consent_photoNotAsked")
    editor.leave()
    settle(runner)
    assert "A no that was given stays a no" in heard.failed[0].what
    assert editor.findChild(AnswerRow, "consent_photo").value() == "no"


def test_who_helped_them_decide_is_kept_with_the_answer(editor, desk, session, runner, qtbot):
    editor.open_group("groupAgreed")
    settle(runner)
    Hand(editor).click("consent_photoYes")
    editor.leave()
    settle(runner)
    field = editor.findChild(object, "helped")
    QTest.keyClicks(field, "her sister Bea")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(runner)
    Hand(editor).click("consent_recordingNo")
    editor.leave()
    settle(runner)
    now = who(desk, session)
    assert now.consents == {"photo": desk.today().isoformat(), "recording": "no"}
    assert people.who_helped(desk, now.id) == "her sister Bea"
    with desk.store.read() as connection:
        rows = connection.exec_driver_sql("SELECT purpose, value, helped FROM permission ORDER BY seq").fetchall()
    assert rows[-2:] == [("photo", "yes", "her sister Bea"), ("recording", "no", "her sister Bea")]
    runner.do(workspace.undo)
    settle(runner)
    assert who(desk, session).consents["recording"] == "no"


def test_what_was_open_stays_open_from_one_person_to_the_next(editor, desk, session, runner):
    editor.open_group("groupNeeds")
    other, _ = people.add(desk, session, "Jay", "carer")
    settle(runner)
    editor.show_person(session, next(p for p in people.on_list(desk, session) if p.id == other))
    settle(runner)
    opened = {group.title for group, fold in editor._folds if fold.is_open()}
    assert opened == {"Needs"}


def test_the_rest_later_is_one_press_that_answers_nothing_and_puts_them_on_the_list(editor, desk, session, runner):
    person = who(desk, session)
    assert "Not asked yet: quoting their words, photos" in editor._form.laterWords.text()
    hand = Hand(editor)
    hand.click("laterByPhone")
    settle(runner)
    assert hand.clicks == 1
    assert who(desk, session).consents == person.consents
    (asked,) = still_to_ask.everyone(people.on_list(desk, session), prepare.checklist(desk, session), session)
    assert (asked.name, asked.way) == ("Winifred Tattersall", "by phone")
    assert "photos" in asked.open
    assert "On the list of who is still to be asked, by phone" in editor._form.laterWords.text()
    (line,) = prepare.checklist(desk, session)
    assert (line.text, line.note) == ("Winifred Tattersall: ask what is still open", "by phone")
    runner.do(people.change, session, person.id, name="Win Tattersall")
    settle(runner)
    assert prepare.checklist(desk, session)[0].text == "Win Tattersall: ask what is still open"
    hand.click("laterNoMore")
    settle(runner)
    assert prepare.checklist(desk, session) == ()
    hand.click("laterOnWords")
    settle(runner)
    assert prepare.checklist(desk, session)[0].note == "on Check my words"


def test_ticked_on_the_checklist_they_are_on_the_list_no_more(editor, desk, session, runner):
    still_to_ask.later(desk, session, who(desk, session).id, still_to_ask.BY_PHONE)
    (line,) = prepare.checklist(desk, session)
    prepare.change(desk, "checklist_item", line.id, done=True)
    settle(runner)
    assert still_to_ask.everyone(people.on_list(desk, session), prepare.checklist(desk, session), session) == ()


def test_that_nothing_is_needed_is_written_down_and_goes_with_the_first_need(editor, desk, session, runner):
    editor.open_group("groupNeeds")
    settle(runner)
    hand = Hand(editor)
    hand.click("nothingNeeded")
    settle(runner)
    assert still_to_ask.of(desk, session, who(desk, session).id).nothing_needed
    assert editor.findChild(object, "needsNone").text() == "They were asked: nothing is needed."
    hand.click("often0")
    settle(runner)
    assert not still_to_ask.of(desk, session, who(desk, session).id).nothing_needed
    assert [line.text for line in prepare.checklist(desk, session)] == ["Winifred Tattersall: large print"]


def test_why_it_was_not_met_is_asked_when_somebody_says_it_was_not(editor, desk, session, runner):
    people.add_need(desk, session, who(desk, session).id, "hearing loop")
    editor.open_group("groupNeeds")
    editor.show_person(session, who(desk, session))
    settle(runner)
    why = editor.findChild(object, "needWhyNot")
    assert not why.isVisible()
    assert who(desk, session).needs[0].met is None
    Hand(editor).click("needMetNo")
    assert why.isVisible()
    QTest.keyClicks(why, "the battery was flat")
    editor.leave()
    settle(runner)
    need = who(desk, session).needs[0]
    assert (need.met, need.why_not) == (False, "the battery was flat")
