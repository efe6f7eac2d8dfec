"""The answer of a point that is taken away closes: nothing more is written in it."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod_desktop.services import answers, sessions, workspace
from coprod_desktop.ui.pages.answer import POINT_GONE, AnswerPage


@pytest.fixture
def session(desk):
    made, _ = sessions.start_now(desk)
    answers.add_point(desk, made, "Times")
    answers.add_point(desk, made, "Phone calls")
    return made


@pytest.fixture
def page(context, qtbot, runner, session):
    made = AnswerPage(context)
    qtbot.addWidget(made)
    runner.changed.connect(made.apply)
    made.resize(1100, 700)
    made.show()
    qtbot.waitExposed(made)
    made.open(session)
    settle(made)
    return made


def settle(page):
    for _ in range(4):
        page.context.runner.wait_idle()
        QApplication.processEvents()


def points(desk, session):
    return sessions.record(desk, session).points


def choose(page, words: str) -> str:
    point = next(p for p in page._board.record.points if p.you_said == words)
    page.form.said.choose([f"point:{point.id}"])
    settle(page)
    return point.id


def test_undoing_a_point_closes_its_answer_and_hands_nothing_in(page, desk, session, runner, heard):
    gone = choose(page, "Phone calls")
    assert page.right.answer.point_id() == gone
    QTest.keyClicks(page.right.answer.form.youSaid, " and letters")
    runner.do(workspace.undo)
    settle(page)
    assert page.right.answer.point_id() != gone
    assert POINT_GONE in [what for what, *_ in heard.told]
    page.leave()
    settle(page)
    assert heard.failed == []
    assert [p.you_said for p in points(desk, session)] == ["Times"]
    runner.do(workspace.redo)
    settle(page)
    assert [p.you_said for p in points(desk, session)] == ["Times", "Phone calls"]


def test_a_point_taken_away_here_is_said_once_in_the_usual_words(page, heard):
    choose(page, "Phone calls")
    page.right.answer.form.removePoint.click()
    settle(page)
    assert [what for what, *_ in heard.told] == ["The point is taken away. What people said stays."]


def test_another_point_or_session_is_no_cause_for_alarm(page, desk, session, runner, heard):
    kept = choose(page, "Times")
    other = next(p.id for p in points(desk, session) if p.id != kept)
    runner.do(answers.remove_point, other)
    settle(page)
    assert page.right.answer.point_id() == kept
    page.leave()
    page.open(sessions.start_now(desk)[0])
    settle(page)
    assert heard.told == []
