"""The dated list of Get ready: what is late is told, a line is ticked off or added by a key."""

from __future__ import annotations

import datetime
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coprod_desktop.domain.lead_times import plan
from coprod_desktop.domain.record import Need
from coprod_desktop.services import lead_times, people, prepare, sessions
from coprod_desktop.ui.get_ready import dates_words
from coprod_desktop.ui.get_ready.dates_dialog import DatesDialog
from coprod_desktop.ui.pages.get_ready import GetReadyPage
from tests.desks import set_needs
from tests.ui.accessible import assert_accessible


@pytest.fixture
def session(desk):
    """A session in three weeks to which somebody comes who needs a BSL interpreter."""
    made, _ = sessions.new(desk, title="Forum", start="09:30", date=desk.today() + datetime.timedelta(days=21))
    person, _ = people.add(desk, made, "Aneta", "resident")
    people.add_need(desk, made, person, "BSL interpreter", "communication professional")
    return made


def settle(runner):
    while not (runner.wait_idle() and runner._pending == 0):
        QApplication.processEvents()
    QApplication.processEvents()


def test_an_interpreter_that_is_too_late_is_told_with_the_first_day_that_fits(desk, session):
    """Features: "slow down to speed up": a planner that counts back lead times (interpreters, papers, formats)."""
    found = lead_times.read(desk, session)
    book = next(step for step in found.steps if "BSL interpreter" in step.words)
    assert book.lead == 20
    assert book.late, "twenty working days are more than three weeks"
    assert found.fits_from is not None
    assert "It would all fit from" in dates_words.late(found)


def test_a_day_that_was_set_for_a_need_is_the_day(desk, session):
    day = desk.today() + datetime.timedelta(days=2)
    (aneta,) = people.on_list(desk, session)
    set_needs(desk, session, aneta.id, [Need(id="n", need="BSL interpreter", by=day)])
    assert next(s for s in lead_times.read(desk, session).steps if "BSL" in s.words).by == day


def test_get_ready_says_how_many_are_late_and_whom_the_hour_shuts_out(context, session, qtbot, runner):
    """Features: "establishing evening activities to be more accessible": time-of-day record and who it shuts out."""
    page = GetReadyPage(context)
    qtbot.addWidget(page)
    page.show()
    page.open(session)
    settle(runner)
    about = page.part()._form
    assert re.fullmatch(r"Dates: \d late…", about.openDates.text())
    assert "care visit in the morning" in about.shutsOut.text()
    about.openDates.click()
    settle(runner)
    dialog = page.findChild(DatesDialog)
    assert dialog.list.items.rows()
    assert_accessible(dialog)


def test_space_ticks_a_line_off_and_enter_adds_what_is_missing(context, desk, session, parent, qtbot, runner):
    dialog = DatesDialog(context, sessions.one(desk, session), parent)
    dialog.open()
    settle(runner)
    need = next(row for row in dialog.list.items.rows() if "BSL" in row.title)
    dialog.list.go_to(need.id)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    settle(runner)
    assert [line.done for line in prepare.checklist(desk, session) if "BSL" in line.text] == [True]

    missing = next(row for row in dialog.list.items.rows() if "not on the checklist yet" in row.detail)
    dialog.list.go_to(missing.id)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    settle(runner)
    assert missing.title in [line.text for line in prepare.checklist(desk, session)]


def test_nothing_to_do_says_nothing():
    day = datetime.date(2026, 9, 17)
    assert dates_words.button(plan(day, day, [], {}, {}), day) == ("Dates…", "")
