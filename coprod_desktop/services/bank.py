"""The bank of people: what somebody would like to take part in, what they train others in, and when it is looked at again.

Fields that hold several are named with a dot where each is ticked ("cannot_come.phone-in"), and typed with commas else.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.people_record import Bank
from coprod_desktop.domain.record import Person
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, people, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import bank

TYPED = ("interests", "training")
"""Fields of several words or phrases, typed with commas between them."""
TICKED = {"cannot_come": "ways to take part", "got_back": "reward kinds"}
"""Fields of which each part is ticked, and the list they come from."""


class Due(NamedTuple):
    """Somebody whose part in the bank is to be looked at again with them."""

    id: str
    name: str
    on: datetime.date


def choices(desk: Desk, field: str, now: Sequence[str] = ()) -> Sequence[str]:
    """Return what can be ticked in a field: the list that ships, and what else is ticked already."""
    listed = desk.content.pick_list(TICKED[field])
    return [*listed, *(other for other in now if other not in listed)]


def read(desk: Desk, person: str) -> Mapping[str, Any]:
    """Return every field by its name, as a form shows it."""
    with desk.store.read() as connection:
        found = bank.one(connection, person) or Bank(id="", person_id=person)
    values: dict[str, Any] = dict(vars(found))
    values |= {name: ", ".join(values[name]) for name in TYPED}
    for name in TICKED:
        values |= {f"{name}.{part}": part in values[name] for part in choices(desk, name, values[name])}
    return values


def change(desk: Desk, person: str, field: str, value: Any) -> Changes:
    """Change one field; None takes it out. The first of them puts the person in the bank."""
    name, _, part = field.partition(".")
    with desk.store.write("Changed what somebody takes part in") as tx:
        still_there.row(tx, "person", person)
        now = bank.one(tx.connection, person)
        if part:
            value = _ticked(desk, name, getattr(now, name, ()), part, on=bool(value))
        elif name in TYPED:
            value = _several(value or "")
        elif isinstance(value, str):
            value = value.strip() or None
        if now is not None or value not in (None, ()):
            bank.put(tx, person, **{name: value})
        drafts.saved(tx, "bank", person, (field,))
    return tx.changes


def add_person(desk: Desk, name: str, role: str = "") -> tuple[str, Changes]:
    """Put somebody in the bank who is on no list yet. Returns their id."""
    if not name.strip():
        raise UserError("A person needs a name, or any words you know them by.", "Nothing was changed.")
    person = Person(id=new_id(), key="", name=name.strip(), role="")
    with desk.store.write("Added someone to the bank of people") as tx:
        tx.add_unlisted(person)
        bank.put(tx, person.id, joined_on=desk.today(), role=role.strip() or None)
        drafts.saved(tx, "people", "new", people.NEW)
    return person.id, tx.changes


def due(desk: Desk, today: datetime.date) -> Sequence[Due]:
    """Return who is to be asked again by today, the longest due first."""
    with desk.store.read() as connection:
        return [Due(*one) for one in bank.due(connection, today)]


def _ticked(desk: Desk, name: str, now: tuple[str, ...], part: str, *, on: bool) -> tuple[str, ...]:
    """Return what is ticked, in the order of the list, when one part is ticked or not any more."""
    wanted = {*now, part} if on else {*now} - {part}
    return tuple(one for one in choices(desk, name, now) if one in wanted)


def _several(words: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (part.strip() for part in re.split(r"[,;\n]", words)))))
