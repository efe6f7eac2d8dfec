"""How long each part took beside what was planned: a table, and in it a bar for each, so that one looks and one reads."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from coprod_desktop.domain.as_it_went import AsItWent, Went
from coprod_desktop.domain.words import PartState
from coprod_desktop.ui.style.fusion import TARGET
from coprod_desktop.ui.widgets.bars import BARS, Bar, BarsDelegate

HEADS = ("Part", "Planned", "Took", "Picture")
_PICTURE = 3
_LETTERS = 54
"""Narrower than so many letters, the words have the room of the picture."""
_NOT_DONE = {PartState.NEXT_TIME: "next time", PartState.SKIPPED: "not done", None: ""}


class TimeBars(QTableWidget):
    """Read only. The picture is an ornament: the columns before it say the same."""

    pictured = Signal(bool)
    """Whether there is room for the picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(HEADS), parent)
        self.setObjectName("timeBars")
        self.setAccessibleName("Each part, what was planned and what it took")
        self.setHorizontalHeaderLabels(HEADS)
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setItemDelegateForColumn(_PICTURE, BarsDelegate(self, 120))
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, mode in enumerate((QHeaderView.ResizeMode.Stretch, *[QHeaderView.ResizeMode.ResizeToContents] * 2)):
            head.setSectionResizeMode(column, mode)
        head.setSectionResizeMode(_PICTURE, QHeaderView.ResizeMode.Fixed)

    def show_went(self, went: AsItWent) -> None:
        """Show each part."""
        most = max([1, *(part.planned for part in went.parts), *(part.took or 0 for part in went.parts)])
        self.setRowCount(len(went.parts))
        for row, part in enumerate(went.parts):
            took = f"{part.took} min" if part.took is not None else _NOT_DONE.get(part.item.state, "")
            for column, words in enumerate((part.item.title, f"{part.planned} min", took)):
                self.setItem(row, column, QTableWidgetItem(words))
            picture = QTableWidgetItem()
            picture.setData(BARS, (Bar(part.planned / most, full=False), Bar((part.took or 0) / most)))
            picture.setData(Qt.ItemDataRole.AccessibleTextRole, difference(part))
            self.setItem(row, _PICTURE, picture)
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        width = self.viewport().width()
        is_wide = width >= _LETTERS * self.fontMetrics().averageCharWidth()
        self.setColumnHidden(_PICTURE, not is_wide)
        self.pictured.emit(is_wide)
        self.setColumnWidth(_PICTURE, width * 3 // 10)
        self.resizeRowsToContents()

    def sizeHintForRow(self, row: int) -> int:  # noqa: D102
        return max(super().sizeHintForRow(row) + 8, TARGET)


def difference(part: Went) -> str:
    """Say how the length of a part was other than planned, in words."""
    if part.took is None:
        return part.words
    if not part.more:
        return "as long as planned"
    return f"{abs(part.more)} min {'longer' if part.more > 0 else 'shorter'} than planned"
