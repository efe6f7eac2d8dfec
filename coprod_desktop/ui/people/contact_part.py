"""How one person is reached: how we may write, whether it is safe to ring, who opens the post, how letters greet them."""

from __future__ import annotations

from functools import partial
from typing import Any

from coprod_desktop.domain import safe_contact
from coprod_desktop.domain.record import Person
from coprod_desktop.errors import UserError
from coprod_desktop.services import people
from coprod_desktop.services.program.content import Content
from coprod_desktop.ui._forms.person_contact import Ui_PersonContact
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.people import words
from coprod_desktop.ui.people.person_group import PersonGroup
from coprod_desktop.ui.widgets.answer_row import NOT_ASKED, AnswerRow
from coprod_desktop.ui.widgets.saved_fields import SavedFields

_SAFE = "safe_contact"
"""The words about who opens the post go by the name of what they are saved in, so that saving drops their draft."""
_SAFE_TO = "safe to "
_TYPED = ("contact", "language", "salutation")
_SAFE_ANSWERS = ((True, "Yes"), (False, "No"), (None, NOT_ASKED))


class ContactPart(PersonGroup):
    """The person's own details, the same in every session."""

    def __init__(self, context: Context, content: Content) -> None:
        super().__init__(context, content)
        self._form = form = Ui_PersonContact()
        form.setupUi(self)
        self.setObjectName("contactPart")
        self._fields = fields = SavedFields(self)
        for name in _TYPED:
            fields.text(name, getattr(form, name))
        form.safeWrite.ask("May we write to them, by post or email?", _SAFE_ANSWERS)
        form.safeRing.ask("Is it safe to ring them?", _SAFE_ANSWERS)
        form.safeMessage.ask("May we leave a message or text?", _SAFE_ANSWERS)
        self._safe: dict[str, AnswerRow] = {
            safe_contact.WRITE: form.safeWrite,
            safe_contact.RING: form.safeRing,
            safe_contact.MESSAGE: form.safeMessage,
        }
        for way, row in self._safe.items():
            fields.pick(f"{_SAFE_TO}{way}", row)
        form.opensPost.addItems(["", *words.OPENS_POST])
        fields.pick(_SAFE, form.opensPost)
        fields.keep_drafts(context, "person")
        fields.changed.connect(self._save)

    def show_person(self, session: str, person: Person) -> None:  # noqa: D102
        if self.person is not None and person.id != self.person.id:
            self.leave()
        super().show_person(session, person)
        values: dict[str, Any] = {name: getattr(person, name) for name in _TYPED}
        values[_SAFE] = str((person.safe_contact or {}).get(safe_contact.OPENS_POST) or "")
        values |= {f"{_SAFE_TO}{way}": safe_contact.answer(person, way) for way in self._safe}
        self._fields.show_row(f"{session} {person.id}", values, session)

    def leave(self) -> None:  # noqa: D102
        self._fields.hand_in()

    def forget(self) -> None:  # noqa: D102
        super().forget()
        self._fields.forget()

    def begin(self) -> None:  # noqa: D102
        self._form.contact.setFocus()

    def _save(self, row: str, field: str, value: Any) -> None:
        session, person = row.split(" ")
        now = self.person
        if now is None or now.id != person:
            return
        if field == _SAFE or field.startswith(_SAFE_TO):
            self._keep_safe(session, now, field)
            return
        self.context.runner.do(
            people.change, session, person,
            failed=partial(self._refused, field, getattr(now, field)), owner=self, **{field: value},
        )  # fmt: skip

    def _keep_safe(self, session: str, now: Person, field: str) -> None:
        """Save what the four fields say together: the one before may be on its way still. What else is there stays."""
        kept = dict(now.safe_contact or {})
        said: dict[str, Any] = {way: row.value() for way, row in self._safe.items()}
        shown: dict[str, Any] = {way: safe_contact.answer(now, way) for way in self._safe}
        said[safe_contact.OPENS_POST] = self._form.opensPost.currentText().strip()
        shown[safe_contact.OPENS_POST] = str(kept.get(safe_contact.OPENS_POST) or "")
        kept |= {key: value for key, value in said.items() if value != shown[key]}
        asked = {key: value for key, value in kept.items() if value not in (None, "")}
        saved = shown.get(field.removeprefix(_SAFE_TO), shown[safe_contact.OPENS_POST])
        self.context.runner.do(
            people.change, session, now.id,
            failed=partial(self._refused, field, saved), owner=self, safe_contact=asked or None,
        )  # fmt: skip

    def _refused(self, field: str, saved: Any, error: UserError) -> None:
        self._fields.not_saved(field, saved)
        self.context.fail(error)
