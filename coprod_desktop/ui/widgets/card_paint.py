"""Lays out and paints the rows of a CardList. Wraps, grows with the text size, and follows the colours in use."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from coprod_desktop.ui import icons, theme
from coprod_desktop.ui.style import TARGET
from coprod_desktop.ui.widgets.card_rows import CardRow, Piece

ROW = Qt.ItemDataRole.UserRole
"""The role under which a model gives its CardRow."""
_PADDING = {"card": (16, 12), "line": (16, 10), "choice": (10, 8), "heading": (2, 12)}
_GAP = {"card": 12, "line": 6, "choice": 0, "heading": 0}
_RADIUS = {"card": 12, "line": 8, "choice": 8, "heading": 0}
_KEPT = 3000
_Index = QModelIndex | QPersistentModelIndex


class _Placed(NamedTuple):
    layout: QTextLayout
    icon: str
    tone: str
    left: float
    top: float


class _Laid(NamedTuple):
    pieces: tuple[_Placed, ...]
    height: int


class CardDelegate(QStyledItemDelegate):
    """Paints CardRows. Layouts are kept until `forget`."""

    def __init__(self, parent: QStyledItemDelegate | None = None) -> None:
        super().__init__(parent)
        self._laid: dict[tuple[CardRow, int, bool], _Laid] = {}

    def forget(self) -> None:
        """Drop every layout: the font or the colours are other ones now."""
        self._laid.clear()

    def height(self, row: CardRow, width: int, font: QFont) -> int:
        """Return how tall a row is at this width, with the gap below it."""
        return self._lay(row, width, font, chosen=False).height + _GAP[row.kind]

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: D102
        width = option.rect.width()  # type: ignore[attr-defined]
        return QSize(width, self.height(index.data(ROW), width, option.font))  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: D102
        row: CardRow = index.data(ROW)
        states: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        chosen = bool(states & QStyle.StateFlag.State_Selected)
        rect = QRectF(option.rect).adjusted(0, 0, 0, -_GAP[row.kind])  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _frame(painter, row.kind, rect, chosen=chosen)
        if states & QStyle.StateFlag.State_HasFocus:
            _outline(painter, rect, _RADIUS[row.kind], theme.tokens().focus, 3)
        font: QFont = option.font  # type: ignore[attr-defined]
        for piece in self._lay(row, option.rect.width(), font, chosen=chosen).pieces:  # type: ignore[attr-defined]
            _draw(painter, piece, rect)
        if row.count:
            _count(painter, row, rect, theme.scaled(font, 1.0, strong=chosen))
        painter.restore()

    def _lay(self, row: CardRow, width: int, font: QFont, *, chosen: bool) -> _Laid:
        key = (row, width, chosen)
        found = self._laid.get(key)
        if found is None:
            if len(self._laid) > _KEPT:
                self._laid.clear()
            found = self._laid[key] = _laid_out(row, width, font, chosen=chosen)
        return found


def _laid_out(row: CardRow, width: int, font: QFont, *, chosen: bool) -> _Laid:
    across, down = _PADDING[row.kind]
    strong = theme.scaled(font, 1.0, strong=True)
    room = width - 2 * across - (_count_room(row, strong) if row.count else 0)
    top = float(down)
    placed = []
    for piece in row.pieces:
        text, height, left = _paragraph(
            piece, room, font, strong, bold=piece.strong or (chosen and row.kind == "choice")
        )
        placed.append(_Placed(text, piece.icon, piece.tone, across + left, top))
        top += height + 4
    total = round(top - 4 + down)
    if row.kind != "heading":
        total = max(total, TARGET)
    if row.kind == "choice" and len(placed) == 1:  # one line sits in the middle of its target
        placed = [placed[0]._replace(top=(total - placed[0].layout.boundingRect().height()) / 2)]
    return _Laid(tuple(placed), total)


def _paragraph(
    piece: Piece, room: float, font: QFont, strong: QFont, *, bold: bool
) -> tuple[QTextLayout, float, float]:
    """Return a wrapped paragraph, its height, and how far the icon moves it to the right."""
    tokens = theme.tokens()
    words = piece.words.replace("\n", "\u2028")
    text = words + (f" · {piece.tail}" if piece.tail else "")
    left = _icon_size(font) + 8.0 if piece.icon else 0.0
    layout = QTextLayout(text, font)
    layout.setCacheEnabled(True)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    length = _utf16(words)
    layout.setFormats([
        _span(0, length, getattr(tokens, piece.tone), strong if bold else font),
        _span(length, _utf16(text) - length, tokens.quiet, font),
    ])  # fmt: skip
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1.0, room - left))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout, height, left


def _span(start: int, length: int, colour: str, font: QFont) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length  # type: ignore[attr-defined]
    look = QTextCharFormat()
    look.setFont(font)
    look.setForeground(QColor(colour))
    made.format = look  # type: ignore[attr-defined]
    return made


def _utf16(words: str) -> int:
    """Return the length as Qt counts it."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def _icon_size(font: QFont) -> int:
    from PySide6.QtGui import QFontMetrics

    return QFontMetrics(font).height()


def _count_room(row: CardRow, font: QFont) -> int:
    from PySide6.QtGui import QFontMetrics

    return QFontMetrics(font).horizontalAdvance(row.count) + 12


def _draw(painter: QPainter, piece: _Placed, rect: QRectF) -> None:
    at = QPointF(rect.left() + piece.left, rect.top() + piece.top)
    if piece.icon:
        size = _icon_size(piece.layout.font())
        device = painter.device()
        ratio = device.devicePixelRatioF() if device else 1.0
        picture = icons.pixmap(piece.icon, getattr(theme.tokens(), piece.tone), size, ratio)
        painter.drawPixmap(QPointF(at.x() - size - 8, at.y()), picture)
    piece.layout.draw(painter, at)


def _count(painter: QPainter, row: CardRow, rect: QRectF, font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(QColor(theme.tokens().text))
    right = rect.adjusted(0, 0, -_PADDING[row.kind][0], 0)
    painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.count)


def _frame(painter: QPainter, kind: str, rect: QRectF, *, chosen: bool) -> None:
    tokens = theme.tokens()
    radius = _RADIUS[kind]
    if kind == "heading":
        return
    if kind == "choice" and not chosen:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.selection if chosen and kind != "card" else tokens.surface))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    if chosen:
        _outline(painter, rect, radius, tokens.primary, 1 if kind == "choice" else 2)
    else:
        _outline(painter, rect, radius, tokens.edge, 1)


def _outline(painter: QPainter, rect: QRectF, radius: int, colour: str, width: int) -> None:
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)
