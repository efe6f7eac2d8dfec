"""Paints one row of a LazyList: the ground, the line below, the ring round the row one is on, and wrapped words."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coprod_desktop.ui.style import icons, theme
from coprod_desktop.ui.style.tokens import Tokens
from coprod_desktop.ui.widgets.rows_model import ROW

LEADING = 1.15
"""Lines of running words are set this much apart."""
PAD = 10
_CHIP_GAP = 6


class RowDelegate(QStyledItemDelegate):
    """Subclass: `row_height` says how high a row is, `paint_row` paints it; both get the same room."""

    ruled = True
    """A thin line below each row."""

    def height(self, index: QModelIndex, width: int) -> int:
        """Return the height a row needs at this width of the list."""
        return self.row_height(index.data(ROW), width)

    def usual_height(self) -> int:
        """Return the height given to rows that nobody has looked at yet."""
        return self.metrics().height() * 4

    def row_height(self, row: object, width: int) -> int:
        """Return the height of a shown value in a list of this width."""
        raise NotImplementedError

    def paint_row(self, painter: QPainter, row: object, rect: QRect, colours: Tokens) -> None:
        """Paint a shown value in `rect`."""
        raise NotImplementedError

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: D102
        return QSize(option.rect.width(), self.usual_height())

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        colours, rect = theme.tokens(), option.rect
        painter.save()
        painter.setClipRect(rect)  # what stands over a row may be lower than its words
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.selection))
        if self.ruled:
            painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(colours.edge))
        painter.setFont(self.font())
        self.paint_row(painter, index.data(ROW), rect, colours)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.focus), 3))
            painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -2.5), 6, 6)
        painter.restore()

    # ---- tools for subclasses

    def font(self, *, strong: bool = False, factor: float = 1.0) -> QFont:
        """Return the font of ordinary words."""
        return theme.scaled(QApplication.font(), factor, strong=strong)

    def metrics(self) -> QFontMetrics:
        """Return the measures of ordinary words."""
        return QFontMetrics(QApplication.font())

    def line(self, painter: QPainter, words: str, rect: QRect, colour: str) -> None:
        """Paint one line of words, cut with an ellipsis where it does not fit."""
        font = self.font()
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def chip(self, painter: QPainter, words: str, left: int, top: int, colour: str, icon: str = "") -> int:
        """Paint a small rounded label with its left top corner there; return where the next may begin."""
        metrics = self.metrics()
        high, drawn = self.chip_height(), self._drawn(icon)
        width = self.chip_width(words, icon) - _CHIP_GAP
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colour), 1))
        painter.drawRoundedRect(QRectF(left + 0.5, top + 0.5, width - 1, high - 1), high / 2, high / 2)
        painter.restore()
        if icon:
            picture = icons.pixmap(icon, colour, drawn, painter.device().devicePixelRatio())
            painter.drawPixmap(left + 12, top + (high - drawn) // 2, picture)
        box = QRect(left + width - 12 - metrics.horizontalAdvance(words), top, metrics.horizontalAdvance(words), high)
        painter.setPen(QColor(colour))
        painter.setFont(self.font())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
        return left + width + _CHIP_GAP

    def chip_width(self, words: str, icon: str = "") -> int:
        """Return how much room a chip takes, with the gap after it."""
        drawn = self._drawn(icon)
        return 12 + (drawn + 6 if drawn else 0) + self.metrics().horizontalAdvance(words) + 12 + _CHIP_GAP

    def _drawn(self, icon: str) -> int:
        return round(self.metrics().height() * 0.8) if icon else 0

    def chip_height(self) -> int:
        """Return how high a chip is."""
        return self.metrics().height() + 6


class Size(NamedTuple):
    """How much room wrapped words take; `last` is how long their last line is."""

    high: float
    last: float

    def height(self) -> int:
        """Return the height in whole pixels."""
        return round(self.high)


def words_size(words: str, width: int, font: QFont) -> Size:
    """Return the room of wrapped words at a width."""
    return _lay_out(words, width, font)[1]


def words_height(words: str, width: int, font: QFont) -> int:
    """Return the height of wrapped words at a width."""
    return words_size(words, width, font).height()


def paint_words(
    painter: QPainter,
    words: str,
    rect: QRect,
    colour: str,
    font: QFont,
    *,
    rtl: bool = False,
    lead: tuple[int, str] = (0, ""),
) -> None:
    """Paint wrapped words, all of them, as plain text; `lead` is how many letters have another colour, and which."""
    layout, _ = _lay_out(words, rect.width(), font, rtl=rtl)
    painter.setPen(QColor(colour))
    part = QTextLayout.FormatRange()
    part.start, part.length = 0, lead[0]
    if lead[0]:
        part.format.setForeground(QColor(lead[1]))
    layout.draw(painter, QPointF(rect.topLeft()), [part] if lead[0] else [])


def _lay_out(words: str, width: int, font: QFont, *, rtl: bool = False) -> tuple[QTextLayout, Size]:
    layout = QTextLayout(words.replace("\r\n", "\u2028").replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if rtl:
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
    layout.setTextOption(option)
    layout.beginLayout()
    top = last = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 40))
        line.setPosition(QPointF(0, top))
        top += line.height() * LEADING
        last = line.naturalTextWidth()
    layout.endLayout()
    return layout, Size(top, last)
