"""The room screen's picture: a RoomView laid out in pages for one size, and painted from there at any size.

The window, the preview beside the list and the sheet to read aloud all paint this, so what is seen there is what the
room sees. Capitals are never lower than 1/25 of the picture's height (design: to be read from 10 m).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QTextLayout, QTextOption

from coprod_desktop import paths
from coprod_desktop.domain.room import RoomShows
from coprod_desktop.domain.value import Value, value
from coprod_desktop.publish.room_view import RoomLine, RoomView
from coprod_desktop.ui.style.theme import FAMILIES, Scheme, tokens_for
from coprod_desktop.ui.style.tokens import LIGHT, Tokens

CAPITALS = 1 / 25
"""Of the picture's height, at least."""
_EDGE, _GAP, _BAR = 0.056, 0.034, 0.00625
"""Of the width: the empty edge, the room between two things, the bar beside what somebody said."""
_LARGER = 1.7
"""A message and "Short break" are this much larger, where they still fit."""
_MOST_AROUND = 0.3
"""A heading or foot higher than this part of the picture is read as words like the others, once."""


@value
class RoomLook(Value):
    """How the room screen looks, whatever the program's own window looks like."""

    scheme: Scheme = Scheme.LIGHT

    @property
    def colours(self) -> Tokens:
        """The colours."""
        return LIGHT if self.scheme is Scheme.SYSTEM else tokens_for(self.scheme)


@dataclass
class _Words:
    """Words set to a width. Never cut: a word too long for a line goes on in the next."""

    layout: QTextLayout
    height: float
    colour: str
    lines: list[tuple[int, float]] = field(default_factory=list)
    """(which line of the layout, its height)"""


@dataclass
class _Block:
    """What stays together, if it can: one thing with what stands beside it and below it."""

    parts: list[_Words]
    beside: _Words | None = None
    bar: str = ""

    @property
    def height(self) -> float:
        return max(sum(p.height for p in self.parts), self.beside.height if self.beside else 0)


@dataclass
class _Piece:
    """A block, or some of its lines where it is higher than a page."""

    block: _Block
    lines: list[tuple[_Words, int, float]]
    first: bool
    height: float


class RoomPicture:
    """One view in one size, in logical pixels."""

    def __init__(self, view: RoomView, size: QSizeF, look: RoomLook) -> None:
        self.view, self.size, self.look = view, size, look
        self._edge = size.width() * _EDGE
        self._gap = size.width() * _GAP

    @cached_property
    def font(self) -> QFont:
        """The font of everything, heading and foot too: nothing is smaller."""
        _load_fonts()
        return self._font(1.0)

    @property
    def capitals(self) -> float:
        """The height of a capital letter, in logical pixels."""
        return QFontMetricsF(self.font).capHeight()

    @property
    def pages(self) -> int:
        """How many pages it takes; a blank screen is one."""
        return max(1, len(self._pages))

    def words(self, page: int) -> str:
        """Return what can be read on a page, for who hears the screen."""
        if self.view.is_blank:
            return ""
        shown = self._pages[page] if page < len(self._pages) else []
        body = [_spoken(piece) for piece in shown]
        heading = None if self._is_long(self._heading) else self.view.heading
        foot = None if self._is_long(self._foot) else self.view.asked or self.view.foot
        around = (heading, self.view.corner, *body, foot)
        return "\n".join(part for part in around if part)

    def paint(self, painter: QPainter, target: QRectF, page: int = 0) -> None:
        """Paint a page into a rectangle, whole and in its proportions."""
        colours = self.look.colours
        painter.fillRect(target, QColor(colours.background))
        if self.view.is_blank:
            return
        scale = min(target.width() / self.size.width(), target.height() / self.size.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.translate(target.center())
        painter.scale(scale, scale)
        painter.translate(-self.size.width() / 2, -self.size.height() / 2)
        self._paint_around(painter)
        at = self._top if not self._is_centred else self._centred_top(page)
        for piece in self._pages[page] if page < len(self._pages) else []:
            self._paint_piece(painter, piece, at)
            at += piece.height + self._gap
        painter.restore()

    # ---- what stands around

    @cached_property
    def _heading(self) -> _Words | None:
        heading = self.view.heading
        if not heading:
            return None
        corner = self._corner
        room = self._width - (corner.layout.maximumWidth() + self._gap if corner and not self._corner_below else 0)
        return self._set(heading, room, self.look.colours.text, strong=True)

    @cached_property
    def _corner(self) -> _Words | None:
        corner = self.view.corner
        return None if not corner else self._set(corner, self._width, self.look.colours.primary)

    @cached_property
    def _corner_below(self) -> bool:
        """Whether the corner has a line of its own, because the heading needs the width."""
        if self._corner is None or not self.view.heading:
            return False
        whole = QFontMetricsF(self._font(1.0, strong=True)).horizontalAdvance(self.view.heading)
        return whole + self._gap + self._corner.layout.maximumWidth() > self._width

    @cached_property
    def _foot(self) -> _Words | None:
        if self.view.asked:
            return self._set(self.view.asked, self._width, self.look.colours.primary, strong=True)
        return self._set(self.view.foot, self._width, self.look.colours.text) if self.view.foot else None

    def _is_long(self, words: _Words | None) -> bool:
        return words is not None and words.height > self.size.height() * _MOST_AROUND

    @cached_property
    def _top(self) -> float:
        high = 0.0
        if self._heading is not None and not self._is_long(self._heading):
            high = self._heading.height
        if self._corner is not None:
            high = high + self._corner.height if self._corner_below else max(high, self._corner.height)
        return self._edge + (high + self._gap if high else 0)

    @cached_property
    def _bottom(self) -> float:
        foot = self._foot.height + self._gap if self._foot is not None and not self._is_long(self._foot) else 0
        return self.size.height() - self._edge - foot

    @property
    def _width(self) -> float:
        return self.size.width() - 2 * self._edge

    def _paint_around(self, painter: QPainter) -> None:
        at = self._edge
        if self._heading is not None and not self._is_long(self._heading):
            self._draw(painter, self._heading, self._edge, at)
        if self._corner is not None:
            wide = self._corner.layout.maximumWidth()
            below = self._corner_below and self._heading is not None and not self._is_long(self._heading)
            down = self._heading.height if below and self._heading is not None else 0
            left = self._edge if self._corner_below else self.size.width() - self._edge - wide
            self._draw(painter, self._corner, left, at + down)
        if self._foot is not None and not self._is_long(self._foot):
            self._draw(painter, self._foot, self._edge, self.size.height() - self._edge - self._foot.height)

    # ---- what is in the middle

    @property
    def _is_centred(self) -> bool:
        return self.view.shows in (RoomShows.MESSAGE, RoomShows.BREAK)

    def _centred_top(self, page: int) -> float:
        high = sum(p.height for p in self._pages[page]) if self._pages else 0
        return max(self._top, self._top + (self._bottom - self._top - high) / 2)

    @cached_property
    def _pages(self) -> list[list[_Piece]]:
        if self._is_centred:
            large = self._laid_out(_LARGER)
            if len(large) <= 1:
                return large
        return self._laid_out(1.0)

    def _laid_out(self, factor: float) -> list[list[_Piece]]:
        blocks = [self._block(line, factor) for line in self.view.lines]
        if self._heading is not None and self._is_long(self._heading):
            blocks.insert(0, _Block([self._heading]))
        if self._foot is not None and self._is_long(self._foot):
            blocks.append(_Block([self._foot]))
        room, pages, page, used = self._bottom - self._top, list[list[_Piece]](), list[_Piece](), 0.0
        for block in blocks:
            for piece in _pieces(block, room):
                gap = self._gap if page else 0
                if page and used + gap + piece.height > room:
                    pages.append(page)
                    page, used, gap = [], 0.0, 0
                page.append(piece)
                used += gap + piece.height
        return [*pages, page] if page else pages

    def _block(self, line: RoomLine, factor: float) -> _Block:
        colours = self.look.colours
        beside = None
        indent = self._gap if line.said or line.now else 0.0
        if self._beside_width:
            indent = self._beside_width + self._gap
            if line.beside:
                beside = self._set(line.beside, self._beside_width, colours.primary, strong=line.now)
        width = self._width - indent
        parts = [
            self._set(
                line.words, width, colours.text, way=line.dir, factor=factor, strong=line.now, centred=self._is_centred
            )
        ]
        if line.below:
            parts.append(self._set(line.below, width, colours.text))
        bar = colours.you_said if line.said else ""
        return _Block(parts, beside, bar)

    @cached_property
    def _beside_width(self) -> float:
        metrics = QFontMetricsF(self._font(1.0, strong=True))
        widest = max((metrics.horizontalAdvance(line.beside) for line in self.view.lines if line.beside), default=0.0)
        return min(widest + 1, self._width / 3) if widest else 0.0

    def _paint_piece(self, painter: QPainter, piece: _Piece, top: float) -> None:
        block, left = piece.block, self._edge
        rtl = bool(block.parts) and block.parts[0].layout.textOption().textDirection() == Qt.LayoutDirection.RightToLeft
        if block.bar:
            wide = self.size.width() * _BAR
            at = self.size.width() - self._edge - wide if rtl else self._edge
            painter.fillRect(QRectF(at, top, wide, piece.height), QColor(block.bar))
            left += 0 if rtl else self._gap
        if self._beside_width:
            left = self._edge + self._beside_width + self._gap
            if block.beside is not None and piece.first:
                self._draw(painter, block.beside, self._edge, top)
        for words, number, high in piece.lines:
            self._draw_line(painter, words, number, left, top)
            top += high

    def _draw(self, painter: QPainter, words: _Words, left: float, top: float) -> None:
        for number, high in words.lines:
            self._draw_line(painter, words, number, left, top)
            top += high

    def _draw_line(self, painter: QPainter, words: _Words, number: int, left: float, top: float) -> None:
        painter.setPen(QColor(words.colour))
        line = words.layout.lineAt(number)
        line.draw(painter, QPointF(left, top - line.y()))

    # ---- setting words

    def _font(self, factor: float, *, strong: bool = False) -> QFont:
        font = QFont([*FAMILIES, "Noto Sans Arabic"])
        font.setPixelSize(1000)
        size = self.size.height() * CAPITALS * 1000 / QFontMetricsF(font).capHeight()
        font.setPixelSize(max(1, int(size * factor) + 1))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def _set(
        self,
        text: str,
        width: float,
        colour: str,
        *,
        way: str = "ltr",
        factor: float = 1.0,
        strong: bool = False,
        centred: bool = False,
    ) -> _Words:
        _load_fonts()
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if way == "rtl" else Qt.LayoutDirection.LeftToRight)
        side = Qt.AlignmentFlag.AlignRight if way == "rtl" else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter if centred else side)
        font = self._font(factor, strong=strong)
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        made, high = _Words(layout, 0, colour), QFontMetricsF(font).height()
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            tall = max(high, line.height())
            line.setPosition(QPointF(0, made.height))
            made.lines.append((len(made.lines), tall))
            made.height += tall
        layout.endLayout()
        return made


def _pieces(block: _Block, room: float) -> list[_Piece]:
    """Return a block as it is, or in pieces that each fit a page."""
    every = [(words, number, high) for words in block.parts for number, high in words.lines]
    if block.height <= room:
        return [_Piece(block, every, True, block.height)]
    pieces: list[_Piece] = []
    some: list[tuple[_Words, int, float]] = []
    for one in every:
        if some and sum(high for *_, high in some) + one[2] > room:
            pieces.append(_Piece(block, some, not pieces, sum(high for *_, high in some)))
            some = []
        some.append(one)
    return [*pieces, _Piece(block, some, not pieces, sum(high for *_, high in some))]


def _spoken(piece: _Piece) -> str:
    said = ""
    for words, n, _high in piece.lines:
        line = words.layout.lineAt(n)
        part = words.layout.text()[line.textStart() : line.textStart() + line.textLength()]
        said += f"\n{part}" if n == 0 else part
    said = said.replace("\u2028", "\n").strip()
    beside = piece.block.beside
    return f"{beside.layout.text()} {said}" if beside is not None and piece.first else said


def _load_fonts() -> None:
    """Arabic letters are loaded when the first picture is painted: the window itself does without."""
    if "Noto Sans Arabic" not in QFontDatabase.families():
        path = paths.font("NotoSansArabic-Regular.ttf")
        if path.exists():
            QFontDatabase.addApplicationFont(str(path))
