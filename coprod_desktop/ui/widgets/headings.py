"""Headings in a text that is read: as large as they should be, and reached one after another by keyboard."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

SIZES = {1: 1.45, 2: 1.2, 3: 1.05}
"""Level of a heading -> how much larger than running text."""
KEYS = "Alt Down and Alt Up go from heading to heading."


def go_on(text: QTextEdit, way: int) -> None:
    """Put the caret on the next heading (way 1) or the one before (-1); where there is none it stays."""
    block = text.textCursor().block()
    while True:
        block = block.next() if way > 0 else block.previous()
        if not block.isValid():
            return
        if block.blockFormat().headingLevel():
            text.setTextCursor(QTextCursor(block))
            text.ensureCursorVisible()
            return
