"""Was what people needed met? Asked of each person who came, written as they say it, and never guessed."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from coprod_desktop.domain.words import Attending
from coprod_desktop.services import people, sessions, still_to_ask
from coprod_desktop.services.seen import follow_up, home, needs_met
from coprod_desktop.ui.follow_up import words as follow_words
from coprod_desktop.ui.listen.room_dialogs import RoomDialogs
from coprod_desktop.ui.people import words as people_words
from coprod_desktop.ui.people.needs_met_dialog import NeedsMetDialog
from coprod_desktop.ui.people.person_dialog import PersonDialog
from coprod_desktop.ui.widgets.choice import Choice
from tests.ui.accessible import assert_accessible


@pytest.fixture
def session(desk):
    made, _ = sessions.new(desk, title="Forum", date=desk.today() - datetime.timedelta(days=1))
    for name, need in (("Ade", "hearing loop"), ("Bo", "large print"), ("Cy", "quiet room")):
        who, _ = people.add(desk, made, name, "member")
        people.add_need(desk, made, who, need)
        here = Attending.APOLOGIES if name == "Cy" else Attending.HERE
        people.change(desk, made, who, attendance=here)
    return made


@pytest.fixture
def dialog(context, qtbot, runner, session, parent):
    made = NeedsMetDialog(context, session, parent)
    made.open()
    settle(runner)
    return made


def settle(runner):
    for _ in range(3):
        while not (runner.wait_idle() and runner._pending == 0):
            pass
        QApplication.processEvents()


def needs(desk, session):
    return {p.name: p.needs[0] for p in people.on_list(desk, session)}


def test_who_came_is_asked_about_each_need_and_nothing_is_answered_for_them(dialog, desk, session):
    asked = [row.met.question.text() for row in dialog._rows.values()]
    assert asked == ["Hearing loop: Ade", "Large print: Bo"], "who did not come cannot say"
    assert all(row.met.value() is None for row in dialog._rows.values())
    assert_accessible(dialog)
    dialog.accept()
    assert all(need.met is None for need in needs(desk, session).values())


def test_what_they_say_is_kept_with_the_reason(dialog, desk, session, runner):
    why = dialog.findChild(QLineEdit, "whyNot0")
    assert not why.isVisible()
    QTest.mouseClick(dialog.findChild(Choice, "met0_No"), Qt.MouseButton.LeftButton)
    assert why.isVisible()
    QTest.keyClicks(why, "the battery was flat")
    QTest.mouseClick(dialog.findChild(Choice, "met1_Yes"), Qt.MouseButton.LeftButton)
    dialog.accept()
    settle(runner)
    found = needs(desk, session)
    assert (found["Ade"].met, found["Ade"].why_not) == (False, "the battery was flat")
    assert (found["Bo"].met, found["Bo"].why_not) == (True, None)


def test_d23_an_unmet_need_shows_on_the_summary_of_the_session(desk, session):
    """D23: needs recorded, arranged, met or not, and why."""
    assert "2 not asked about yet" in follow_words.needs_met(follow_up.follow_up(desk, session).needs)[1]
    people.change_need(desk, needs(desk, session)["Ade"].id, met=False, why_not="the battery was flat")
    state, told, _act = follow_words.needs_met(follow_up.follow_up(desk, session).needs)
    assert state == "look"
    assert "Not met: Hearing loop (Ade: the battery was flat)." in told
    assert needs_met.read(desk, session).open == 1


def test_needs_to_be_looked_at_again_are_on_home_without_a_name(desk, session):
    ade = needs(desk, session)["Ade"]
    assert home.read(desk).reviews == ()
    people.change_need(desk, ade.id, review_by=desk.today())
    state, told, _act = people_words.to_look_at(home.read(desk).reviews)
    assert (state, told) == ("late", "1 need is to be looked at again, of 1 person: ask whether it is still right.")
    later, _ = sessions.new(desk, title="Later", date=desk.today() + datetime.timedelta(days=30))
    people.bring(desk, later, home.read(desk).reviews[0].person, "member")
    assert len(home.read(desk).reviews) == 1, "once a person, whatever lists it is on"
    people.change_need(desk, ade.id, reviewed=desk.today())
    assert home.read(desk).reviews == ()


def test_at_the_door_the_same_details_are_opened(context, qtbot, desk, runner, session, parent):
    from coprod_desktop.services.seen import listen

    dialogs = RoomDialogs(context, parent, parent)
    dialogs.show_room(listen.read(desk, session))
    dialogs.open_arrivals(session, ())
    person = people.on_list(desk, session)[0]
    found = parent.findChild(QPushButton, f"details_{person.key}")
    found.click()
    settle(runner)
    (opened,) = parent.findChildren(PersonDialog)
    assert opened.windowTitle() == "Ade"
    assert opened.editor.about() == (session, person.id)
    assert_accessible(opened)
    opened.accept()


def test_who_is_still_to_be_asked_stands_on_follow_up_until_it_is_ticked(desk, session):
    person = people.on_list(desk, session)[0]
    assert follow_words.still_to_ask(follow_up.follow_up(desk, session).to_ask)[1] == ""
    still_to_ask.later(desk, session, person.id, still_to_ask.BY_PHONE)
    told = follow_words.still_to_ask(follow_up.follow_up(desk, session).to_ask)[1]
    assert told == "Still to be asked: Ade, by phone. Until then it is a no."
    still_to_ask.nothing_needed(desk, session, person.id)
    assert follow_up.follow_up(desk, session).to_ask == ()
