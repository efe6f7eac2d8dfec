from __future__ import annotations

import dataclasses
import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from coprod_desktop.domain.words import UpdateState
from coprod_desktop.services import answers, promises, sessions
from coprod_desktop.services.bring_in import merge
from coprod_desktop.ui.pages.promises import PromisesPage
from tests.desks import STEERING
from tests.ui.accessible import assert_accessible
from tests.ui.pages.test_sessions import settle


@pytest.fixture
def desk(desk, runner):
    """The desk on a day when some of the samples' promises are late and others not due yet."""
    there = dataclasses.replace(desk, now=lambda: datetime.datetime(2026, 11, 23, 9, 0).astimezone())
    runner.desk = there
    return there


@pytest.fixture
def open_page(context, qtbot, runner):
    def make() -> PromisesPage:
        page = PromisesPage(context)
        qtbot.addWidget(page)
        runner.changed.connect(page.apply)
        page.resize(1000, 760)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        page.open(None)
        settle(runner)
        return page

    return make


@pytest.fixture
def steering(desk) -> str:
    return merge.import_file(desk, STEERING.read_bytes()).session


def listed(page) -> list[str]:
    rows = page.list.rows()
    return [rows.index(i, 0).data() for i in range(rows.rowCount())]


def words(page) -> str:
    return "\n".join(w.text() for w in page.findChildren(QLabel) if w.isVisibleTo(page))


def test_promises_of_all_sessions_late_ones_first(open_page, sample, steering):
    page = open_page()
    said = listed(page)
    late = [s.startswith("Late.") for s in said]
    assert late == sorted(late, reverse=True)
    assert any("Our Say steering group" in s for s in said)
    assert any("Listening space: home care, 17 September 2026" in s for s in said)
    assert "Was due 31 December 2025. We did not do this." in said[0]
    assert "4 of " in words(page)


def test_enter_opens_follow_up_of_the_session_the_promise_was_made_in(open_page, sample, steering, heard, qtbot):
    page = open_page()
    assert QApplication.focusWidget() is page.list
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert heard.opened == [("follow_up", steering)]


@pytest.mark.parametrize(
    ("name", "begins"), [("late", "Late."), ("due", "Not due yet."), ("kept", "Kept"), ("no", "We said no.")]
)
def test_each_way_to_look_shows_only_its_own_and_says_how_many(open_page, steering, heard, qtbot, name, begins):
    page = open_page()
    push = page.findChild(object, f"filter_{name}")
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)
    said = listed(page)
    assert said
    assert all(s.startswith(begins) for s in said)
    assert push.text().endswith(f"· {len(said)}")
    assert heard.announced[-1].endswith(str(len(said)))


def test_where_there_are_none_it_says_so(open_page, desk, qtbot):
    page = open_page()
    assert "No promises yet." in words(page)
    qtbot.mouseClick(page.findChild(object, "filter_late"), Qt.MouseButton.LeftButton)
    assert "No promise is late." in words(page)
    assert not page.findChild(object, "openPromise").isVisible()


def test_a_promise_kept_elsewhere_moves_while_one_looks(open_page, steering, desk, runner):
    page = open_page()
    line = next(p for p in promises.lines(desk) if p.noun == "point" and not p.finished)
    runner.do(answers.add_update, steering, line.id, desk.today(), UpdateState.DONE)
    settle(runner)
    assert any(s.startswith("Kept") and line.what in s for s in listed(page))


def test_a_session_taken_away_takes_its_promises_along(open_page, steering, runner):
    page = open_page()
    assert listed(page)
    runner.do(sessions.remove, steering)
    settle(runner)
    assert not listed(page)


def test_a_promise_without_a_date_or_a_name_says_so(open_page, desk):
    session, _ = sessions.new(desk, title="Drop-in", date=datetime.date(2026, 1, 5))
    answers.add_point(desk, session, "Shut the window", answer="will", text="We will shut it.")
    assert "No date given. Nobody named has it · Drop-in, 5 January 2026" in " ".join(
        listed(open_page())[0].split("\n")
    )


def test_a_screen_reader_can_use_it(open_page, steering):
    assert_accessible(open_page())
