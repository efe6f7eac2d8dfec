"""Fields for something new, and the button that adds it: Enter in any of the fields adds, as the button does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QSpinBox

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AddRow(QObject):
    """`add` reads the fields. Also for a list to choose from; one that is open takes Enter for itself."""

    def __init__(self, push: QPushButton, add: Callable[[], object], *fields: QLineEdit | QSpinBox | QComboBox) -> None:
        super().__init__(push)
        self.push, self.fields, self._add = push, fields, add
        push.clicked.connect(lambda: add())
        for field in fields:
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
            return super().eventFilter(watched, event)
        if isinstance(watched, QSpinBox):
            watched.interpretText()
        if not event.isAutoRepeat():
            self._add()
        return True
