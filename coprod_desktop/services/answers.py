"""Points, answers and how promises go."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.permission import Permissions
from coprod_desktop.domain.record import EarlierPromise, Entry, Point, Update
from coprod_desktop.domain.words import EarlierStatus, UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import permits, reading


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
            key=reading.next_key(tx.connection, "point", session),
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
        tx.change("point", point, **fields)
        drafts.saved(tx, "point", point, fields)
    return tx.changes


def remove_point(desk: Desk, point: str) -> Changes:
    """Take a point away; what people said stays. Undo brings it back."""
    with desk.store.write("Took a point away") as tx:
        tx.remove("point", point)
    return tx.changes


def touched(
    desk: Desk, session: str, points: Sequence[str], entries: Sequence[str]
) -> tuple[tuple[Point, ...], tuple[Entry, ...], Permissions]:
    """Return those of these points and lines that are still there, and the answers about the session's lines now."""
    with desk.store.read() as connection:
        return (
            reading.some(connection, Point, points, updates=()) if points else (),
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


def add_update(
    desk: Desk, session: str, point: str, on: datetime.date, state: UpdateState, text: str | None = None
) -> Changes:
    """Add a dated line on a promise; nothing is overwritten."""
    with desk.store.write("Added how a promise goes") as tx:
        still_there.row(tx, "point", point)
        tx.add(Update(id=new_id(), on=on, state=state, text=text or None), session=session, point_id=point)
    return tx.changes


def change_earlier(
    desk: Desk, promise: str, status: EarlierStatus, on: datetime.date, reason: str | None = None
) -> Changes:
    """Say where a promise from an earlier paper stands now."""
    if status is EarlierStatus.WILL_NOT_HAPPEN and not (reason or "").strip():
        raise UserError("Say why it will not happen.", "Nothing was changed.")
    fields: dict[str, Any] = {"status": status, "last_update": on}
    if status is EarlierStatus.DONE:
        fields["done_on"] = on
    if status is EarlierStatus.WILL_NOT_HAPPEN:
        fields |= {"decided_on": on, "reason": reason}
    with desk.store.write("Said where a promise stands") as tx:
        still_there.row(tx, "earlier_promise", promise)
        tx.change("earlier_promise", promise, **fields)
    return tx.changes


def carry_on(desk: Desk, session: str, texts: Sequence[tuple[str, datetime.date | None]]) -> Changes:
    """Bring promises of an earlier session into this one's list of earlier promises."""
    with desk.store.write("Brought earlier promises in") as tx:
        still_there.session(tx, session)
        order = reading.next_order(tx.connection, "earlier_promise", session)
        for i, (text, due) in enumerate(texts):
            row = EarlierPromise(
                id=new_id(),
                key=reading.next_key(tx.connection, "earlier_promise", session, "e"),
                text=text,
                status=EarlierStatus.ON_TRACK,
                due=due,
                order=order + i,
            )
            tx.add(row, session=session)
    return tx.changes
