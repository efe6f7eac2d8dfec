"""The wheel turns the page, never a value: scrolling past a field must not change what is written in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QComboBox, QScrollBar, QTabBar

_HOLD_A_VALUE = (QAbstractSpinBox, QComboBox, QAbstractSlider, QTabBar)


class Wheel(QObject):
    """One per style, which shows it every widget it dresses; so there is no field that could be forgotten."""

    def watch(self, widget: QObject) -> None:
        """Keep the wheel from this widget if it holds a value; what it stands in scrolls instead."""
        if isinstance(widget, _HOLD_A_VALUE) and not isinstance(widget, QScrollBar):
            widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() is not QEvent.Type.Wheel:
            return False
        event.ignore()  # and so Qt offers it to whatever the field stands in
        return True
