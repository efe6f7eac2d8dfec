"""Rows are moved with the mouse as with the keys: one verb, one undo step, and the new place is said."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from coprod_desktop.services import prepare, sessions, workspace
from coprod_desktop.ui.pages.answer import AnswerPage
from coprod_desktop.ui.pages.get_ready import GetReadyPage

LEFT = Qt.MouseButton.LeftButton


def middle(rows, row: str) -> QPoint:
    return rows.visualRect(rows.rows().index(rows.rows().row_of(row), 0)).center()


def pull(rows, row: str, to: QPoint, *, drop: bool = True) -> None:
    """Press on a row, go where it should be in steps, and let go."""
    view, start = rows.viewport(), middle(rows, row)
    QTest.mousePress(view, LEFT, pos=start)
    for part in (0.3, 0.6, 1.0):
        QTest.mouseMove(view, start + (to - start) * part)
    if drop:
        QTest.mouseRelease(view, LEFT, pos=to)


def below(rows, row: str) -> QPoint:
    return middle(rows, row) + QPoint(0, 3)


def above(rows, row: str) -> QPoint:
    return middle(rows, row) - QPoint(0, 3)


def shown(qtbot, context, page, session):
    qtbot.addWidget(page)
    context.runner.changed.connect(page.apply)
    page.resize(1040, 700)
    page.show()
    page.activateWindow()
    page.open(session)
    assert context.runner.wait_idle(30_000)
    return page


@pytest.fixture
def session(desk) -> str:
    made, _ = sessions.new(desk, title="Home care", start="10:30", date=datetime.date(2026, 9, 17))
    return made


@pytest.fixture
def agenda(desk, session, context, qtbot):
    for title in ("Welcome", "What is hard", "Break", "What next"):
        prepare.add_agenda_item(desk, session, title, 15)
    for text in ("Be kind", "One at a time", "Phones off"):
        prepare.add_rule(desk, session, text)
    page = shown(qtbot, context, GetReadyPage(context), session)
    page._tabs[1].click()
    assert context.runner.wait_idle()
    return page


def titles(desk, session) -> list[str]:
    return [item.title for item in prepare.agenda(desk, session)]


def test_an_agenda_row_is_dragged_down_and_back_by_one_undo(agenda, desk, session, heard):
    rows = agenda.part().list
    welcome, _, pause, _ = [row.id for row in rows.rows().rows()]
    pull(rows, welcome, below(rows, pause))
    assert agenda.context.runner.wait_idle()
    assert titles(desk, session) == ["What is hard", "Break", "Welcome", "What next"]
    assert [row.title for row in rows.rows().rows()] == titles(desk, session)
    assert rows.current_id() == welcome
    assert heard.announced[-1] == "Moved: Welcome. Now 3 of 4."
    workspace.undo(desk)
    assert titles(desk, session) == ["Welcome", "What is hard", "Break", "What next"]


def test_a_line_shows_where_the_row_will_be_and_escape_leaves_it(agenda, desk, session, qtbot):
    rows = agenda.part().list
    ids = [row.id for row in rows.rows().rows()]
    pull(rows, ids[3], above(rows, ids[1]), drop=False)
    line = rows.viewport().findChild(object, "dropLine")
    assert line.isVisible()
    assert abs(line.geometry().center().y() - rows.rowViewportPosition(1)) <= line.HIGH
    assert rows.current_id() == ids[3]
    qtbot.keyClick(rows, Qt.Key.Key_Escape)
    assert not line.isVisible()
    QTest.mouseRelease(rows.viewport(), LEFT, pos=above(rows, ids[1]))
    assert agenda.context.runner.wait_idle()
    assert titles(desk, session) == ["Welcome", "What is hard", "Break", "What next"]


def test_a_click_and_a_drag_to_the_same_place_move_nothing(agenda, desk, session):
    rows = agenda.part().list
    ids = [row.id for row in rows.rows().rows()]
    QTest.mouseClick(rows.viewport(), LEFT, pos=middle(rows, ids[2]))
    pull(rows, ids[1], middle(rows, ids[1]) + QPoint(40, 4))
    assert agenda.context.runner.wait_idle()
    assert titles(desk, session) == ["Welcome", "What is hard", "Break", "What next"]
    assert rows.current_id() == ids[1]


def test_a_ground_rule_is_dragged_up(agenda, desk, session, heard):
    agenda._tabs[4].click()
    assert agenda.context.runner.wait_idle()
    rows = agenda.part().list
    ids = [row.id for row in rows.rows().rows()]
    pull(rows, ids[2], above(rows, ids[0]))
    assert agenda.context.runner.wait_idle()
    assert [rule.text for rule in prepare.ground_rules(desk, session)] == ["Phones off", "Be kind", "One at a time"]
    assert heard.announced[-1] == "Moved: Phones off. Now 1 of 3."


def points(desk, session) -> list[str]:
    return [point.id for point in sessions.record(desk, session).points]


def test_a_point_is_dragged_in_answer_and_lines_stay(context, desk, sample, qtbot, heard):
    page = shown(qtbot, context, AnswerPage(context), sample)
    rows, before = page.form.said, points(desk, sample)
    rows.go_to(f"point:{before[0]}")
    pull(rows, f"point:{before[0]}", below(rows, f"point:{before[1]}"))
    assert context.runner.wait_idle()
    assert points(desk, sample) == [before[1], before[0], *before[2:]]
    assert heard.announced[-1] == f"Moved down. Now 2 of {len(before)}."
    workspace.undo(desk)
    assert points(desk, sample) == before


def test_a_point_dropped_among_the_lines_becomes_the_last_of_the_points(context, desk, sample, qtbot):
    page = shown(qtbot, context, AnswerPage(context), sample)
    page.resize(1040, 3000)
    rows, before = page.form.said, points(desk, sample)
    qtbot.waitUntil(lambda: rows.viewport().height() > 1500)
    rows.measure()
    lines = [row.id for row in rows.cards.rows() if row.id.startswith("entry:")]
    pull(rows, f"point:{before[0]}", middle(rows, lines[0]))
    assert context.runner.wait_idle()
    assert points(desk, sample) == [*before[1:], before[0]]
    now = points(desk, sample)
    pull(rows, lines[0], middle(rows, f"point:{now[0]}"))
    assert context.runner.wait_idle()
    assert points(desk, sample) == now
