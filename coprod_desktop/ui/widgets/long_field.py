"""A field for many lines: it fills the room it is given and scrolls inside, and Enter begins a new line."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.ui.widgets.growing_field import GrowingField

LINES = 6
"""Lines it has room for at the least."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LongField(GrowingField):
    """As a growing field in all else: what it holds, and how it is handed in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def set_words(self, words: str) -> None:
        """Show other words from their beginning."""
        self.setPlainText(words)
        self.moveCursor(self.textCursor().MoveOperation.Start)

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(320, self.fontMetrics().lineSpacing() * (LINES + 2))

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(160, self.fontMetrics().lineSpacing() * LINES)

    def _fit(self) -> None:
        """The room is the window's to give."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() in _ENTER:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)
