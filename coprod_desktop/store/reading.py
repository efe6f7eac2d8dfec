"""Whole values out of the store: a session's record, or one row of it."""

from __future__ import annotations

import datetime
import itertools
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection, select, true

from coprod_desktop.domain import record
from coprod_desktop.domain.easy_record import EasySentence
from coprod_desktop.domain.live_hour import Moment, ReadBack
from coprod_desktop.domain.people_record import Claim
from coprod_desktop.domain.record import Row, SessionRecord
from coprod_desktop.domain.week_after import FormatAsked, MemberCheck, SaidBack
from coprod_desktop.errors import UserError
from coprod_desktop.store import permits, schema
from coprod_desktop.store.mapping import decode
from coprod_desktop.store.quick import in_parts

if TYPE_CHECKING:
    from coprod_desktop.domain.check.settled import Settlement

RowT = TypeVar("RowT", bound=Row)


def find_session(connection: Connection, named: str) -> str:
    """Return the id of the session with this id of ours or this exchange id. Raises UserError when there is none."""
    t = schema.session
    found = connection.execute(
        select(t.c.id).where((t.c.id == named) | (t.c.key == named), t.c.deleted_at.is_(None)).order_by(t.c.seq.desc())
    ).scalars()
    first = found.first()
    if first is None:
        raise UserError(f"There is no session {named!r} in this workspace.", "List them with the command: sessions.")
    return str(first)


def one(connection: Connection, kind: type[RowT], row_id: str) -> RowT:
    """Return one row of the record by id, deleted or not. Raises UserError when it is gone."""
    table = schema.TABLE_OF[kind]
    row = connection.execute(select(table).where(table.c.id == row_id)).mappings().first()
    if row is None:
        raise UserError("That is no longer in this workspace.", "")
    return decode(kind, row)


def some(connection: Connection, kind: type[RowT], ids: Sequence[str], **more: Any) -> tuple[RowT, ...]:
    """Return those of these rows that are not taken away."""
    table = schema.TABLE_OF[kind]
    found = connection.execute(select(table).where(table.c.id.in_(ids), table.c.deleted_at.is_(None)))
    return tuple(decode(kind, row, **more) for row in found.mappings())


def rows(connection: Connection, kind: type[RowT], session: str, **more: Any) -> tuple[RowT, ...]:
    """Return a session's rows of one kind in their order."""
    table = schema.TABLE_OF[kind]
    order = table.c.n if kind is record.Entry else table.c.order if "order" in table.c else table.c.seq
    found = connection.execute(
        select(table).where(table.c.session_id == session, table.c.deleted_at.is_(None)).order_by(order, table.c.seq)
    )
    return tuple(decode(kind, row, **more) for row in found.mappings())


def points_in_bin(connection: Connection) -> frozenset[str]:
    """Return the points in the Bin: what hangs on one goes nowhere without it."""
    t = schema.point
    return frozenset(connection.execute(select(t.c.id).where(t.c.deleted_at.is_not(None))).scalars())


def people(connection: Connection, session: str, who: str | None = None) -> tuple[record.Person, ...]:
    """Return the people on a session's list, with their needs; with `who`, only that person."""
    person, part = schema.person, schema.attendance
    own = [person.c[name] for name in sorted(schema.PERSON_FIELDS)]
    others = [
        c for c in part.c if c.name not in {"id", "seq", "created_at", "updated_at", "hlc", "device", "deleted_at"}
    ]
    found = connection.execute(
        select(person.c.id, *own, *others)
        .join(part, part.c.person_id == person.c.id)
        .where(part.c.session_id == session, part.c.deleted_at.is_(None), person.c.deleted_at.is_(None))
        .where(true() if who is None else person.c.id == who)
        .order_by(part.c.order, part.c.seq)
    )
    listed = found.mappings().all()
    if not listed:
        return ()
    from coprod_desktop.domain import money  # the first line of a new session does not wait for it

    needs, spent = _needs(connection, session, who), _expenses(connection, session, who)
    return tuple(
        decode(record.Person, row, needs=tuple(needs[row["id"]]), expenses=money.expenses(spent[row["id"]]))
        for row in listed
    )


def _needs(connection: Connection, session: str, who: str | None) -> dict[str, list[record.Need]]:
    t = schema.need
    theirs = t.c.session_id == session if who is None else t.c.person_id == who  # few rows either way
    of: dict[str, list[record.Need]] = defaultdict(list)
    for row in connection.execute(select(t).where(t.c.deleted_at.is_(None), theirs).order_by(t.c.seq)).mappings():
        if row["session_id"] == session:
            of[row["person_id"]].append(decode(record.Need, row))
    return of


def _expenses(connection: Connection, session: str, who: str | None) -> dict[str, list[Claim]]:
    t = schema.claim
    theirs = t.c.session_id == session if who is None else t.c.person_id == who  # few rows either way
    of: dict[str, list[Claim]] = defaultdict(list)
    found = connection.execute(select(t).where(t.c.deleted_at.is_(None), theirs).order_by(t.c.order, t.c.seq))
    for row in found.mappings():
        if row["session_id"] == session:
            of[row["person_id"]].append(decode(Claim, row))
    return of


def everyone(connection: Connection) -> tuple[record.Person, ...]:
    """Return everyone in the workspace: only what they are called. What they allow is in their permissions."""
    t = schema.person
    found = connection.execute(select(t.c.id, t.c.name).where(t.c.deleted_at.is_(None)).order_by(t.c.seq))
    return tuple(record.Person(id=row.id, name=row.name, role="") for row in found)


def session_record(connection: Connection, session: str) -> SessionRecord:
    """Return all of one session."""
    from coprod_desktop.store import promises  # the first line typed does not wait for it
    from coprod_desktop.store.answers_before import with_before

    head = connection.execute(select(schema.session).where(schema.session.c.id == session)).mappings().first()
    if head is None:
        raise UserError("That session is no longer in this workspace.", "")
    listed = people(connection, session)
    here = {p.id for p in listed}
    others = tuple(p for p in everyone(connection) if p.id not in here)
    return SessionRecord(
        session=decode(record.Session, head),
        people=listed,
        ground_rules=rows(connection, record.GroundRule, session),
        agenda=rows(connection, record.AgendaItem, session),
        checklist=rows(connection, record.ChecklistItem, session),
        entries=rows(connection, record.Entry, session),
        votes=rows(connection, record.Vote, session),
        points=with_before(connection, session, promises.of_session(connection, session)),
        earlier=promises.told_in(connection, session),
        notices=rows(connection, record.NoticeGiven, session),
        member_checks=rows(connection, MemberCheck, session),
        said_back=tuple(said for said in rows(connection, SaidBack, session) if said.point is None),
        formats_asked=rows(connection, FormatAsked, session),
        moments=rows(connection, Moment, session),
        read_backs=rows(connection, ReadBack, session),
        easy_sentences=rows(connection, EasySentence, session),
        others=others,
        permissions=permits.of_session(connection, session, (p.id for p in (*listed, *others))),
        may_spend_pence=_may_spend(connection, head["group_id"]),
        given=tuple(json.loads(head["file_given"] or "[]")),
        unknown=json.loads(head["file_unknown"] or "{}"),
    )


def _may_spend(connection: Connection, group: str | None) -> int | None:
    """Return what a group may spend; None for no group, one that was taken away, or no limit."""
    g = schema.work_group
    found = (
        connection.execute(select(g.c.money_pence).where(g.c.id == group, g.c.deleted_at.is_(None))) if group else None
    )
    return found.scalar() if found is not None else None


def said(connection: Connection, session: str) -> SessionRecord:
    """Return what was said in a session and the points it became: enough to tell what has no answer yet."""
    entries = rows(connection, record.Entry, session)
    voices = {who for e in entries for who in (e.speaker, e.said_for) if who}
    return SessionRecord(
        session=one(connection, record.Session, session),
        entries=entries,
        points=rows(connection, record.Point, session),
        permissions=permits.of_voices(connection, session, voices),
    )


def settlements(connection: Connection, *of: str) -> tuple[Settlement, ...]:
    """Return how findings were settled, oldest first: of sessions, agreed papers, or rows of a group, by their ids."""
    from coprod_desktop.domain.check.settled import Decision, Settlement  # the first line typed does not wait for it

    t = schema.settlement
    some = (
        connection.execute(select(t).where(t.c.session_id.in_(ids), t.c.deleted_at.is_(None))).mappings()
        for ids in in_parts(list(dict.fromkeys(of)))
    )
    found = sorted((row for rows in some for row in rows), key=lambda row: row["seq"])
    return tuple(
        Settlement(
            subject=row["subject"],
            kind=row["kind"],
            words_hash=row["words_hash"],
            decision=Decision(row["decision"]),
            on=datetime.date.fromisoformat(row["on"]),
            reviewed=bool(row["reviewed"]),
            id=row["id"],
            over=tuple(json.loads(row["over"])),
        )
        for row in found
    )


def next_number(connection: Connection, session: str) -> int:
    """Return the number the next entry of a session gets; one that was taken away, or stands aside, keeps its own."""
    newest = "SELECT n FROM entry WHERE session_id = ? ORDER BY n DESC LIMIT 1"  # each line saved asks this
    found = connection.exec_driver_sql(newest, (session,)).scalar()
    standing = "SELECT max(json_extract(row, '$.row.n')) FROM set_aside WHERE session_id = ?"
    aside = connection.exec_driver_sql(standing, (session,)).scalar()
    return max(found or 0, aside or 0) + 1


def next_key(connection: Connection, noun: str, session: str, prefix: str = "") -> str:
    """Return an exchange key no row of that noun in the session has."""
    t = schema.META.tables[noun]
    taken = set(connection.execute(select(t.c.key).where(t.c.session_id == session)).scalars())
    n = len(taken) + 1
    while f"{prefix}{n}" in taken:
        n += 1
    return f"{prefix}{n}"


def next_order(connection: Connection, noun: str, session: str) -> int:
    """Return the order of a row put last."""
    t = schema.META.tables[noun]
    found = connection.execute(
        select(t.c.order).where(t.c.session_id == session).order_by(t.c.order.desc()).limit(1)
    ).scalar()
    return 0 if found is None else int(found) + 1


def next_places(connection: Connection, session: str) -> Iterator[tuple[str, int]]:
    """Yield key and order of each person put last on a session's list: one look at it for as many as come."""
    t = schema.attendance
    taken = set(connection.execute(select(t.c.key).where(t.c.session_id == session)).scalars())
    free = (key for n in itertools.count(len(taken) + 1) if (key := f"p{n}") not in taken)
    return zip(free, itertools.count(next_order(connection, "attendance", session)), strict=False)


def before(connection: Connection, row_id: str) -> list[dict[str, Any]]:
    """Return the columns each change of a row replaced, the oldest change first."""
    r = schema.revision
    found = connection.execute(select(r.c.old).where(r.c.row_id == row_id).order_by(r.c.seq))
    return [json.loads(old) for old in found.scalars()]


def ids(connection: Connection, noun: str, session: str) -> set[str]:
    """Return the ids of a session's rows of one noun, taken away or not."""
    t = schema.META.tables[noun]
    return set(connection.execute(select(t.c.id).where(t.c.session_id == session)).scalars())


def is_there(connection: Connection, noun: str, row_id: str) -> bool:
    """Tell whether a row with this id is stored, taken away or not."""
    found = connection.exec_driver_sql(f"SELECT 1 FROM {noun} WHERE id = ?", (row_id,))
    return found.first() is not None


def stands(connection: Connection, noun: str, row_id: str) -> bool:
    """Tell whether a row is stored and not taken away."""
    found = connection.exec_driver_sql(f"SELECT 1 FROM {noun} WHERE id = ? AND deleted_at IS NULL", (row_id,))
    return found.first() is not None


def session_of(connection: Connection, noun: str, row_id: str) -> str | None:
    """Return the id of the session a row belongs to, None for rows of no session."""
    if "session_id" not in schema.META.tables[noun].c:
        return None
    found = connection.exec_driver_sql(f"SELECT session_id FROM {noun} WHERE id = ?", (row_id,)).scalar()
    return None if found is None else str(found)


def changed_since(connection: Connection, noun: str, row_id: str, at: str) -> bool:
    """Tell whether a row was changed after a time (UTC, as it is stored); False for what is no row."""
    table = schema.META.tables.get(noun)
    if table is None or "updated_at" not in table.c:
        return False
    found = connection.execute(select(table.c.updated_at).where(table.c.id == row_id)).scalar()
    return found is not None and str(found) > at


def written_at(connection: Connection, noun: str, row_id: str) -> str | None:
    """Return when a row was first written here, in UTC; None when it is not there."""
    table = schema.META.tables[noun]
    return connection.execute(select(table.c.created_at).where(table.c.id == row_id)).scalar()


def let_go(connection: Connection) -> None:
    """Let go of the pages of the database that are held at hand: megabytes, read again when they are asked for."""
    connection.exec_driver_sql("pragma shrink_memory")
