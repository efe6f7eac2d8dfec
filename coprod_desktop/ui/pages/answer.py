"""The Answer page: themes, points and what people said, and the answer of the point one is on. Nothing said may vanish."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.domain.permission import Permissions
from coprod_desktop.domain.record import Entry, Point, SessionRecord
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.errors import UserError
from coprod_desktop.services import answers, plain_words, sessions
from coprod_desktop.services.seen.answer import ALL, Board, line_id, point_id
from coprod_desktop.ui._forms.answer import Ui_Answer
from coprod_desktop.ui.answer.acts import Acts
from coprod_desktop.ui.answer.arriving import Arriving
from coprod_desktop.ui.answer.chosen import Chosen
from coprod_desktop.ui.answer.giving_theme import GivingTheme
from coprod_desktop.ui.answer.keys import KEYS
from coprod_desktop.ui.answer.one_by_one import OneByOne
from coprod_desktop.ui.answer.reread import reread
from coprod_desktop.ui.answer.right_card import RightCard
from coprod_desktop.ui.answer.row_menu import RowMenu
from coprod_desktop.ui.answer.rows import rows
from coprod_desktop.ui.answer.sorting import Sorting
from coprod_desktop.ui.answer.themes import Themes
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.pages.base import Page
from coprod_desktop.ui.widgets.row_drag import RowDrag

POINT_GONE = "That point was taken away, so its answer is closed."
ALL_ANSWERED = "Everything people said has an answer"
NOTHING_YET = "Nothing was written down yet. What people say goes on the Listen page."


class AnswerPage(Page):
    """Keeps a Board of the session and shows it; every change goes through a verb and comes back in `apply`."""

    title: ClassVar[str] = "Answer"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.form = form = Ui_Answer()
        form.setupUi(self)
        self._board: Board | None = None
        self._front = False
        self._choose_next = self._taking = ""
        self.themes = Themes(form, self)
        self.right = RightCard(form, self)
        self.acts = Acts(context, self, lambda: self._board)
        self.menu = RowMenu(self.acts, self, Sorting(context, self, lambda: self.chosen.point()))
        self.chosen = Chosen(context, form.said, self.themes, lambda: self._board, self)
        self.giving_theme = GivingTheme(self.acts, self.menu, self.themes, self.right, self.chosen, self)
        self.one = OneByOne(context, self, form, self.right, self.themes, self.acts, lambda: self._board, self.chosen)
        self.arriving = Arriving(context, self, form, self.right, self.themes, self.chosen, lambda: self._board)
        self._drag = RowDrag(form.said, lambda row: row.startswith("point:"))
        form.said.set_many(True)
        form.nothingHere.hide()
        self.right.set_up(context)
        self.themes.set_up(context, lambda: self.session_id)
        self.right.answer.set_reasons(context.desk.content.reasons())
        self._connect()
        self._keys()

    def _connect(self) -> None:
        form, right, acts = self.form, self.right, self.acts
        self.themes.chosen.connect(self._theme_chosen)
        form.said.picked.connect(self._picked)
        form.said.opened.connect(self._opened)
        self.chosen.ticks_changed.connect(self._ticks_changed)
        form.said.menu_wanted.connect(lambda _row, at: self.menu.open(at, self.chosen.lines(), self.chosen.point()))
        self._drag.dropped.connect(self._drop)
        form.addPoint.clicked.connect(self._add_point)
        self.menu.point_wanted.connect(self._add_point)
        self.arriving.shown_again.connect(self._show)
        self.arriving.line_wanted.connect(self._open_line)
        self.menu.under_wanted.connect(self.one.put_under)
        self.menu.ended.connect(self.one.end)
        self.menu.moved.connect(self._move)
        self.menu.removed.connect(self._remove)
        right.answer.saved_wanted.connect(self._save)
        right.answer.moved.connect(self._move)
        right.answer.removed.connect(self._remove)
        right.answer.line_opened.connect(self._open_line)
        line = right.line
        line.settle_wanted.connect(acts.settle)
        line.change_wanted.connect(acts.change)
        line.ended.connect(self._line_ended)
        acts.asked_again.connect(self._read_again)
        line.form.makePoint.clicked.connect(self._add_point)
        line.form.putUnder.clicked.connect(self.one.put_under)
        line.form.takeOut.clicked.connect(self._take_out)
        line.form.backToPoint.clicked.connect(self._back_to_point)
        line.form.sameAs.clicked.connect(lambda: acts.same_as(line.entries()[0]))
        line.form.notSame.clicked.connect(lambda: acts.change(line.entries(), {"duplicate_of": None}))
        line.form.setTheme.clicked.connect(lambda: self.giving_theme.open(line.form.setTheme))
        right.new.added.connect(self._add)
        right.new.cancelled.connect(self._give_up_point)

    def _keys(self) -> None:
        acts: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+Down", partial(self._step, 1)),
            ("Ctrl+Up", partial(self._step, -1)),
            ("Alt+Down", partial(self._move, 1)),
            ("Alt+Up", partial(self._move, -1)),
            ("Ctrl+T", lambda: self.giving_theme.open(self.form.said)),
            ("Ctrl+P", self._add_point),
        )
        for sequence, act in acts:
            key = QShortcut(QKeySequence(sequence), self, act)
            key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.form.said, self._remove)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)

    # ---- what the shell asks

    def open(self, session_id: str | None) -> None:  # noqa: D102
        self._front = True
        if session_id != self.session_id:
            self._board = None
            self.chosen.forget()
            self.right.new.keys.forget()
            self.themes.choice = ALL
            self.right.stop_writing()
            self.form.said.show_rows(())
        super().open(session_id)
        if self._board is not None:
            self._show()
        elif session_id is not None:
            self.context.runner.ask(sessions.record, session_id, done=self._loaded)
        self._ask_plain_words()

    def _ask_plain_words(self) -> None:
        """The list of hard words as it is now, unless hints are switched off (Settings)."""
        if self.context.settings.read().plain_words:
            self.context.runner.ask(plain_words.words, done=self.right.set_plain_words, owner=self)
        else:
            self.right.set_plain_words(None)

    def point_at(self, row: Ref) -> None:  # noqa: D102
        self.arriving.point_at(row)

    def leave(self) -> None:  # noqa: D102
        self.right.hand_in()
        self._front = False

    def keys(self) -> Sequence[tuple[str, str]]:  # noqa: D102
        return KEYS

    def panes(self) -> list[QWidget]:  # noqa: D102
        return [self.form.themesCard, self.form.middle, self.form.answerCard]

    def first_focus(self) -> QWidget:  # noqa: D102
        said: QWidget = self.form.said
        return said

    def apply(self, changes: Changes) -> None:  # noqa: D102
        asked, session = reread(changes, self.session_id if self._board is not None else None), self.session_id
        if asked.plain_words:
            self._ask_plain_words()
        if asked.whole:
            self._read_again()
        elif session is not None and (asked.points or asked.entries):
            done = partial(self._touched, session, (*asked.points, *asked.entries))
            self.context.runner.ask(answers.touched, session, asked.points, asked.entries, done=done, owner=self)

    # ---- what comes back

    def _loaded(self, record: SessionRecord) -> None:
        if record.session.id != self.session_id:
            return
        first = self._board is None
        self._board = Board(record, self.context.desk.today())
        self._show()
        if first:
            self._choose_first()
            self.arriving.go_to_wanted()
            self.arriving.look_for_drafts(self.session_id)

    def _read_again(self) -> None:
        """An answer can change what stands without any line looking different."""
        if self.session_id is not None:
            self.context.runner.ask(sessions.record, self.session_id, done=self._loaded, owner=self)

    def _touched(
        self, session: str, asked: Sequence[str], found: tuple[Sequence[Point], Sequence[Entry], Permissions]
    ) -> None:
        if self._board is not None and session == self.session_id:
            self._board.update(*found, asked)
            self._show()

    # ---- showing

    def _show(self) -> None:
        board, said = self._board, self.form.said
        if board is None:
            return
        self._close_point_that_is_gone(board)
        wanted = board.point(self._choose_next)
        if wanted is not None and not board.is_in(wanted, self.themes.choice):
            self.themes.choice = ALL  # where the new point can be seen
        self.themes.show(board.themes())
        shown = rows(board, self.themes.choice, self.chosen.ticked(board.row_ids(self.themes.choice)))
        said.show_rows(shown)
        said.setVisible(bool(shown))
        self.form.nothingHere.setVisible(not shown)
        self.form.nothingHere.setText(NOTHING_YET if self.themes.choice == ALL else "Nothing here.")
        if wanted is not None:
            self._choose_next = ""
            self.right.stop_writing()
            said.choose([point_id(wanted.id)])
            self.right.take_focus()
            self.right.new.keys.release()
        self.right.show(board, self.chosen.lines(), self.chosen.point())
        self._note(board)

    def _close_point_that_is_gone(self, board: Board) -> None:
        point, shown = self.right.answer.point_id(), not self.right.answer.isHidden()
        if point is not None and board.point(point) is None:
            self.right.answer.forget()
            if shown and self._front and point != self._taking:
                self.context.tell(POINT_GONE, "What people said stays. Nothing more is written in the point.")

    def _note(self, board: Board) -> None:
        if self._front:
            words = board.open_words()
            self.context.note(*(("look", words) if words else ("done", ALL_ANSWERED) if board.lines() else ("", "")))

    # ---- what is chosen

    def _ticks_changed(self) -> None:
        self.right.hand_in()
        self._show()

    def _opened(self, _row: str) -> None:
        if self._board is not None and self._board.wants_a_point(self.chosen.lines()):
            self._add_point()
        else:
            self.right.take_focus()

    def _line_ended(self) -> None:
        """Enter in the note of a line."""
        lines = [line_id(e.id) for e in self.right.lines()]
        if self.chosen.point() is not None:
            self._back_to_point()
        else:
            self.one.go_on(lines)

    def _choose_first(self) -> None:
        first = next((row.id for row in self.form.said.cards.rows() if row.kind != "heading"), None)
        if first is not None and not self.form.said.ids():
            self.form.said.choose([first])

    def _theme_chosen(self, _choice: str) -> None:
        self.right.hand_in()
        self._show()
        self._choose_first()

    def _picked(self) -> None:
        self.right.hand_in()
        self.right.stop_untouched()
        if self._board is not None:
            self.right.show(self._board, self.chosen.lines(), self.chosen.point())

    def _step(self, way: int) -> None:
        """Go to the next point, or the one before."""
        rows = [row for row in self.form.said.cards.rows() if row.id.startswith("point:")]
        ids, now = [row.id for row in rows], self.form.said.ids()
        at = ids.index(now[0]) + way if now and now[0] in ids else (0 if way > 0 else len(ids) - 1)
        if 0 <= at < len(ids):
            self.form.said.choose([ids[at]])
            self.context.announce(rows[at].spoken)

    # ---- points

    def _save(self, point_id: str, fields: dict[str, Any]) -> None:
        verb = partial(answers.change_point, **fields)
        self.context.runner.do(verb, point_id, failed=partial(self._not_saved, point_id, fields), owner=self)

    def _not_saved(self, point_id: str, fields: dict[str, Any], error: UserError) -> None:
        self.context.fail(error)
        point = self._board.point(point_id) if self._board else None
        if point is not None:
            self.right.answer.not_saved(point, fields)

    def _add_point(self) -> None:
        self.one.begin_point()

    def _add(self, words: str, entries: Sequence[str], answer: AnswerKind | None) -> None:
        verb = partial(answers.add_point, answer=answer)
        done, failed = self._added, self._not_added
        self.context.runner.do(verb, self.session_id, words, entries, done=done, failed=failed, owner=self)

    def _not_added(self, error: UserError) -> None:
        self.right.new.go_on_writing()
        self.context.fail(error)

    def _added(self, made: tuple[str, Changes]) -> None:
        self._choose_next = made[0]
        self.chosen.forget()
        self.right.new.close_up()
        self.one.made(made[0])
        self.context.announce("The point is added. Choose its answer.")

    def _give_up_point(self) -> None:
        self.form.said.setFocus()
        self.right.stop_writing()
        self._picked()

    def _move(self, by: int) -> None:
        point = self.chosen.point()
        if point is not None:
            self.right.hand_in()
            self.acts.move_point(point, by)

    def _drop(self, row: str, other: str) -> None:
        self.right.hand_in()
        self.acts.drop_point(row.removeprefix("point:"), other.removeprefix("point:"))

    def _remove(self) -> None:
        point = self.chosen.point()
        if point is not None:
            self.right.hand_in()
            self._taking = point.id
            self.acts.remove_point(point)

    # ---- lines and themes

    def _open_line(self, entry_id: str) -> None:
        if self._board is not None:
            self.right.open_line(entry_id)
            self.right.show(self._board, self.chosen.lines(), self.chosen.point())
            self.right.take_focus()

    def _back_to_point(self) -> None:
        if self._board is not None:
            self.right.close_line()
            self.right.show(self._board, self.chosen.lines(), self.chosen.point())
            self.right.answer.form.lines.setFocus()

    def _take_out(self) -> None:
        point = self.chosen.point()
        if point is not None:
            self.acts.take_out(point.id, self.right.lines())
