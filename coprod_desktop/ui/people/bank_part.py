"""What somebody takes part in: interests, training, terms, ways they cannot come, what they got back, and the next review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QVBoxLayout

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.group_record import Member
from coprod_desktop.domain.record import Person
from coprod_desktop.errors import UserError
from coprod_desktop.services import bank, group_members, people
from coprod_desktop.services.program.content import Content
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.people.person_group import PersonGroup
from coprod_desktop.ui.widgets.fact_form import Fact, FactForm, How, control_name
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.saved_fields import SavedFields
from coprod_desktop.ui.widgets.text import Strong, Words


class BankPart(PersonGroup):
    """The person's own, the same in every session, but for whether this session is their first time."""

    def __init__(self, context: Context, content: Content) -> None:
        super().__init__(context, content)
        self.setObjectName("bankPart")
        self.first = FactForm(context, [[_FIRST]], "person", "part")
        self.came = Words(tone="quiet")
        self.came.setObjectName("bankCame")
        about, reason = (FactForm(context, lines, "bank", "bank") for lines in (_about(content), [[_REASON]]))
        ways, got_back = (_Ticks(content, field) for field in bank.TICKED)
        self.role = FactForm(context, [[_role(content)]], "bank", "bank")
        self._fields = (self.role.fields, about.fields, ways.fields, reason.fields, got_back.fields)
        self._forms = (self.first, self.role, about, reason)
        self._ticks = (ways, got_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.groups = Words(tone="quiet")
        self.groups.setObjectName("bankGroups")
        self.groups.hide()
        cannot, got = Strong("Ways they cannot come (nobody has to say why)"), Strong("What they got back")
        for widget in (self.first, self.role, self.came, self.groups, about, cannot, ways, reason, got, got_back):
            column.addWidget(widget)
        for fields in self._fields:
            fields.changed.connect(partial(self._save, fields))
        self.first.changed.connect(self._save_first)
        context.runner.changed.connect(self._maybe_read)

    def field(self, name: str) -> Any:
        """Return the widget a field is typed or ticked in."""
        for ticks in self._ticks:
            if name in ticks.boxes:
                return ticks.boxes[name]
        form = next(form for form in self._forms if any(fact.field == name for fact in form.facts))
        return form.field(name)

    def show_person(self, session: str, person: Person) -> None:  # noqa: D102
        if self.person is not None and person.id != self.person.id:
            self.leave()
        super().show_person(session, person)
        self.first.setVisible(bool(session))
        self.role.setVisible(not session)  # on a list it is the part they have there
        if session:
            self.first.show_row(f"{session} {person.id}", {"first_time": person.first_time}, session)
        self._read()

    def leave(self) -> None:  # noqa: D102
        for fields in (self.first.fields, *self._fields):
            fields.hand_in()

    def forget(self) -> None:  # noqa: D102
        super().forget()
        for fields in (self.first.fields, *self._fields):
            fields.forget()

    def begin(self) -> None:  # noqa: D102
        self.field("interests").setFocus()

    def _read(self) -> None:
        if self.person is not None:
            self.context.runner.ask(bank.read, self.person.id, done=partial(self._show, self.person.id), owner=self)
            self.context.runner.ask(people.sessions_of, self.person.id, done=self._show_came, owner=self)
            self.context.runner.ask(group_members.groups_of, self.person.id, done=self._show_groups, owner=self)

    def _maybe_read(self, changes: Changes) -> None:
        if any(ref.noun in {"bank", "group_member", "work_group"} for ref in changes.all()):
            self._read()

    def _show(self, person: str, values: Mapping[str, Any]) -> None:
        if self.person is not None and self.person.id == person:
            for fields in self._fields:
                fields.show_row(person, values, self.session)

    def _show_came(self, sessions: Sequence[str]) -> None:
        others = len(sessions) - bool(self.session)
        words = {0: "On the list of no other session here.", 1: "On the list of one other session here."}
        self.came.setText(words.get(others, f"On the lists of {others} other sessions here."))

    def _show_groups(self, found: Sequence[tuple[str, str, Member]]) -> None:
        told = [f"{name} ({words})" if (words := _in_it(part)) else name for _id, name, part in found]
        self.groups.setText(f"In groups: {', '.join(told)}.")
        self.groups.setVisible(bool(told))

    def _save(self, fields: SavedFields, row: str, field: str, value: Any) -> None:
        if self.person is not None and self.person.id == row:
            failed = partial(self._refused, fields, field)
            self.context.runner.do(bank.change, row, field, value, failed=failed, owner=self)

    def _save_first(self, row: str, _field: str, value: Any) -> None:
        session, person = row.split(" ")
        failed = partial(self._refused, self.first.fields, "first_time")
        self.context.runner.do(people.change, session, person, failed=failed, owner=self, first_time=value)

    def _refused(self, fields: SavedFields, field: str, error: UserError) -> None:
        fields.not_saved(field, None)
        self.context.fail(error)


def _in_it(part: Member) -> str:
    if part.left_on is not None:
        return "left"
    return ", ".join(word for word in ("co-chair" if part.co_chair else "", part.role or "") if word)


class _Ticks(FlowRow):
    """What can be ticked of one field, side by side as far as there is room."""

    def __init__(self, content: Content, field: str) -> None:
        super().__init__(gap=16)
        self.setObjectName(control_name("bank", f"{field} ticks"))
        self.fields = SavedFields(self)
        self.boxes: dict[str, QCheckBox] = {}
        for part in content.pick_list(bank.TICKED[field]):
            name = f"{field}.{part}"
            self.boxes[name] = box = QCheckBox(part[:1].upper() + part[1:])
            box.setObjectName(control_name("bank", name))
            self.fields.pick(name, box)
            self.add(box)


_FIRST = Fact(
    "first_time", "First time or returning", How.PICK,
    (("Not asked", None), ("First time", True), ("Has come before", False)),
)  # fmt: skip
_REASON = Fact("reason_offered", "Why, only if they said so by themselves")


def _role(content: Content) -> Fact:
    return Fact("role", "Role", How.OPEN, [(role, role) for role in content.pick_list("roles")])


def _about(content: Content) -> Sequence[Sequence[Fact]]:
    routes = [(route, route) for route in content.pick_list("recruitment routes")]
    return (
        [Fact("interests", "Interests, with commas between"), Fact("training", "Training they had")],
        [Fact("trains", "What they train others in"), Fact("heard_by", "How they heard", How.OPEN, routes)],
        [Fact("terms", "Terms agreed with them", How.LONG)],
        [Fact("joined_on", "In the bank since", How.DATE), Fact("review_on", "Ask them again on", How.DATE)],
    )
