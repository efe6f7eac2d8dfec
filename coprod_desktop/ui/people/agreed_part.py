"""What one person agreed to: each answer a button, asked by itself; and how their name may appear."""

from __future__ import annotations

from functools import partial
from typing import Any

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.record import Person
from coprod_desktop.errors import UserError
from coprod_desktop.services import people
from coprod_desktop.services.program.content import Content
from coprod_desktop.ui._forms.person_agreed import Ui_PersonAgreed
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.people import words
from coprod_desktop.ui.people.in_short import CONSENTS, said
from coprod_desktop.ui.people.person_group import PersonGroup
from coprod_desktop.ui.people.refused_lines import ask_refused_lines
from coprod_desktop.ui.widgets.answer_row import NOT_ASKED, AnswerRow
from coprod_desktop.ui.widgets.saved_fields import SavedFields

_AGREED = "agreed "


class AgreedPart(PersonGroup):
    """The answers of the person, as they stand in this session."""

    def __init__(self, context: Context, content: Content) -> None:
        super().__init__(context, content)
        self._form = form = Ui_PersonAgreed()
        form.setupUi(self)
        self.setObjectName("agreedPart")
        for name, as_it_is in words.NAMES.items():
            form.nameInPublic.addItem(as_it_is, name)
        self._fields = fields = SavedFields(self)
        fields.text("helped", form.helped)
        for kind, question in CONSENTS.items():
            row = self._row(kind)
            came = ((Circle.CAME.value, "Only for those who came"),) if kind == "quote" else ()
            row.ask(question, (("yes", "Yes"), *came, ("no", "No"), (None, NOT_ASKED)))
            fields.pick(f"{_AGREED}{kind}", row)
        fields.pick("name_in_public", form.nameInPublic)
        fields.keep_drafts(context, "person")
        fields.changed.connect(self._save)

    def show_person(self, session: str, person: Person) -> None:  # noqa: D102
        if self.person is not None and person.id != self.person.id:
            self.leave()
        super().show_person(session, person)
        self.context.runner.ask(people.who_helped, person.id, done=partial(self._show, session, person), owner=self)

    def leave(self) -> None:  # noqa: D102
        self._fields.hand_in()

    def forget(self) -> None:  # noqa: D102
        super().forget()
        self._fields.forget()

    def begin(self) -> None:  # noqa: D102
        row = self._row("quote")
        row.choice(row.value()).setFocus()

    def _show(self, session: str, person: Person, helped: str) -> None:
        if self.person is not person:
            return  # one has gone on to somebody else, or something changed meanwhile
        values: dict[str, Any] = {"name_in_public": person.name_in_public, "helped": helped}
        for kind in CONSENTS:
            answer = said(person.consents or {}, kind)
            values[f"{_AGREED}{kind}"] = words.agreed(answer)
            self._row(kind).say("yes", words.agreed_on(answer) if words.agreed(answer) == "yes" else "Yes")
        self._fields.show_row(f"{session} {person.id}", values, session)

    def _row(self, kind: str) -> AnswerRow:
        row: AnswerRow = getattr(self._form, f"consent_{kind}")
        return row

    def _save(self, row: str, field: str, value: Any) -> None:
        session, person = row.split(" ")
        now = self.person
        if now is None or now.id != person:
            return
        if field.startswith(_AGREED):
            self._agree(session, now, field.removeprefix(_AGREED), value)
        elif field == "helped":
            self.context.runner.do(
                people.helped_decide, session, person, value, failed=partial(self._refused, field, ""), owner=self
            )
        else:
            self.context.runner.do(
                people.change, session, person,
                failed=partial(self._refused, field, getattr(now, field)), owner=self, **{field: value},
            )  # fmt: skip

    def _agree(self, session: str, person: Person, kind: str, answer: str | None) -> None:
        day = self.context.desk.today().isoformat()
        done = partial(self._agreed, session, person.id, kind, answer)
        told = day if answer == "yes" else answer
        before = words.agreed(said(person.consents or {}, kind))
        helped = self._form.helped.text().strip() or None
        self.context.runner.do(
            people.agree, session, person.id, kind, told, helped=helped,
            done=done, failed=partial(self._not_agreed, kind, before), owner=self,
        )  # fmt: skip

    def _agreed(self, session: str, person: str, kind: str, answer: str | None, _changes: Changes) -> None:
        if kind == "quote" and answer in {"yes", Circle.CAME}:
            ask_refused_lines(self.context, session, person, self)

    def _not_agreed(self, kind: str, before: str | None, error: UserError) -> None:
        """A no stays a no: the answer that stands is shown again."""
        self._row(kind).put(before)
        self._refused(f"{_AGREED}{kind}", before, error)

    def _refused(self, field: str, saved: Any, error: UserError) -> None:
        self._fields.not_saved(field, saved)
        self.context.fail(error)
