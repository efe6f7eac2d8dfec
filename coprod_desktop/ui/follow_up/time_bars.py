"""How long each part took beside what was planned: a table, and in it a bar for each, so that one looks and one reads."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from coprod_desktop.domain.as_it_went import AsItWent, Went
from coprod_desktop.domain.words import PartState
from coprod_desktop.ui.style import theme
from coprod_desktop.ui.style.fusion import TARGET

HEADS = ("Part", "Planned", "Took", "Picture")
_PICTURE = 3
_MINUTES = Qt.ItemDataRole.UserRole
_BAR = 14
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
        self.setItemDelegateForColumn(_PICTURE, _Bars(self))
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, mode in enumerate((QHeaderView.ResizeMode.Stretch, *[QHeaderView.ResizeMode.ResizeToContents] * 2)):
            head.setSectionResizeMode(column, mode)
        head.setSectionResizeMode(_PICTURE, QHeaderView.ResizeMode.Fixed)

    def show_went(self, went: AsItWent) -> None:
        """Show each part."""
        most = max([part.planned for part in went.parts] + [part.took or 0 for part in went.parts])
        self.setRowCount(len(went.parts))
        for row, part in enumerate(went.parts):
            took = f"{part.took} min" if part.took is not None else _NOT_DONE.get(part.item.state, "")
            for column, words in enumerate((part.item.title, f"{part.planned} min", took)):
                self.setItem(row, column, QTableWidgetItem(words))
            picture = QTableWidgetItem()
            picture.setData(_MINUTES, (part.planned, part.took or 0, most))
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


class _Bars(QStyledItemDelegate):
    """Draws what was planned as an outline, and what it took as a full bar below it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, TARGET)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        planned, took, most = index.data(_MINUTES)
        room = QRectF(option.rect).adjusted(6, 0, -6, 0)
        colours = theme.tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = room.center().y() - _BAR - 1
        for minutes, full in ((planned, False), (took, True)):
            bar = QRectF(room.left(), top, max(room.width() * minutes / max(most, 1), 2), _BAR)
            painter.setPen(QPen(QColor(colours.line if not full else colours.primary), 2))
            painter.setBrush(QColor(colours.primary) if full else QColor(colours.surface))
            if minutes:
                painter.drawRoundedRect(bar.adjusted(1, 1, -1, -1), 3, 3)
            top += _BAR + 2
        painter.restore()
