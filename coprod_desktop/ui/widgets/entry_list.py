"""What people said, as a list: time, who, the words as said, and small labels for theme, quoting and state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from coprod_desktop.ui.style.tokens import Tokens
from coprod_desktop.ui.widgets.lazy_list import LazyList
from coprod_desktop.ui.widgets.room import is_low
from coprod_desktop.ui.widgets.row_delegate import PAD, RowDelegate, paint_words, words_height, words_size
from coprod_desktop.ui.widgets.rows_model import RawT, RowsModel, sentence
from coprod_desktop.ui.widgets.status_label import STATES

OFF_PAPERS = "off papers"


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
    sort: str = ""
    """"Idea", "Feedback", "Challenge"."""
    theme: str = ""
    quote: bool | None = None
    """True shows "may quote"; False shows "do not quote"; None shows nothing."""
    only_came: bool = False
    """It may be quoted, but only to those who came."""
    off_papers: bool = False
    """It stays off every paper though it is no note."""
    state: str = ""
    """A key of STATES, such as "saving" or "waiting"."""
    state_words: str = ""
    rtl: bool = False

    @property
    def quote_words(self) -> str:
        """Whether it may be quoted, and to whom; "" when nobody was asked."""
        if self.quote is None:
            return ""
        return ("may quote: who came" if self.only_came else "may quote") if self.quote else "do not quote"

    @property
    def spoken(self) -> str:
        """All of it in one sentence for a screen reader."""
        head = ", ".join(part for part in (self.at, self.who, self.kind_words) if part)
        theme = f"Theme {self.theme}" if self.theme else ""
        quote = self.quote_words.replace("may quote: who came", "may quote, to those who came").capitalize()
        off = OFF_PAPERS if self.off_papers else ""
        return sentence(f"{head}: {self.words}" if head else self.words, self.sort, theme, quote, off, self.state_words)


class EntryDelegate(RowDelegate):
    """Time on the left; who in the colour of "you said"; words; labels where there is room for them, at the right.

    `dense`, for a low window: who stands before the words and not above them, so that more lines are in view.
    """

    dense = False

    def row_height(self, row: object, width: int) -> int:  # noqa: D102
        assert isinstance(row, EntryRow)
        return self._place(row, width).height

    def paint_row(self, painter: QPainter, row: object, rect: QRect, colours: Tokens) -> None:  # noqa: D102
        assert isinstance(row, EntryRow)
        placed, room = self._place(row, rect.width()), self._room(rect.width())
        left, top = rect.left() + self._indent(), rect.top()
        high = self.chip_height()
        self.line(painter, row.at, QRect(rect.left() + 8, top + placed.first, self._indent() - 12, high), colours.quiet)
        if placed.head:
            self.line(painter, placed.head, QRect(left, top + placed.first, room, high), colours.you_said)
        where = QRect(left, top + placed.words, room, placed.height)
        words = f"{placed.lead}{row.words}"
        lead = (len(placed.lead), colours.you_said)
        paint_words(painter, words, where, colours.text, self.font(), rtl=row.rtl, lead=lead)
        at = left + placed.chips_left
        for words, icon, token in _chips(row):
            at = self.chip(painter, words, at, top + placed.chips_top, getattr(colours, token), icon)

    def _place(self, row: EntryRow, width: int) -> _Placed:
        who = " · ".join(part for part in (row.who, row.kind_words) if part)
        chips, room = self._chips_width(row), self._room(width)
        if self.dense and who and not row.rtl:
            lead = f"{who}   "
            size = words_size(f"{lead}{row.words}", room, self.font())
            if not chips or size.last + 12 + chips <= room:
                return self._placed("", lead, size.height(), room - chips, beside_last=bool(chips))
        high = words_height(row.words, room, self.font())
        beside_who = bool(who) and self.metrics().horizontalAdvance(who) + 12 + chips <= room
        return self._placed(who, "", high, room - chips if beside_who else 0, below=bool(chips) and not beside_who)

    def _placed(
        self, head: str, lead: str, high: int, chips_left: int, *, beside_last: bool = False, below: bool = False
    ) -> _Placed:
        """Put the parts one below the other; the chips are in the line of who unless they are said to be elsewhere."""
        pad, line = PAD - 4 if self.dense else PAD, self.chip_height()
        words = pad + (line if head else 0)
        end = words + high
        first = pad if head else pad - (line - self.metrics().height()) // 2
        chips_top = end + 4 if below else end - line + 3 if beside_last else pad
        return _Placed(head, lead, first, words, chips_left, chips_top, (chips_top + line if below else end) + pad + 1)

    def _chips_width(self, row: EntryRow) -> int:
        return sum(self.chip_width(words, icon) for words, icon, _ in _chips(row))

    def _indent(self) -> int:
        return self.metrics().horizontalAdvance("00:00") + 24

    def _room(self, width: int) -> int:
        return max(width - self._indent() - 8, 80)


class _Placed(NamedTuple):
    """Where the parts of a row stand, from its top and from where its words begin."""

    head: str
    """Who, on a line of its own."""
    lead: str
    """Who, before the words."""
    first: int
    """The top of the first line: the time's, and the head's."""
    words: int
    chips_left: int
    chips_top: int
    height: int


class EntryList(LazyList, Generic[RawT]):
    """`convert` makes an EntryRow from whatever row values the page puts into `list.entries`.

    `several`: more than one can be chosen, with Shift and the arrows, or Ctrl and a click.
    """

    def __init__(
        self,
        convert: Callable[[RawT], EntryRow],
        name: str,
        spoken: str,
        parent: QWidget | None = None,
        *,
        several: bool = False,
    ) -> None:
        super().__init__(name, spoken, parent)
        if several:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.entries: RowsModel[RawT] = RowsModel(convert)
        self._look = EntryDelegate()
        self.set_up(self.entries, self._look)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        # by the window, not by the list: what grows below while one types must not change how the rows look
        dense = is_low(self)
        if dense != self._look.dense:
            self._look.dense = dense
            self._measured.clear()
        super().resizeEvent(event)


def _chips(row: EntryRow) -> Iterator[tuple[str, str, str]]:
    """Return the labels of a row: words, icon and colour."""
    if row.sort:
        yield row.sort, "", "quiet"
    if row.theme:
        yield row.theme, "", "quiet"
    if row.quote_words:
        yield row.quote_words, "quote", "quiet"
    if row.off_papers:
        yield OFF_PAPERS, "cross", "quiet"
    if row.state and row.state_words:
        yield row.state_words, *STATES[row.state]
