"""What is typed while something is on its way to the disk is held, and typed where the focus is once it is there."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


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
            self._held.append(event.clone())
            return True
        return False
