"""Who is here: people are ticked off as they come, asked once about quoting, and their needs are in sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.permission_fields import quote_answer
from coprod_desktop.domain.record import Person
from coprod_desktop.domain.words import Attending
from coprod_desktop.errors import UserError
from coprod_desktop.services.seen import listen
from coprod_desktop.ui._forms.listen_arrivals import Ui_ListenArrivals
from coprod_desktop.ui.listen.ask import Question
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.card import Rule
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.widgets.tab_order import as_they_stand
from coprod_desktop.ui.widgets.text import Strong, Words

HELP = (
    "Tick people off as they come. Ask each person once whether they may be quoted. "
    "Someone who gives no name is counted with the + buttons."
)
QUOTE_ANSWERS: Mapping[str, tuple[str, str]] = {
    Circle.ANYONE: ("Yes, anyone may read it", "quoteYes"),
    Circle.CAME: ("Only those who came", "quoteCame"),
    "no": ("No", "quoteNo"),
}
"""What can be answered at the door, as (button, its name)."""
QUOTE_AGAIN: Mapping[str, tuple[str, str]] = {
    Circle.ANYONE: ("May be quoted", "quoteYes"),
    Circle.CAME: ("Only to those who came", "quoteCame"),
    "no": ("Do not quote", "quoteNo"),
}
QUOTE_STANDS: Mapping[str | None, str] = {
    Circle.ANYONE: "may be quoted",
    Circle.CAME: "may be quoted to those who came",
    "no": "do not quote",
    None: "not asked about quoting",
}


class ArrivalsDialog(Question):
    """Signals carry a person's id; the page calls the verbs and shows the list again."""

    arrived = Signal(str)
    not_here = Signal(str)
    may_quote = Signal(str, object)
    """(person, "anyone", "people who came" or "no")"""
    handed_in = Signal()
    """What was typed for somebody new is on its way to be saved."""
    added = Signal(str, str)
    """(name, role)"""
    details = Signal(str)
    """What is known about a person is wanted: the same as on Get ready."""

    def __init__(self, roles: Sequence[str], parent: QWidget) -> None:
        super().__init__("Who is here", parent, letters=90, high=True)
        self._form = form = Ui_ListenArrivals()
        form.setupUi(self)
        self.setObjectName("arrivalsDialog")
        self._rows: dict[str, _PersonRow] = {}
        self._people: Sequence[Person] = ()
        self._not_now: set[str] = set()
        self.needs_of: set[str] = set()
        """Whose needs are open to be seen: people at the door can see this list."""
        self.name, self.role = form.newName, form.newRole
        form.newRole.addItems(list(roles))
        form.newRole.setCurrentText("")
        AddRow(form.newAdd, self._add, form.newName, form.newRole)
        form.arrivalsClose.clicked.connect(self.accept)
        form.newName.textChanged.connect(self._found)
        self._asked: tuple[str, str] | None = None
        """The name that is on the list already, and whose it is there; until it is said whether it is them."""
        form.arrivalsBanner.acted.connect(self._it_is_them)
        form.arrivalsBanner.close_button.setText("Somebody else")
        form.arrivalsBanner.closed.connect(self._somebody_else)
        form.arrivalsRows.addWidget(Words(HELP, tone="quiet"))
        form.arrivalsRows.addStretch(1)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show the list; a person's row is made again only when something about them changed."""
        column = self._form.arrivalsRows
        self._people = people
        for gone in set(self._rows) - {p.id for p in people}:
            self._rows.pop(gone).deleteLater()
        for at, person in enumerate(people):
            row = self._rows.get(person.id)
            if row is None:
                row = self._rows[person.id] = _PersonRow(self)
                column.insertWidget(at + 1, row)
            row.show_person(person, asked=person.id in self._not_now)
        as_they_stand(self)
        here = sum(p.attendance is Attending.HERE for p in people)
        self._form.arrivalsTitle.setText(f"Who is here: {here} of {len(people)} on the list")
        self._found()

    def refuse(self, name: str, role: str, error: UserError) -> None:
        """Say why a person was not added, and give back what was typed, unless the next name is being typed already."""
        if not self._form.newName.text():
            self._form.newName.setText(name)
            self._form.newRole.setCurrentText(role)
        self._form.arrivalsBanner.tell_error(error)

    def show_added(self) -> None:
        """The person typed in was added."""
        self._form.arrivalsBanner.clear()

    def first_focus(self) -> QWidget:
        """Return the first thing to press for the first person, or where a name is typed when nobody is on the list."""
        first = next(iter(self._rows.values()), None)
        return (first and first.findChild(QPushButton)) or self._form.newName

    def go_on(self, person: str) -> None:
        """A person was asked: go on to the next who has not come yet, or else to where a name is typed."""
        ids = list(self._rows)
        at = ids.index(person) if person in ids else -1
        waiting = {p.id for p in self._people if p.attendance is not Attending.HERE}
        order = [one for one in (*ids[at + 1 :], *ids[:at]) if one in waiting and self._rows[one].isVisibleTo(self)]
        push = next((found for one in order if (found := self._rows[one].findChild(QPushButton))), None)
        (push or self._form.newName).setFocus()

    def leave_for_now(self, person: str) -> None:
        """Not now: the question stays open, but is not in the way."""
        self._not_now.add(person)

    def _add(self) -> None:
        """Hand a name in, and be ready for the next at once: at the door nobody waits for the disk."""
        name, role = self._form.newName.text().strip(), self._form.newRole.currentText().strip()
        meant = listen.who_is_meant(self._people, name)
        if meant and self._asked is None:
            self._ask_who(name, meant)
            return
        self._asked = None
        self._form.arrivalsBanner.clear()
        if name:
            self.handed_in.emit()
        self._form.newName.clear()
        self._form.newRole.setCurrentText("")
        self._form.newName.setFocus()
        self.added.emit(name, role)

    # ---- somebody typed who is on the list

    def _found(self) -> None:
        """While a name is typed the list shows who it can be; with none, or nobody, it shows everyone."""
        typed = self._form.newName.text().strip()
        if self._asked is not None and self._asked[0] != typed:
            self._asked = None
            self._form.arrivalsBanner.clear()
        meant = {person.id for person in listen.who_is_meant(self._people, typed)}
        for person, row in self._rows.items():
            row.setVisible(not meant or person in meant)

    def _ask_who(self, name: str, meant: Sequence[Person]) -> None:
        """Two people of one name are never made one, and one is never made two, without asking."""
        banner, one = self._form.arrivalsBanner, meant[0]
        self._asked = (name, one.id)
        if len(meant) == 1:
            banner.tell(f"{one.name} is on the list.", "Is it them?", "look", "It is them")
            banner.button.setFocus()
        else:
            banner.tell(f"{len(meant)} people on the list have that name.", "Tick the one who came, above.", "look")
            banner.close_button.setFocus()

    def _it_is_them(self) -> None:
        if self._asked is not None:
            person = self._asked[1]
            self._asked = None
            self.handed_in.emit()
            self._form.arrivalsBanner.clear()
            self._form.newName.clear()
            self.arrived.emit(person)
            self._rows[person].wants_focus = True

    def _somebody_else(self) -> None:
        if self._asked is not None:
            self._add()
        self._form.newName.setFocus()


class _PersonRow(QWidget):
    """One person: name, role, needs, and the next thing to do."""

    def __init__(self, dialog: ArrivalsDialog) -> None:
        super().__init__()
        self._dialog = dialog
        self._shown: tuple[Person, bool] | None = None
        self.wants_focus = False
        """Its next question is for whoever is at the door now."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(4)

    def show_person(self, person: Person, *, asked: bool) -> None:
        """Show how things stand with a person; keyboard focus stays in the row."""
        if self._shown == (person, asked):
            return
        self._shown = (person, asked)
        now = self.window().focusWidget()  # the row's own would be the last that had it, and take it back
        had_focus = self.wants_focus or (now is not None and self.isAncestorOf(now))
        self.wants_focus = False
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        top = FlowRow(gap=12)
        top.add(Strong(person.name, wrap=False))
        top.add(Words(person.role, tone="quiet", wrap=False))
        self._column.addWidget(top)
        buttons = self._what_next(person, asked=asked)
        self._column.addWidget(buttons)
        if person.needs:
            buttons.add(self._needs(person))
        buttons.add(self._push("Details", "details", person, lambda: self._dialog.details.emit(person.id)))
        self._column.addWidget(Rule())
        first = buttons.findChild(QPushButton)
        if had_focus and first is not None:
            first.setFocus()

    def _what_next(self, person: Person, *, asked: bool) -> FlowRow:
        row, dialog = FlowRow(), self._dialog
        if person.attendance is not Attending.HERE:
            words = {Attending.APOLOGIES: "Sent apologies", Attending.DID_NOT_COME: "Did not come"}.get(
                person.attendance or Attending.INVITED, ""
            )
            if words:
                row.add(StatusLabel("info", words, wrap=False))
            row.add(self._push("Arrived", "arrived", person, lambda: dialog.arrived.emit(person.id), kind="outline"))
            return row
        row.add(StatusLabel("done", "Here", wrap=False))
        may = quote_answer(person)
        if may is None and not asked:
            row.add(Words("May we quote what you say?", wrap=False))
            self._ask_quote(row, person, QUOTE_ANSWERS, then=dialog.go_on)
            row.add(self._push("Not now", "quoteNotNow", person, lambda: self._leave(person)))
        else:
            row.add(Words(f"· {QUOTE_STANDS[may]}", tone="quiet", wrap=False))
            self._ask_quote(row, person, {k: v for k, v in QUOTE_AGAIN.items() if k != may})
        row.add(self._push("Not here", "notHere", person, lambda: dialog.not_here.emit(person.id)))
        return row

    def _needs(self, person: Person) -> QPushButton:
        """Add what a person needs, hidden until it is opened; return the button that opens it."""
        rows = [StatusLabel("done" if n.met else "info", n.need[:1].upper() + n.need[1:]) for n in person.needs]
        opened = self._dialog.needs_of

        def show() -> None:
            on = person.id in opened
            push.setText("Hide needs" if on else "Needs")
            push.setAccessibleName(f"{push.text()}: {person.name}")
            for row in rows:
                row.setVisible(on)

        def turn() -> None:
            opened.symmetric_difference_update({person.id})
            show()

        push = self._push("Needs", "needs", person, turn)
        for row in rows:
            self._column.addWidget(row)
        show()
        return push

    def _ask_quote(
        self,
        row: FlowRow,
        person: Person,
        answers: Mapping[str, tuple[str, str]],
        then: Callable[[str], object] = lambda _person: None,
    ) -> None:
        def answer_with(answer: str) -> None:
            self._dialog.may_quote.emit(person.id, answer)
            then(person.id)

        for answer, (words, name) in answers.items():
            row.add(self._push(words, name, person, partial(answer_with, answer)))

    def _leave(self, person: Person) -> None:
        self._dialog.go_on(person.id)
        self._dialog.leave_for_now(person.id)
        self.show_person(person, asked=True)

    def _push(
        self, words: str, name: str, person: Person, act: Callable[[], object], *, kind: str = "small"
    ) -> QPushButton:
        made = button(words, f"{name}_{person.key or person.id}", kind=kind)
        made.setAccessibleName(f"{words}: {person.name}")
        made.clicked.connect(lambda: act())
        return made
