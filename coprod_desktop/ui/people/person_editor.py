"""One person and their part in one session: name and role, and the rest in groups that are folded until they are wanted.

Get ready, People and the arrivals on Listen show the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.record import Person
from coprod_desktop.domain.still_open import still_open
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, people, still_to_ask
from coprod_desktop.services.drafts import Kept
from coprod_desktop.services.program.content import Content
from coprod_desktop.services.still_to_ask import Asking
from coprod_desktop.ui._forms.person import Ui_Person
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.people import words
from coprod_desktop.ui.people.groups import GROUPS
from coprod_desktop.ui.people.person_group import Group, PersonGroup
from coprod_desktop.ui.widgets import in_view
from coprod_desktop.ui.widgets.fold import Fold
from coprod_desktop.ui.widgets.saved_fields import SavedFields
from coprod_desktop.ui.widgets.tab_order import as_they_stand


class PersonEditor(QWidget):
    """`show_person` fills it; every field saves by itself, as one step."""

    def __init__(self, context: Context, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._content = context, content
        self._session, self._person = "", None  # type: str, Person | None
        self._form = form = Ui_Person()
        form.setupUi(self)
        self.setObjectName("personEditor")
        form.personRole.addItems(list(content.pick_list("roles")))
        for attending, said in words.ATTENDING.items():
            form.attending.addItem(said, attending)
        self._fields = fields = SavedFields(self)
        fields.text("name", form.personName)
        fields.pick("role", form.personRole)
        fields.pick("attendance", form.attending)
        fields.keep_drafts(context, "person")
        fields.changed.connect(self._save)
        self._folds = [(group, self._fold(group)) for group in GROUPS]
        for push, way in (
            (form.laterByPhone, still_to_ask.BY_PHONE),
            (form.laterOnWords, still_to_ask.ON_CHECK_MY_WORDS),
        ):
            push.setProperty("kind", "small")
            push.clicked.connect(partial(self._later, way))
        form.laterNoMore.setProperty("kind", "small")
        form.laterNoMore.clicked.connect(self._no_more)
        form.personColumn.addStretch(1)
        as_they_stand(self)

    def show_person(self, session: str, person: Person) -> None:
        """Show someone's part in a session as it is saved now. What was open stays open from one person to the next."""
        another = self.about() != (session, person.id)
        if another and self._person is not None:
            self.leave()
        self._session, self._person = session, person
        values = {name: getattr(person, name) for name in ("name", "role", "attendance")}
        self._fields.show_row(f"{session} {person.id}", values, session)
        for group, fold in self._folds:
            fold.say(group.in_short(person))
        for part in self._parts():
            part.show_person(session, person)
        self._context.runner.ask(still_to_ask.of, session, person.id, done=partial(self._asking, person), owner=self)
        if another:
            found = partial(self._found_again, session, person)
            self._context.runner.ask(drafts.of_session, session, done=found, owner=self)

    def about(self) -> tuple[str, str] | None:
        """Return the session and the person that are shown."""
        return (self._session, self._person.id) if self._person is not None else None

    def forget(self) -> str:
        """The person was taken away, or taken off the list: nothing more is written about them. Returns what to say."""
        name = self._person.name if self._person is not None else ""
        self._person = None
        self._fields.forget()
        for part in self._parts():
            part.forget()
        return f"{name} is not on the list any more, so their details are closed."

    def go_to_name(self) -> None:
        """Put the focus in the first field."""
        self._form.personName.setFocus()

    def open_group(self, name: str) -> None:
        """Show one group, by its objectName."""
        next(fold for group, fold in self._folds if group.name == name).open()

    def last_field(self) -> QWidget:
        """Return the field after which Tab goes on. It may be hidden."""
        last: QWidget = self._form.laterNoMore
        return last

    def leave(self) -> None:
        """Hand in what was being typed."""
        self._fields.hand_in()
        for part in self._parts():
            part.leave()

    def _fold(self, group: Group) -> Fold:
        fold = Fold(group.title, group.name, partial(self._made, group), self)
        fold.head.clicked.connect(lambda on: self._begin(fold) if on else None)
        self._form.groupsColumn.addWidget(fold)
        return fold

    def _made(self, group: Group) -> PersonGroup:
        part = group.make(self._context, self._content)
        if self._person is not None:
            part.show_person(self._session, self._person)
        return part

    def _found_again(self, session: str, person: Person, kept: Sequence[Kept]) -> None:
        """Words about this person that were typed and not saved are in sight: their group opens."""
        rows = {person.id, *(need.id for need in person.needs)}
        names = {one.field.rpartition(":")[2] for one in kept if one.row in rows}
        if self.about() == (session, person.id):
            for group, fold in self._folds:
                if group.typed & names:
                    fold.open()

    def _asking(self, person: Person, asking: Asking) -> None:
        """Show what is still open, and whether it is to be asked later: nothing is answered for anybody."""
        if self._person is not person:
            return
        form, left = self._form, still_open(person)
        form.laterNoMore.setVisible(bool(asking.way))
        for push in (form.laterByPhone, form.laterOnWords):
            push.setVisible(bool(left) and not asking.way)
        open_yet = f"Not asked yet: {', '.join(left)}." if left else "Everything was asked."
        form.laterWords.setText(
            f"On the list of who is still to be asked, {asking.way}. {open_yet}" if asking.way else open_yet
        )

    def _later(self, way: str) -> None:
        if self._person is not None:
            self.leave()
            self._context.runner.do(still_to_ask.later, self._session, self._person.id, way, owner=self)
            self._context.announce(f"{self._person.name} is on the list of who is still to be asked, {way}.")

    def _no_more(self) -> None:
        if self._person is not None:
            self._context.runner.do(still_to_ask.no_more, self._session, self._person.id, owner=self)

    def _begin(self, fold: Fold) -> None:
        if isinstance(fold.part, PersonGroup):
            fold.part.begin()
            in_view.bring(fold.head, fold)

    def _parts(self) -> list[PersonGroup]:
        return [fold.part for _group, fold in self._folds if isinstance(fold.part, PersonGroup)]

    def _save(self, row: str, field: str, value: Any) -> None:
        session, person = row.split(" ")
        now = self._person
        if now is None or now.id != person:
            return
        if field == "name" and not value:
            self._form.personName.setText(now.name)
            self._context.fail(UserError("A person on the list needs a name.", "The old one is back."))
            return
        self._context.runner.do(
            people.change, session, person,
            failed=partial(self._refused, field, getattr(now, field)), owner=self, **{field: value},
        )  # fmt: skip

    def _refused(self, field: str, saved: Any, error: UserError) -> None:
        self._fields.not_saved(field, saved)
        self._context.fail(error)
