"""Something long inside a card: it asks for no more room than it must have, and takes what there is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea


class ScrollBox(QScrollArea):
    """In a form: promote a QScrollArea. Give it its least height (widgets.room.Room)."""

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(super().sizeHint().width(), self.minimumHeight())
