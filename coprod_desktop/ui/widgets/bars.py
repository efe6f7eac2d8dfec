"""Bars in a cell of a table, one below the other: an ornament beside columns that say the same in words."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.fusion import TARGET

BARS = Qt.ItemDataRole.UserRole
"""The role under which a cell has its bars, a tuple of Bar."""
_HIGH, _BETWEEN = 14, 2


class Bar(NamedTuple):
    """One bar: how much of the room it takes, from 0 (nothing is drawn) to 1; full, or an outline of what was planned."""

    share: float
    full: bool = True


class BarsDelegate(QStyledItemDelegate):
    """Draws the bars of a cell from the left, in a column at least so many pixels wide."""

    def __init__(self, parent: QObject, least: int) -> None:
        super().__init__(parent)
        self._least = least

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: D102
        return QSize(self._least, TARGET)

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        bars: tuple[Bar, ...] = index.data(BARS) or ()
        room, colours = QRectF(option.rect).adjusted(6, 0, -6, 0), theme.tokens()
        top = room.center().y() - (len(bars) * (_HIGH + _BETWEEN) - _BETWEEN) / 2
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for bar in bars:
            painter.setPen(QPen(QColor(colours.primary if bar.full else colours.line), 2))
            painter.setBrush(QColor(colours.primary if bar.full else colours.surface))
            if bar.share:
                drawn = QRectF(room.left(), top, max(room.width() * bar.share, 2), _HIGH)
                painter.drawRoundedRect(drawn.adjusted(1, 1, -1, -1), 3, 3)
            top += _HIGH + _BETWEEN
        painter.restore()
