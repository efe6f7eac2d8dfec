"""A list of two-line rows with an icon: promises, sessions, people, things to look at."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.style import icons
from coprod_desktop.ui.style.tokens import Tokens
from coprod_desktop.ui.widgets.lazy_list import LazyList
from coprod_desktop.ui.widgets.row_delegate import PAD, RowDelegate, paint_words, words_height
from coprod_desktop.ui.widgets.rows_model import RawT, RowsModel, sentence
from coprod_desktop.ui.widgets.status_label import STATES


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row as shown: a title, quiet words below it, and a state as icon, word and colour."""

    id: str
    title: str
    detail: str = ""
    state: str = ""
    """A key of STATES for the icon on the left; "" leaves the icon out."""
    state_words: str = ""
    """What the icon means, read out before the rest: "late"."""
    count: str = ""
    """Something short at the right: "18"."""
    lead: str = ""
    """Something short at the left, such as "10:30"; titles beside leads of one length stand in a column."""

    @property
    def spoken(self) -> str:
        """All of it in one sentence for a screen reader."""
        return sentence(self.state_words, f"{self.lead} {self.title}".strip(), self.detail, self.count)


class ListDelegate(RowDelegate):
    """Icon, title, detail; all words wrap."""

    def __init__(self, *, with_icons: bool) -> None:
        super().__init__()
        self._with_icons = with_icons

    def usual_height(self) -> int:  # noqa: D102
        return self.metrics().height() * 2 + 2 * PAD + 6

    def row_height(self, row: object, width: int) -> int:  # noqa: D102
        assert isinstance(row, ListRow)
        room = self._room(row, width)
        high = words_height(row.title, room, self.font())
        high += words_height(row.detail, room, self.font()) if row.detail else 0
        return max(high + 2 * PAD + 1, 44)

    def paint_row(self, painter: QPainter, row: object, rect: QRect, colours: Tokens) -> None:  # noqa: D102
        assert isinstance(row, ListRow)
        room, left, top = self._room(row, rect.width()), rect.left() + self._indent(row), rect.top() + PAD
        if row.lead:
            wide = self._lead(row)
            self.line(painter, row.lead, QRect(left - wide, top, wide, self.metrics().height()), colours.quiet)
        if row.state:
            icon, token = STATES[row.state]
            size = self.metrics().height()
            picture = icons.pixmap(icon, getattr(colours, token), size, painter.device().devicePixelRatio())
            painter.drawPixmap(rect.left() + 4, top, picture)
        high = words_height(row.title, room, self.font())
        paint_words(painter, row.title, QRect(left, top, room, high), colours.text, self.font())
        if row.detail:
            below = QRect(left, top + high, room, rect.height())
            paint_words(painter, row.detail, below, colours.quiet, self.font())
        if row.count:
            wide = self.metrics().horizontalAdvance(row.count)
            box = QRect(rect.right() - 8 - wide, top, wide + 2, self.metrics().height())
            self.line(painter, row.count, box, colours.quiet)

    def _indent(self, row: ListRow) -> int:
        return (self.metrics().height() + 14 if self._with_icons else 8) + self._lead(row)

    def _lead(self, row: ListRow) -> int:
        widest = re.sub(r"\d", "0", row.lead)  # figures differ in width
        return self.metrics().horizontalAdvance(widest) + 12 if widest else 0

    def _room(self, row: ListRow, width: int) -> int:
        right = self.metrics().horizontalAdvance(row.count) + 16 if row.count else 0
        return max(width - self._indent(row) - right - 8, 80)


class RowsList(LazyList, Generic[RawT]):
    """`convert` makes a ListRow from whatever row values the page puts into `list.items`."""

    def __init__(
        self,
        convert: Callable[[RawT], ListRow],
        name: str,
        spoken: str,
        parent: QWidget | None = None,
        *,
        with_icons: bool = True,
    ) -> None:
        super().__init__(name, spoken, parent)
        self.items: RowsModel[RawT] = RowsModel(convert)
        self.set_up(self.items, ListDelegate(with_icons=with_icons))
