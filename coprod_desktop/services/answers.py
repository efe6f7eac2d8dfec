"""Points and their answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coprod_desktop.domain import point_numbers
from coprod_desktop.domain.answers import OWNER_AGREED
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.permission import Permissions
from coprod_desktop.domain.record import Entry, Point
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, promises, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import permits, reading
from coprod_desktop.store import promises as rows
from coprod_desktop.store.answers_before import with_before
from coprod_desktop.store.transaction import Transaction


def add_point(
    desk: Desk, session: str, you_said: str, from_entries: Sequence[str] = (), **fields: Any
) -> tuple[str, Changes]:
    """Add a point, written from lines that keep their own words. Returns its id."""
    if not you_said.strip():
        raise UserError('Write what goes under "You said" first.', "Nothing was changed.")
    made = new_id()
    with desk.store.write("Added a point") as tx:
        still_there.session(tx, session)
        point = Point(
            id=made,
            key=point_numbers.next_key(rows.keys(tx.connection, session)),
            you_said=you_said.strip(),
            from_entries=tuple(from_entries),
            order=reading.next_order(tx.connection, "point", session),
            **fields,
        )
        tx.add(point, session=session)
        drafts.entered(tx, f"new_point:{session}")
    return made, tx.changes


def change_point(desk: Desk, point: str, **fields: Any) -> Changes:
    """Change a point or its answer (as in domain.record.Point). A half-filled answer saves; the paper asks for the rest.

    What was being typed in a field, kept as the draft "point:<id>:<field>", goes in the same moment.
    """
    if "you_said" in fields and not fields["you_said"].strip():
        raise UserError('"You said" cannot be empty.', "The point is as it was.")
    with desk.store.write("Changed an answer") as tx:
        still_there.row(tx, "point", point)
        tx.change("point", point, **_owner_anew(tx, point, fields))
        drafts.saved(tx, "point", point, fields)
    return tx.changes


def _owner_anew(tx: Transaction, point: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with what a new owner makes untrue: that one has not agreed, whatever the one before did."""
    if "owner" not in fields:
        return fields
    now = reading.one(tx.connection, Point, point)
    if (fields["owner"] or "").strip() == (now.owner or "").strip():
        return fields
    new = {"owner_agreed": None, **fields}
    return new if OWNER_AGREED in now.given else {**new, "given": (*now.given, OWNER_AGREED)}


def remove_point(desk: Desk, point: str) -> Changes:
    """Take a point away; what people said stays. Undo brings it back. UserError for a promise that was printed."""
    with desk.store.write("Took a point away") as tx:
        promises.cannot_go(tx, point)
        tx.remove("point", point)
    return tx.changes


def touched(
    desk: Desk, session: str, points: Sequence[str], entries: Sequence[str]
) -> tuple[tuple[Point, ...], tuple[Entry, ...], Permissions]:
    """Return those of these points and lines that are still there, and the answers about the session's lines now."""
    with desk.store.read() as connection:
        there = [p.id for p in reading.some(connection, Point, points, updates=())] if points else []
        return (
            with_before(connection, session, rows.of_ids(connection, there)) if there else (),
            reading.some(connection, Entry, entries) if entries else (),
            permits.of_session(connection, session, (p.id for p in reading.everyone(connection))),
        )


def move_point(desk: Desk, session: str, point: str, by: int) -> Changes:
    """Move a point up (-1) or down (+1), or by more."""
    with desk.store.write("Moved a point") as tx:
        still_there.row(tx, "point", point)
        ids = [p.id for p in reading.rows(tx.connection, Point, session, updates=())]
        at = ids.index(point)
        ids.insert(max(0, min(len(ids) - 1, at + by)), ids.pop(at))
        for order, id_ in enumerate(ids):
            tx.change("point", id_, order=order)
    return tx.changes


def put_under(desk: Desk, point: str, entries: Sequence[str], *, take_out: bool = False) -> Changes:
    """Put lines under a point, or take them out of it."""
    with desk.store.write("Changed what a point is made of") as tx:
        still_there.row(tx, "point", point)
        now = reading.one(tx.connection, Point, point).from_entries
        kept = tuple(e for e in now if e not in entries)
        tx.change("point", point, from_entries=kept if take_out else (*kept, *entries))
    return tx.changes
