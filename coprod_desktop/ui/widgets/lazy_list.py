"""A list of rows of differing height that stays quick with thousands of them.

Heights are worked out only for rows in view: a table of one column lets one row be resized without laying out the
others, where Qt's list view asks for all of them at every insert.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from coprod_desktop.ui.widgets.row_delegate import RowDelegate
from coprod_desktop.ui.widgets.rows_model import RowsModel

_PASSES = 8
"""Measured rows move the ones below into view, which are measured in the next pass."""


class LazyList(QTableView):
    """Give it a RowsModel and a RowDelegate. Tab leaves it; arrows, Page keys, Home and End move in it."""

    chosen = Signal(str)
    """The row one is on: its id."""
    opened = Signal(str)
    """Enter or a double click."""
    toggled = Signal(str)
    """Space."""
    laid_out = Signal()
    """Rows have their places: what stands over one has to follow it."""
    menu_wanted = Signal(str, QPoint)
    """Menu key, Shift+F10 or right click: the row's id and where on the screen the menu goes."""

    def __init__(self, name: str, spoken: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self._measured: set[str] = set()
        self._busy = False
        self._follow_end = False
        self.begins_at_end = False
        self.chooses_on_arrival = True
        """Whether coming in with Tab chooses the first row; else only going on from there does."""
        self._arriving = False
        self.room_for: Callable[[str, int], int] = lambda _row, high: high
        """What is made of the height a row needs, by its id: more where something stands over it."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.doubleClicked.connect(lambda index: self.opened.emit(self.rows().id_at(index.row())))

    def set_up(self, model: RowsModel, delegate: RowDelegate) -> None:  # type: ignore[type-arg]
        """Give the list its rows and how they are painted. Once."""
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self._delegate = delegate
        self.setModel(model)
        model.setParent(self)
        model.modelReset.connect(self._start_again)
        model.rowsAboutToBeInserted.connect(self._about_to_grow)
        model.rowsInserted.connect(self._grown)
        model.rowsAboutToBeRemoved.connect(self._about_to_shrink)
        model.rowsRemoved.connect(self.measure)
        model.dataChanged.connect(self._changed)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self._start_again()

    def rows(self) -> RowsModel:  # type: ignore[type-arg]
        """Return the model."""
        model = self.model()
        assert isinstance(model, RowsModel)
        return model

    def current_id(self) -> str | None:
        """Return the id of the row one is on."""
        index = self.currentIndex()
        return self.rows().id_at(index.row()) if index.isValid() else None

    def chosen_ids(self) -> list[str]:
        """Return the ids of the rows that are chosen, in their order."""
        model = self.selectionModel()
        return [self.rows().id_at(at) for at in sorted(index.row() for index in model.selectedRows())] if model else []

    def go_to(self, row_id: str) -> bool:
        """Move to a row and bring it into view. Returns False when it is not there."""
        at = self.rows().row_of(row_id)
        if at is None:
            return False
        self._busy = True
        self.setCurrentIndex(self.rows().index(at, 0))
        self._busy = False
        for _ in range(2):
            self.scrollTo(self.rows().index(at, 0))
            self.measure()
        return True

    def go_to_end(self) -> None:
        """Bring the last row into view."""
        for _ in range(3):
            self.scrollToBottom()
            self.measure()

    def measure(self) -> None:
        """Set the height of the rows in view that have none yet, keeping what one is looking at where it is."""
        if self._busy or not self.isVisible() or self.model() is None:
            return
        self._busy = True
        for _ in range(_PASSES):
            if not self._measure_once():
                break
        self._busy = False
        self.laid_out.emit()

    def measure_again(self, row_id: str) -> None:
        """Something came over a row, went, or changed its height."""
        self._measured.discard(row_id)
        self.measure()

    def _measure_once(self) -> bool:
        rows, header = self.rows(), self.verticalHeader()
        if not rows.rowCount():
            return False
        first = max(self.rowAt(0), 0)
        last = self.rowAt(self.viewport().height() - 1)
        inside = range(first, (last if last >= 0 else rows.rowCount() - 1) + 1)
        fresh = [at for at in inside if rows.id_at(at) not in self._measured]
        if not fresh:
            return False
        anchor = next((at for at in inside if rows.id_at(at) in self._measured), first)
        was = self.rowViewportPosition(anchor)
        header.blockSignals(True)
        for at in fresh:
            row_id = rows.id_at(at)
            needs = self._delegate.height(rows.index(at, 0), self.viewport().width())
            header.resizeSection(at, self.room_for(row_id, needs))
            self._measured.add(row_id)
        header.blockSignals(False)
        self.updateGeometries()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.rowViewportPosition(anchor) - was)
        self.viewport().update()
        return True

    # ---- what happens to the rows

    def _start_again(self) -> None:
        self._measured.clear()
        self.verticalHeader().setDefaultSectionSize(self._delegate.usual_height())
        self.measure()

    def _about_to_grow(self) -> None:
        bar = self.verticalScrollBar()
        self._follow_end = bar.value() >= bar.maximum()

    def _about_to_shrink(self, _parent: QModelIndex, first: int, last: int) -> None:
        """Forget the heights of rows that go: one that comes back is measured as any new row."""
        self._measured -= {self.rows().id_at(at) for at in range(first, last + 1)}

    def _grown(self, _parent: QModelIndex, _first: int, last: int) -> None:
        if self._follow_end and last == self.rows().rowCount() - 1:
            self.go_to_end()
        else:
            self.measure()

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self._measured -= {self.rows().id_at(at) for at in range(first.row(), last.row() + 1)}
        self.measure()

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid() and not self._arriving:
            self.chosen.emit(self.rows().id_at(now.row()))

    # ---- what Qt tells

    def sizeHint(self) -> QSize:  # noqa: D102
        # no more than it must have, and then what there is: so the page does not scroll for a list that scrolls by itself
        return QSize(super().sizeHint().width(), max(self.minimumHeight(), self.minimumSizeHint().height()))

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: D102
        super().scrollContentsBy(dx, dy)
        self.measure()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        now = self.currentIndex()
        seen = now.isValid() and 0 <= self.rowViewportPosition(now.row()) < event.oldSize().height()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measured.clear()
        self.measure()
        if seen and event.size().height() < event.oldSize().height():
            self.scrollTo(now)  # the row one is on is not to slip out below

    def showEvent(self, event: QEvent) -> None:  # noqa: D102
        super().showEvent(event)  # type: ignore[arg-type]
        self.measure()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self._start_again()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        self._be_on_what_is_chosen()
        nowhere = not self.currentIndex().isValid()  # asked first: Qt then goes to the first row by itself
        self._arriving = nowhere and not self.chooses_on_arrival
        super().focusInEvent(event)
        if nowhere and self.model() is not None and self.rows().rowCount():
            first = self.rows().rowCount() - 1 if self.begins_at_end else max(self.rowAt(0), 0)
            self.setCurrentIndex(self.rows().index(first, 0))
        self._arriving = False
        self.viewport().update()

    def _be_on_what_is_chosen(self) -> None:
        """The row with the ring is one that is chosen: what is pressed next acts on it."""
        model = self.selectionModel()
        rows = [index.row() for index in model.selectedRows()] if model is not None else []
        if rows and self.currentIndex().row() not in rows:
            self._busy = True
            model.setCurrentIndex(self.rows().index(min(rows), 0), QItemSelectionModel.SelectionFlag.NoUpdate)
            self._busy = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        row_id, key = self.current_id(), event.key()
        if row_id is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row_id)
        elif row_id is not None and key == Qt.Key.Key_Space:
            self.toggled.emit(row_id)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.rows().rowCount() and not event.modifiers():
            last = self.rows().rowCount() - 1
            self.go_to(self.rows().id_at(0 if key == Qt.Key.Key_Home else last))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        at = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
        self.menu_wanted.emit(self.rows().id_at(index.row()), at)
