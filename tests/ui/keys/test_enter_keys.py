"""Enter presses the button one is on, and no other."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget

from coprod_desktop.ui.keys.enter_keys import EnterKeys
from coprod_desktop.ui.widgets.buttons import button


@pytest.mark.parametrize("kind", [QWidget, QDialog])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_the_button_that_has_the_focus_and_not_the_default_one(qtbot, kind, key):
    window = kind()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    default, focused = QPushButton("Close"), button("Yes", "yes")
    default.setDefault(True)
    pressed = []
    for push in (default, focused):
        column.addWidget(push)
        push.clicked.connect(lambda _on=False, push=push: pressed.append(push.text()))
    keys = EnterKeys(QApplication.instance(), window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    focused.setFocus()
    qtbot.waitUntil(focused.hasFocus)
    QTest.keyClick(focused, key)

    assert pressed == ["Yes"]
    keys.deleteLater()
