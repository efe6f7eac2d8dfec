"""Bring a list of people in: choose the file, look at each row, then put them on the session's list in one step."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.counted import counted
from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in import people
from coprod_desktop.services.bring_in.files import bytes_of
from coprod_desktop.services.bring_in.people_list.values import Listed, ListedRow
from coprod_desktop.services.desk import Desk
from coprod_desktop.ui._forms.people_list import Ui_PeopleList
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.people.listed_rows import (
    ASK,
    LEAVE,
    NEW,
    Answer,
    Line,
    ListedRows,
    answers,
    chosen,
    first_answer,
    how_many,
)
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.room import Room

LINES = 5
"""Lines of text that the list shows at the least; it scrolls."""
_WORDS = (
    "Nothing is stored yet. Space brings a row in or leaves it out. Names stay off papers until each person agrees."
)


class BringList(QObject):
    """A file that is no list is refused above the page."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._page, self._session = context, page, ""

    def ask(self, session: str) -> None:
        """Ask which file, then show what is in it."""
        found, _ = QFileDialog.getOpenFileName(
            self._page,
            "Which list of people?",
            str(Path.home()),
            "Lists from a spreadsheet (*.csv *.txt);;All files (*)",
        )
        if found:
            self.bring(session, Path(found))

    def bring(self, session: str, path: Path) -> None:
        """Show what is in a file."""
        self._session = session
        self._context.runner.ask(_look, path, done=self._show, owner=self._page)

    def _show(self, found: ListedRow) -> None:
        ListDialog(self._context, self._session, found, self._page).open()


class ListDialog(QDialog):
    """Every row with what it would be. What is wrong is said inside the dialog; what was done, above the page."""

    def __init__(self, context: Context, session: str, found: ListedRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, session
        self.ui = ui = Ui_PeopleList()
        ui.setupUi(self)
        self.setObjectName("listDialog")
        self.setWindowTitle("Bring a list in")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        behind = f" Columns with no place here stay behind: {', '.join(found.unused)}." if found.unused else ""
        ui.listWords.setText(_WORDS + behind)
        self.list: ListedRows = ui.listRows
        Room(self.list, LINES)
        lines = [*(Line(row, first_answer(row)) for row in found.rows), *(Line(row, LEAVE) for row in found.refused)]
        self.list.items.set_rows(sorted(lines, key=lambda line: line.row.number))
        self.list.chosen.connect(lambda _id: self._show_answers())
        self.list.toggled.connect(self._toggle)
        self.list.opened.connect(lambda _id: ui.answer.setFocus())
        ui.answer.activated.connect(self._answered)
        ui.take.clicked.connect(self._take)
        ui.cancel.clicked.connect(self.reject)
        self.list.go_to(self.list.items.rows()[0].id)
        self._show_answers()
        self._count()
        self.list.setFocus()
        fit_screen(self, 800, 720)

    # ---- what happens with the row one is on

    def _line(self) -> Line:
        return self.list.items.get(self.list.current_id() or "") or self.list.items.rows()[0]

    def _show_answers(self) -> None:
        line, box = self._line(), self.ui.answer
        box.clear()
        for words, answer in answers(line.row) if isinstance(line.row, Listed) else (("Cannot come in", LEAVE),):
            box.addItem(words, answer)
            if answer == line.answer:
                box.setCurrentIndex(box.count() - 1)
        box.setEnabled(isinstance(line.row, Listed))
        name = f", {line.row.name}" if isinstance(line.row, Listed) else ""
        self.ui.answerLabel.setText(f"What happens with row {line.row.number}{name}")

    def _answered(self, at: int) -> None:
        line = self._line()
        if isinstance(line.row, Listed):
            self._set(line, answers(line.row)[at][1])

    def _toggle(self, row: str) -> None:
        line = self.list.items.get(row)
        if line is None or not isinstance(line.row, Listed):
            return
        if line.row.like:
            self.ui.answer.setFocus()
        else:
            self._set(line, LEAVE if line.answer == NEW else NEW)
            self._context.announce("Comes in" if line.answer == LEAVE else "Left out")

    def _set(self, line: Line, answer: Answer) -> None:
        self.list.items.replace(Line(line.row, answer))
        self._show_answers()
        self._count()

    # ---- all of them

    def _count(self) -> None:
        lines = self.list.items.rows()
        rows = chosen(lines)
        many, asked = how_many(rows), sum(line.answer == ASK for line in lines)
        behind = sum(line.answer == LEAVE for line in lines)
        parts = [_people(many, "comes in", "come in")]
        parts += [f"{_rows(asked)} to choose"] if asked else []
        parts += [f"{_rows(behind)} left out"] if behind else []
        self.ui.listState.show_state("look" if asked else "done" if many else "info", ", ".join(parts) + ".")
        self.ui.take.setText(f"Bring in {_people(many, '', '')}".strip())
        self.ui.take.setEnabled(bool(many or asked))

    def _take(self) -> None:
        lines = self.list.items.rows()
        open_one = next((line for line in lines if line.answer == ASK), None)
        if open_one is not None:
            self.list.go_to(open_one.id)
            self.ui.banner.tell_error(
                UserError(
                    "Some rows may be people who are here already.", "Choose for each: the same, another, or leave out."
                )
            )
            self.ui.answer.setFocus()
            return
        rows = chosen(lines)
        self.ui.banner.clear()
        self.ui.take.setEnabled(False)
        self._context.runner.do(
            people.bring_in, self._session, rows,
            done=partial(self._done, how_many(rows), len(lines) - len(rows)), failed=self._refused, owner=self,
        )  # fmt: skip

    def _done(self, many: int, behind: int, _changes: Changes) -> None:
        left = f" {_rows(behind)} stayed behind." if behind else ""
        self._context.tell(
            f"{_people(many, 'was', 'were')} brought in.", f"Ctrl Z takes all of it back, in one step.{left}", "done"
        )
        self.accept()

    def _refused(self, error: UserError) -> None:
        self.ui.take.setEnabled(True)
        self.ui.banner.tell_error(error)


def _look(desk: Desk, path: Path) -> ListedRow:
    return people.look(desk, bytes_of(path))


def _people(count: int, one: str, more: str) -> str:
    return counted(count, f"person {one}".strip(), f"people {more}".strip())


def _rows(count: int) -> str:
    return counted(count, "row")
