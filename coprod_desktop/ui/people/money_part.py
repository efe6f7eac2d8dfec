"""What one person was offered, asked for and was paid, in short; all of it is written down in the Money dialog."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton, QVBoxLayout

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import Person
from coprod_desktop.services.program.content import Content
from coprod_desktop.services.seen import money
from coprod_desktop.services.seen.money import Amount, MoneySeen
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.money.opened import open_money
from coprod_desktop.ui.people.person_group import PersonGroup
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.widgets.status_label import StatusLabel

_LINES = 6


class MoneyPart(PersonGroup):
    """Their amounts in this session, and two doors: to this session's, and to all they ever had."""

    def __init__(self, context: Context, content: Content) -> None:
        super().__init__(context, content)
        self.setObjectName("moneyPart")
        self.state = StatusLabel("info", "")
        self.state.setObjectName("personMoneyState")
        self.list: RowsList[Amount] = RowsList(_row, "personAmounts", "Amounts")
        Room(self.list, _LINES)
        self.open_here = _push("Money of this session…", "personMoney")
        self.open_all = _push("All their money…", "personAllMoney")
        acts = FlowRow()
        for push in (self.open_here, self.open_all):
            push.setParent(acts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.state, self.list, acts):
            column.addWidget(widget)
        self.open_here.clicked.connect(lambda: self._open(self.session))
        self.open_all.clicked.connect(lambda: self._open(None))
        context.runner.changed.connect(self._changed)

    def show_person(self, session: str, person: Person) -> None:  # noqa: D102
        super().show_person(session, person)
        self._read()

    def begin(self) -> None:  # noqa: D102
        self.open_here.setFocus()

    def _changed(self, changes: Changes) -> None:
        if self.person is not None and changes.touch("claim"):
            self._read()

    def _read(self) -> None:
        if self.person is not None:
            done = partial(self._show, self.person.id)
            self.context.runner.ask(money.read, self.session, self.person.id, done=done, owner=self)

    def _show(self, person: str, seen: MoneySeen) -> None:
        if self.person is not None and self.person.id == person:
            self.state.show_state("info", seen.told)
            show_rows(self.list, seen.amounts)
            self.list.setVisible(bool(seen.amounts))

    def _open(self, session: str | None) -> None:
        if self.person is not None:
            back = self.open_all if session is None else self.open_here
            open_money(self.context, session, self.window(), back, person=self.person.id)


def _push(words: str, name: str) -> QPushButton:
    push = QPushButton(words)
    push.setObjectName(name)
    push.setProperty("kind", "outline")
    return push


def _row(row: Amount) -> ListRow:
    return ListRow(row.id, row.title, row.detail, row.state, row.state_words)
