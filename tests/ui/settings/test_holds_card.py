"""Holds are placed, listed and ended in Settings."""

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from coprod_desktop.services import capture, holds, people, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.holds import Scope
from coprod_desktop.ui.dialogs.ask import Ask
from coprod_desktop.ui.settings.hold_dialog import HoldDialog
from coprod_desktop.ui.settings.holds_card import HoldsCard
from tests.ui.accessible import assert_accessible


@pytest.fixture
def session(desk):
    return sessions.start_now(desk)[0]


@pytest.fixture
def card(context, qtbot, session, desk):
    people.add(desk, session, "Zora Quillfeather", "carer")
    made = HoldsCard()
    qtbot.addWidget(made)
    made.set_up(context)
    made.resize(900, 500)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settle(context)
    return made


def settle(context):
    for _ in range(3):
        context.runner.wait_idle()
        QApplication.processEvents()


def press(context, parent, name):
    push = parent.findChild(QPushButton, name)
    push.setFocus()
    QTest.keyClick(push, Qt.Key.Key_Space)
    settle(context)


def opened(parent, kind):
    (found,) = [d for d in parent.findChildren(kind) if d.isVisible()]
    return found


def read(parent) -> str:
    return "\n".join(label.text() for label in parent.findChildren(QLabel) if label.isVisibleTo(parent))


def test_with_no_hold_it_says_so_and_there_is_none_to_end(card):
    assert "No hold stands." in read(card)
    assert not card.form.holdsEnd.isVisible()
    assert_accessible(card)


def test_a_hold_on_a_person_is_placed_by_keys(card, context, desk):
    press(context, card, "holdsNew")
    asked = opened(card, HoldDialog)
    form = asked.form
    assert not form.holdWhich.isVisible()
    QTest.keyClick(form.holdScope, Qt.Key.Key_End)
    assert form.holdWhichLabel.text() == "Which person"
    QTest.keyClick(form.holdWhich, Qt.Key.Key_Down)
    QTest.keyClicks(form.holdWhy.lineEdit(), "A complaint")
    QTest.keyClicks(form.holdWho, "The complaints team")
    QTest.keyClicks(form.holdUntil.edit, "tomorrow")
    assert_accessible(asked)
    press(context, asked, "holdSave")

    (hold,) = holds.standing(desk)
    assert (hold.scope, hold.name, hold.why) == (Scope.PERSON, "Zora Quillfeather", "A complaint")
    assert hold.until == desk.today() + datetime.timedelta(1)
    row = card.list.rows().index(0, 0).data(Qt.ItemDataRole.UserRole)
    assert row.title == "Person: Zora Quillfeather"
    assert "asked for by The complaints team" in row.detail
    assert_accessible(card)


def test_a_hold_without_who_asked_is_refused_with_what_was_typed_still_there(card, context, desk):
    press(context, card, "holdsNew")
    asked = opened(card, HoldDialog)
    QTest.keyClicks(asked.form.holdWhy.lineEdit(), "A complaint")
    press(context, asked, "holdSave")

    assert "who asked for it" in read(asked)
    assert asked.form.holdWhy.currentText() == "A complaint"
    assert holds.standing(desk) == []


def test_ending_asks_first_and_then_what_waited_goes(card, context, desk, session):
    holds.place(desk, Scope.WORKSPACE, None, "A request", "Legal")
    line = capture.add(desk, session, NewLine(text="Not to be kept")).added[0].id
    context.runner.do(capture.strike, line)
    settle(context)
    assert "1 struck line waits" in read(card)
    press(context, card, "holdsEnd")
    assert opened(card, Ask).focusWidget().text() == "Let it stand"
    press(context, opened(card, Ask), "askNo")
    assert len(holds.standing(desk)) == 1
    press(context, card, "holdsEnd")
    press(context, opened(card, Ask), "askYes")

    assert (holds.standing(desk), holds.waiting(desk)) == ([], 0)
    assert "No hold stands." in read(card)
    assert card.window().focusWidget() is card.form.holdsNew
