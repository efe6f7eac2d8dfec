"""Dealing with what people said one after the other, by one key each; afterwards the next that waits is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import answers
from coprod_desktop.domain.record import Entry
from coprod_desktop.domain.words import AnswerKind, Outcome
from coprod_desktop.services.seen.answer import Board, line_id, point_id
from coprod_desktop.ui._forms.answer import Ui_Answer
from coprod_desktop.ui.answer.acts import Acts
from coprod_desktop.ui.answer.answer_choices import key_of
from coprod_desktop.ui.answer.chosen import Chosen
from coprod_desktop.ui.answer.line_panel import KEYS
from coprod_desktop.ui.answer.right_card import RightCard
from coprod_desktop.ui.answer.themes import Themes
from coprod_desktop.ui.base.context import Context

NOTHING_WAITS = "Nothing more waits here."
CHOOSE_FIRST = "Choose something people said first."


class OneByOne(QObject):
    """Owned by the page, which gives the board."""

    def __init__(
        self,
        context: Context,
        page: QWidget,
        form: Ui_Answer,
        right: RightCard,
        themes: Themes,
        acts: Acts,
        board: Callable[[], Board | None],
        chosen: Chosen,
    ) -> None:
        super().__init__(page)
        self._context, self._form, self._right, self._themes, self._acts = context, form, right, themes, acts
        self._board, self._chosen = board, chosen
        self._onward: dict[str, str] = {}
        """Where to go on to from a point that was made of lines: what stood below them."""
        self._below = ""
        self.last_point = ""
        for answer in answers.ROWS:
            self._key(page, f"Alt+{key_of(answer)}", partial(self.answer, answer))
        for outcome, key in KEYS.items():
            self._key(page, f"Alt+{key}", partial(self.end, outcome))
        self._key(page, "Alt+A", self.put_under)
        right.answer.finished.connect(self._answered)

    def _key(self, page: QWidget, keys: str, act: Callable[[], object]) -> None:
        key = QShortcut(QKeySequence(keys), page, act)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # ---- acts by one key

    def begin_point(self, answer: AnswerKind | None = None) -> None:
        """Write a point made of the chosen lines; with an answer, that is the one it begins with."""
        board = self._board()
        if board is not None:
            lines = self._chosen.lines()
            self._below = self._next(board, [line_id(e.id) for e in lines]) if lines else ""
            self._right.start_point(board, lines, answer)

    def answer(self, answer: AnswerKind) -> None:
        """Give the chosen point an answer; of chosen lines make a point with it."""
        board = self._board()
        if board is None:
            return
        if self._right.is_writing():
            self._right.new.answer_with(answer)
        elif (point := self._chosen.point()) is not None:
            self._right.close_line()
            self._right.show(board, (), point)
            self._right.answer.take(answer)
        elif board.may_end(self._chosen.lines()):
            self.begin_point(answer)

    def end(self, outcome: Outcome) -> None:
        """Say what becomes of the chosen lines; where it has to say to whom or why, ask for it."""
        lines = self._lines()
        if not lines:
            return
        if answers.OUTCOMES[outcome].note:
            self._right.line.ask_note(outcome)
        else:
            self._acts.settle(lines, outcome, "")
            self.go_on([line_id(e.id) for e in lines], answers.OUTCOMES[outcome].words)

    def put_under(self) -> None:
        """Ask for the point that the chosen lines are added to."""
        lines = self._lines()
        if lines:
            self._acts.put_under(lines, self.last_point, partial(self.go_on, [line_id(e.id) for e in lines]))

    def _lines(self) -> list[Entry]:
        """Return the chosen lines something can become of; none while a point is being written, and then it is said."""
        board, lines = self._board(), self._chosen.lines()
        if board is not None and board.may_end(lines) and not self._right.is_writing():
            return lines
        self._context.announce(CHOOSE_FIRST)
        return []

    # ---- what is next

    def made(self, point: str) -> None:
        """A point was made, of what stood above the row to go on to from it."""
        self.last_point = point
        if self._below:
            self._onward[point_id(point)] = self._below
        self._below = ""

    def go_on(self, done: Sequence[str], said: str = "") -> None:
        """Choose the next row that waits, when these are dealt with. The focus is in the list."""
        board = self._board()
        if board is None:
            return
        self._chosen.untick()
        self._form.said.setFocus()
        below = next((self._onward.pop(row) for row in done if row in self._onward), "")
        wanted = below if below in board.waiting(self._themes.choice) else self._next(board, done)
        if wanted:
            self._form.said.choose([wanted])
        row = self._form.said.cards.get(wanted) if wanted else None
        self._context.announce(". ".join(part for part in (said, row.spoken if row else NOTHING_WAITS) if part))

    def _answered(self) -> None:
        point = self._right.answer.point_id()
        if point is not None:
            self.last_point = point
            self._right.answer.flush()
            self.go_on([point_id(point)])

    def _next(self, board: Board, done: Sequence[str]) -> str:
        return board.next_waiting(self._themes.choice, done) or ""
