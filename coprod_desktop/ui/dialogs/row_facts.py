"""What is written down seldom, of one row at a time: the row is chosen at the top, each field saves by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import seldom
from coprod_desktop.services.desk import Desk
from coprod_desktop.ui._forms.row_facts import Ui_RowFactsForm
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.fact_form import NOT_SAID, Fact, FactForm, How
from coprod_desktop.ui.widgets.tab_order import as_they_stand

PERSON: Sequence[Sequence[Fact]] = (
    (Fact("seat", "Where they sit, or which table"),),
    (Fact("reviewed", "Their needs were looked at again with them on", How.DATE),),
    (Fact("withdrawn_words", "What they took back, in words", How.LONG),),
)
LINE: Sequence[Sequence[Fact]] = (
    (
        Fact("lang", "Language, as en-GB, cy or pl"),
        Fact("dir", "It is written", How.PICK, [("From left to right", "ltr"), ("From right to left", "rtl")]),
    ),
    (Fact("translation", "In English", How.LONG),),
    (Fact("translation_checked", "Somebody who speaks it checked the English", How.TICK),),
    (Fact("told_as", "Tell it under another name. Papers say “name changed”"),),
    (Fact("checked_with_person", "Checked with the person whose words they are", How.TICK),),
    (Fact("flags", "Marks, with a comma between them"),),
)


def check_facts(people: seldom.Rows) -> Sequence[Sequence[Fact]]:
    """Return the fields of a line of the checklist."""
    return (
        (Fact("for_person", "For whom it is", How.PICK, [NOT_SAID, *people]),),
        (Fact("note", "A note", How.LONG),),
    )


@dataclass(frozen=True, kw_only=True)
class RowsOf:
    """Which rows there are to choose from, and how one is read and saved."""

    title: str
    label: str
    facts: Sequence[Sequence[Fact]]
    noun: str
    rows: seldom.Rows
    read: Callable[[Desk, str], Mapping[str, Any]]
    save: Callable[[Desk, str, str, Any], Changes]
    key: str = ""
    """Stands before the row in the names of its drafts: of people, the session."""


class RowFactsDialog(QDialog):
    """`first` is the row that is shown first. What is wrong is said inside, and what was typed stays."""

    def __init__(self, context: Context, session: str, of: RowsOf, parent: QWidget | None, first: str = "") -> None:
        super().__init__(parent)
        self._context, self._session, self._of = context, session, of
        self.ui = ui = Ui_RowFactsForm()
        ui.setupUi(self)
        self.setObjectName("rowFacts")
        self.setWindowTitle(of.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        ui.factsTitle.setText(of.title)
        ui.rowsLabel.setText(of.label)
        ui.rows.setAccessibleName(of.label)
        for words, row in of.rows:
            ui.rows.addItem(words, row)
        ui.rows.setCurrentIndex(max(0, ui.rows.findData(first)))
        self.form = FactForm(context, of.facts, of.noun, f"{of.noun}More")
        ui.factsPlace.addWidget(self.form)
        self.form.setVisible(bool(of.rows))
        self.form.changed.connect(self._save)
        ui.rows.currentIndexChanged.connect(lambda _at: self._read())
        ui.close.clicked.connect(self.reject)
        context.runner.changed.connect(self._changed)
        as_they_stand(self)
        self._read()
        fit_screen(self, 620, 480)

    def done(self, result: int) -> None:  # noqa: D102
        self.form.fields.hand_in()
        super().done(result)

    def _changed(self, _changes: Changes) -> None:
        self._read()

    def _read(self) -> None:
        if (row := self.ui.rows.currentData()) is not None:
            self._context.runner.ask(self._of.read, row, done=partial(self._show, row), owner=self)

    def _show(self, row: str, values: Mapping[str, Any]) -> None:
        if row == self.ui.rows.currentData():
            self.form.show_row(f"{self._of.key} {row}".strip(), values, self._session)

    def _save(self, row: str, field: str, value: Any) -> None:
        self.ui.banner.clear()
        told = value or None if isinstance(value, str) else value
        self._context.runner.do(
            self._of.save, row.rpartition(" ")[2], field, told, failed=partial(self._refused, field), owner=self
        )

    def _refused(self, field: str, error: UserError) -> None:
        self.form.fields.not_saved(field, None)
        self.ui.banner.tell_error(error)


def of_people(session: str, rows: seldom.Rows) -> RowsOf:
    """Return what is seldom written down of people."""
    return RowsOf(
        title="More about people", label="About whom", facts=PERSON, noun="person", rows=rows, key=session,
        read=lambda desk, person: seldom.read_person(desk, session, person),
        save=lambda desk, person, field, value: seldom.save_person(desk, session, person, field, value),
    )  # fmt: skip


def of_lines(rows: seldom.Rows) -> RowsOf:
    """Return what is seldom written down of what people said."""
    return RowsOf(
        title="Language, translation and marks", label="Of which line", facts=LINE, noun="entry", rows=rows,
        read=seldom.read_line, save=seldom.save_line,
    )  # fmt: skip


def of_checks(rows: seldom.Rows, people: seldom.Rows) -> RowsOf:
    """Return what is seldom written down of the access checklist."""
    return RowsOf(
        title="More about the access checklist", label="Of which line", facts=check_facts(people),
        noun="checklist_item", rows=rows, read=seldom.read_check, save=seldom.save_check,
    )  # fmt: skip


def open_people(context: Context, session: str, parent: QWidget, back: QWidget) -> None:
    """Read who is on the list, and open the dialog."""
    context.runner.ask(
        seldom.people_of,
        session,
        done=lambda rows: _open(context, session, of_people(session, rows), parent, back),
        owner=parent,
    )


def open_lines(context: Context, session: str, parent: QWidget, back: QWidget) -> None:
    """Read what was said, and open the dialog."""
    context.runner.ask(
        seldom.lines_of, session, done=lambda rows: _open(context, session, of_lines(rows), parent, back), owner=parent
    )


def open_checks(context: Context, session: str, parent: QWidget, back: QWidget) -> None:
    """Read the checklist, and open the dialog."""

    def both(desk: Desk) -> tuple[seldom.Rows, seldom.Rows]:
        return seldom.checks_of(desk, session), seldom.people_of(desk, session)

    context.runner.ask(both, done=lambda found: _open(context, session, of_checks(*found), parent, back), owner=parent)


def _open(context: Context, session: str, of: RowsOf, parent: QWidget, back: QWidget) -> None:
    if not of.rows:
        context.fail(UserError("There is nothing here to write more about yet.", ""))
        return
    dialog = RowFactsDialog(context, session, of, parent)
    dialog.finished.connect(back.setFocus)
    dialog.open()
