"""Cards side by side while there is room for their words, else one below the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class Columns(QWidget):
    """Give it a QHBoxLayout. In a form: promote a QWidget and set the property `room`.

    `room` is how many letters wide the whole must be to stand side by side; so large text folds it by itself.
    """

    turned = Signal(bool)
    """The cards stand one below the other now (True), or side by side again."""

    ROOM = 90

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("columns")

    @property
    def folded(self) -> bool:
        """Whether the cards stand one below the other now."""
        row = self._row()
        return row is not None and row.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        # As narrow as the widest card: the window may take the room away, and then the cards fold.
        own = super().minimumSizeHint()
        row = self._row()
        if row is None or self.folded:
            return own
        widest = max((self._least(i) for i in range(row.count())), default=0)
        return QSize(widest, own.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fold()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fold()

    def _row(self) -> QBoxLayout | None:
        found = self.layout()
        return found if isinstance(found, QBoxLayout) else None

    def _least(self, index: int) -> int:
        row = self._row()
        part = row.itemAt(index) if row is not None else None
        return part.minimumSize().width() if part is not None else 0

    def _fold(self) -> None:
        row = self._row()
        if row is None:
            return
        letters = int(self.property("room") or self.ROOM)
        narrow = self.width() < letters * self.fontMetrics().averageCharWidth()
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if row.direction() is not wanted:
            row.setDirection(wanted)
            self.updateGeometry()
            self.turned.emit(narrow)
