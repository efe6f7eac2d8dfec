"""A table of numbers with a bar beside each row: one looks or one reads, both say the same."""

from __future__ import annotations

import re

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from coprod_desktop.services.seen.over_time_told import Told
from coprod_desktop.ui.style.fusion import TARGET
from coprod_desktop.ui.widgets.bars import BARS, Bar, BarsDelegate

_LETTERS = 74
"""Narrower than so many letters, the words have the room of the picture."""
_GAP = 16
_SHORT = 16
"""A column of which nothing is longer is as wide as what stands in it."""
_YEAR = re.compile(r" (?=\d{4}$)")


class NumberTable(QTableWidget):
    """Read only. The picture is an ornament: the columns before it say the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("numberTable")
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._drawn = False
        self._shows: tuple[Told, str] | None = None
        self._words, self._bar = _WordsDelegate(self), BarsDelegate(self, 80)

    def show_told(self, told: Told) -> None:
        """Show a table; one that stands here already stays as it is, however often the page is opened."""
        now = (told, self.font().toString())
        if now == self._shows:
            return
        self._shows = now
        self._drawn = any(row.bar for row in told.rows)
        heads = [*(_YEAR.sub("\n", head) for head in told.head), *(["Picture"] if self._drawn else [])]
        most = max((row.bar or 0 for row in told.rows), default=0)
        self.clear()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # else each cell that is filled has all measured anew
        self.setAccessibleName(told.heading)
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(heads)
        self.setRowCount(len(told.rows))
        for at, row in enumerate(told.rows):
            for column, words in enumerate(row.cells):
                self.setItem(at, column, QTableWidgetItem(words))
            if self._drawn:
                picture = QTableWidgetItem()
                picture.setData(BARS, (Bar((row.bar or 0) / max(most, 1)),))
                picture.setData(Qt.ItemDataRole.AccessibleTextRole, "a bar that says the same")
                self.setItem(at, len(row.cells), picture)
        for column in range(len(heads)):
            is_picture = self._drawn and column == len(heads) - 1
            self.setItemDelegateForColumn(column, self._bar if is_picture else self._words)
        self._share_room()
        if told.rows:
            self.setCurrentCell(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._share_room()

    def sizeHintForRow(self, row: int) -> int:  # noqa: D102
        return max(super().sizeHintForRow(row) + 8, TARGET)

    def _share_room(self) -> None:
        columns, head = self.columnCount(), self.horizontalHeader()
        if not columns:
            return
        width = self.viewport().width()
        is_wide = width >= _LETTERS * self.fontMetrics().averageCharWidth()
        for column in range(columns):
            short = is_wide and column > 0 and self._longest(column) <= _SHORT
            mode = QHeaderView.ResizeMode.ResizeToContents if short else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(column, mode)
        if self._drawn:
            head.setSectionResizeMode(columns - 1, QHeaderView.ResizeMode.Fixed)
            self.setColumnWidth(columns - 1, width // 5)
            self.setColumnHidden(columns - 1, not is_wide)
        self.resizeRowsToContents()

    def _longest(self, column: int) -> int:
        cells = (self.item(row, column) for row in range(self.rowCount()))
        return max((len(line) for cell in cells if cell for line in cell.text().splitlines()), default=0)


class _WordsDelegate(QStyledItemDelegate):
    """Leaves a gap behind the words of a column, so that two columns do not read as one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + QSize(_GAP, 0)
