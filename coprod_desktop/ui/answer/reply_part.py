"""What those who were asked replied, to read while the answer is written from it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.week_after import Asking
from coprod_desktop.ui.asking import words
from coprod_desktop.ui.widgets.growing_field import GrowingField
from coprod_desktop.ui.widgets.text import Strong


class ReplyPart(QWidget):
    """Hidden until `show_replies` is given some. Long ones are scrolled, so that what, who and when stay in sight below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = Strong()
        self.label.setWordWrap(True)
        self.words = GrowingField()
        self.words.setReadOnly(True)
        self.words.setObjectName("replyWords")
        self.label.setBuddy(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.label)
        column.addWidget(self.words)
        self.hide()

    def show_replies(self, replies: Sequence[Asking], today: datetime.date) -> None:
        """Show replies as they came, the newest first; one by one where there are several."""
        self.setVisible(bool(replies))
        if not replies:
            return
        *before, last = (words.replied(step, today) for step in replies)
        said = [last[1], *(f"{who}:\n{text}" for who, text in reversed(before))]
        self.label.setText(last[0])
        self.words.setAccessibleName(last[0])
        whole = "\n\n".join(said)
        if self.words.toPlainText() != whole:
            self.words.setPlainText(whole)
