"""Undo and redo: the inverse of a step, by the same road. A step holds row ids and revisions, never text.

Answers are not put back like other columns: undo takes back the yeses of the step, never a no, and writes no yes.
"""

from __future__ import annotations

import json
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, select, update

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.permission import NAME_PARTS, NOT_ASKED, YES, Basis, Permission
from coprod_desktop.errors import UserError
from coprod_desktop.store import permits, schema
from coprod_desktop.store.transaction import Op, Transaction

IMPORT = "import"
"""The kind of a step that brought a file in."""
KEPT_NO = "A no that was given stays a no."
KEPT_YES = "A yes is not brought back: ask, and write it down again."
KEPT_NARROW = "Who may read it stays as it is now: choose it again to show it to more people."
_NEVER_WIDER = {("log_line", "publicity"): ("private", "members", "anyone")}
"""Columns that undo only ever narrows, and what they hold, the narrowest first."""


class UndoStep(NamedTuple):
    """One step that can be taken back: its clock, what it is called, and its kind."""

    clock: int
    said: str
    kind: str


def next_undo(connection: Connection) -> UndoStep | None:
    """Return the step that undo would take back now. An import is offered until the next step."""
    step = _newest(connection, ("do", "redo", IMPORT), 0)
    newest = connection.execute(
        select(schema.undo_step.c.hlc).order_by(schema.undo_step.c.hlc.desc()).limit(1)
    ).scalar()
    if step is not None and step.kind == IMPORT and step.clock != newest:
        return None
    return step


def next_redo(connection: Connection) -> UndoStep | None:
    """Return the step that redo would bring back now: the last undo, if nothing was done since."""
    undone = _newest(connection, ("undo",), 0)
    done = _newest(connection, ("do", IMPORT), 0)
    return undone if undone and (done is None or done.clock < undone.clock) else None


def _newest(connection: Connection, kinds: tuple[str, ...], reverted: int) -> UndoStep | None:
    t = schema.undo_step
    row = connection.execute(
        select(t.c.hlc, t.c.said, t.c.kind)
        .where(t.c.kind.in_(kinds), t.c.reverted == reverted)
        .order_by(t.c.hlc.desc())
        .limit(1)
    ).first()
    return UndoStep(row.hlc, row.said, row.kind) if row else None


def revert(tx: Transaction, clock: int) -> str:
    """Undo one step inside a transaction; returns a sentence about what stays as it is, or "".

    Raises UserError, with nothing done, when rows changed since.
    """
    from coprod_desktop.store import merging, promises  # the first line typed does not wait for it

    steps = schema.undo_step
    _shown = partial(_stands_for, tx.connection)
    step = _step(tx.connection, clock)
    kind = step["kind"]
    ops: list[Op] = [tuple(op) for op in json.loads(step["ops"])]
    for noun, row_id, *_ in ops:
        table = schema.META.tables[noun]
        now = tx.connection.execute(select(table.c.hlc).where(table.c.id == row_id)).scalar()
        if now is None or _shown(now, noun, row_id) != _shown(clock, noun, row_id):
            raise UserError("That cannot be undone any more: it was changed again since.", "Nothing was changed.")
    for noun, row_id, op, *_ in ops:
        if noun == "point" and op in {"add", "restore"} and promises.printed(tx.connection, row_id, here=True):
            raise UserError(
                "That cannot be undone any more: people have a promise of it on paper.",
                "Say on Follow up how it goes. Nothing was changed.",
            )
    narrow = False
    for noun, row_id, op, revision, _before in reversed(ops):
        if op == "add" and kind == IMPORT:
            _never_came(tx, noun, row_id)
        elif op in {"add", "restore"}:
            tx.update(noun, row_id, {"deleted_at": tx.at}, "remove")
        else:
            old = tx.connection.execute(select(schema.revision.c.old).where(schema.revision.c.seq == revision)).scalar()
            if old is None:
                raise UserError("That cannot be undone any more: the words were struck.", "Nothing was changed.")
            folded = schema.FOLDED.get(noun, frozenset())
            before = {k: v for k, v in json.loads(old).items() if k not in folded}
            if kind == IMPORT:
                tx.put_back(noun, row_id, before, revision)
                continue
            narrow = _only_narrower(tx.connection, noun, row_id, before) or narrow
            tx.update(noun, row_id, before, "restore" if op == "remove" else "change")
    tx.connection.execute(update(steps).where(steps.c.hlc == clock).values(reverted=1))
    if kind == IMPORT:
        merging.forget_versions(tx, clock)
    else:
        (merging.redo_choice if kind == "undo" else merging.undo_choice)(tx, clock)
    kept = _answers(tx, clock, {row_id for _noun, row_id, op, *_ in ops if op == "add"})
    return " ".join(filter(None, (kept, KEPT_NARROW if narrow else "")))


def _only_narrower(connection: Connection, noun: str, row_id: str, before: dict[str, Any]) -> bool:
    """Leave a column as it is where putting it back would let more people read a row. Tells whether there was one."""
    wider = False
    for (of, column), widths in _NEVER_WIDER.items():
        if of != noun or column not in before:
            continue
        t = schema.META.tables[noun]
        now = connection.execute(select(t.c[column]).where(t.c.id == row_id)).scalar()
        if widths.index(before[column]) > widths.index(now):
            del before[column]
            wider = True
    return wider


def _never_came(tx: Transaction, noun: str, row_id: str) -> None:
    """A row that only an undone import brought is as if it had never come: the file may bring it in again."""
    table = schema.META.tables[noun]
    session = (
        tx.connection.execute(select(table.c.session_id).where(table.c.id == row_id)).scalar()
        if ("session_id" in table.c)
        else None
    )
    tx.before_it_goes(noun, row_id)
    tx.connection.execute(delete(table).where(table.c.id == row_id))
    tx.connection.execute(delete(schema.revision).where(schema.revision.c.row_id == row_id))
    yeses = [r.id for r in permits.of(tx.connection, row_id) if r.value == YES or NAME_PARTS.get(r.value)]
    permits.forget(tx, yeses)  # a no stays, also for a row that comes in again
    tx.connection.execute(delete(schema.other_version).where(schema.other_version.c.row_id == row_id))
    tx.note_removed(Ref(noun, row_id, row_id if noun == "session" else session))


def _answers(tx: Transaction, clock: int, added: set[str]) -> str:
    """Take back the yeses of a step, and say what is left as it is. Answers about rows it added are hidden with them."""
    rows = [r for r in permits.in_step(tx.connection, clock) if r.subject not in added]
    yeses = [r for r in rows if r.value == YES or NAME_PARTS.get(r.value)]
    if _step(tx.connection, clock)["kind"] == IMPORT:
        permits.forget(tx, [r.id for r in yeses])
        for noun, subject in dict.fromkeys((r.noun, r.subject) for r in yeses):
            permits.fold_into(tx, noun, subject)
    else:
        permits.add(tx, [_taken_back(r) for r in yeses])
    retracted = [r for r in rows if r.value == NOT_ASKED]
    refused = [r for r in rows if r not in yeses and r not in retracted]
    return " ".join((*((KEPT_NO,) if refused else ()), *((KEPT_YES,) if retracted else ())))


def _taken_back(row: Permission) -> Permission:
    return Permission(
        new_id(), row.noun, row.subject, row.purpose, row.circle, NOT_ASKED, Basis.ASKED, (row.id,), session=row.session
    )


def _step(connection: Connection, clock: int) -> Any:
    t = schema.undo_step
    return connection.execute(select(t).where(t.c.hlc == clock)).mappings().one()


def _stands_for(connection: Connection, clock: int, noun: str, row_id: str) -> int:
    """Return the clock of the step whose result a row with this clock shows, looking through undos and redos."""
    steps = schema.undo_step
    while clock:
        step = connection.execute(select(steps).where(steps.c.hlc == clock)).mappings().first()
        if step is None:
            break
        if step["kind"] in {"undo", "undone import"}:
            before = _before(_step(connection, step["reverts"]), noun, row_id)
        elif step["reverted"] and not _was_put_back(connection, clock, noun, row_id):
            before = _before(step, noun, row_id)
        elif step["kind"] == "redo":
            before = _step(connection, step["reverts"])["reverts"]  # it brings back what the undo took away
        else:
            break
        if before is None:
            break
        clock = before
    return clock


def _before(step: Any, noun: str, row_id: str) -> int | None:
    """Return the clock that a row had before a step; None when the step cut something from it, which no undo brings back."""
    return next((int(op[4]) for op in json.loads(step["ops"]) if op[0] == noun and op[1] == row_id), None)


def _was_put_back(connection: Connection, clock: int, noun: str, row_id: str) -> bool:
    """Tell whether undoing a step changed this row; of a step that only brought a no, the no stays."""
    t = schema.undo_step
    found = connection.execute(select(t.c.ops).where(t.c.reverts == clock)).scalars()
    return any(op[0] == noun and op[1] == row_id for ops in found for op in json.loads(ops))
