"""What a step did, row by row, read from the rows and their versions as they are: for the words of undo.

A step itself holds no words. What it names may have been struck since; then the step is gone as well.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from coprod_desktop.domain.permission import Permission
from coprod_desktop.store import merging, permits, schema
from coprod_desktop.store.quick import in_parts
from coprod_desktop.store.undo import UndoStep

MOST = 300
"""Of a step with more rows only how many there are is read: nobody can be told them all."""
_LINKS = ("speaker", "said_for", "duplicate_of", "for_person", "person_id", "from_entries", "picture")
"""Columns that hold ids, which are shown as the words they stand for."""


class StepRow(NamedTuple):
    """One row of a step: what was done to it, the columns it replaced, and all of them as they are now."""

    noun: str
    id: str
    op: str
    """ "add", "change", "remove" or "restore"."""
    before: Mapping[str, Any]
    now: Mapping[str, Any]


class StepSeen(NamedTuple):
    """A step, read. `called`: ids -> the words by which their rows are known."""

    step: UndoStep
    rows: Sequence[StepRow]
    many: Mapping[tuple[str, str], int]
    """(noun, op) -> how many rows."""
    answers: Sequence[Permission]
    called: Mapping[str, str]


def of(connection: Connection, step: UndoStep) -> StepSeen:
    """Return what a step did."""
    t = schema.undo_step
    ops = json.loads(connection.execute(select(t.c.ops).where(t.c.hlc == step.clock)).scalar() or "[]")
    many: dict[tuple[str, str], int] = {}
    for noun, _id, op, *_ in ops:
        many[noun, op] = many.get((noun, op), 0) + 1
    rows = [row for op in ops[:MOST] if (row := _row(connection, *op)) is not None]
    answers = permits.in_step(connection, step.clock)
    return StepSeen(step, rows, many, answers, _called(connection, rows, answers))


def _row(connection: Connection, noun: str, row_id: str, op: str, revision: int | None, _hlc: int) -> StepRow | None:
    table, r = schema.META.tables[noun], schema.revision
    now = connection.execute(select(table).where(table.c.id == row_id)).mappings().first()
    if now is None:
        return None
    old = connection.execute(select(r.c.old).where(r.c.seq == revision)).scalar() if revision is not None else None
    folded = schema.FOLDED.get(noun, frozenset())
    before = {k: v for k, v in json.loads(old or "{}").items() if k not in folded}
    return StepRow(noun, row_id, op, before, dict(now))


def _called(connection: Connection, rows: Iterable[StepRow], answers: Iterable[Permission]) -> Mapping[str, str]:
    wanted = {row.id for row in rows} | {answer.subject for answer in answers}
    for row in rows:
        wanted.update(_ids([row.now.get(name) for name in _LINKS] + [row.before.get(name) for name in _LINKS]))
    found: dict[str, str] = {}
    for noun, column in merging.CALLED.items():
        table = schema.META.tables[noun]
        for some in in_parts(sorted(wanted - found.keys())):
            found |= {
                row[0]: row[1] or ""
                for row in connection.execute(select(table.c.id, table.c[column]).where(table.c.id.in_(some)))
            }
    return found | {row.id: found.get(row.now["person_id"], "") for row in rows if row.noun == "attendance"}


def _ids(values: Iterable[Any]) -> set[str]:
    found: set[str] = set()
    for value in values:
        if isinstance(value, str) and value.startswith("["):
            found.update(part for part in json.loads(value) if isinstance(part, str))
        elif isinstance(value, str):
            found.add(value)
    return found
