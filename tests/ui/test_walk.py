"""What must hold everywhere in the window, tried on every page, door and dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QWidget,
)

from coprod_desktop.services import prepare
from coprod_desktop.services.program import content
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.theme import Appearance, Scheme
from coprod_desktop.ui.widgets.lazy_list import LazyList
from tests.ui import laid_out
from tests.ui import walk as walking
from tests.ui.accessible import assert_accessible

pytestmark = pytest.mark.slow


def test_every_dialog_of_the_program_is_in_the_walk():
    there = {cls.__name__ for cls in walking.every_dialog()}
    assert there == set(walking.DIALOGS), "add the new one to DIALOGS in tests/ui/walk.py, or take the old one out"


def test_the_wheel_changes_no_value_anywhere(walk):
    turned = 0
    for scenes in (walk.pages, walk.dialogs, walk.doors):
        for name, widget in scenes():
            for field in _holding_a_value(widget):
                before = _value(field)
                for way in (-120, 120):
                    for focused in (False, True):
                        if focused:
                            field.setFocus()
                        _turn(field, way)
                        assert _value(field) == before, f"{name}: {field.objectName()}"
                turned += 1
    assert turned > 60


def test_the_wheel_over_a_field_scrolls_the_page(walk):
    walk.shell.resize(1000, 500)
    page = walk.open("settings")
    bar = page.parentWidget().parentWidget().verticalScrollBar()
    (size, *_) = [w for w in _holding_a_value(page) if isinstance(w, QComboBox) and w.isVisible()]
    assert bar.maximum() > 0
    spot = size.mapTo(walk.shell, size.rect().center())
    QTest.wheelEvent(walk.shell.windowHandle(), QPointF(spot), QPoint(0, -120))
    assert bar.value() > 0


def test_every_control_of_every_page_and_dialog_is_named_and_can_be_reached(walk):
    for scenes in (walk.pages, walk.doors, walk.dialogs):
        for _name, widget in scenes():
            assert_accessible(widget)


def test_the_person_one_is_on_is_called_by_name(walk):
    page = walk.open("get_ready", walk.material.coming)
    page.findChild(QPushButton, "partPeople").click()
    walk.settle()
    part = page.findChild(QWidget, "PeoplePart")
    for row in part.list.items.rows()[:2]:
        part.list.go_to(row.id)
        assert part._form.personHeading.text() == row.name
        assert row.name in part._form.personScroll.accessibleName()


def test_a_new_part_of_a_long_agenda_is_in_view(walk):
    walk.shell.resize(1366, 698)
    page = walk.open("get_ready", walk.material.coming)
    page.findChild(QPushButton, "partAgenda").click()
    walk.settle()
    part = page.findChild(QWidget, "AgendaPart")
    for n in range(14):
        QTest.keyClicks(part._form.newItem, f"Part {n}")
        QTest.keyClick(part._form.newItem, Qt.Key.Key_Return)
        walk.settle()
    rows = part.list
    last = rows.rows().rowCount() - 1
    assert rows.current_id() == rows.rows().id_at(last)
    assert not laid_out.not_in_sight(walk.shell, rows)
    assert 0 <= rows.rowViewportPosition(last) <= rows.viewport().height() - rows.rowHeight(last) + 1


def test_no_page_scrolls_around_lists_that_scroll(walk):
    walk.shell.resize(1366, 698)
    for name, page in walk.pages():
        bar = walk.shell._form.stack.currentWidget().around.verticalScrollBar()
        lists = [
            rows for rows in page.findChildren(LazyList) if rows.isVisible() and rows.verticalScrollBar().isVisible()
        ]
        if name != "settings":  # all of it is one long page, and the list of words is longer still
            assert not (bar.maximum() and lists), name


def test_six_ground_rules_and_more_are_in_view_on_a_small_laptop(walk):
    walk.shell.resize(1366, 698)
    walk.shell.runner.do(prepare.use_rules, walk.material.coming, content.load().ground_rules())
    page = walk.open("get_ready", walk.material.coming)
    page.findChild(QPushButton, "partRules").click()
    walk.settle()
    rows = page.findChild(QWidget, "groundRules")
    assert rows.rows().rowCount() == len(content.load().ground_rules())
    assert rows.viewport().height() >= 14 * rows.fontMetrics().height()


SMALL = ((1366, 698), (1280, 650), (1024, 530))
"""What a title bar and a task bar leave of screens of 1366x768, 1280x720 and 1024x600."""


@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("size", SMALL, ids=str)
def test_nothing_lies_on_anything_else_and_no_words_are_cut(walk, dressed, size, text):
    theme.apply(dressed, Appearance(Scheme.LIGHT, text))
    walk.shell.resize(*size)
    wrong = []
    for scenes in (walk.pages, walk.doors, walk.dialogs):
        for name, widget in scenes():
            top = widget if isinstance(widget, QDialog) else walk.shell
            found = [*laid_out.overlaps(top), *laid_out.outside(top), *laid_out.cut_words(top)]
            found += laid_out.cut_choices(top) if text == 100 else []
            wrong += [f"{name}: {line}" for line in found]
            if isinstance(widget, QDialog) and not walk.shell.rect().contains(widget.rect()):
                wrong.append(f"{name} is larger than the window: {widget.size()}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(("scale", "text"), [(1, 100), (1.25, 100), (1.5, 100), (1, 150)])
@pytest.mark.parametrize("screen", [(1366, 768), (1280, 720)], ids=str)
def test_main_button_and_status_line_are_in_sight_on_small_screens(walk, dressed, screen, scale, text):
    theme.apply(dressed, Appearance(Scheme.LIGHT, text))
    title_and_task_bar = 70
    walk.shell.resize(int(screen[0] / scale), int((screen[1] - title_and_task_bar) / scale))
    for scenes in (walk.pages, walk.doors):
        for name, page in scenes():
            seen = [
                b for b in walk.shell.findChildren(QPushButton) if b.property("kind") == "primary" and b.isVisible()
            ]
            if name.startswith("listen"):
                seen.append(page.findChild(QPushButton, "riskButton"))
            if walk.shell.status.isVisible():
                seen.append(walk.shell.status)
            wrong = [f"{name}: {why}" for b in seen if (why := laid_out.not_in_sight(walk.shell, b))]
            assert not wrong, "\n".join(wrong)


def test_six_lines_of_what_people_said_are_in_view_on_a_small_laptop(walk):
    walk.shell.resize(1366, 698)
    page = walk.open("listen", walk.material.home_care)
    rows = page.lines.list
    rows.go_to_end()
    high = rows.viewport().height()
    whole = [n for n in range(rows.rows().rowCount()) if rows.rowViewportPosition(n) >= 0
             and rows.rowViewportPosition(n) + rows.rowHeight(n) <= high + 1]  # fmt: skip
    assert len(whole) >= 6


def _holding_a_value(widget: QWidget) -> list[QWidget]:
    kinds = (QAbstractSpinBox, QComboBox, QAbstractSlider, QTabBar, QCheckBox, QRadioButton)
    return [w for w in widget.findChildren(QWidget) if isinstance(w, kinds) and not isinstance(w, QScrollBar)]


def _value(field: QWidget) -> object:
    if isinstance(field, QComboBox):
        return field.currentIndex(), field.currentText()
    if isinstance(field, QAbstractSpinBox):
        return field.text()
    if isinstance(field, QTabBar):
        return field.currentIndex()
    return field.value() if isinstance(field, QAbstractSlider) else field.isChecked()


def _turn(widget: QWidget, way: int, times: int = 3) -> None:
    spot = QPointF(widget.rect().center())
    for _ in range(times):
        event = QWheelEvent(
            spot, QPointF(widget.mapToGlobal(spot.toPoint())), QPoint(), QPoint(0, way),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)
