"""Lays out and paints the rows of a CardList: wraps, grows with the text size, follows the colours in use."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from coprod_desktop.ui.style import icons, theme
from coprod_desktop.ui.style.fusion import TARGET
from coprod_desktop.ui.style.tokens import Tokens
from coprod_desktop.ui.widgets.card_rows import CardRow, Piece
from coprod_desktop.ui.widgets.row_delegate import LEADING, RowDelegate
from coprod_desktop.ui.widgets.rows_model import ROW


class _Box(NamedTuple):
    """The air inside a row's frame, the gap below it, and how round its corners are."""

    across: int
    down: int
    gap: int
    radius: int


_BOXES = {"card": _Box(16, 12, 12, 12), "line": _Box(14, 9, 6, 8), "heading": _Box(2, 8, 0, 0)}
_BETWEEN = 3
_TICK_GAP = 10
"""Between a tick box and the words beside it."""


class _Placed(NamedTuple):
    layout: QTextLayout
    piece: Piece
    left: float
    top: float
    bottom: float


class CardDelegate(RowDelegate):
    """Paints CardRows as framed cards and lines, the chosen ones with a thick frame."""

    ruled = False

    def usual_height(self) -> int:  # noqa: D102
        return self.metrics().height() * 5

    def row_height(self, row: object, width: int) -> int:  # noqa: D102
        assert isinstance(row, CardRow)
        box = _BOXES[row.kind]
        foot = max((placed.bottom for placed in self._lay_out(row, width)), default=0.0)
        high = round(foot + box.down)
        return (high if row.kind == "heading" else max(high, TARGET)) + box.gap

    def paint(  # noqa: D102
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: CardRow = index.data(ROW)
        box, colours, whole = _BOXES[row.kind], theme.tokens(), option.rect
        rect = QRectF(whole).adjusted(0, 0, 0, -box.gap)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind != "heading":
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            _frame(painter, rect, box.radius, colours, chosen=chosen, filled=row.kind == "line")
        if option.state & QStyle.StateFlag.State_HasFocus:
            _outline(painter, rect, box.radius, colours.focus, 3)
        self.paint_row(painter, row, whole, colours)
        painter.restore()

    def paint_row(self, painter: QPainter, row: object, rect: QRect, colours: Tokens) -> None:  # noqa: D102
        assert isinstance(row, CardRow)
        if row.ticked is not None:
            box, side = _BOXES[row.kind], self._tick_side()
            _tick_box(painter, QRectF(rect.left() + box.across, rect.top() + box.down, side, side), row, colours)
        for placed in self._lay_out(row, rect.width()):
            at = QPointF(rect.left() + placed.left, rect.top() + placed.top)
            if placed.piece.icon:
                size = self.metrics().height()
                ratio = painter.device().devicePixelRatioF()
                picture = icons.pixmap(placed.piece.icon, getattr(colours, placed.piece.tone), size, ratio)
                painter.drawPixmap(QPointF(at.x() - size - 8, at.y()), picture)
            placed.layout.draw(painter, at)

    def tick_room(self, row: CardRow) -> int:
        """Return how far from the left edge of a row a click ticks it; 0 without a box."""
        return _BOXES[row.kind].across + self._tick_side() + _TICK_GAP // 2 if row.ticked is not None else 0

    def _tick_side(self) -> int:
        return self.metrics().height()

    def _lay_out(self, row: CardRow, width: int) -> Iterator[_Placed]:
        box = _BOXES[row.kind]
        top = float(box.down)
        inside = box.across + (self._tick_side() + _TICK_GAP if row.ticked is not None else 0)
        for piece in row.pieces:
            left = inside + (self.metrics().height() + 8.0 if piece.icon else 0.0)
            layout, height = _paragraph(piece, width - left - box.across, self.font(), self.font(strong=True))
            yield _Placed(layout, piece, left, top, top + height)
            top += height + _BETWEEN


def _paragraph(piece: Piece, room: float, font: QFont, strong: QFont) -> tuple[QTextLayout, float]:
    """Return a wrapped paragraph and its height."""
    colours = theme.tokens()
    words = piece.words.replace("\r\n", "\u2028").replace("\n", "\u2028")
    text = words + (f" · {piece.tail}" if piece.tail else "")
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    length = _length(words)
    spans = [_span(0, length, getattr(colours, piece.tone), strong if piece.strong else font)]
    if piece.tail:
        spans.append(_span(length, _length(text) - length, colours.quiet, font))
    layout.setFormats(spans)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, 40.0))
        line.setPosition(QPointF(0, height))
        height += line.height() * LEADING
    layout.endLayout()
    return layout, max(height, QFontMetrics(font).height())


def _span(start: int, length: int, colour: str, font: QFont) -> QTextLayout.FormatRange:
    look = QTextCharFormat()
    look.setFont(font)
    look.setForeground(QColor(colour))
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, look
    return made


def _length(words: str) -> int:
    """Return the length as Qt counts it: in units of UTF-16."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def _frame(painter: QPainter, rect: QRectF, radius: int, colours: Tokens, *, chosen: bool, filled: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.selection if chosen and filled else colours.surface))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    _outline(painter, rect, radius, colours.primary if chosen else colours.edge, 2 if chosen else 1)


def _tick_box(painter: QPainter, rect: QRectF, row: CardRow, colours: Tokens) -> None:
    painter.setPen(QPen(QColor(colours.primary if row.ticked else colours.line), 2))
    painter.setBrush(QColor(colours.primary if row.ticked else colours.surface))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
    if row.ticked:
        ratio = painter.device().devicePixelRatioF()
        tick = icons.pixmap("check", colours.on_primary, round(rect.width()) - 6, ratio)
        painter.drawPixmap(QPointF(rect.left() + 3, rect.top() + 3), tick)


def _outline(painter: QPainter, rect: QRectF, radius: int, colour: str, width: int) -> None:
    half = width / 2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), width))
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
