"""The card on the right of the Answer page: the chosen point's answer, what becomes of chosen lines, or a new point."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.record import Entry, Point
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.services.seen.answer import Board
from coprod_desktop.ui._forms.answer import Ui_Answer
from coprod_desktop.ui.answer.answer_form import AnswerForm
from coprod_desktop.ui.answer.line_panel import LinePanel
from coprod_desktop.ui.answer.new_point import NewPoint
from coprod_desktop.ui.answer.rows import line_row
from coprod_desktop.ui.base.context import Context


class RightCard(QObject):
    """Shows one of four panels; what is being typed in it is never overwritten."""

    def __init__(self, form: Ui_Answer, parent: QObject) -> None:
        super().__init__(parent)
        self._form = form
        self.answer: AnswerForm = form.answerForm
        self.line: LinePanel = form.linePanel
        self.new: NewPoint = form.newPoint
        self._hint: QWidget = form.hintPanel
        self._line_of_point: str | None = None
        self._put(self._hint)

    def set_up(self, context: Context) -> None:
        """Give the panels what pages have. Once."""
        for panel in (self.answer, self.line, self.new):
            panel.set_up(context)

    def set_plain_words(self, words: Mapping[str, str] | None) -> None:
        """Give the hard words that hints are made from; None for no hints."""
        for panel in (self.answer, self.line, self.new):
            panel.set_plain_words(words)

    def show(self, board: Board, lines: Sequence[Entry], point: Point | None) -> None:
        """Show what belongs to the chosen rows. A point that is being written stays."""
        if self.is_writing():
            return
        inside = board.entry(self._line_of_point) if self._line_of_point is not None else None
        if inside is not None and point is not None and inside.id in point.from_entries:
            self._show_lines(board, [inside], in_point=True)
            return
        self._line_of_point = None
        if lines:
            self._show_lines(board, lines, in_point=False)
        elif point is not None:
            self._show_point(board, point)
        else:
            self._put(self._hint)

    def is_writing(self) -> bool:
        """Tell whether a new point is being written."""
        return not self.new.isHidden()

    def start_point(self, board: Board, lines: Sequence[Entry], answer: AnswerKind | None = None) -> None:
        """Begin a new point with the words of some lines; those meant for paper where there are such."""
        if self.is_writing() and self.new.is_touched():
            self.new.setFocus()
            return
        self.write(board.begins_with(lines), board, lines)
        self.new.set_answer(answer)

    def write(self, words: str, board: Board, lines: Sequence[Entry] = ()) -> None:
        """Write a new point, beginning with these words."""
        self.hand_in()
        self._put(self.new)
        said = [e.text for e in lines]
        self.new.start(board.record.session.id, words, [line_row(board, e) for e in lines], [e.id for e in lines], said)

    def stop_writing(self) -> None:
        """The new point is added, or was given up."""
        self.new.close_up()
        self._put(self._hint)

    def stop_untouched(self) -> None:
        """Another row was chosen: a new point nobody has typed in yet goes away."""
        self._line_of_point = None
        if self.is_writing() and not self.new.is_touched():
            self.stop_writing()

    def open_line(self, entry_id: str) -> None:
        """Show one of the lines a point was written from, when `show` is next called."""
        self.hand_in()
        self._line_of_point = entry_id

    def close_line(self) -> None:
        """Go back to the point, when `show` is next called."""
        self.line.leave()
        self._line_of_point = None

    def lines(self) -> tuple[Entry, ...]:
        """Return the lines shown; none when a point is."""
        return () if self.line.isHidden() else self.line.entries()

    def hand_in(self) -> None:
        """Have everything typed here saved."""
        self.answer.leave()
        self.line.leave()
        self.new.hand_in()

    def take_focus(self) -> None:
        """Put the focus on what is decided here."""
        if not self.answer.isHidden():
            self.answer.begin()
        elif not self.line.isHidden():
            self.line.focus_first()

    def _show_point(self, board: Board, point: Point) -> None:
        if self.answer.point_id() == point.id:
            self.answer.refresh(point, board.owners())
        else:
            self.answer.show_point(board.record.session.id, point, board.owners(), board.today)
            self._form.answerScroll.verticalScrollBar().setValue(0)
        lines = board.lines_of(point)
        self.answer.show_lines([line_row(board, e) for e in lines], [e.text for e in lines])
        self._put(self.answer)

    def _show_lines(self, board: Board, lines: Sequence[Entry], *, in_point: bool) -> None:
        one = lines[0] if len(lines) == 1 else None
        who = " · ".join(p for p in (board.who(one), one.at or "", one.theme or "No theme yet") if p) if one else ""
        end = board.ending(one) if one is not None and not in_point else None
        if [e.id for e in self.line.entries()] != [e.id for e in lines]:
            self._form.answerScroll.verticalScrollBar().setValue(0)
        self.line.show_lines(
            board.record.session.id,
            lines,
            who,
            end,
            in_point=in_point,
            quoted=[board.quoted(e) for e in lines],
            refused=any(map(board.refused, lines)),
        )
        self._put(self.line)

    def _put(self, panel: QWidget) -> None:
        """Show one panel. When the one that goes has the focus it is given to the list, and never jumps to the left bar."""
        panels = (self._hint, self.answer, self.line, self.new)
        now = self._form.answerCard.window().focusWidget()
        if now is not None and any(p.isAncestorOf(now) for p in panels if p is not panel):
            self._form.said.setFocus()
        for each in panels:
            each.setVisible(each is panel)
