"""Who can take part, typed in the window: each field keeps what is typed, what is wrong is said and stays."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from coprod_desktop.domain.words import SessionState
from coprod_desktop.services import groups, sessions
from coprod_desktop.ui.dialogs.facts_dialog import FactsDialog
from coprod_desktop.ui.dialogs.moved import MovedDialog
from coprod_desktop.ui.get_ready.taking_part import learnt_dialog, taking_part_dialog
from coprod_desktop.ui.pages.get_ready import GetReadyPage
from coprod_desktop.ui.pages.sessions import SessionsPage
from coprod_desktop.ui.words import session as session_words
from tests.ui.accessible import assert_accessible

DAY = datetime.date(2026, 9, 17)


@pytest.fixture
def session(desk):
    made, _ = sessions.new(desk, title="Forum", start="09:30", date=DAY)
    return made


def settle(runner):
    while not (runner.wait_idle() and runner._pending == 0):
        QApplication.processEvents()
    QApplication.processEvents()


@pytest.fixture
def dialog(context, desk, session, parent, runner):
    made = taking_part_dialog(context, sessions.one(desk, session), parent)
    made.open()
    settle(runner)
    return made


def test_it_opens_from_get_ready_and_can_be_heard_and_reached(context, session, qtbot, runner):
    page = GetReadyPage(context)
    qtbot.addWidget(page)
    page.show()
    page.open(session)
    settle(runner)
    page.findChild(QPushButton, "takingPart").click()
    settle(runner)
    opened = page.findChild(FactsDialog)
    assert_accessible(opened)


def test_a_way_is_ticked_by_a_key_and_days_are_typed_as_they_are_said(dialog, desk, session, qtbot, runner):
    """Features: "access to a variety of options to participate"; "1-31 October 2023"."""
    qtbot.keyClick(dialog.field("ways.online"), Qt.Key.Key_Space)
    days = dialog.field("days")
    qtbot.keyClicks(days, "24 Sep")
    qtbot.keyClick(days, Qt.Key.Key_Return)
    settle(runner)
    now = sessions.one(desk, session)
    assert now.ways == ("online",)
    assert now.days == (DAY, datetime.date(2026, 9, 24))


def test_a_day_before_the_first_is_said_and_stays_in_its_field(dialog, desk, session, qtbot, runner):
    days = dialog.field("days")
    qtbot.keyClicks(days, "3/9/2026")
    qtbot.keyClick(days, Qt.Key.Key_Return)
    settle(runner)
    assert "3 September 2026 is before the first day" in dialog.ui.banner.what.text()
    assert days.text() == "3/9/2026"
    assert sessions.one(desk, session).days == ()


def test_whom_the_hour_shuts_out_is_suggested_beside_the_field(dialog):
    """Features: "establishing evening activities to be more accessible"."""
    said = [label.text() for label in dialog.findChildren(type(dialog.ui.factsAbout))]
    assert any("hard for anyone with a care visit in the morning" in words for words in said)


def test_what_was_learnt_is_kept_word_for_word(context, desk, session, parent, qtbot, runner):
    """Features: "Human Learning Systems at its heart": a "What did we learn?" box on each session."""
    dialog = learnt_dialog(context, session, parent)
    dialog.open()
    settle(runner)
    qtbot.keyClicks(dialog.field("learnt"), "Try the loop the day before.")
    dialog.done(0)
    settle(runner)
    assert sessions.one(desk, session).learnt == "Try the loop the day before."


# ---- moved and cancelled


@pytest.fixture
def moved(context, session, qtbot, runner):
    page = SessionsPage(context)
    qtbot.addWidget(page)
    runner.changed.connect(page.apply)
    page.resize(1040, 640)
    page.show()
    page.open(None)
    settle(runner)
    page.findChild(QPushButton, "movedSession").click()
    settle(runner)
    return page, page.findChild(MovedDialog)


def test_a_session_is_moved_from_the_list_with_its_reason(moved, desk, session, qtbot, runner):
    """Features: "An event on co-production originally planned for April 2020"."""
    page, dialog = moved
    assert_accessible(dialog)
    qtbot.keyClicks(dialog.ui.why, "The hall was flooded")
    qtbot.keyClicks(dialog.ui.movedTo.edit, "24/9/2026")
    dialog.ui.moveIt.click()
    settle(runner)
    now = sessions.one(desk, session)
    assert (now.date, now.moved_from, now.state) == (datetime.date(2026, 9, 24), DAY, SessionState.MOVED)
    (row,) = page.list.items.rows()
    assert "Moved from 17 September 2026: The hall was flooded" in session_words.whole(row, DAY).detail


def test_without_a_reason_it_says_so_and_what_was_typed_stays(moved, desk, session, qtbot, runner):
    _page, dialog = moved
    qtbot.keyClicks(dialog.ui.movedTo.edit, "24/9/2026")
    dialog.ui.moveIt.click()
    settle(runner)
    assert "Say why it is moved" in dialog.ui.banner.what.text()
    assert dialog.ui.movedTo.edit.text() == "24 September 2026"
    dialog.ui.cancelIt.click()
    settle(runner)
    assert "Say why it is cancelled" in dialog.ui.banner.what.text()
    assert sessions.one(desk, session).state is None


def test_the_group_of_a_session_its_number_and_what_it_carries_on_from_are_chosen(
    context, desk, session, qtbot, runner
):
    """Rows of the sources: "a subsequent round table approach for a smaller group", "a user-led commission Thurrock
    Coalition" (a partner can be host or author of a session)."""
    survey, _ = sessions.new(desk, title="Wide survey", date=DAY)
    group, _ = groups.add(desk, "Night bus forum", "forum")
    page = GetReadyPage(context)
    qtbot.addWidget(page)
    page.show()
    page.open(session)
    settle(runner)
    page.findChild(QPushButton, "takingPart").click()
    settle(runner)
    opened = page.findChild(FactsDialog)
    for name, words in (("group_id", "Night bus forum"), ("follows", "Wide survey")):
        box = opened.field(name)
        box.setCurrentIndex(box.findText(words, Qt.MatchFlag.MatchStartsWith))
        opened.forms[-1].fields.hand_in()
        settle(runner)
    qtbot.keyClicks(opened.field("host"), "Riverside Voices")
    opened.done(0)
    settle(runner)
    now = sessions.one(desk, session)
    assert (now.group_id, now.series_n, now.follows, now.host) == (group, 1, survey, "Riverside Voices")
