"""The paper as headings and plain text that a screen reader reads line by line. What people said is never markup."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from coprod_desktop.publish.document import (
    Answer,
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Picture,
    Pictured,
    Table,
)
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.widgets import headings


class Line(NamedTuple):
    """One line of text; `level` is that of a heading, 0 for running text."""

    level: int
    text: str


def lines(document: Document) -> Iterator[Line]:
    """Yield the words of a paper in reading order, as a person would read them out."""
    level = 1
    for block in document.blocks:
        if isinstance(block, Heading):
            level = block.level
        yield from _block(block, level)


def _block(block: Block, level: int) -> Iterator[Line]:
    match block:
        case Heading():
            yield Line(block.level, block.text)
        case Paragraph():
            words = _words(block)
            yield Line(0, f"“{words}”" if block.quote and not words.startswith("“") else words)
        case Bullets():
            yield from (Line(0, f"• {_words(item)}") for item in block.items)
        case Facts():
            yield from (Line(0, f"{label}: {_words(value)}") for label, value in block.rows)
        case Answer():
            yield Line(min(level + 1, 6), f"{block.label}: {block.heading}")
            for part in block.blocks:
                yield from _block(part, level)
        case Table():
            yield Line(0, block.caption)
            for row in block.rows:
                pairs = zip(block.header[1:], row[1:], strict=False)
                yield Line(0, f"{row[0]}. " + ", ".join(f"{head}: {cell}" for head, cell in pairs))
        case Picture():
            yield Line(0, f"Picture: {block.alt}")
        case Figure():
            yield Line(0, f"{block.caption}: {block.words}")
        case Pictured():
            yield Line(0, _words(block.words))
        case _:
            assert_never(block)


def _words(paragraph: Paragraph) -> str:
    return "".join(run.text for run in paragraph.runs)


class PaperText(QTextEdit):
    """Read only, with a caret to go through it by keyboard; Alt+Down and Alt+Up go from heading to heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAccessibleName("The paper as text")
        self.setAccessibleDescription(headings.KEYS)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )

    def show_document(self, document: Document | None) -> None:
        """Show another paper; None for none."""
        self._document = document
        self.clear()
        if document is None:
            return
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for number, line in enumerate(lines(document)):
            self._put(cursor, line, first=number == 0)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _put(self, cursor: QTextCursor, line: Line, *, first: bool) -> None:
        block = QTextBlockFormat()
        block.setHeadingLevel(line.level)
        block.setTopMargin(0 if first else 14 if line.level else 4)
        letters = QTextCharFormat()
        letters.setFont(theme.scaled(self.font(), headings.SIZES.get(line.level, 1.0), strong=line.level > 0))
        if first:
            cursor.setBlockFormat(block)
        else:
            cursor.insertBlock(block)
        cursor.insertText(line.text.replace("\n", "\u2028"), letters)

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._document is not None:
            self.show_document(self._document)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        way = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if way and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            headings.go_on(self, way)
        else:
            super().keyPressEvent(event)
