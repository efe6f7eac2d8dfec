"""Coming to one row of the Answer page: what was searched for, and what was being typed when the program stopped."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Ref
from coprod_desktop.services import drafts
from coprod_desktop.services.drafts import Kept
from coprod_desktop.services.seen.answer import ALL, Board
from coprod_desktop.ui._forms.answer import Ui_Answer
from coprod_desktop.ui.answer.chosen import Chosen
from coprod_desktop.ui.answer.drafts import Places, places
from coprod_desktop.ui.answer.right_card import RightCard
from coprod_desktop.ui.answer.themes import Themes
from coprod_desktop.ui.base.context import Context


class Arriving(QObject):
    """Owned by the page, which gives the board. A row that is wanted before the board is there is kept for it."""

    shown_again = Signal()
    """Every theme is shown from now on: the row may stand in any."""
    line_wanted = Signal(str)
    """A line that stands in a point: the point is chosen, and the line is to be opened from it."""

    def __init__(
        self,
        context: Context,
        page: QWidget,
        form: Ui_Answer,
        right: RightCard,
        themes: Themes,
        chosen: Chosen,
        board: Callable[[], Board | None],
    ) -> None:
        super().__init__(page)
        self._context, self._form, self._right, self._themes, self._chosen = context, form, right, themes, chosen
        self._board = board
        self._wanted: Ref | None = None

    def point_at(self, row: Ref) -> None:
        """Go to a row, at once or as soon as the session is read."""
        self._wanted = row
        self.go_to_wanted()

    def go_to_wanted(self) -> None:
        """Choose the point or the line that was searched for; a line in a point opens from the point."""
        row = self._wanted
        if row is None or self._board() is None:
            return
        self._wanted = None
        self._chosen.forget()
        self._themes.choice = ALL
        self.shown_again.emit()
        self._go_to(row)

    def _go_to(self, row: Ref) -> None:
        """Choose a row, whatever key is still held down; a line in a point opens from the point."""
        said, name, board = self._form.said, f"{row.noun}:{row.id}", self._board()
        if said.cards.row_of(name) is not None:
            said.choose([name])
        elif board is not None:
            for point in board.points_of(row.id)[:1]:
                said.choose([f"point:{point.id}"])
                self.line_wanted.emit(row.id)

    def look_for_drafts(self, session: str) -> None:
        """Put back what was being typed in a session when the program stopped."""
        desk = self._context.runner.desk
        if desk is not None:  # asked for where changes are written, so that what is being saved is no draft any more
            work = partial(drafts.of_session, desk, session)
            self._context.runner.run(work, done=partial(self._put_drafts_back, session), owner=self)

    def _put_drafts_back(self, session: str, kept: Sequence[Kept]) -> None:
        """Go to what was being typed when the program stopped: it is in its field again."""
        board = self._board()
        here = board is not None and board.record.session.id == session
        found = places(kept, board) if board is not None and here else Places()
        if board is None or not found.any():
            return
        if found.new_point is not None:
            self._right.write("", board, found.new_point)
        elif self._wanted is None:
            self._go_to(found.rows[0])
        self._context.tell(*found.words())
