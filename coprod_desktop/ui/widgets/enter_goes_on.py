"""Enter in a field goes on to the next one that is still empty, instead of handing in half of what is asked."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit


class EnterGoesOn(QObject):
    """Watches fields that are filled in one after another; in the last one Enter hands in."""

    def __init__(self, *fields: QLineEdit) -> None:
        super().__init__(fields[0])
        self._next = dict(pairwise(fields))
        for field in self._next:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        after = self._next.get(watched) if isinstance(watched, QLineEdit) else None
        if after is None or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or after.text() or not after.isVisible():
            return super().eventFilter(watched, event)
        after.setFocus()
        return True
