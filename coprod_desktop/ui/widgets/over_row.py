"""Keeps a widget where one row of a LazyList is, below its words or in their place, wherever the list is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.widgets.lazy_list import LazyList


class OverRow(QObject):
    """One widget of a list at a time: the row is as high as its words and the widget need."""

    def __init__(self, list_: LazyList) -> None:
        super().__init__(list_)
        self._list = list_
        self._widget: QWidget | None = None
        self._whole = False
        self.row = ""
        """The row it stands over, "" for none."""
        list_.room_for = self._room
        list_.laid_out.connect(self._place)

    def show(self, widget: QWidget, row: str, *, whole: bool = False) -> None:
        """Put a widget over a row; `whole`: in the place of its words, else below them."""
        if (widget, row, whole) == (self._widget, self.row, self._whole):
            return
        before = self.row
        if self._widget is not None and self._widget is not widget:
            self._let_go(self._widget)
        if widget.parent() is not self._list.viewport():
            widget.setParent(self._list.viewport())
        widget.installEventFilter(self)
        self._widget, self.row, self._whole = widget, row, whole
        widget.show()
        self._list.measure_again(before)
        self._list.measure_again(row)
        self._bring()
        self._place()

    def _bring(self) -> None:
        at = self._list.rows().row_of(self.row)
        if at is not None:
            self._list.scrollTo(self._list.rows().index(at, 0))

    def hide(self) -> None:
        """Take it away: the row is as high as its words again."""
        widget, row = self._widget, self.row
        if widget is None:
            return
        self._widget, self.row = None, ""
        self._let_go(widget)
        self._list.measure_again(row)

    def _let_go(self, widget: QWidget) -> None:
        widget.removeEventFilter(self)
        if widget.isAncestorOf(widget.window().focusWidget() or self._list):
            self._list.setFocus()
        widget.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if (
            event.type() is QEvent.Type.LayoutRequest
            and watched is self._widget
            and self._needs() != self._widget.height()
        ):
            self._list.measure_again(self.row)
            self._bring()
        return super().eventFilter(watched, event)

    def _needs(self) -> int:
        widget, width = self._widget, self._list.viewport().width()
        if widget is None:
            return 0
        return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()

    def _room(self, row: str, high: int) -> int:
        if row != self.row or self._widget is None:
            return high
        return self._needs() if self._whole else high + self._needs()

    def _place(self) -> None:
        if self._widget is None:
            return
        at = self._list.rows().row_of(self.row)
        if at is None:
            self.hide()
            return
        rect, high = self._list.visualRect(self._list.rows().index(at, 0)), self._needs()
        top = rect.top() if self._whole else rect.bottom() - high
        where = QRect(rect.left(), top, rect.width(), high)
        if self._widget.geometry() != where:
            self._widget.setGeometry(where)
