"""A list of cards or lines that wrap: fast with thousands of rows, since only rows in view are measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from coprod_desktop.ui.widgets.card_paint import ROW, CardDelegate
from coprod_desktop.ui.widgets.card_rows import CardRow

Key = tuple[str, str]
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class CardModel(QAbstractListModel):
    """Holds CardRows. `show` changes only the rows that are different."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[CardRow] = []

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: D102
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: D102
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:  # noqa: D102
        if self.rows[index.row()].kind == "heading":
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def show(self, rows: Sequence[CardRow]) -> None:
        """Show these rows; what is the same at the top and at the foot stays untouched."""
        old, new = self.rows, list(rows)
        head = 0
        while head < min(len(old), len(new)) and old[head] == new[head]:
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        before, after = old[head : len(old) - tail], new[head : len(new) - tail]
        if len(before) == len(after) and [r.key for r in before] == [r.key for r in after]:
            self.rows = new
            if after:
                self.dataChanged.emit(self.index(head), self.index(head + len(after) - 1))
            return
        if before:
            self.beginRemoveRows(QModelIndex(), head, head + len(before) - 1)
            del self.rows[head : head + len(before)]
            self.endRemoveRows()
        if after:
            self.beginInsertRows(QModelIndex(), head, head + len(after) - 1)
            self.rows[head:head] = after
            self.endInsertRows()

    def row_of(self, key: Key) -> int:
        """Return where a row is, or -1."""
        return next((i for i, row in enumerate(self.rows) if row.key == key), -1)


class CardList(QTableView):
    """Shows CardRows; `many` lets several be chosen, `grow` makes it as tall as its rows instead of scrolling."""

    chosen = Signal()
    """Other rows are chosen than before (also when the list changed under them)."""
    opened = Signal(object)
    """Enter or a double click on a row: its key."""
    menu_wanted = Signal(object)
    """The Menu key or a right click: where, in the screen's coordinates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = CardModel(self)
        self._paint = CardDelegate()
        self._grow = self._quiet = False
        self.setModel(self.cards)
        self.setItemDelegate(self._paint)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("CardList { background: transparent; }")
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(110)
        self.verticalScrollBar().valueChanged.connect(self._measure)
        self.cards.dataChanged.connect(self._measure)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(ROW).key))

    # ---- what it shows

    def set_many(self) -> None:
        """Let several rows be chosen, with Shift and Ctrl as everywhere."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def set_grow(self) -> None:
        """Be as tall as the rows, for a short list inside a page that scrolls."""
        self._grow = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[CardRow]) -> None:
        """Show these rows; the ones that were chosen stay chosen if they are still there."""
        held, at = self.keys(), self.current_key()
        self._quiet = True
        self.cards.show(rows)
        kept = [key for key in held if self.cards.row_of(key) >= 0]
        if self.keys() != kept:
            self.choose(kept)
        if at is not None and self.current_key() != at and (row := self.cards.row_of(at)) >= 0:
            self.selectionModel().setCurrentIndex(self.cards.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)
        self._quiet = False
        self._measure()
        if kept != held:
            self.chosen.emit()

    def keys(self) -> list[Key]:
        """Return the keys of the chosen rows, from the top."""
        chosen = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.cards.rows[i].key for i in chosen]

    def current_key(self) -> Key | None:
        """Return the key of the row the keyboard is on."""
        index = self.currentIndex()
        return self.cards.rows[index.row()].key if index.isValid() else None

    def choose(self, keys: Sequence[Key]) -> None:
        """Choose exactly these rows, and bring the first into view."""
        picked = QItemSelection()
        rows = [row for row in (self.cards.row_of(key) for key in keys) if row >= 0]
        for row in rows:
            picked.select(self.cards.index(row), self.cards.index(row))
        flag = QItemSelectionModel.SelectionFlag
        if rows:
            self.selectionModel().setCurrentIndex(self.cards.index(rows[0]), flag.NoUpdate)
        self.selectionModel().select(picked, flag.ClearAndSelect)
        if rows:
            self._measure()
            self.scrollTo(self.cards.index(rows[0]))

    # ---- what happens to it

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: D102
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        if not self._quiet:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key = self.current_key()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and key is not None:
            self.opened.emit(key)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            spot = self.visualRect(self.currentIndex())
            at = self.viewport().mapToGlobal(spot.topLeft() + QPoint(24, 24))
        self.menu_wanted.emit(at)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._paint.forget()
            self._measure()

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(120, self._all_heights() if self._grow else 132)

    def sizeHint(self) -> QSize:  # noqa: D102
        return QSize(240, self._all_heights() if self._grow else 400)

    def scrollTo(  # noqa: D102
        self, index: _Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        self._fit(index.row())
        super().scrollTo(index, hint)

    def _measure(self, *_: object) -> None:
        """Set the heights of the rows in view; rows that shrink bring others into view."""
        if not self.cards.rows:
            return
        if self._grow:
            for row in range(len(self.cards.rows)):
                self._fit(row)
            self.updateGeometry()
            return
        row = max(0, self.rowAt(0))
        foot = self.viewport().height()
        while row < len(self.cards.rows) and self.rowViewportPosition(row) < foot:
            self._fit(row)
            row += 1

    def _fit(self, row: int) -> None:
        width = self.viewport().width()
        if width > 0 and 0 <= row < len(self.cards.rows):
            height = self._paint.height(self.cards.rows[row], width, self.font())
            if self.rowHeight(row) != height:
                self.verticalHeader().resizeSection(row, height)

    def _all_heights(self) -> int:
        return sum(self.rowHeight(row) for row in range(len(self.cards.rows))) + 2
