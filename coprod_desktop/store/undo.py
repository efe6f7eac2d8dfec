"""Undo and redo: the inverse of a step, by the same road. A step holds row ids and revisions, never text."""

from __future__ import annotations

import json
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import Connection, select, update

from coprod_desktop.errors import UserError
from coprod_desktop.store import schema
from coprod_desktop.store.transaction import Op, Transaction


class UndoStep(NamedTuple):
    """One step that can be taken back: its clock and what it is called."""

    clock: int
    said: str


def next_undo(connection: Connection) -> UndoStep | None:
    """Return the step that undo would take back now."""
    return _newest(connection, ("do", "redo"), 0)


def next_redo(connection: Connection) -> UndoStep | None:
    """Return the step that redo would bring back now: the last undo, if nothing was done since."""
    undone = _newest(connection, ("undo",), 0)
    done = _newest(connection, ("do",), 0)
    return undone if undone and (done is None or done.clock < undone.clock) else None


def _newest(connection: Connection, kinds: tuple[str, ...], reverted: int) -> UndoStep | None:
    t = schema.undo_step
    row = connection.execute(
        select(t.c.hlc, t.c.said).where(t.c.kind.in_(kinds), t.c.reverted == reverted).order_by(t.c.hlc.desc()).limit(1)
    ).first()
    return UndoStep(row.hlc, row.said) if row else None


def revert(tx: Transaction, clock: int) -> None:
    """Undo one step inside a transaction. Raises UserError, with nothing done, when rows changed since."""
    steps = schema.undo_step
    _shown = partial(_stands_for, tx.connection)
    ops: list[Op] = [tuple(op) for op in json.loads(_step(tx.connection, clock)["ops"])]
    for noun, row_id, *_ in ops:
        table = schema.META.tables[noun]
        now = tx.connection.execute(select(table.c.hlc).where(table.c.id == row_id)).scalar()
        if now is None or _shown(now, noun, row_id) != _shown(clock, noun, row_id):
            raise UserError("That cannot be undone any more: it was changed again since.", "Nothing was changed.")
    for noun, row_id, op, revision, _before in reversed(ops):
        if op in {"add", "restore"}:
            tx.update(noun, row_id, {"deleted_at": tx.at}, "remove")
        else:
            old = tx.connection.execute(select(schema.revision.c.old).where(schema.revision.c.seq == revision)).scalar()
            if old is None:
                raise UserError("That cannot be undone any more: the words were struck.", "Nothing was changed.")
            tx.update(noun, row_id, json.loads(old), "restore" if op == "remove" else "change")
    tx.connection.execute(update(steps).where(steps.c.hlc == clock).values(reverted=1))


def _step(connection: Connection, clock: int) -> Any:
    t = schema.undo_step
    return connection.execute(select(t).where(t.c.hlc == clock)).mappings().one()


def _stands_for(connection: Connection, clock: int, noun: str, row_id: str) -> int:
    """Return the clock of the step whose result a row with this clock shows, looking through undos and redos."""
    steps = schema.undo_step
    while clock:
        step = connection.execute(select(steps).where(steps.c.hlc == clock)).mappings().first()
        if step is None or step["reverts"] is None:
            break
        undone = _step(connection, step["reverts"])
        if step["kind"] == "redo":
            clock = undone["reverts"]  # it brings back what the undo took away
        else:
            clock = next(op[4] for op in json.loads(undone["ops"]) if op[0] == noun and op[1] == row_id)
    return clock
