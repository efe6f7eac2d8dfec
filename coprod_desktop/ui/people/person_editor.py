"""One person and their part in one session: role, name on papers, needs, what they agreed to. Get ready and People."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import safe_contact
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.record import Person
from coprod_desktop.errors import UserError
from coprod_desktop.services import people
from coprod_desktop.services.program.content import Content
from coprod_desktop.ui._forms.person import Ui_Person
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.people import words
from coprod_desktop.ui.people.needs_box import NeedsBox
from coprod_desktop.ui.people.refused_lines import ask_refused_lines
from coprod_desktop.ui.widgets.saved_fields import SavedFields

CONSENTS = ("contact", "quote", "name", "photo", "recording")
_AGREED = "agreed "
_SAFE = "safe_contact"
"""The words about who opens the post go by the name of what they are saved in, so that saving drops their draft."""
_SAFE_TO = "safe to "
_OLD_NAMES = {"quote": "quotation"}
"""What a kind of consent was called in files that came in."""


class PersonEditor(QWidget):
    """`show_person` fills it; every field saves by itself, as one step."""

    def __init__(self, context: Context, content: Content, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._session, self._person = "", None  # type: str, Person | None
        self._form = form = Ui_Person()
        form.setupUi(self)
        self.setObjectName("personEditor")
        self.needs = NeedsBox(context, content, form, self)
        form.personRole.addItems(list(content.pick_list("roles")))
        for attending, said in words.ATTENDING.items():
            form.attending.addItem(said, attending)
        for name, said in words.NAMES.items():
            form.nameInPublic.addItem(said, name)
        self._fields = fields = SavedFields(self)
        fields.text("name", form.personName)
        fields.text("contact", form.contact)
        fields.text("salutation", form.salutation)
        fields.text("language", form.language)
        fields.pick("role", form.personRole)
        fields.pick("attendance", form.attending)
        fields.pick("name_in_public", form.nameInPublic)
        for kind in CONSENTS:
            box = getattr(form, f"consent_{kind}")
            for said, answer in (("Not asked", None), ("Yes", "yes"), ("No", "no")):
                box.addItem(said, answer)
            if kind == "quote":
                box.insertItem(2, "Only for those who came", Circle.CAME.value)
            fields.pick(f"{_AGREED}{kind}", box)
        self._safe = {
            safe_contact.WRITE: form.safeWrite,
            safe_contact.RING: form.safeRing,
            safe_contact.MESSAGE: form.safeMessage,
        }
        for way, box in self._safe.items():
            for said, safe in (("Not asked", None), ("It is safe", True), ("It is not safe", False)):
                box.addItem(said, safe)
            fields.pick(f"{_SAFE_TO}{way}", box)
        form.opensPost.addItems(["", *words.OPENS_POST])
        fields.pick(_SAFE, form.opensPost)
        fields.keep_drafts(context, "person")
        fields.changed.connect(self._save)

    def show_person(self, session: str, person: Person) -> None:
        """Show someone's part in a session as it is saved now."""
        if self._person is not None and (session, person.id) != (self._session, self._person.id):
            self.leave()
        self._session, self._person = session, person
        consents = person.consents or {}
        values: dict[str, Any] = {
            name: getattr(person, name)
            for name in ("name", "role", "attendance", "name_in_public", "contact", "language", "salutation")
        }
        values[_SAFE] = str((person.safe_contact or {}).get(safe_contact.OPENS_POST) or "")
        values |= {f"{_SAFE_TO}{way}": safe_contact.answer(person, way) for way in self._safe}
        for kind in CONSENTS:
            said = _said(consents, kind)
            box = getattr(self._form, f"consent_{kind}")
            box.setItemText(1, words.agreed_on(said) if words.agreed(said) == "yes" else "Yes")
            values[f"{_AGREED}{kind}"] = words.agreed(said)
        self._fields.show_row(f"{session} {person.id}", values, session)
        self.needs.show_needs(session, person)

    def about(self) -> tuple[str, str] | None:
        """Return the session and the person that are shown."""
        return (self._session, self._person.id) if self._person is not None else None

    def forget(self) -> str:
        """The person was taken away, or taken off the list: nothing more is written about them. Returns what to say."""
        name = self._person.name if self._person is not None else ""
        self._person = None
        self._fields.forget()
        self.needs.forget()
        return f"{name} is not on the list any more, so their details are closed."

    def go_to_name(self) -> None:
        """Put the focus in the first field."""
        self._form.personName.setFocus()

    def last_field(self) -> QWidget:
        """Return the field after which Tab goes on."""
        field: QWidget = self._form.opensPost
        return field

    def leave(self) -> None:
        """Hand in what was being typed."""
        self._fields.hand_in()
        self.needs.leave()

    def _save(self, row: str, field: str, value: Any) -> None:
        session, person = row.split(" ")
        now = self._person
        if now is None or now.id != person:
            return
        if field.startswith(_AGREED):
            self._agree(session, now, field.removeprefix(_AGREED), value)
            return
        if field == _SAFE or field.startswith(_SAFE_TO):
            self._keep_safe(session, now, field)
            return
        if field == "name" and not value:
            self._form.personName.setText(now.name)
            self._context.fail(UserError("A person on the list needs a name.", "The old one is back."))
            return
        self._context.runner.do(
            people.change, session, person,
            failed=partial(self._refused, field, getattr(now, field)), owner=self, **{field: value},
        )  # fmt: skip

    def _keep_safe(self, session: str, now: Person, field: str) -> None:
        """Save what the four fields say together: the one before may be on its way still. What else is there stays."""
        kept = dict(now.safe_contact or {})
        said = {way: box.currentData() for way, box in self._safe.items()}
        shown: dict[str, Any] = {way: safe_contact.answer(now, way) for way in self._safe}
        said[safe_contact.OPENS_POST] = self._form.opensPost.currentText().strip()
        shown[safe_contact.OPENS_POST] = str(kept.get(safe_contact.OPENS_POST) or "")
        kept |= {key: value for key, value in said.items() if value != shown[key]}
        asked = {key: value for key, value in kept.items() if value not in (None, "")}
        saved = shown.get(field.removeprefix(_SAFE_TO), shown[safe_contact.OPENS_POST])
        self._context.runner.do(
            people.change, session, now.id,
            failed=partial(self._refused, field, saved), owner=self, safe_contact=asked or None,
        )  # fmt: skip

    def _agree(self, session: str, person: Person, kind: str, answer: str | None) -> None:
        day = self._context.desk.today().isoformat()
        done = partial(self._agreed, session, person.id, kind, answer)
        said = day if answer == "yes" else answer
        refused = partial(self._refused, f"{_AGREED}{kind}", words.agreed(_said(person.consents or {}, kind)))
        self._context.runner.do(people.agree, session, person.id, kind, said, done=done, failed=refused, owner=self)

    def _agreed(self, session: str, person: str, kind: str, answer: str | None, _changes: Changes) -> None:
        if kind == "quote" and answer in {"yes", Circle.CAME}:
            ask_refused_lines(self._context, session, person, self)

    def _refused(self, field: str, saved: Any, error: UserError) -> None:
        self._fields.not_saved(field, saved)
        self._context.fail(error)


def _said(consents: Mapping[str, Any], kind: str) -> Any:
    return consents.get(kind, consents.get(_OLD_NAMES.get(kind, kind)))
