"""Room for so many lines of text, however large the text is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

LOW_LINES = 40


def is_low(widget: QWidget) -> bool:
    """Tell whether the window a widget is in is so low that every line of text counts."""
    return widget.window().height() < LOW_LINES * widget.fontMetrics().height()


class Room(QObject):
    """Has a widget that scrolls be at least so many lines high, also after the size of words was changed."""

    def __init__(self, widget: QWidget, lines: int) -> None:
        super().__init__(widget)
        self._widget, self._lines = widget, lines
        widget.installEventFilter(self)
        self._give()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.FontChange:
            self._give()
        return super().eventFilter(watched, event)

    def _give(self) -> None:
        self._widget.setMinimumHeight(self._widget.fontMetrics().height() * self._lines)
