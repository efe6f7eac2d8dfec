"""Moving a row of a list with the mouse or a finger: what Alt+Up and Alt+Down do, in one go."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.ui.base.timers import Every
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.widgets.lazy_list import LazyList

_EDGE = 28
"""So near to the top or the foot the list goes on by itself."""
_STEP, _STEP_MS = 14, 50


class RowDrag(QObject):
    """Nothing moves while one drags but a line that shows where the row will be; Escape leaves it where it was."""

    dropped = Signal(str, str)
    """(row id, id of the row whose place it takes)"""

    def __init__(self, rows: LazyList, can_move: Callable[[str], bool] = lambda _id: True) -> None:
        super().__init__(rows)
        self._list, self._can_move = rows, can_move
        self._row = ""
        self._from, self._at = QPoint(), QPoint()
        self._line: DropLine | None = None
        self._on = Every(self._go_on, _STEP_MS, self)
        rows.viewport().installEventFilter(self)
        rows.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        kind = event.type()
        if watched is self._list:
            return self._escape(event) if self._line is not None else False
        if isinstance(event, QMouseEvent):
            at = event.position().toPoint()
            if kind == QEvent.Type.MouseButtonPress:
                self._press(event, at)
            elif kind == QEvent.Type.MouseMove and self._row and event.buttons() & Qt.MouseButton.LeftButton:
                return self._drag(at)
            elif kind == QEvent.Type.MouseButtonRelease:
                self._release()
        return False

    def _press(self, event: QMouseEvent, at: QPoint) -> None:
        index = self._list.indexAt(at)
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
        row = self._list.rows().id_at(index.row()) if plain and index.isValid() else ""
        self._row, self._from = (row if row and self._can_move(row) else ""), at

    def _drag(self, at: QPoint) -> bool:
        far = (at - self._from).manhattanLength() >= QApplication.startDragDistance()
        if self._line is None and far:
            self._line = DropLine(self._list.viewport())
            self._list.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._on.start()
        self._at = at
        self._show()
        return True  # Qt would choose every row on the way

    def _release(self) -> None:
        row, other, dragged = self._row, self._other(), self._line is not None
        self._stop()
        if dragged and other not in ("", row):
            self.dropped.emit(row, other)

    def _escape(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self._stop()
            event.accept()
            return True
        return False

    def _stop(self) -> None:
        self._row = ""
        self._on.stop()
        if self._line is not None:
            self._line.hide()
            self._line.deleteLater()
            self._line = None
            self._list.viewport().unsetCursor()

    def _go_on(self) -> None:
        bar, y = self._list.verticalScrollBar(), self._at.y()
        way = -1 if y < _EDGE else 1 if y > self._list.viewport().height() - _EDGE else 0
        if way:
            bar.setValue(bar.value() + way * _STEP)
            self._show()

    # ---- where it would go

    def _movable(self) -> list[str]:
        rows = self._list.rows()
        return [row for at in range(rows.rowCount()) if self._can_move(row := rows.id_at(at))]

    def _span(self, row: str) -> tuple[int, int]:
        at = self._list.rows().row_of(row) or 0
        top = self._list.rowViewportPosition(at)
        return top, top + self._list.rowHeight(at)

    def _other(self) -> str:
        """Return the row whose place it takes where the pointer is: the first whose middle is below it."""
        ids = self._movable()
        if self._row not in ids:
            return ""  # it went away meanwhile
        others = [row for row in ids if row != self._row]
        return ids[sum(sum(self._span(row)) // 2 < self._at.y() for row in others)]

    def _show(self) -> None:
        other = self._other() if self._line is not None else ""
        if self._line is not None and other:
            ids = self._movable()
            top, foot = self._span(other)
            y = foot if ids.index(other) > ids.index(self._row) else top
            self._line.show_at(y, self._list.viewport().width())


class DropLine(QWidget):
    """The line that shows where a row will be."""

    HIGH = 4

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dropLine")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_at(self, y: int, width: int) -> None:
        """Show the line at a height."""
        self.setGeometry(0, max(0, y - self.HIGH // 2), width, self.HIGH)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: D102
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.tokens().focus))
        painter.end()
