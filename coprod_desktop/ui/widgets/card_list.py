"""A list of cards, lines and headings made of short pieces of text; one or several can be chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget

from coprod_desktop.ui.widgets.card_paint import CardDelegate
from coprod_desktop.ui.widgets.card_rows import CardRow
from coprod_desktop.ui.widgets.lazy_list import LazyList
from coprod_desktop.ui.widgets.rows_model import RowsModel

_Flag = QItemSelectionModel.SelectionFlag


class CardsModel(RowsModel[CardRow]):
    """Holds CardRows. `show` touches only the rows that are different."""

    def __init__(self) -> None:
        super().__init__(lambda row: row)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:  # noqa: D102
        if index.isValid() and self.rows()[index.row()].kind == "heading":
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def show(self, rows: Sequence[CardRow]) -> None:
        """Show these rows; what is the same at the top and at the foot stays as it is."""
        old, new = list(self.rows()), list(rows)
        if [row.id for row in old] == [row.id for row in new]:
            for was, now in zip(old, new, strict=True):
                if was != now:
                    self.replace(now)
            return
        head = 0
        while head < min(len(old), len(new)) and old[head] == new[head]:
            head += 1
        tail = 0
        while tail < min(len(old), len(new)) - head and old[-1 - tail] == new[-1 - tail]:
            tail += 1
        if len(old) - head - tail > 50 or len(new) - head - tail > 50:
            self.set_rows(new)
            return
        for row in old[head : len(old) - tail]:
            self.remove(row.id)
        for at in range(head, len(new) - tail):
            self.insert(at, new[at])


class CardList(LazyList):
    """`many` lets several rows be chosen, `grow` makes it as tall as its rows instead of scrolling."""

    picked = Signal()
    """Other rows are chosen than before, by the person or because rows went away."""
    gave_up = Signal()
    """Escape."""

    def __init__(
        self, name: str | QWidget | None = "", spoken: str = "", parent: QWidget | None = None, *, many: bool = False
    ) -> None:
        in_form = not isinstance(name, str)
        super().__init__("" if in_form else str(name), spoken, name if isinstance(name, QWidget) else parent)
        self.cards = CardsModel()
        self._quiet = self._grow = False
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("QTableView { background: transparent; selection-background-color: transparent; }")
        self.set_up(self.cards, CardDelegate())
        self.set_many(many)

    def set_many(self, many: bool) -> None:
        """Let several rows be chosen, with Shift and Ctrl as everywhere, or only one."""
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)

    def set_grow(self) -> None:
        """Be as tall as the rows: a short list inside something that scrolls."""
        self._grow = True
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[CardRow]) -> None:
        """Show these rows; the ones that were chosen stay chosen if they are still there.

        When none of them is, the one that stood below the first is, or the one above.
        """
        held, bar = self.ids(), self.verticalScrollBar()
        place = self.cards.row_of(held[0]) if held else None
        beside = _nearest(self.cards.rows(), place) if place is not None else []
        at = bar.value()
        self._quiet = True
        self.cards.show(rows)
        kept = [row_id for row_id in held if self.cards.row_of(row_id) is not None]
        if not kept:
            kept = [row_id for row_id in beside if self.cards.row_of(row_id) is not None][:1]
        if self.ids() != kept:
            self._select(kept)
        bar.setValue(at)
        self._quiet = False
        self._fit()
        if kept != held:
            self.picked.emit()

    def ids(self) -> list[str]:
        """Return the ids of the chosen rows, from the top."""
        model = self.selectionModel()
        return [self.cards.id_at(at) for at in sorted(index.row() for index in model.selectedRows())]

    def choose(self, ids: Sequence[str]) -> None:
        """Choose exactly these rows, and bring the first into view."""
        self._select(ids)
        first = next((row_id for row_id in ids if self.cards.row_of(row_id) is not None), None)
        if first is not None:
            self._into_view(first)

    def go_to(self, row_id: str) -> bool:
        """Move to a row, or to the one below when it is a heading."""
        at = self.cards.row_of(row_id)
        if at is not None and self.cards.rows()[at].kind == "heading" and at + 1 < self.cards.rowCount():
            row_id = self.cards.id_at(at + 1)
        return super().go_to(row_id)

    # ---- what Qt tells

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: D102
        super().selectionChanged(selected, deselected)
        self.viewport().update()
        if not self._quiet:
            self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() == Qt.Key.Key_Escape:
            self.gave_up.emit()
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        index = self.indexAt(event.position().toPoint())
        row = self.cards.rows()[index.row()] if index.isValid() else None
        delegate, left = self._delegate, event.button() is Qt.MouseButton.LeftButton
        boxed = isinstance(delegate, CardDelegate) and row is not None and delegate.tick_room(row)
        if row is not None and left and event.position().x() < boxed:
            self.setFocus()
            self.toggled.emit(row.id)
        else:
            super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        self._be_on_what_is_chosen()
        if not self.currentIndex().isValid() and self.cards.rowCount():
            self.go_to(self.cards.id_at(max(self.rowAt(0), 0)))
        super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: D102
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def minimumSizeHint(self) -> QSize:  # noqa: D102
        return QSize(160, 160)

    def _about_to_grow(self) -> None:
        self._follow_end = False  # these rows are not told one after the other: stay where one is

    def _select(self, ids: Sequence[str]) -> None:
        rows = [row for row in map(self.cards.row_of, ids) if row is not None]
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.cards.index(row, 0), self.cards.index(row, 0))
        if rows:
            self.selectionModel().setCurrentIndex(self.cards.index(rows[0], 0), _Flag.NoUpdate)
        self.selectionModel().select(chosen, _Flag.ClearAndSelect)

    def _into_view(self, row_id: str) -> None:
        for _ in range(2):  # rows measured on the way move the others
            self.scrollTo(self.cards.index(self.cards.row_of(row_id) or 0, 0))
            self.measure()

    def _fit(self) -> None:
        if self._grow:
            width = self.viewport().width()
            indexes = (self.cards.index(at, 0) for at in range(self.cards.rowCount()))
            self.setFixedHeight(max(1, sum(self._delegate.height(index, width) for index in indexes)))
        self.measure()


def _nearest(rows: Sequence[CardRow], place: int) -> list[str]:
    """Return the rows that can be chosen, those below a place first, then those above from there up."""
    return [row.id for row in (*rows[place + 1 :], *reversed(rows[:place])) if row.kind != "heading"]
