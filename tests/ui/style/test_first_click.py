"""A click beside an open list acts, and what was typed to find a line of the list is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QVBoxLayout, QWidget

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)


@pytest.fixture
def window(dressed, qtbot):
    made = QWidget()
    column = QVBoxLayout(made)
    made.roles, made.add = QComboBox(), QPushButton("Add them")
    made.roles.addItems(["", "advocate", "carer", "supporter"])
    column.addWidget(made.roles)
    column.addStretch(1)
    column.addWidget(made.add)
    made.pressed = []
    made.add.clicked.connect(lambda: made.pressed.append(made.roles.currentText()))
    made.resize(300, 600)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


def click(window: QWidget, widget: QWidget) -> None:
    at = widget.mapTo(window, widget.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def test_the_first_click_acts_and_what_was_typed_is_chosen(window):
    click(window, window.roles)
    QTest.keyClicks(window.roles.view(), "car")
    click(window, window.add)
    assert QApplication.activePopupWidget() is None
    assert window.pressed == ["carer"]
    click(window, window.add)
    assert window.pressed == ["carer", "carer"]


def test_a_click_beside_a_list_that_was_only_looked_at_changes_no_choice(window):
    window.roles.setCurrentIndex(1)
    click(window, window.roles)
    click(window, window.add)
    assert window.pressed == ["advocate"]
