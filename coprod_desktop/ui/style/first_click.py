"""A click beside an open list acts on what was clicked, and what was typed in the list is chosen.

On most systems the first click only closes the list, so that a person has to press a button twice, and the letters typed
to find a line of the list are lost.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QWidget

_LIST = "QComboBoxPrivateContainer"


class FirstClick(QObject):
    """One per style, which shows it every widget it dresses."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._typed: QObject | None = None

    def watch(self, widget: QWidget) -> None:
        """Look after a widget if it is the list of a combo box."""
        if widget.metaObject().className() != _LIST:
            return
        widget.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # where the system does the same, once is enough
        widget.installEventFilter(self)
        for view in widget.findChildren(QAbstractItemView):
            view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.text().strip():
            self._typed = watched
        elif event.type() is QEvent.Type.Hide and not isinstance(watched, QAbstractItemView):
            self._typed = None
        elif (
            event.type() is QEvent.Type.MouseButtonPress
            and isinstance(event, QMouseEvent)
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not watched.rect().contains(event.position().toPoint())
        ):
            return self._press_beside(watched, event)
        return super().eventFilter(watched, event)

    def _press_beside(self, around: QWidget, event: QMouseEvent) -> bool:
        combo = around.parentWidget()
        if not isinstance(combo, QComboBox):
            return False
        row = combo.view().currentIndex().row()
        if self._typed is not None and row >= 0:
            combo.setCurrentIndex(row)
        combo.hidePopup()
        at = event.globalPosition()
        below = QApplication.widgetAt(at.toPoint())
        if below is None or below is combo or combo.isAncestorOf(below) or below.window() is not combo.window():
            return True
        # through the window, so that letting go of the mouse finds what was pressed
        window, inside = below.window().windowHandle(), below.window().mapFromGlobal(at)
        press = QMouseEvent(event.type(), inside, inside, at, event.button(), event.buttons(), event.modifiers())
        QApplication.sendEvent(window, press)
        return True
