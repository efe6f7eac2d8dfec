from __future__ import annotations

import dataclasses
import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from coprod_desktop.domain.words import UpdateState
from coprod_desktop.services import answers, promises, sessions
from coprod_desktop.services.bring_in import merge
from coprod_desktop.ui.dialogs.promise_join import PromiseJoin
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
    assert "4 kept, " in words(page)


def test_enter_opens_follow_up_of_the_session_the_promise_was_made_in(open_page, sample, steering, heard, qtbot):
    page = open_page()
    assert QApplication.focusWidget() is page.list
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert heard.opened == [("follow_up", steering)]


@pytest.mark.parametrize(
    ("name", "begins"), [("late", "Late."), ("due", "Not due yet."), ("kept", "Kept"), ("no", "We said no.")]
)
def test_each_way_to_look_shows_only_its_own_and_says_how_many(open_page, steering, heard, runner, qtbot, name, begins):
    page = open_page()
    push = page.findChild(object, f"filter_{name}")
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)
    settle(runner)
    said = listed(page)
    assert said
    assert all(s.startswith(begins) for s in said)
    assert push.text().endswith(f"· {len(said)}")
    assert heard.announced[-1].endswith(str(len(said)))


def test_where_there_are_none_it_says_so(open_page, desk, runner, qtbot):
    page = open_page()
    assert "No promises yet." in words(page)
    qtbot.mouseClick(page.findChild(object, "filter_late"), Qt.MouseButton.LeftButton)
    settle(runner)
    assert "No promise is late." in words(page)
    assert not page.findChild(object, "openPromise").isVisible()


def test_a_promise_kept_elsewhere_moves_while_one_looks(open_page, steering, desk, runner):
    page = open_page()
    line = next(p for p in promises.lines(desk) if p.you_said and not p.finished)
    runner.do(promises.add_update, line.id, desk.today(), UpdateState.DONE)
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
    assert "No date was given. Nobody named has it · Drop-in, 5 January 2026" in " ".join(
        listed(open_page())[0].split("\n")
    )


def test_our_noes_are_found_and_are_no_promises(open_page, desk, runner, qtbot):
    session, _ = sessions.new(desk, title="Drop-in", date=datetime.date(2026, 1, 5))
    for n, kind in enumerate(("cannot", "will_not")):
        answers.add_point(desk, session, f"Taxis {n}", answer=kind, text="We have no money for it.", reason="Money")
    page = open_page()
    assert page.findChild(object, "filter_no").text() == "We said no · 2"
    assert page.findChild(object, "filter_all").text() == "All · 0"
    qtbot.mouseClick(page.findChild(object, "filter_no"), Qt.MouseButton.LeftButton)
    settle(runner)
    assert len(listed(page)) == 2
    assert "1 of" not in words(page)


def test_where_an_earlier_paper_s_promise_was_made_is_asked_and_joined_by_keys(
    open_page, steering, desk, runner, qtbot
):
    session, _ = sessions.new(desk, title="Last year", date=datetime.date(2025, 6, 5))
    answers.add_point(
        desk, session, "Pay", answer="will", text="A payments policy written with members", owner="Finance"
    )
    page = open_page()
    ask = page.findChild(object, "filter_alone")
    assert ask.text() == "Where was it promised? · 7"
    ask.setFocus()
    qtbot.keyClick(ask, Qt.Key.Key_Space)
    settle(runner)
    policy = next(p.id for p in promises.seen(desk, "alone").lines if p.what.startswith("Payments policy"))
    page.list.go_to(policy)
    push = page.findChild(object, "joinPromise")
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)
    settle(runner)
    (dialog,) = page.findChildren(PromiseJoin)
    assert_accessible(dialog)
    assert dialog.list.items.get(dialog.list.current_id()).what == "A payments policy written with members"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    settle(runner)
    assert ask.text() == "Where was it promised? · 6"
    (line,) = [p for p in promises.lines(desk) if p.who == "Finance"]
    assert line.state.startswith("Part done")


def test_a_screen_reader_can_use_it(open_page, steering):
    assert_accessible(open_page())
