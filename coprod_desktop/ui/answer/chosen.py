"""Which rows of the middle list an act is for: what is ticked, else what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, Signal

from coprod_desktop.domain.record import Entry, Point
from coprod_desktop.services.seen.answer import Board
from coprod_desktop.ui.answer.themes import Themes
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.card_list import CardList


class Chosen(QObject):
    """Holds the ticks; services.seen.answer decides what they mean."""

    ticks_changed = Signal()

    def __init__(
        self, context: Context, said: CardList, themes: Themes, board: Callable[[], Board | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._said, self._themes, self._board = context, said, themes, board
        self._ticked: set[str] = set()
        said.toggled.connect(self._tick)
        said.gave_up.connect(self.untick)

    def rows(self) -> list[str]:
        """Return the rows an act is for."""
        ids, board = self._said.ids(), self._board()
        return board.acted_on(self._themes.choice, ids, self._ticked) if board is not None else ids

    def lines(self) -> list[Entry]:
        """Return the lines an act is for."""
        board = self._board()
        return board.lines_among(self.rows()) if board is not None else []

    def point(self) -> Point | None:
        """Return the point an act is for; None while lines are chosen."""
        board = self._board()
        return board.point_among(self.rows()) if board is not None else None

    def lines_of_point(self) -> list[Entry]:
        """Return the lines of the chosen point."""
        board, point = self._board(), self.point()
        return board.lines_of(point) if board is not None and point is not None else []

    def ticked(self, rows: Collection[str]) -> Collection[str]:
        """Return what is ticked of the rows that are shown; what went away is not ticked any more."""
        self._ticked.intersection_update(rows)
        return self._ticked

    def forget(self) -> None:
        """Nothing is ticked, and nobody is told: another session is opened, or what was ticked is dealt with."""
        self._ticked.clear()

    def untick(self) -> None:
        """Take every tick away."""
        if self._ticked:
            self._ticked.clear()
            self.ticks_changed.emit()

    def _tick(self, row: str) -> None:
        """Tick a line, or take its tick away; what is ticked is dealt with together."""
        if row.startswith("entry:"):
            self._ticked ^= {row}
            self._said.choose([row])
            self.ticks_changed.emit()
            said = "Ticked" if row in self._ticked else "Not ticked"
            self._context.announce(f"{said}. {len(self._ticked)} ticked")
