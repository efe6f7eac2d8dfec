"""Ctrl+Z undoes typing while the field is being changed, else the program's last step.

Text fields swallow Ctrl+Z even when they have nothing to undo, so the shell's key would never be heard. This watches
whichever field has the focus, and lets the key through when the field is clean.
After saving a field's text a page calls `mark_saved(field)`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoKeys(QObject):
    """Make one per program, owned by the shell."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._watched: QWidget | None = None
        app.focusChanged.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if (
            event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
            and isinstance(event, QKeyEvent)
            and any(event.matches(key) for key in _KEYS)
            and isinstance(watched, QWidget)
            and not is_dirty(watched)
        ):
            event.ignore()
            return True
        return False

    def _watch(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._forget)
        self._watched = new if isinstance(new, (QAbstractSpinBox, QLineEdit, QPlainTextEdit, QTextEdit)) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._watched.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._watched = None


def is_dirty(field: QWidget) -> bool:
    """Tell whether a text field holds typing that is not saved yet and can be undone in the field."""
    if isinstance(field, QLineEdit):
        return field.isModified() and field.isUndoAvailable()
    if isinstance(field, (QPlainTextEdit, QTextEdit)):
        document = field.document()
        return document.isModified() and document.isUndoAvailable()
    digits = _digits(field)
    return digits is not None and is_dirty(digits)


def mark_saved(field: QAbstractSpinBox | QLineEdit | QPlainTextEdit | QTextEdit) -> None:
    """Note that what the field holds is on the disk: from here Ctrl+Z is the program's."""
    if isinstance(field, QAbstractSpinBox):
        digits = _digits(field)
        if digits is not None:
            digits.setModified(False)
    elif isinstance(field, QLineEdit):
        field.setModified(False)
    else:
        field.document().setModified(False)


def _digits(field: QWidget) -> QLineEdit | None:
    """Return the line inside a field of numbers."""
    return field.findChild(QLineEdit) if isinstance(field, QAbstractSpinBox) else None
