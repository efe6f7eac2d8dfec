"""Bring a list of people in: paste or open it, look at each row, then put them on the session's list in one step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton, QWidget

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.record import Session
from coprod_desktop.errors import UserError
from coprod_desktop.services import sessions
from coprod_desktop.services.bring_in import list_kinds, people
from coprod_desktop.services.bring_in.files import bytes_of
from coprod_desktop.services.bring_in.people_list.values import ListedRow
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.seen.list_in_hand import ASK, LEAVE, Line, ListInHand
from coprod_desktop.ui._forms.people_list import Ui_PeopleList
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.runner import Job
from coprod_desktop.ui.base.timers import Soon
from coprod_desktop.ui.people.listed_rows import ListedRows
from coprod_desktop.ui.people.one_listed import OneListed
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.tab_order import as_they_stand
from coprod_desktop.ui.words.session import UNTITLED

LINES = 6
"""Lines of text that the list shows at the least; it scrolls."""
SLOW_MS = 50
"""Milliseconds after which reading a list shows how far it is, and can be stopped."""
FILES = "Lists of people (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.htm *.html *.vcf *.eml *.docx);;All files (*)"  # what it is is decided by what is in it, never by its ending
_WORDS = "Nothing is stored yet. A list never gives a yes: names, photos and quotations are asked of each person."


class BringList(QObject):
    """Opens the dialog from a page."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page = context, page

    def ask(self, session: str) -> ListDialog:
        """Have a list pasted or opened that comes onto this session's list."""
        dialog = ListDialog(self._context, session, self._page)
        dialog.open()
        return dialog


class ListDialog(QDialog):
    """Two sides: the list as it comes, and its rows. What is wrong is said inside the dialog; what was done, above the page."""

    def __init__(self, context: Context, session: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self._data = b""
        self._told = False
        """Whether somebody said what a column is."""
        self.hand: ListInHand | None = None
        self._job: Job | None = None
        self.ui = ui = Ui_PeopleList()
        ui.setupUi(self)
        self.setObjectName("listDialog")
        self.setWindowTitle("Bring in a list of people")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list: ListedRows = ui.listRows
        Room(self.list, LINES)
        self.one = OneListed(ui, self)
        self._slow = Soon(lambda: self._show_reading(True), SLOW_MS, self)
        self._kept = KeptField(context, ui.listText)
        self._kept.show(f"session:{session}:people_list", "", session=session, row=session)
        self._connect()
        context.runner.ask(sessions.one, session, done=self._show_session, owner=self)
        self._show_reading(False)
        self._show_side(looking=False)
        ui.listText.setFocus()
        fit_screen(self, 960, 740)

    def _show_session(self, session: Session) -> None:
        self.ui.listTitle.setText(f"Bring people in: {session.title or UNTITLED}, {dates.short(session.date)}")

    def _connect(self) -> None:
        ui = self.ui
        ui.look.clicked.connect(self._look_at_text)
        ui.openList.clicked.connect(self._ask_file)
        ui.again.clicked.connect(self._back)
        ui.readingStop.clicked.connect(self._stop_here)
        ui.take.clicked.connect(self._take)
        ui.cancel.clicked.connect(self._cancel)
        ui.sheet.activated.connect(lambda _at: self._other_sheet())
        ui.columns.changed.connect(self._mean)
        self.one.changed.connect(self._changed)
        for push, take in ((ui.exactTake, True), (ui.exactKeep, False), (ui.exactSame, None)):
            push.clicked.connect(partial(self._answer_exact, take))
        self.list.chosen.connect(lambda _id: self._show_row())
        self.list.toggled.connect(self._toggle)
        self.list.opened.connect(lambda _id: ui.answer.setFocus())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.ui.take if self.hand is not None else self.ui.look).click()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:  # noqa: D102
        self._stop()
        self._kept.hand_in()
        super().done(result)

    # ---- the list as it comes

    def _ask_file(self) -> None:
        found, _ = QFileDialog.getOpenFileName(self, "Which list of people?", str(Path.home()), FILES)
        if found:
            self.open_file(Path(found))

    def open_file(self, path: Path) -> None:
        """Look at the list in a file."""
        self._start(partial(_read_file, path))

    def _look_at_text(self) -> None:
        text = self.ui.listText.toPlainText()
        if not text.strip():
            self.ui.listText.setFocus()
            return
        self._kept.hand_in()
        self._start(lambda _desk: text.encode("utf-8", "replace"))

    def _start(self, data: Callable[[Desk], bytes]) -> None:
        self._data, self.hand, self._told = b"", None, False
        self._work(data)

    def _mean(self) -> None:
        """Read the same list once more: its columns mean something else."""
        if self.hand is not None:
            data, where, self._told = self._data, self.hand.found.where, True
            self._work(lambda _desk: data, self.ui.columns.meanings(), where.sheet or None)

    def _other_sheet(self) -> None:
        data, self.hand = self._data, None
        self._work(lambda _desk: data, sheet=self.ui.sheet.currentData())

    def _work(
        self, data: Callable[[Desk], bytes], meanings: Mapping[int, str] | None = None, sheet: str | None = None
    ) -> None:
        self._stop()
        self.ui.banner.clear()
        self._slow.begin()
        session = self._session

        def work(desk: Desk, job: Job) -> tuple[bytes, ListedRow]:
            read = data(desk)
            job.say(0.0, "Reading the list")
            return read, list_kinds.look(desk, read, meanings=meanings, sheet=sheet, session=session, progress=job.say)

        self._job = self._context.runner.job(
            work, done=self._show, failed=self._refused, progress=self._say, owner=self
        )

    def _say(self, part: float, words: str) -> None:
        self.ui.readingBar.setValue(round(part * 100))
        self.ui.readingBar.setFormat(words)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job_is_over()

    def _stop_here(self) -> None:
        """Stop what takes long: nothing of it is stored, and what was looked at before is still there."""
        self._stop()
        self._count()
        (self.ui.take if self.hand is not None else self.ui.listText).setFocus()

    def _job_is_over(self) -> None:
        self._job = None
        self._slow.stop()
        self._show_reading(False)

    def _back(self) -> None:
        self.hand = None
        self.ui.banner.clear()
        self._show_side(looking=False)
        self.ui.listText.setFocus()

    # ---- its rows

    def _show(self, read: tuple[bytes, ListedRow]) -> None:
        self._job_is_over()
        self._data, found = read
        at = self.list.current_id()
        again = self.hand is not None
        self.hand = hand = ListInHand(found, self.hand)
        ui = self.ui
        behind = [f"Columns with no place here stay behind: {', '.join(found.unused)}."] if found.unused else []
        ui.listWords.setText(" ".join([_where(found), _WORDS, *found.doubts, *behind]))
        self._show_sheets(found)
        ui.columns.show_columns(found.columns, found.meanings)
        ui.columns.setVisible(bool(found.columns))
        as_they_stand(self)
        self.list.items.set_rows(list(hand.lines))
        self._show_side(looking=True)
        first = hand.first_open() or (hand.lines[0] if hand.lines else None)
        if not (again and at and self.list.go_to(at)) and first is not None:
            self.list.go_to(first.id)
        self._show_row()
        self._count()
        if not again:
            self._first_focus().setFocus()
        self._context.announce(hand.words())

    def _first_focus(self) -> QWidget:
        ui, hand = self.ui, self.hand
        assert hand is not None
        pushes: tuple[QPushButton, ...] = (ui.exactTake, ui.exactKeep, ui.exactSame)
        asked = next((push for push in pushes if push.isVisibleTo(self)), None)
        rows = self.list if hand.first_open() is not None or not ui.take.isEnabled() else ui.take
        return asked or rows

    def _show_sheets(self, found: ListedRow) -> None:
        box, where = self.ui.sheet, found.where
        box.clear()
        for sheet in (where.sheet, *where.others):
            box.addItem(sheet or "The first", sheet)
        self.ui.sheetRow.setVisible(bool(where.others))

    def _show_side(self, *, looking: bool) -> None:
        ui = self.ui
        for part in (ui.lookSide, ui.take, ui.again):
            part.setVisible(looking)
        for part in (ui.pasteSide, ui.look, ui.openList):
            part.setVisible(not looking)

    def _show_reading(self, on: bool) -> None:
        self.ui.reading.setVisible(on)
        if not on:
            self.ui.readingBar.setValue(0)

    # ---- what happens with them

    def _toggle(self, row: str) -> None:
        if self.hand is None:
            return
        line = self.hand.tick(row)
        if line is None:
            self.ui.answer.setFocus()
            return
        self._changed(line)
        self._context.announce("Left out" if line.answer == LEAVE else "Comes in")

    def _changed(self, line: Line) -> None:
        self.list.items.replace(line)
        self._show_row()
        self._count()

    def _show_row(self) -> None:
        if self.hand is not None:
            self.one.show_row(self.hand, self.list.current_id())

    def _answer_exact(self, take: bool | None) -> None:
        if self.hand is None:
            return
        self.hand.answer_exact(take=take)
        at = self.list.current_id()
        self.list.items.set_rows(list(self.hand.lines))
        open_one = self.hand.first_open()
        self.list.go_to(open_one.id if open_one is not None else at or self.hand.lines[0].id)
        self._show_row()
        self._count()
        (self.list if open_one is not None else self.ui.take).setFocus()

    def _count(self) -> None:
        hand, ui = self.hand, self.ui
        if hand is None:
            return
        many, open_one = hand.many(), hand.first_open()
        ui.listState.show_state("look" if open_one is not None else "done" if many else "info", hand.words())
        ui.take.setText(f"Bring in {counted(many, 'person', 'people')}")
        ui.take.setEnabled(bool(many or open_one))
        exact = [line for line in hand.exact() if line.asks]
        ui.exactBox.setVisible(bool(exact))
        ui.exactWords.setText(hand.exact_words())
        differ = any(line.takes for line in exact)
        for push, shown in ((ui.exactTake, differ), (ui.exactKeep, differ), (ui.exactSame, not differ)):
            push.setVisible(shown)

    def _take(self) -> None:
        hand = self.hand
        if hand is None:
            return
        open_one = hand.first_open()
        if open_one is not None:
            self._ask_about(open_one)
            return
        rows, session = hand.chosen(), self._session
        self.ui.banner.clear()
        self.ui.take.setEnabled(False)
        self._slow.begin()

        def work(desk: Desk, job: Job) -> Changes:
            return people.bring_in(desk, session, rows, progress=job.say)

        done = partial(self._done, hand.many(), len(hand.lines) - len(rows))
        self._job = self._context.runner.job(work, done=done, failed=self._not_taken, progress=self._say, owner=self)

    def _ask_about(self, line: Line) -> None:
        self.list.go_to(line.id)
        self._show_row()
        if line.answer == ASK:
            what, do = "Some rows may be people who are here already.", "the same person, somebody else, or leave out."
        else:
            what, do = (
                "Some rows say something else than what is here.",
                "keep what is here, or take what the list says.",
            )
        self.ui.banner.tell_error(UserError(what, f"Choose for each: {do}"))
        self.one.go_to_open()

    def _done(self, many: int, behind: int, changes: Changes) -> None:
        self._job_is_over()
        self._kept.give_up()
        self._context.runner.changed.emit(changes)
        if self._told and self.hand is not None:
            self._context.runner.do(list_kinds.remember, self.hand.found.columns)
        left = f" {counted(behind, 'row')} stayed behind." if behind else ""
        what = counted(many, "person was brought in", "people were brought in")
        self._context.tell(f"{what}.", f"Ctrl Z takes all of it back, in one step.{left}", "done")
        self.accept()

    def _not_taken(self, error: UserError) -> None:
        self._job_is_over()
        self.ui.take.setEnabled(True)
        self.ui.banner.tell_error(error)

    def _refused(self, error: UserError) -> None:
        """It could not be read. Where only columns mean something else, they can be put right where they are."""
        self._job_is_over()
        self.ui.banner.tell_error(error)
        self.ui.take.setEnabled(False)
        if self.hand is None:
            self._show_side(looking=False)

    def _cancel(self) -> None:
        """Keep nothing of what was pasted. Only closing it, by Escape, keeps it for the next time."""
        self._kept.give_up()
        self.reject()


def _where(found: ListedRow) -> str:
    """Return what the list was read as: "This is an Excel workbook: “Attendees”, headings in row 4."."""
    where = found.where
    sheet = f": “{where.sheet}”" if where.sheet else ""
    headed = any(column.heading for column in found.columns)
    row = f", headings in row {where.first_row}" if headed and where.first_row > 1 else ""
    return f"This is {where.kind}{sheet}{row}."


def _read_file(path: Path, _desk: Desk) -> bytes:
    return bytes_of(path, what="list")
