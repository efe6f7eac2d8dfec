"""Keeps what a person is at in view when something inside a scrolling part grows or comes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

_AIR = 8


def bring(widget: QWidget, *before: QWidget) -> None:
    """Scroll every part around a widget so that it is seen, once the layout has settled.

    What is named in `before` is brought first, so that of two that do not both fit the widget itself is the one seen.
    """
    QTimer.singleShot(0, widget, lambda: _bring((*before, widget)))


def _bring(wanted: tuple[QWidget, ...]) -> None:
    for one in wanted:
        around = one.parentWidget()
        while around is not None:
            inside = around.widget() if isinstance(around, QScrollArea) else None
            if isinstance(around, QScrollArea) and inside is not None and inside.isAncestorOf(one):
                _show_whole(around, inside, one)
            around = around.parentWidget()


def _show_whole(around: QScrollArea, inside: QWidget, one: QWidget) -> None:
    """Scroll to all of it. Qt's own call shows of a field with the focus the cursor only: right where not all fits."""
    if one.height() + 2 * _AIR > around.viewport().height():
        around.ensureWidgetVisible(one, 0, _AIR)
        return
    top = one.mapTo(inside, QPoint(0, 0))
    around.ensureVisible(top.x(), top.y() + one.height(), 0, _AIR)
    around.ensureVisible(top.x(), top.y(), 0, _AIR)
