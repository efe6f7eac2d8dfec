"""What can be done to points and lines from the Answer page: each act is one call of one verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.record import Entry, Point
from coprod_desktop.domain.words import EntryKind, Outcome
from coprod_desktop.services import answers, ask_again, capture
from coprod_desktop.services import bin as bin_verbs
from coprod_desktop.services.ask_again import ToAsk
from coprod_desktop.services.seen.answer import Board
from coprod_desktop.ui.answer.pick_dialog import PickDialog
from coprod_desktop.ui.answer.rows import line_row, point_row
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.bin.bin_dialog import open_bin
from coprod_desktop.ui.dialogs.ask_again import AskAgain


def _nothing() -> None:
    pass


class Acts(QObject):
    """Owned by the page, which gives the board as it is now."""

    asked_again = Signal()
    """Somebody was asked again about lines they refused: show what stands now."""

    def __init__(self, context: Context, page: QWidget, board: Callable[[], Board | None]) -> None:
        super().__init__(page)
        self._context, self._page, self._board = context, page, board

    # ---- points

    def move_point(self, point: Point, by: int) -> None:
        """Move a point up (-1) or down (+1), or by more."""
        board = self._board()
        if board is not None:
            self._context.runner.do(answers.move_point, board.record.session.id, point.id, by)
            ids = [p.id for p in board.record.points]
            place = min(max(ids.index(point.id) + by, 0), len(ids) - 1) + 1
            self._context.announce(f"Moved {'up' if by < 0 else 'down'}. Now {place} of {len(ids)}.")

    def drop_point(self, point: str, other: str) -> None:
        """Move a point to the place of another, past those in between that are not shown."""
        board = self._board()
        found = board.point(point) if board is not None else None
        if board is not None and found is not None and board.point(other) is not None:
            ids = [p.id for p in board.record.points]
            self.move_point(found, ids.index(other) - ids.index(point))

    def remove_point(self, point: Point) -> None:
        """Take a point away; what people said stays."""
        self._context.runner.do(answers.remove_point, point.id, done=partial(self._say_removed, point))

    def _say_removed(self, point: Point, _changes: object) -> None:
        put_back = partial(self._context.runner.do, bin_verbs.put_back, "point", point.id)
        self._context.tell(
            "The point is taken away. What people said stays.",
            f"It is in the Bin for {bin_verbs.DAYS} days.", "done", "Put it back", put_back,
        )  # fmt: skip

    def open_bin(self) -> None:
        """Show what was taken away."""
        open_bin(self._context, self._page)

    def put_under(self, entries: Sequence[Entry], first: str = "", then: Callable[[], None] = _nothing) -> None:
        """Ask for a point, offering the one with the id `first` before the others, and put lines under it; then go on."""
        board = self._board()
        if board is None or not entries:
            return
        if not board.record.points:
            self._context.tell("There is no point yet.", "Make a point of this first.", "info")
            return
        ids = [e.id for e in entries]
        points = sorted(board.record.points, key=lambda p: p.id != first)
        what = "this" if len(ids) == 1 else f"these {len(ids)}"
        dialog = PickDialog(f"Add {what} to which point?", [point_row(board, p) for p in points], self._page)
        dialog.taken.connect(lambda row: self._put_under(row.removeprefix("point:"), ids, then))
        dialog.open()

    def _put_under(self, point: str, entries: Sequence[str], then: Callable[[], None]) -> None:
        self._context.runner.do(answers.put_under, point, entries)
        self._context.announce("Added to the point")
        then()

    def take_out(self, point: str, entries: Sequence[Entry]) -> None:
        """Take lines out of a point again."""
        self._context.runner.do(answers.put_under, point, [e.id for e in entries], take_out=True)

    # ---- lines

    def settle(self, entries: Sequence[Entry], outcome: Outcome | None, note: str) -> None:
        """Say what became of lines that are in no point."""
        if entries:
            self._context.runner.do(capture.settle_outcomes, [e.id for e in entries], outcome, note or None)

    def change(self, entries: Sequence[Entry], fields: dict[str, Any]) -> None:
        """Change the same fields of lines. Before a yes to being quoted is written, every no in its way is shown."""
        fields = dict(fields)
        board = self._board()
        if entries and board is not None and fields.get("quote_ok") is True:
            del fields["quote_ok"]
            circle = fields.pop("circle", Circle.ANYONE)
            session, ids = board.record.session.id, [e.id for e in entries]
            done = partial(self._may_quote, session, ids, circle)
            self._context.runner.ask(ask_again.to_ask, session, ids, circle, done=done, owner=self)
        if entries and fields:
            self._context.runner.do(partial(capture.change_many, **fields), [e.id for e in entries])

    def _may_quote(self, session: str, ids: Sequence[str], circle: Circle, refused: Sequence[ToAsk]) -> None:
        ask_first = {line.entry.id for line in refused}
        free = [entry for entry in ids if entry not in ask_first]
        if free:
            self._context.runner.do(partial(capture.change_many, quote_ok=True, circle=circle), free)
        if refused:
            asked = AskAgain(self._context, session, refused, self._page)
            asked.finished.connect(lambda _how: self.asked_again.emit())
            asked.open()

    def same_as(self, entry: Entry) -> None:
        """Ask for the line that says the same."""
        board = self._board()
        if board is None:
            return
        others = [e for e in board.lines() if e.id != entry.id and e.kind is not EntryKind.ACCESS_INCIDENT]
        dialog = PickDialog("Which line says the same?", [line_row(board, e) for e in others], self._page)
        dialog.taken.connect(lambda row: self.change([entry], {"duplicate_of": row.removeprefix("entry:")}))
        dialog.open()

    # ---- themes

    def theme_names(self) -> list[str]:
        """Return the themes of the session."""
        board = self._board()
        return board.theme_names() if board is not None else []

    def rename_theme(self, old: str, new: str) -> None:
        """Give every line of a theme another one."""
        board = self._board()
        if board is not None:
            self._context.runner.do(capture.rename_theme, board.record.session.id, old, new)

    def set_theme(self, entries: Sequence[Entry], theme: str | None) -> None:
        """Give lines a theme; nobody's words change."""
        self.change(entries, {"theme": theme})
        self._context.announce(f"Moved to {theme}" if theme else "Moved to no theme")
