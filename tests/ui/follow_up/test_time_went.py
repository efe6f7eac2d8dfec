"""How the time went, on Follow up: planned beside what it took, as words, table and picture."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from coprod_desktop.services import live_hour, prepare, sessions
from coprod_desktop.ui.follow_up.time_went import NOT_YET, TimeWentDialog, open_time_went
from coprod_desktop.ui.pages.follow_up import FollowUpPage
from tests.ui.accessible import assert_accessible


@pytest.fixture
def held(desk, context, runner):
    """A session whose agenda was gone through, ten minutes for each part; its context and id."""
    at = datetime.datetime(2026, 11, 26, 10, 30).astimezone()
    clock = [at]
    desk = runner.desk = dataclasses.replace(desk, now=lambda: clock[0])
    session, _ = sessions.new(desk, title="Forum", date=at.date(), start="10:30", finish_by="11:00")
    prepare.use_agenda(desk, session, [(5, "Welcome"), (15, "Ideas"), (10, "Close")])
    for _ in range(4):
        live_hour.next_item(desk, session)
        clock[0] += datetime.timedelta(minutes=10)
    return dataclasses.replace(context, desk=desk), session


@pytest.fixture
def page(held, qtbot):
    page = FollowUpPage(held[0])
    qtbot.addWidget(page)
    page.resize(1014, 640)
    page.show()
    page.open(held[1])
    settle(page)
    return page


def settle(page):
    for _ in range(3):
        page.context.runner.wait_idle()
        QApplication.processEvents()


def test_it_opens_from_follow_up_with_each_part_in_words_and_as_bars(page):
    page.findChild(QPushButton, "timeWent").click()
    settle(page)
    dialog = page.findChild(TimeWentDialog)

    assert dialog.ui.wentWords.text() == (
        "Planned 30 minutes, took 30 minutes: 10:30 to 11:00. The finish was fixed at 11:00, and it ended on time."
    )
    bars = dialog.ui.wentBars
    assert [[bars.item(row, column).text() for column in range(3)] for row in range(3)] == [
        ["Welcome", "5 min", "10 min"],
        ["Ideas", "15 min", "10 min"],
        ["Close", "10 min", "10 min"],
    ]
    assert [bars.item(row, 3).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)] == [
        "5 min longer than planned",
        "5 min shorter than planned",
        "as long as planned",
    ]
    assert_accessible(dialog)


def test_before_the_agenda_is_done_nothing_is_offered_and_the_menu_of_listen_says_why(page, heard):
    assert page.findChild(QPushButton, "timeWent").isVisibleTo(page)
    session, _ = sessions.new(page.context.desk, title="Next")
    page.open(session)
    settle(page)
    assert not page.findChild(QPushButton, "timeWent").isVisibleTo(page)

    open_time_went(page.context, session, page)
    settle(page)
    assert heard.told == [(*NOT_YET, "info")]
    assert page.findChild(TimeWentDialog) is None
