"""A row that goes on in the next line when there is no room, so that large text never runs off the window."""

from __future__ import annotations

from PySide6.QtCore import QChildEvent, QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class FlowRow(QWidget):
    """Puts widgets side by side, then in further lines; widgets in a line share a middle. Hidden ones take no room.

    In a form: promote a QWidget without a layout; the widgets inside it are taken in the order of the form.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8) -> None:
        super().__init__(parent)
        self._gap = gap
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def childEvent(self, event: QChildEvent) -> None:  # noqa: D102
        super().childEvent(event)
        child = event.child()
        if event.polished() and isinstance(child, QWidget) and child not in self._widgets:
            order = self.children()  # one that was shown or hidden by its name is polished before the others
            place = order.index(child)
            at = next((n for n, other in enumerate(self._widgets) if order.index(other) > place), len(self._widgets))
            self._widgets.insert(at, child)
            self.updateGeometry()

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end of the row."""
        widget.setParent(self)
        self._widgets.append(widget)
        widget.show()
        self.updateGeometry()

    def swap(self, there: QWidget, other: QWidget) -> None:
        """Put a widget in the place of another, which leaves the row."""
        self._widgets[self._widgets.index(there)] = other
        was_hidden = other.isHidden()
        other.setParent(self)
        other.setVisible(not was_hidden)
        self.updateGeometry()

    def clear(self) -> None:
        """Take every widget away."""
        for widget in self._widgets:
            widget.hide()
            widget.deleteLater()
        self._widgets.clear()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:  # noqa: D102
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: D102
        return self._arrange(width, move=False)

    def sizeHint(self) -> QSize:  # noqa: D102
        hints = [w.sizeHint() for w in self._shown()]
        width = sum(h.width() for h in hints) + self._gap * max(0, len(hints) - 1)
        return QSize(width, max((h.height() for h in hints), default=0))

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        hints = [w.minimumSizeHint() for w in self._shown()]
        return QSize(max((h.width() for h in hints), default=0), max((h.height() for h in hints), default=0))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: D102
        super().showEvent(event)
        self.updateGeometry()  # nobody tells a row that is not in view what was shown or hidden in it
        self._arrange(self.width(), move=True)

    def event(self, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._arrange(self.width(), move=True)
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        return [w for w in self._widgets if not w.isHidden()]

    def _arrange(self, room: int, *, move: bool) -> int:
        """Place the widgets in lines (if `move`) and return the height they need."""
        top, used = 0, 0
        line: list[tuple[QWidget, int]] = []
        for widget in self._shown():
            width = min(widget.sizeHint().width(), max(room, 1))
            if line and used + width > room:
                top += self._place(line, top, move=move) + self._gap
                line, used = [], 0
            line.append((widget, width))
            used += width + self._gap
        return top + self._place(line, top, move=move)

    def _place(self, line: list[tuple[QWidget, int]], top: int, *, move: bool) -> int:
        left, height = 0, max((_height(widget, width) for widget, width in line), default=0)
        for widget, width in line:
            if move:
                own = _height(widget, width)
                widget.setGeometry(QRect(left, top + (height - own) // 2, width, own))
            left += width + self._gap
        return height


def _height(widget: QWidget, width: int) -> int:
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
