"""The rows of one person, wherever they stand: what is theirs, how many there are, since when."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, func, select

from coprod_desktop.store import aside, claims, erasing, groups_kept, promises, said_for_others, schema
from coprod_desktop.store.strike import RISK


class ClaimRow(NamedTuple):
    """One amount somebody asked for or was offered."""

    kind: str
    pence: int
    paid: bool
    on: str


class Row(NamedTuple):
    """One row as it is stored, with what its table is called."""

    noun: str
    id: str
    since: str
    values: dict[str, Any]


class Before(NamedTuple):
    """What a row read before a change, until when."""

    noun: str
    id: str
    until: str
    old: dict[str, Any]


def own(connection: Connection, people: Collection[str]) -> set[tuple[str, str]]:
    """Return (noun, id) of every row that is theirs: those that hang on them, and their lines."""
    found = {("entry", row.id) for row in erasing.lines_of(connection, people)}
    for table, theirs in _tables(people):
        if table.name in groups_kept.STAY:
            continue  # it tells of others too
        found |= {(table.name, row_id) for row_id in connection.execute(select(table.c.id).where(theirs)).scalars()}
    return found


def rows(connection: Connection, people: Collection[str]) -> list[Row]:
    """Return every row that hangs on them, oldest first in each table; not what was taken away into the Bin alone."""
    found = []
    for table, theirs in _tables(people):
        order = table.c.seq if "seq" in table.c else table.c.id
        for row in connection.execute(select(table).where(theirs).order_by(order)).mappings():
            found.append(Row(table.name, row["id"], str(row.get("created_at") or row.get("on_date") or ""), dict(row)))
    return found


def lines(connection: Connection, people: Collection[str]) -> list[Row]:
    """Return the lines that are theirs, in the order of their sessions."""
    return _lines(connection, [row.id for row in erasing.lines_of(connection, people)])


def lines_for_others(connection: Connection, people: Collection[str]) -> list[Row]:
    """Return the lines they said for somebody else, in the order of their sessions."""
    return _lines(connection, [row.id for row in said_for_others.lines(connection, people)])


def _lines(connection: Connection, ids: Sequence[str]) -> list[Row]:
    e, s = schema.entry, schema.session
    query = select(e).join(s, s.c.id == e.c.session_id).where(e.c.id.in_(ids)).order_by(s.c.date, e.c.n, e.c.seq)
    return [Row("entry", row["id"], row["created_at"], dict(row)) for row in connection.execute(query).mappings()]


def before(connection: Connection, ids: Collection[str]) -> list[Before]:
    """Return what these rows read before, the oldest first."""
    r = schema.revision
    query = select(r.c.noun, r.c.row_id, r.c.at, r.c.old).where(r.c.row_id.in_(ids)).order_by(r.c.seq)
    return [Before(row.noun, row.row_id, row.at, json.loads(row.old)) for row in connection.execute(query)]


def counts(connection: Connection, people: Collection[str]) -> dict[str, int]:
    """Return how many rows of each table hang on them."""
    return {
        table.name: connection.execute(select(func.count()).select_from(table).where(theirs)).scalar() or 0
        for table, theirs in _tables(people)
    }


def amounts(connection: Connection, people: Collection[str]) -> Sequence[ClaimRow]:
    """Return what they were paid, and what they are still owed."""
    t = schema.claim
    query = select(t, claims.is_owed().label("owed")).where(
        t.c.person_id.in_(people), t.c.deleted_at.is_(None), claims.is_paid() | claims.is_owed()
    )
    return [
        ClaimRow(
            row["kind"],
            row["paid_pence"] or (row["pence"] if row["agreed_pence"] is None else row["agreed_pence"]),
            not row["owed"],
            row["on"],
        )
        for row in connection.execute(query.order_by(t.c.seq)).mappings()
    ]


def sealed(connection: Connection, people: Collection[str]) -> int:
    """Return how many lines of theirs are sealed and not passed on."""
    return sum(1 for line in aside.lines(connection, RISK) if set(line.people).intersection(people))


def promised_alone(connection: Connection, lines: Collection[str]) -> int:
    """Return how many answered or printed points were written from these lines alone."""
    p = schema.point
    found = 0
    for row in connection.execute(select(p.c.id, p.c.from_entries, p.c.answer).where(p.c.deleted_at.is_(None))):
        ids = json.loads(row.from_entries)
        alone = bool(ids) and set(ids) <= set(lines)
        found += alone and (row.answer is not None or promises.printed(connection, row.id) is not None)
    return found


def since(connection: Connection, people: Collection[str]) -> str | None:
    """Return when something of theirs was first written here (UTC)."""
    e = schema.entry
    lines = [row.id for row in (*erasing.lines_of(connection, people), *said_for_others.lines(connection, people))]
    days = list(connection.execute(select(e.c.created_at).where(e.c.id.in_(lines))).scalars())
    days += connection.execute(select(schema.person.c.created_at).where(schema.person.c.id.in_(people))).scalars()
    return min(days, default=None)


def _tables(people: Collection[str]) -> list[tuple[Table, Any]]:
    stay = (schema.META.tables[noun] for noun in ("claim", *groups_kept.STAY))
    return [*erasing.hanging_on(people), *((table, table.c.person_id.in_(people)) for table in stay)]
