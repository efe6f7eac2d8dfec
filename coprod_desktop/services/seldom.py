"""What is written down seldom: of somebody's part, of a line, of the checklist. Read by its row, saved one field at a time."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.names import ListedNames
from coprod_desktop.domain.record import ChecklistItem, Entry, Person
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, drafts, people, prepare, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading

Rows = Sequence[tuple[str, str]]
"""(words, id) of the rows to choose from."""
_SHOWN = 60
FIELDS = frozenset(
    {
        "seat",
        "reviewed",
        "withdrawn_words",
        "declared_interest",
        "lang",
        "translation",
        "flags",
        "note",
        "told_as",
    }
)
"""What is typed in them waits in the menu More of Listen, whatever the row is."""


# ---- people


def people_of(desk: Desk, session: str) -> Rows:
    """Return the people on a session's list."""
    with desk.store.read() as connection:
        return [(person.name, person.id) for person in reading.people(connection, session)]


def read_person(desk: Desk, session: str, person: str) -> Mapping[str, Any]:
    """Return somebody's part in a session; `reviewed` is the day their needs were looked at last."""
    with desk.store.read() as connection:
        found = next(iter(reading.people(connection, session, person)), Person(id=person, name="", role=""))
    days = [need.reviewed for need in found.needs if need.reviewed]
    return {**vars(found), "reviewed": max(days, default=None)}


def save_person(desk: Desk, session: str, person: str, field: str, value: Any) -> Changes:
    """Save one field of somebody's part in a session."""
    if field == "reviewed":
        return needs_reviewed(desk, session, person, value)
    return people.change(desk, session, person, **{field: value})


def needs_reviewed(desk: Desk, session: str, person: str, on: datetime.date | None) -> Changes:
    """Note the day on which somebody's needs were looked at again, with them."""
    with desk.store.write("Looked at needs again") as tx:
        still_there.row(tx, "person", person)
        for found in reading.people(tx.connection, session, person):
            for need in found.needs:
                tx.change("need", need.id, reviewed=on)
        drafts.saved(tx, "person", f"{session} {person}", ("reviewed",))
    return tx.changes


# ---- lines


def lines_of(desk: Desk, session: str) -> Rows:
    """Return what people said in a session, the latest first."""
    return [(f"{line.n}. {beginning(line.text, _SHOWN)}", line.id) for line in reversed(capture.lines(desk, session))]


def read_line(desk: Desk, entry: str) -> Mapping[str, Any]:
    """Return one line; its marks with a comma between them."""
    with desk.store.read() as connection:
        found = reading.one(connection, Entry, entry)
    return {**vars(found), "flags": ", ".join(found.flags)}


def save_line(desk: Desk, entry: str, field: str, value: Any) -> Changes:
    """Save one field of a line. A name a story is told under is nobody's own: UserError."""
    if field == "told_as" and value:
        _is_nobodys(desk, str(value))
    if field == "flags":
        value = tuple(mark.strip() for mark in (value or "").split(",") if mark.strip())
    return capture.change(desk, entry, **{field: value or _NEVER_EMPTY.get(field) if value is None else value})


def _is_nobodys(desk: Desk, name: str) -> None:
    with desk.store.read() as connection:
        everyone = reading.everyone(connection)
    found = ListedNames(everyone, lambda _who: frozenset()).first_named(name)
    if found is not None:
        raise UserError(
            f"Somebody here is called {found.name}, so a story is not told under “{name}”.",
            "Choose another name, with the person. Nothing was changed.",
        )


_NEVER_EMPTY = {"lang": "en-GB", "dir": "ltr"}


# ---- the access checklist


def checks_of(desk: Desk, session: str) -> Rows:
    """Return the lines of a session's access checklist."""
    return [(beginning(item.text, _SHOWN), item.id) for item in prepare.checklist(desk, session)]


def read_check(desk: Desk, item: str) -> Mapping[str, Any]:
    """Return one line of the checklist."""
    with desk.store.read() as connection:
        return dict(vars(reading.one(connection, ChecklistItem, item)))


def save_check(desk: Desk, item: str, field: str, value: Any) -> Changes:
    """Save one field of a line of the checklist."""
    return prepare.change(desk, "checklist_item", item, **{field: value})
