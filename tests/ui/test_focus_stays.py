"""The focus stays where the work is when what had it goes, and a row with the ring is the row acted on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from coprod_desktop.ui.pages.base import Page
from coprod_desktop.ui.widgets.card_list import CardList
from coprod_desktop.ui.widgets.lazy_list import LazyList
from tests.ui.walk import Walk

pytestmark = pytest.mark.slow


def at(walk: Walk) -> str:
    now = QApplication.focusWidget()
    return now.objectName() if now is not None else "nothing"


def in_the_page(walk: Walk) -> bool:
    now = QApplication.focusWidget()
    return now is not None and walk.shell.in_front().isAncestorOf(now)


def press(walk: Walk, page: Page, name: str) -> None:
    push = page.findChild(QPushButton, name)
    assert push is not None
    push.setFocus()
    QTest.keyClick(push, Qt.Key.Key_Space)
    walk.settle()


@pytest.mark.parametrize(
    ("part", "button", "then"),
    [
        ("partRules", "addAll", {"groundRules", "newRule", "addRule"}),
        ("partRules", "ruleRemove", {"ruleRemove", "groundRules"}),
        ("partAgenda", "itemRemove", {"itemRemove", "agendaItems"}),
        ("partChecklist", "lineRemove", {"lineRemove", "checklistLines"}),
        ("partPeople", "personRemove", {"personRemove", "peopleComing"}),
    ],
)
def test_after_adding_all_or_taking_one_away_the_focus_is_still_in_the_part(walk, part, button, then):
    page = walk.open("get_ready", walk.material.coming)
    page.findChild(QPushButton, part).click()
    walk.settle()
    press(walk, page, button)
    assert in_the_page(walk), at(walk)
    assert at(walk) in then or part == "partRules"


@pytest.mark.parametrize(
    ("part", "button", "rows"),
    [
        ("partRules", "ruleRemove", "groundRules"),
        ("partAgenda", "itemRemove", "agendaItems"),
        ("partChecklist", "lineRemove", "checklistLines"),
        ("partPeople", "personRemove", "peopleComing"),
    ],
)
def test_taking_away_every_row_one_after_the_other_never_leaves_the_page(walk, part, button, rows):
    page = walk.open("get_ready", walk.material.coming)
    page.findChild(QPushButton, part).click()
    walk.settle()
    shown = page.findChild(LazyList, rows)
    push = page.findChild(QPushButton, button)
    for _ in range(40):
        if not push.isVisible():
            break
        before, there = shown.currentIndex().row(), shown.rows().rowCount()
        push.setFocus()
        QTest.keyClick(push, Qt.Key.Key_Space)
        walk.settle()
        assert in_the_page(walk), at(walk)
        left = shown.rows().rowCount()
        if left == there:  # the line of a need stays while the need does: the next one
            if before == there - 1:
                break
            QTest.keyClick(shown, Qt.Key.Key_Down)
            walk.settle()
            continue
        assert not left or shown.currentIndex().row() == min(before, left - 1)
    assert not push.isVisible() or part == "partChecklist"
    if push.isVisible():
        model = shown.rows()
        assert all(": " in model.data(model.index(row, 0)) for row in range(model.rowCount()))


def test_after_a_point_is_taken_away_one_is_on_the_next_and_space_opens_no_page(walk):
    page = walk.open("answer", walk.material.evaluation)  # none of its points is on a paper yet
    said = page.form.said
    points = [row.id for row in said.cards.rows() if row.id.startswith("point:")]
    said.choose([points[0]])
    walk.settle()
    remove = page.findChild(QPushButton, "removePoint")
    remove.setFocus()
    QTest.keyClick(remove, Qt.Key.Key_Space)
    walk.settle()
    assert in_the_page(walk), at(walk)
    assert said.ids() == [points[1]]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    walk.settle()
    assert in_the_page(walk), at(walk)


def test_back_on_a_page_the_row_with_the_ring_is_the_chosen_one_in_every_list(walk):
    tried = 0
    for name, page in walk.pages():
        for rows in page.findChildren(LazyList):
            able = [
                n
                for n in range(rows.rows().rowCount())
                if rows.rows().flags(rows.rows().index(n, 0)) & Qt.ItemFlag.ItemIsSelectable
            ]
            if not rows.isVisible() or len(able) < 3:
                continue
            wanted = rows.rows().id_at(able[2])
            rows.choose([wanted]) if isinstance(rows, CardList) else rows.go_to(wanted)
            rows.clearFocus()
            walk.settle()
            rows.setFocus()
            chosen = [index.row() for index in rows.selectionModel().selectedRows()]
            assert chosen == [] or rows.currentIndex().row() in chosen, f"{name}: {rows.objectName()}"
            tried += 1
    assert tried > 8
    page = walk.open("answer", walk.material.home_care)
    said = page.form.said
    points = [row.id for row in said.cards.rows() if row.id.startswith("point:")]
    said.choose([points[2]])
    walk.open("paper", walk.material.home_care)
    walk.open("answer", walk.material.home_care)
    said.setFocus()
    assert said.ids() == [said.current_id()] == [points[2]]
