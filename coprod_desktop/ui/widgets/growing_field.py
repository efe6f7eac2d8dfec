"""A field that grows with what is typed: Enter hands it in, Shift+Enter begins a new line."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QMetaMethod, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.style.fusion import TARGET
from coprod_desktop.ui.widgets import in_view

MOST_LINES = 5
"""Beyond this it scrolls, so that the list above keeps its place."""
SHRINK_MS = 250
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GrowingField(QPlainTextEdit):
    """`words()` returns exactly what was typed; QPlainTextEdit's own reading changes some spaces."""

    entered = Signal()
    up_when_empty = Signal()
    gave_up = Signal()
    """Escape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._high = self._needs = 0
        self._shrink_soon = Pause(self._take, SHRINK_MS, self)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def words(self) -> str:
        """Return what was typed."""
        raw = self.document().toRawText()
        return raw.replace("\u2029", "\n").replace("\u2028", "\n")

    def set_words(self, words: str) -> None:
        """Show other words, with the cursor after them; nothing is left to undo."""
        self.setPlainText(words)
        self.moveCursor(self.textCursor().MoveOperation.End)

    def _fit(self) -> None:
        """Grow at once; shrink a moment later, so that the window is not laid out again between Enter and the row."""
        lines = max(round(self.document().size().height()), 1)
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > MOST_LINES else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if bar is not self.verticalScrollBarPolicy():  # all of it is in view: a bar would say that there is more
            self.setVerticalScrollBarPolicy(bar)
        lines = min(lines, MOST_LINES)
        self._needs = lines * QFontMetrics(self.font()).lineSpacing() + round(2 * self.document().documentMargin()) + 12
        if self._needs > self._high:
            self._take()
        elif self._needs < self._high:
            self._shrink_soon.start()

    def _take(self) -> None:
        if self._high != self._needs:
            self._high = self._needs
            self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(super().sizeHint().width(), max(self._high, TARGET))

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        if event.size().height() > event.oldSize().height() and self.hasFocus():
            in_view.bring(self)  # the line being typed is not to slip out below

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: D102
        if source.hasText():
            self.insertPlainText(source.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER and shift:
            self.insertPlainText("\n")
            self.ensureCursorVisible()
        elif event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.gave_up.emit()
            if not self.isSignalConnected(QMetaMethod.fromSignal(self.gave_up)):
                event.ignore()  # so that it closes the dialog the field stands in, as from any other field
        elif event.key() == Qt.Key.Key_Up and not event.modifiers() and self.document().isEmpty():
            self.up_when_empty.emit()
        elif _is_missed_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


def _is_missed_key(event: QKeyEvent) -> bool:
    """Tell whether it is Alt and a letter that is no key of the program: Qt would write the letter into what was said.

    Not on a Mac, where Alt and a letter is how one types "é"; AltGr is another key, or Ctrl with Alt.
    """
    return (
        sys.platform != "darwin"
        and event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier == Qt.KeyboardModifier.AltModifier
        and event.text().isprintable()
        and bool(event.text())
    )
