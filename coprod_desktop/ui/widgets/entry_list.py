"""What people said, as a list: time, who, the words as said, and small labels for theme, quoting and state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from coprod_desktop.ui.style.tokens import Tokens
from coprod_desktop.ui.widgets.lazy_list import LazyList
from coprod_desktop.ui.widgets.row_delegate import PAD, RowDelegate, paint_words, words_height
from coprod_desktop.ui.widgets.rows_model import RawT, RowsModel, sentence
from coprod_desktop.ui.widgets.status_label import STATES


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One line as shown. Everything is plain words; empty means not shown."""

    id: str
    at: str
    """The time, "10:44"."""
    who: str
    """Who said it, as the facilitator may see it: "Carer", "No name given"."""
    words: str
    kind_words: str = ""
    """What it is when it is not simply something said: "Question", "Parked"."""
    theme: str = ""
    quote: bool | None = None
    """True shows "may quote"; False shows "do not quote"; None shows nothing."""
    state: str = ""
    """A key of STATES, such as "saving" or "waiting"."""
    state_words: str = ""
    rtl: bool = False

    @property
    def spoken(self) -> str:
        """All of it in one sentence for a screen reader."""
        head = ", ".join(part for part in (self.at, self.who, self.kind_words) if part)
        theme = f"Theme {self.theme}" if self.theme else ""
        quote = {True: "May quote", False: "Do not quote", None: ""}[self.quote]
        return sentence(f"{head}: {self.words}" if head else self.words, theme, quote, self.state_words)


class EntryDelegate(RowDelegate):
    """Time on the left; who in the colour of "you said"; words below; labels last."""

    def row_height(self, row: object, width: int) -> int:  # noqa: D102
        assert isinstance(row, EntryRow)
        words = words_height(row.words, self._room(width), self.font())
        head = round(self.metrics().height() * 1.2) if row.who or row.kind_words else 0
        chips = self.chip_height() + 6 if _has_chips(row) else 0
        return PAD + head + max(words, self.metrics().height()) + chips + PAD + 1

    def paint_row(self, painter: QPainter, row: object, rect: QRect, colours: Tokens) -> None:  # noqa: D102
        assert isinstance(row, EntryRow)
        high = round(self.metrics().height() * 1.2)
        left, top = rect.left() + self._indent(), rect.top() + PAD
        room = self._room(rect.width())
        self.line(painter, row.at, QRect(rect.left() + 8, top, self._indent() - 12, high), colours.quiet)
        if row.who or row.kind_words:
            who = " · ".join(part for part in (row.who, row.kind_words) if part)
            self.line(painter, who, QRect(left, top, room, high), colours.you_said)
            top += high
        words = words_height(row.words, room, self.font())
        paint_words(painter, row.words, QRect(left, top, room, words), colours.text, self.font(), rtl=row.rtl)
        if _has_chips(row):
            self._chips(painter, row, left, top + words + 6, colours)

    def _chips(self, painter: QPainter, row: EntryRow, left: int, top: int, colours: Tokens) -> None:
        if row.theme:
            left = self.chip(painter, row.theme, left, top, colours.quiet)
        if row.quote is not None:
            left = self.chip(painter, "may quote" if row.quote else "do not quote", left, top, colours.quiet, "quote")
        if row.state and row.state_words:
            icon, token = STATES[row.state]
            self.chip(painter, row.state_words, left, top, getattr(colours, token), icon)

    def _indent(self) -> int:
        return self.metrics().horizontalAdvance("00:00") + 24

    def _room(self, width: int) -> int:
        return max(width - self._indent() - 8, 80)


class EntryList(LazyList, Generic[RawT]):
    """`convert` makes an EntryRow from whatever row values the page puts into `list.entries`."""

    def __init__(
        self, convert: Callable[[RawT], EntryRow], name: str, spoken: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, spoken, parent)
        self.entries: RowsModel[RawT] = RowsModel(convert)
        self.set_up(self.entries, EntryDelegate())


def _has_chips(row: EntryRow) -> bool:
    return bool(row.theme or row.quote is not None or (row.state and row.state_words))
