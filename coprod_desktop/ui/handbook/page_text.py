"""A page of the handbook as text to read: headings that a screen reader knows, links by keyboard, pictures that fit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextImageFormat,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from coprod_desktop.domain.handbook import Block, HandbookPage, Piece, Shot
from coprod_desktop.services.program import handbook
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.widgets import headings

_INDENT = 24
_EDGE = 24
"""Pixels beside a picture: the frame, and the bar to scroll with."""


class HandbookText(QTextBrowser):
    """Read only, with a caret. `wanted` is the name of a page that a link leads to."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks: Sequence[Block | Shot] = ()
        self._wide = self._top = 0
        self._setting = False
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # as wide whatever is on the page
        self.setObjectName("handbookText")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName("The handbook")
        self.setAccessibleDescription(f"{headings.KEYS} Tab goes from link to link.")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )
        self.verticalScrollBar().valueChanged.connect(self._note_top)
        self.anchorClicked.connect(lambda url: self.wanted.emit(url.toString()))

    def show_blocks(self, page: HandbookPage) -> None:
        """Show a page from its beginning."""
        self._blocks = page.blocks
        self._set()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.come_back(0)

    @property
    def top(self) -> int:
        """The number of the block at the top."""
        return self._top

    def come_back(self, top: int, caret: int | None = None) -> None:
        """Show the page from a block on, whose number `top` gave, with the caret there or on another block."""
        block = self.document().findBlockByNumber(top if caret is None else caret)
        if block.isValid():
            self.setTextCursor(QTextCursor(block))
        self._scroll_to(top)

    def _scroll_to(self, top: int) -> None:
        block = self.document().findBlockByNumber(top)
        if block.isValid():
            at = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(round(at) if top else 0)
        self._top = top

    def _note_top(self) -> None:
        if not self._setting and self.isVisible():
            self._top = self.cursorForPosition(QPoint(2, 2)).blockNumber()

    def go_to(self, words: str) -> None:
        """Put the caret on a line of the page, and mark it."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        block = self.document().begin()
        while block.isValid() and words not in block.text():
            block = block.next()
        if block.isValid():
            cursor = QTextCursor(block)
            self.setTextCursor(cursor)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self._scroll_to(block.blockNumber())  # at the top, so that what follows it is in view

    def _set(self) -> None:
        """Set the page anew: in these colours, at this size, as wide as there is room."""
        self._wide, self._setting = self.viewport().width(), True
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, block in enumerate(self._blocks):
            form = QTextBlockFormat()
            form.setTopMargin(0 if not number else 18 if isinstance(block, Block) and block.level else 8)
            if isinstance(block, Block):
                form.setHeadingLevel(block.level)
                if sign := _sign(block):  # lines that go on stand below the words, not below the number
                    wide = QFontMetricsF(self.font()).horizontalAdvance(sign)
                    form.setLeftMargin(_INDENT + wide)
                    form.setTextIndent(-wide)
            if number:
                cursor.insertBlock(form)
            else:
                cursor.setBlockFormat(form)
            self._put(cursor, block)
        cursor.endEditBlock()
        self._setting = False

    def _put(self, cursor: QTextCursor, block: Block | Shot) -> None:
        if isinstance(block, Shot):
            self._put_picture(cursor, block)
            return
        if sign := _sign(block):
            cursor.insertText(sign, self._letters(Piece(sign), block))
        for piece in block.pieces:
            cursor.insertText(piece.text, self._letters(piece, block))

    def _letters(self, piece: Piece, block: Block) -> QTextCharFormat:
        letters = QTextCharFormat()
        size = headings.SIZES.get(block.level, 1.0)
        letters.setFont(theme.scaled(self.font(), size, strong=block.level > 0 or piece.strong or piece.typed))
        letters.setForeground(self.palette().link() if piece.link else self.palette().text())
        if piece.link:
            letters.setAnchor(True)
            letters.setAnchorHref(piece.link)
            letters.setFontUnderline(True)
        return letters

    def _put_picture(self, cursor: QTextCursor, shot: Shot) -> None:
        """Put a picture in, never wider than the text; its words are read in its place, and stand below it."""
        path = handbook.picture(shot.picture)
        image = QImage(str(path))
        self.document().addResource(2, QUrl(shot.picture), image)  # 2: an image
        form = QTextImageFormat()
        form.setName(shot.picture)
        form.setProperty(QTextCharFormat.Property.ImageAltText, shot.alt)
        wide = min(max(self._wide - _EDGE, 100), image.width())
        form.setWidth(wide)
        form.setHeight(wide * image.height() / max(image.width(), 1))
        cursor.insertImage(form)
        below = QTextBlockFormat()
        below.setTopMargin(2)
        cursor.insertBlock(below)
        cursor.insertText(f"Picture: {shot.alt}", self._letters(Piece(shot.alt), Block(())))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        top = self._top
        super().resizeEvent(event)
        if not self._blocks or self._setting:
            return
        self._top = top  # laying it out anew moved the bar
        if self.viewport().width() != self._wide:
            self._again()
        else:
            self._scroll_to(top)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange) and self._blocks:
            self._again()

    def _again(self) -> None:
        at, top = self.textCursor().position(), self._top
        self._set()
        cursor = self.textCursor()
        cursor.setPosition(min(at, max(self.document().characterCount() - 1, 0)))
        self.setTextCursor(cursor)
        self._scroll_to(top)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if way and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            headings.go_on(self, way)
        else:
            super().keyPressEvent(event)


def _sign(block: Block) -> str:
    return f"{block.number}. " if block.number else "\N{BULLET} " if block.bullet else ""
