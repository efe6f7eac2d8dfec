"""What is typed while something is on its way to the disk is held, and typed where the focus is once it is there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HeldKeys(QObject):
    """Somebody who types fast is ahead of the disk: no letter of theirs may be lost, nor land in a field that goes."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._held: list[QKeyEvent] = []
        self._holds = False

    def hold(self) -> None:
        """From now on keep what is typed in the field."""
        if not self._holds:
            self._holds = True
            self._field.installEventFilter(self)

    def holds(self) -> bool:
        """Tell whether keys are being held."""
        return self._holds

    def forget(self) -> None:
        """What it was held for is not wanted any more."""
        self._holds = False
        self._held.clear()
        self._field.removeEventFilter(self)

    def release(self) -> None:
        """Type what was held, key by key, each where the focus is by then."""
        self._holds = False
        self._field.removeEventFilter(self)
        held, self._held = self._held, []
        for event in held:
            now = QApplication.focusWidget()
            if now is not None:
                QCoreApplication.sendEvent(now, event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if self._holds and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self._held or event.key() not in _ENTER:  # a second Enter of a tired hand asks for nothing more
                self._held.append(event.clone())
            return True
        return False
