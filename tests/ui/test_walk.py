"""What must hold everywhere in the window, tried on every page, door and dialog."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

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
    QRadioButton,
    QScrollBar,
    QTabBar,
    QWidget,
)

from tests.screenshots.material import workspace_to_show
from tests.ui import walk as walking
from tests.ui.walk import Walk

pytestmark = pytest.mark.slow


@pytest.fixture
def walk(tmp_path: Path, shell, runner) -> Iterator[Walk]:
    """The window at Home, over a workspace in which every page and dialog has something to show."""
    with workspace_to_show(tmp_path / "work") as material:
        walking.fill(material, tmp_path / "papers")
        runner.desk = material.desk
        shell.enter(material.desk, tmp_path / "work")
        made = Walk(shell, material)
        made.settle()
        yield made
        runner.wait_idle()
        runner.desk = None


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
