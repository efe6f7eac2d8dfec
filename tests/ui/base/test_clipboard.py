"""What was copied here is off the clipboard when the workspace is closed; what was copied elsewhere stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit

from coprod_desktop.ui.base.clipboard import ClipboardKeeper


@pytest.fixture
def owns(monkeypatch) -> list[bool]:
    """Whether the clipboard is ours, as a real system says; the platform of tests never does."""
    state = [True]
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda self: state[-1])
    return state


@pytest.fixture
def keeper(dressed, owns):
    QApplication.clipboard().clear()
    made = ClipboardKeeper()
    yield made
    made.deleteLater()
    QApplication.clipboard().clear()


def test_words_copied_from_a_field_are_gone(keeper, qtbot):
    field = QLineEdit("They took my chair away")
    qtbot.addWidget(field)
    field.show()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "They took my chair away"
    keeper.clear()
    assert QApplication.clipboard().text() == ""


def test_words_that_a_clipboard_manager_took_over_are_gone(keeper, owns):
    QApplication.clipboard().setText("They took my chair away")
    owns.append(False)
    keeper.clear()
    assert QApplication.clipboard().text() == ""


def test_words_copied_elsewhere_stay(keeper, owns):
    QApplication.clipboard().setText("They took my chair away")
    owns.append(False)
    QApplication.clipboard().setText("a recipe")
    keeper.clear()
    assert QApplication.clipboard().text() == "a recipe"
