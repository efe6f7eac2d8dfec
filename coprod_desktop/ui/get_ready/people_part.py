"""Who is coming, with what each needs beside them."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import Person
from coprod_desktop.errors import UserError
from coprod_desktop.services import people
from coprod_desktop.services.program.content import Content
from coprod_desktop.services.seen import readiness
from coprod_desktop.services.seen.get_ready import ReadySeen
from coprod_desktop.ui._forms.get_ready_people import Ui_GetReadyPeople
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.get_ready.part import LINES, ReadyPart
from coprod_desktop.ui.money.opened import open_money
from coprod_desktop.ui.people import words
from coprod_desktop.ui.people.bring_list import BringList
from coprod_desktop.ui.people.person_editor import PersonEditor
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_help import after_dot, neighbour
from coprod_desktop.ui.widgets.rows_list import RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows

PERSON_LINES = 12
"""Lines of text that what is known about a person shows at the least; it scrolls."""


class PeoplePart(ReadyPart):
    """A list, and beside it the person one is on."""

    def __init__(self, context: Context, content: Content) -> None:
        super().__init__(context, content)
        # made before the form, so that Tab comes to it first
        self.list = RowsList[Person](words.on_list, "peopleComing", "Who is coming", self)
        self._form = form = Ui_GetReadyPeople()
        form.setupUi(self)
        self.setObjectName("PeoplePart")
        self._go_to: str | None = None
        self._taken_off = ""
        Room(self.list, LINES - 1)  # two rows of acts stand below it
        form.peoplePlace.addWidget(self.list)
        self.editor = PersonEditor(context, content)
        form.personPlace.addWidget(self.editor)
        Room(form.personScroll, PERSON_LINES)
        self.setTabOrder(self.editor.last_field(), form.personRemove)
        form.newRole.addItems(list(content.pick_list("roles")))
        form.newRole.setCurrentText("")
        icons.put(form.addPerson, "plus")
        icons.put(form.bringList, "folder")
        self._bring_list = BringList(context, self)
        self.keep_new("new_person", form.newName)
        self.keep_new("new_person.role", form.newRole)
        self.list.chosen.connect(lambda _id: self._show_person())
        self.list.opened.connect(lambda _id: self.editor.go_to_name())
        AddRow(form.addPerson, self._add, form.newName, form.newRole)
        AddRow(form.bringPerson, self._bring, form.known)
        form.bringList.clicked.connect(self._ask_list)
        form.saveList.clicked.connect(self._save_list)
        form.openMoney.clicked.connect(self._open_money)
        form.personRemove.clicked.connect(self._remove)

    def first_focus(self) -> QWidget:  # noqa: D102
        return self.list if self.list.isVisibleTo(self) else self._form.newName

    def leave(self) -> None:  # noqa: D102
        super().leave()
        self.editor.leave()

    def show_seen(self, seen: ReadySeen) -> None:  # noqa: D102
        self.seen, form = seen, self._form
        self.show_new(seen)
        self._close_who_is_gone(seen)  # before the list goes on to somebody else, which hands in what was typed
        show_rows(self.list, seen.people)
        if self._go_to is not None and self.list.go_to(self._go_to):
            self._go_to = None
        elif seen.people and self.list.current_id() is None:
            self.list.go_to(seen.people[0].id)
        for widget in (self.list, form.personCard):
            widget.setVisible(bool(seen.people))
        form.peopleNone.setVisible(not seen.people)
        form.saveList.setEnabled(bool(seen.people))
        form.peopleTally.setText(after_dot(readiness.coming(seen.session, seen.people)))
        self._show_known(seen)
        self._show_person()

    def _close_who_is_gone(self, seen: ReadySeen) -> None:
        session, person = self.editor.about() or ("", "")
        if session == seen.session.id and person not in {p.id for p in seen.people}:
            words = self.editor.forget()
            if person != self._taken_off and self.isVisible():
                self.context.tell(words, "Nothing more is written about them here.")

    def _show_known(self, seen: ReadySeen) -> None:
        here = {person.id for person in seen.people}
        known = [line for line in seen.everyone if line.id not in here]
        box = self._form.known
        now = [box.itemData(at) for at in range(1, box.count())]
        if [line.id for line in known] != [line.id for line in now] or not box.count():
            box.clear()
            box.addItem("Choose a person", None)
            for line in known:
                box.addItem(f"{line.name}, {line.role}" if line.role else line.name, line)
        self._form.knownBox.setVisible(bool(known))

    def _person(self) -> Person | None:
        return self.list.items.get(self.list.current_id() or "")

    def _show_person(self) -> None:
        person = self._person()
        if person is not None and self.seen is not None:
            self._form.personHeading.setText(person.name)
            self._form.personScroll.setAccessibleName(f"The person you are on: {person.name}")
            self.editor.show_person(self.seen.session.id, person)

    # ---- acts

    def _add(self) -> None:
        form, name = self._form, self._form.newName.text().strip()
        if not name or self.seen is None:
            form.newName.setFocus()
            return
        role = form.newRole.currentText().strip()
        self.new_is_handed_in()
        form.newName.clear()
        form.newRole.setCurrentText("")
        self.context.runner.do(
            people.add, self.seen.session.id, name, role,
            done=self._added, failed=partial(self._not_added, name, role), owner=self,
        )  # fmt: skip
        form.newName.setFocus()

    def _added(self, made: tuple[str, Changes]) -> None:
        self._go_to = None if self.list.go_to(made[0]) else made[0]

    def _not_added(self, name: str, role: str, error: UserError) -> None:
        self._form.newName.setText(name)
        self._form.newRole.setCurrentText(role)
        self.context.fail(error)

    def _ask_list(self) -> None:
        if self.seen is not None:
            self._bring_list.ask(self.seen.session.id)

    def _save_list(self) -> None:
        from coprod_desktop.ui.people.save_list import save_list

        if self.seen is not None:
            save_list(self.context, self.seen.session.id, self)

    def _open_money(self) -> None:
        if self.seen is not None:
            open_money(self.context, self.seen.session.id, self, self._form.openMoney)

    def _bring(self) -> None:
        line = self._form.known.currentData()
        if line is None or self.seen is None:
            self._form.known.setFocus()
            return
        self._go_to = line.id
        self.context.runner.do(people.bring, self.seen.session.id, line.id, line.role, owner=self)
        self.context.announce(f"On the list: {line.name}")

    def _remove(self) -> None:
        person = self._person()
        if person is not None and self.seen is not None:
            self._go_to, self._taken_off = neighbour(self.list), person.id
            self.leave()
            self.context.runner.do(
                people.remove, self.seen.session.id, person.id, done=partial(self._removed, person), owner=self
            )

    def _removed(self, person: Person, _changes: Changes) -> None:
        said = "What they said stays, said by nobody named. They are in the Bin, and Ctrl Z brings them back."
        self.context.tell(f"Taken off the list: {person.name}", said, "done")
