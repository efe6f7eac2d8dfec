"""Holds: while one stands, what is struck or erased goes out of sight at once, and its removal waits.

For an information request, a complaint, a safeguarding enquiry: destroying records then can be an offence (Data
Protection Act 2018, section 173).
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from enum import StrEnum

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.value import Value, value
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import aside, lists
from coprod_desktop.store import strike as striking
from coprod_desktop.store.transaction import Transaction


class Scope(StrEnum):
    """What a hold keeps."""

    WORKSPACE = "everything"
    SESSION = "a session"
    PERSON = "a person"


@value
class Hold(Value):
    """One hold. `until` None: until somebody ends it."""

    id: str
    scope: Scope
    scope_id: str | None
    why: str
    who: str
    until: datetime.date | None
    name: str = ""
    """What the session or the person is called."""


def place(
    desk: Desk, scope: Scope, scope_id: str | None, why: str, who: str, until: datetime.date | None = None
) -> tuple[str, Changes]:
    """Place a hold. Returns its id."""
    if not why.strip() or not who.strip():
        raise UserError("Say why it is held, and who asked for it.", "Nothing was changed.")
    if scope is not Scope.WORKSPACE and scope_id is None:
        raise UserError(f"Say which it is: {scope.value}.", "Nothing was changed.")
    if until is not None and until < desk.today():
        raise UserError("That day is past, so nothing would be held.", "Give a later day, or none.")
    made = new_id()
    day = until.isoformat() if until else None
    row = {"id": made, "scope": scope.value, "scope_id": scope_id, "why": why.strip(), "who": who.strip()}
    with desk.store.write() as tx:
        tx.insert("hold", {**row, "until": day, "ended_on": None})
    return made, tx.changes


def end(desk: Desk, hold: str) -> Changes:
    """End a hold; what waited for it and is held by no other goes now."""
    with desk.store.write() as tx:
        tx.update("hold", hold, {"ended_on": desk.today().isoformat()})
        _let_go(tx, desk.today())
    desk.store.checkpoint()
    desk.store.keep_gone()
    return tx.changes


def let_go(desk: Desk) -> Changes:
    """Remove what was struck under holds that are over. Asked when a workspace is opened."""
    with desk.store.read() as connection:
        if not aside.lines(connection, striking.WAITS):
            return Changes()
    with desk.store.write() as tx:
        _let_go(tx, desk.today())
    desk.store.checkpoint()
    return tx.changes


def standing(desk: Desk) -> Sequence[Hold]:
    """Return the holds that stand today."""
    with desk.store.read() as connection:
        return [_hold(row, aside.place_name(connection, row)) for row in aside.holds(connection, desk.today())]


def covering(desk: Desk, entry: str) -> Sequence[Hold]:
    """Return the holds that keep a line."""
    with desk.store.read() as connection:
        places = aside.places_of(connection, entry)
        rows = [row for row in aside.holds(connection, desk.today()) if aside.is_held([row], places)]
        return [_hold(row, aside.place_name(connection, row)) for row in rows]


def covering_person(desk: Desk, *people: str) -> Sequence[Hold]:
    """Return the holds that keep a person (their ids): on everything, on them, or on a session they were at."""
    with desk.store.read() as connection:
        places = lists.places_of(connection, people)
        rows = [row for row in aside.holds(connection, desk.today()) if aside.is_held([row], places)]
        return [_hold(row, aside.place_name(connection, row)) for row in rows]


def covers_person(tx: Transaction, today: datetime.date, *people: str) -> bool:
    """Tell whether a hold keeps a person."""
    held = aside.holds(tx.connection, today)
    return bool(held) and aside.is_held(held, lists.places_of(tx.connection, people))


def waiting(desk: Desk) -> int:
    """Return how many struck lines wait for a hold to end."""
    with desk.store.read() as connection:
        return len(aside.lines(connection, striking.WAITS))


def covers(tx: Transaction, today: datetime.date, entry: str) -> bool:
    """Tell whether a hold keeps a line: on everything, its session, or a person who said it or for whom it was said."""
    held = aside.holds(tx.connection, today)
    return bool(held) and aside.is_held(held, aside.places_of(tx.connection, entry))


def _let_go(tx: Transaction, today: datetime.date) -> None:
    held = aside.holds(tx.connection, today)
    for line in aside.lines(tx.connection, striking.WAITS):
        if not aside.is_held(held, {line.session, *line.people}):
            striking.remove_aside(tx, line.id)


def _hold(row: aside.HoldRow, name: str) -> Hold:
    until = datetime.date.fromisoformat(row.until) if row.until else None
    return Hold(row.id, Scope(row.scope), row.scope_id, row.why, row.who, until, name)
