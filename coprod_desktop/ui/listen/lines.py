"""The lines of the session that is shown: added, changed and struck through the verbs, row by row in the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.permission import Circle
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture
from coprod_desktop.services.capture import EntryLine
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.listen import said_lines
from coprod_desktop.ui.listen.entry_rows import converter, cover
from coprod_desktop.ui.listen.said_lines import SAVING, SaveStates
from coprod_desktop.ui.listen.typed_line import LineBeingTyped
from coprod_desktop.ui.widgets.entry_list import EntryList, EntryRow

if TYPE_CHECKING:  # a refusal is rare: the first line does not wait for what asks again
    from coprod_desktop.services.ask_again import ToAsk


class Lines(QObject):
    """Owns the list. A line shows "Saving…" until it is on the disk; the last one saved shows "saved"."""

    changed = Signal()
    """Lines came, went or changed."""
    not_added = Signal(str, object, str, object)
    """(session, Said, id, UserError): a line that did not reach the disk, already gone from the list."""
    not_changed = Signal(object, str, object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._session: str | None = None
        self._wanted: str | None = None
        self._states = SaveStates()
        self._covered = False
        self._row = converter(self._states, self._time_of)
        self.list = EntryList(self._shown, "saidList", "What people said", several=True)
        self.list.begins_at_end = True
        self._model = self.list.entries
        self._at_end = True
        self.held_still: Callable[[], bool] = lambda: False
        """Whether somebody is at a line, which is to stay where it is."""
        self._to_end = Pause(self.list.go_to_end, 0, self)
        bar = self.list.verticalScrollBar()
        bar.valueChanged.connect(self._scrolled)
        bar.rangeChanged.connect(self._stay_at_end)

    def _shown(self, line: EntryLine) -> EntryRow:
        return cover(self._row(line), line) if self._covered else self._row(line)

    def show_covered(self, *, on: bool) -> None:
        """Show no names and no notes, or show them again."""
        if on != self._covered:
            self._covered = on
            self._model.set_rows(self._model.rows())
            self._to_end.start()

    # ---- reading

    def load(self, session: str, then: Callable[[], None]) -> None:
        """Show a session's lines, then call `then`."""
        if session != self._session:
            self._states.clear()
            self._model.set_rows([])
        self._session = session

        def show(lines: Sequence[EntryLine]) -> None:
            if session == self._session:
                self._model.set_rows(self._states.with_saving(lines, self._model.rows()))
                self.list.go_to_end()
                self.changed.emit()
                then()
                self.go_to(self._wanted)

        self._context.runner.ask(capture.lines, session, done=show, owner=self)

    def go_to(self, line_id: str | None) -> None:
        """Bring a line that was searched for into view, as soon as it is there; the keys stay where they are."""
        self._wanted = line_id
        if line_id is None or not self.list.go_to(line_id):
            return
        self._wanted, self._at_end = None, False
        self._to_end.stop()
        QTimer.singleShot(0, self.list, partial(self.list.go_to, line_id))  # again when rows have their height

    def apply(self, changes: Changes) -> None:
        """Bring the rows up to date that a verb touched."""
        mine = [r for r in changes.all() if r.noun == "entry" and r.session == self._session]
        gone = {r.id for r in changes.removed if r.noun == "entry"}
        for ref in mine:
            if ref.id in gone:
                self._forget(ref.id)
        self.refresh([r.id for r in mine if r.id not in gone])
        if gone:
            self.changed.emit()

    def refresh(self, ids: Sequence[str]) -> None:
        """Read these lines again."""
        session = self._session

        def put(lines: Sequence[EntryLine]) -> None:
            if session == self._session:
                self._put(lines, ids)

        if ids:
            self._context.runner.ask(capture.lines_by_id, list(ids), done=put, owner=self)

    def _put(self, lines: Sequence[EntryLine], asked: Sequence[str]) -> None:
        for line in lines:
            if not self._model.replace(line):
                self._model.insert(said_lines.place_of(line, self._model.rows()), line)
        for missing in set(asked) - {line.id for line in lines}:
            self._forget(missing)
        self.changed.emit()

    def _forget(self, line_id: str) -> None:
        self._states.pop(line_id, None)
        self._model.remove(line_id)

    def _scrolled(self, value: int) -> None:
        self._at_end = value >= self.list.verticalScrollBar().maximum()

    def _stay_at_end(self) -> None:
        """The list became lower or longer: whoever was looking at its end still is."""
        bar = self.list.verticalScrollBar()
        if self._at_end and not self.held_still() and bar.value() < bar.maximum():
            self._to_end.start()

    # ---- what is there

    def get(self, line_id: str) -> EntryLine | None:
        """Return a line."""
        return self._model.get(line_id)

    def all(self) -> Sequence[EntryLine]:
        """Return every line in the order they were said."""
        return self._model.rows()

    def last(self) -> EntryLine | None:
        """Return the line said last."""
        rows = self._model.rows()
        return rows[-1] if rows else None

    def first_gap(self, after: str | None = None) -> EntryLine | None:
        """Return the first line that marks something missed, or the next such one after a line."""
        return said_lines.first_gap(self._model.rows(), after)

    def themes(self) -> list[str]:
        """Return the themes used so far, the most used first."""
        return said_lines.themes(self._model.rows())

    def said_by(self, people: set[str]) -> list[str]:
        """Return the ids of the lines these people said."""
        return [row.id for row in self._model.rows() if row.speaker in people]

    def _time_of(self, line_id: str) -> str:
        line = self._model.get(line_id)
        return line.at or "" if line is not None else ""

    # ---- changing

    def add(self, said: LineBeingTyped, line_id: str, draft: str | None) -> None:
        """Show a new line at once, and save it; its draft goes in the same moment."""
        session = self._session
        if session is None:
            return
        said = replace(said, at=said.at or f"{self._context.desk.now():%H:%M}")
        self._states[line_id] = SAVING
        was_at_end = self._at_end
        self._model.append(said_lines.on_its_way(said, line_id, self._model.rows()))
        if not was_at_end:
            self.list.go_to_end()
        self.changed.emit()

        def failed(error: UserError) -> None:
            self._forget(line_id)
            self.changed.emit()
            self.not_added.emit(session, said, line_id, error)

        self._context.runner.do(
            capture.add,
            session,
            said.new_line(line_id),
            draft=draft,
            done=lambda _: self._saved(line_id),
            failed=failed,
            owner=self,
        )

    def rewrite(self, said: LineBeingTyped, line_id: str) -> None:
        """Change a line to what was typed; it shows at once."""
        line = self._model.get(line_id)
        fields = dict(said.differences(line)) if line is not None else {}
        if line is None or not fields:
            return
        self._states[line_id] = SAVING
        self._model.replace(line._replace(text=said.words, theme=said.theme or None))

        def failed(error: UserError) -> None:
            self._states.pop(line_id, None)
            self._model.replace(line)
            self.not_changed.emit(said, line_id, error)

        self._change(line_id, fields, failed)

    def change(self, line_id: str, **fields: Any) -> None:
        """Change fields of a line (as in domain.record.Entry)."""
        if fields:
            self._change(line_id, fields, None)

    def _change(self, line_id: str, fields: dict[str, Any], failed: Callable[[UserError], None] | None) -> None:
        session = self._session
        now, asks = said_lines.without_yes(fields)
        if now:
            self._write(line_id, now, failed)
        if asks and session is not None:
            from coprod_desktop.services import ask_again

            ask, circle = self._context.runner.ask, fields.get("circle", Circle.ANYONE)
            ask(
                ask_again.to_ask,
                session,
                [line_id],
                circle,
                done=partial(self._may_quote, session, line_id, circle),
                owner=self,
            )

    def _may_quote(self, session: str, line_id: str, circle: Circle, refused: Sequence[ToAsk]) -> None:
        """Write the yes; when somebody refused, that is shown first, and they are asked again."""
        if refused:
            from coprod_desktop.ui.dialogs.ask_again import AskAgain  # rarely: the first line does not wait for it

            AskAgain(self._context, session, refused, self.list.window()).open()
        else:
            self._write(line_id, {"quote_ok": True, "circle": circle}, None)

    def quote_many(self, ids: Sequence[str], *, may: bool, circle: Circle = Circle.ANYONE) -> None:
        """Say of several lines, as one step, whether they may be quoted; what somebody refused is asked about one by one."""
        session = self._session
        if not may or session is None:
            self.change_many(ids, quote_ok=may)
            return
        from coprod_desktop.services import ask_again

        ask = self._context.runner.ask
        done = partial(self._may_quote_many, session, ids, circle)
        ask(ask_again.to_ask, session, list(ids), circle, done=done, owner=self)

    def _may_quote_many(self, session: str, ids: Sequence[str], circle: Circle, refused: Sequence[ToAsk]) -> None:
        asked = {one.entry.id for one in refused}
        if free := [one for one in ids if one not in asked]:
            self.change_many(free, quote_ok=True, circle=circle)
        if refused:
            from coprod_desktop.ui.dialogs.ask_again import AskAgain

            AskAgain(self._context, session, refused, self.list.window()).open()

    def _write(self, line_id: str, fields: dict[str, Any], failed: Callable[[UserError], None] | None) -> None:
        self._context.runner.do(
            capture.change, line_id, done=lambda _: self._saved(line_id), failed=failed, owner=self, **fields
        )

    def confirm(self, ids: Sequence[str]) -> None:
        """Somebody confirmed that what a machine wrote is what was said."""
        from coprod_desktop.services import notes  # the first line typed does not wait for the reader of notes

        self._context.runner.do(notes.confirm, list(ids))

    def change_many(self, ids: Sequence[str], **fields: Any) -> None:
        """Change the same fields of several lines, as one step."""
        self._context.runner.do(capture.change_many, list(ids), **fields)

    def on_papers(self, ids: Sequence[str], *, wanted: bool) -> None:
        """Let lines on papers, or keep them off, as one step."""
        self._context.runner.do(capture.on_papers, list(ids), wanted=wanted)

    def join(self, line_id: str) -> None:
        """Put a line at the end of the one before it, and stand on that one."""
        at = self._model.row_of(line_id)
        if at is None:
            return
        from coprod_desktop.services import join_and_split  # the first line typed does not wait for it

        before = self._model.id_at(at - 1) if at else line_id
        self._context.runner.do(join_and_split.join, line_id, done=lambda _: self.list.go_to(before), owner=self)

    def split(self, line_id: str, first: str, second: str, done: Callable[[], object]) -> None:
        """Make two lines of one."""
        from coprod_desktop.services import join_and_split

        self._context.runner.do(join_and_split.split, line_id, first, second, done=lambda _: done(), owner=self)

    def strike(self, line_id: str) -> None:
        """Take a line out for good. It was asked first."""
        self._context.runner.do(capture.strike, line_id)

    def _saved(self, line_id: str) -> None:
        """Move the word "saved" to this line."""
        for touched in self._states.saved(line_id):
            row = self._model.get(touched)
            if row is not None:
                self._model.replace(row)
