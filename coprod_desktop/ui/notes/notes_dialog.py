"""Take notes apart: paste or open them, look at each line, then Enter takes all of them in, in one step."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QWidget

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.notes import preview
from coprod_desktop.domain.notes.hand import Hand
from coprod_desktop.errors import UserError
from coprod_desktop.services import notes
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.notes import NotesSeen, TakenIn
from coprod_desktop.ui._forms.notes_in import Ui_NotesIn
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.timers import Soon
from coprod_desktop.ui.notes.coming_rows import ComingRows
from coprod_desktop.ui.notes.one_line import OneLine
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.kept_field import DRAFT_MS, KeptField
from coprod_desktop.ui.widgets.room import Room

LINES = 6
"""Lines of text the list shows at the least; it scrolls."""
FILES = "Notes, chats, transcripts (*.txt *.vtt *.srt *.docx *.csv *.tsv *.md);;All files (*)"


class NotesDialog(QDialog):
    """Two sides: the text, and what it comes apart into. What is typed on either is kept until it is taken in."""

    def __init__(self, context: Context, session: str, parent: QWidget, text: str = "") -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self.ui = ui = Ui_NotesIn()
        ui.setupUi(self)
        self.setObjectName("notesDialog")
        self.setWindowTitle("Take notes apart")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.hand = Hand()
        self._seen: NotesSeen | None = None
        self._waiting: list[Any] = []
        self.list: ComingRows = ui.comingRows
        self.one = OneLine(ui, self)
        Room(self.list, LINES)
        ui.oneText.setFixedHeight(self.fontMetrics().height() * 3 + 20)
        self._kept = KeptField(context, ui.notesText, self._changes)
        self._kept.put_back.connect(self._put_back)
        self._soon = Soon(self._kept.keep, DRAFT_MS, self)
        self._connect()
        self._show_side(looking=False)
        self._kept.show(self.draft, "", session=session, row=session)
        ui.notesText.setFocus()
        fit_screen(self, 900, 720)
        if text:
            ui.notesText.setPlainText(text)
            self._take_apart()

    @property
    def draft(self) -> str:
        """The field the text is kept under."""
        return f"session:{self._session}:notes"

    def _connect(self) -> None:
        ui = self.ui
        ui.apart.clicked.connect(self._take_apart)
        ui.openNotes.clicked.connect(self._ask_file)
        ui.again.clicked.connect(self._back)
        ui.take.clicked.connect(self._take)
        ui.cancel.clicked.connect(self._cancel)
        self.list.chosen.connect(lambda row: self.one.show_row(self.hand.get(row)))
        self.list.toggled.connect(self.one.tick)
        self.list.opened.connect(lambda _row: ui.oneText.setFocus())
        ui.began.editingFinished.connect(self._began)
        self.one.changed.connect(self._changed)
        self.one.wrong.connect(ui.banner.tell_error)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.ui.take if self.ui.lookSide.isVisible() else self.ui.apart).click()
        elif enter and self.ui.lookSide.isVisible() and not isinstance(self.focusWidget(), QPushButton):
            self.list.setFocus()  # a time typed and Enter pressed: that is not all of them yet
        else:
            super().keyPressEvent(event)

    # ---- the text

    def _ask_file(self) -> None:
        found, _ = QFileDialog.getOpenFileName(self, "Which notes?", str(Path.home()), FILES)
        if found:
            self.open_file(Path(found))

    def open_file(self, path: Path) -> None:
        """Take the notes of a file apart."""
        self.ui.banner.clear()
        look = partial(_look_in, self._session, path)
        self._context.runner.ask(look, done=self._opened, failed=self.ui.banner.tell_error, owner=self)

    def _opened(self, found: tuple[str, NotesSeen]) -> None:
        text, seen = found
        self.ui.notesText.setPlainText(text)
        self._show(seen)

    def _take_apart(self) -> None:
        self.ui.banner.clear()
        look = partial(_look, self._session, self.ui.notesText.toPlainText(), None)
        self._context.runner.ask(look, done=self._show, failed=self.ui.banner.tell_error, owner=self)

    def _began(self) -> None:
        """Count the times of a recording from when it began; what was changed in the lines stays changed."""
        typed, seen = self.ui.began.text().strip(), self._seen
        if seen is None or not typed or typed == (seen.began or ""):
            return
        try:
            start = dates.parse_time(typed)
        except UserError as wrong:
            self.ui.banner.tell_error(wrong)
            self.ui.began.setText(seen.began or "")
            return
        self.ui.banner.clear()
        self._waiting = list(self.hand.changes)
        look = partial(_look, self._session, self.ui.notesText.toPlainText(), start)
        self._context.runner.ask(look, done=self._show, failed=self.ui.banner.tell_error, owner=self)

    def _back(self) -> None:
        self._show_side(looking=False)
        self.ui.notesText.setFocus()

    def _put_back(self, beside: Mapping[str, Any]) -> None:
        """The text is here again from when the program stopped; so is what was changed in its lines."""
        self._waiting = list(beside.get("changes", ()))
        if self._waiting:
            Soon(self._take_apart, 0, self).begin()

    def _changes(self) -> Mapping[str, Any]:
        return {"changes": self.hand.changes} if self.hand.changes else {}

    # ---- what it comes apart into

    def _show(self, seen: NotesSeen) -> None:
        ui, self._seen = self.ui, seen
        if seen.without_direct is not None:  # they are kept nowhere, not as a draft either
            ui.notesText.setPlainText(seen.without_direct)
            self._kept.keep()
        self.hand = Hand(seen.rows)
        self.hand.again(self._waiting)
        self._waiting = []
        self.list.names = {person.id: person.name for person in seen.people}
        self.list.items.set_rows(list(self.hand.rows))
        self.one.show_hand(self.hand, seen.people)
        ui.notesDoubts.setText(" ".join(_told(seen)))
        ui.notesDoubts.setVisible(bool(ui.notesDoubts.text()))
        ui.beganRow.setVisible(seen.counted_from_start)
        ui.began.setText(seen.began or "")
        self._show_side(looking=True)
        first = preview.first_open(self.hand.rows) or next((r for r in self.hand.rows if r.taken), None)
        if first is not None or self.hand.rows:
            self.list.go_to((first or self.hand.rows[0]).id)
        self.one.show_row(self.hand.get(self.list.current_id()))
        self._count()
        self._context.announce(ui.notesState.accessibleName() or self._state_words())
        ui.take.setFocus()

    def _show_side(self, *, looking: bool) -> None:
        ui = self.ui
        for part in (ui.lookSide, ui.take, ui.again):
            part.setVisible(looking)
        for part in (ui.pasteSide, ui.apart, ui.openNotes):
            part.setVisible(not looking)
        ui.take.setDefault(looking)
        ui.apart.setDefault(not looking)

    def _changed(self, row: str) -> None:
        now, shown = {r.id: r for r in self.hand.rows}, self.list.items.rows()
        if [r.id for r in shown] != list(now):
            self.list.items.set_rows(list(self.hand.rows))
            self.list.go_to(row)
        else:
            for one in shown:
                if now[one.id] != one:
                    self.list.items.replace(now[one.id])
        self.one.show_row(self.hand.get(row))
        self._count()
        self._soon.begin()

    def _state_words(self) -> str:
        rows = self.hand.rows
        lines = sum(r.taken and r.cut.action is None for r in rows)
        todo = sum(r.taken and r.cut.action is not None for r in rows)
        asked, aside = sum(r.asks for r in rows), sum(not r.taken for r in rows)
        parts = [f"{counted(lines, 'line comes', 'lines come')} in"]
        parts += [f"{counted(todo, 'answer')} to finish"] if todo else []
        parts += [f"{asked} to choose"] if asked else []
        parts += [f"{aside} left out"] if aside else []
        return f"Read as {self._seen.source.value}: {', '.join(parts)}." if self._seen else ""

    def _count(self) -> None:
        rows = self.hand.rows
        taken, asked = sum(r.taken for r in rows), any(r.asks for r in rows)
        self.ui.notesState.show_state("look" if asked else "done" if taken else "info", self._state_words())
        self.ui.take.setText(f"Take {taken:,} in" if taken != 1 else "Take it in")
        self.ui.take.setEnabled(bool(taken))

    # ---- taking them in

    def _take(self) -> None:
        self.one.leave_time()
        open_one = preview.first_open(self.hand.rows)
        if open_one is not None:
            self.list.go_to(open_one.id)
            self.one.show_row(open_one)
            whom = open_one.for_whom == preview.ASK
            what = "For whom did the interpreter speak?" if whom else f"Which {open_one.cut.speaker} said this?"
            self.ui.banner.tell_error(
                UserError(what, "Choose, or say that it is not known. Nothing is lost meanwhile.")
            )
            (self.ui.oneWhom if whom else self.ui.oneWho).setFocus()
            return
        self.ui.banner.clear()
        self.ui.take.setEnabled(False)
        self._context.runner.do(
            notes.take, self._session, self.hand.rows, draft=self.draft,
            done=self._done, failed=self._refused, owner=self,
        )  # fmt: skip

    def _done(self, found: tuple[TakenIn, Changes]) -> None:
        taken = found[0] if isinstance(found, tuple) else None
        self._kept.forget()
        words = notes.taken_words(taken) if taken is not None else "The notes were taken in."
        self._context.tell(words, "Ctrl Z takes all of it back, in one step.", "done")
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.ui.take.setEnabled(True)
        self.ui.banner.tell_error(error)

    def _cancel(self) -> None:
        self.forget()
        self.reject()

    def forget(self) -> None:
        """Keep nothing of what was pasted. Only closing it, by Escape, keeps it for the next time."""
        self._soon.stop()
        self._kept.give_up()


def _told(seen: NotesSeen) -> list[str]:
    told = list(seen.doubts)
    if seen.left_out:
        one = seen.left_out == 1
        told.append(
            f"{counted(seen.left_out, 'line')} {'was' if one else 'were'} taken out of this session before, and stays out."
            if one
            else f"{counted(seen.left_out, 'line')} were taken out of this session before, and stay out."
        )
    if seen.here_already:
        told.append(
            f"{counted(seen.here_already, 'line is', 'lines are')} in this session already, in the same words: not ticked."
        )
    return told


def _look(session: str, text: str, start: str | None, desk: Desk) -> NotesSeen:
    return notes.look(desk, session, text, start=start)


def _look_in(session: str, path: Path, desk: Desk) -> tuple[str, NotesSeen]:
    return notes.look_in(desk, session, path)


def open_notes(context: Context, session: str, back: QWidget, page: QWidget, text: str = "") -> NotesDialog:
    """Open it from Listen; `back` has the focus again afterwards."""
    dialog = NotesDialog(context, session, page, text)
    dialog.finished.connect(lambda _how: back.setFocus())
    dialog.open()
    return dialog
