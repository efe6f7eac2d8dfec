"""Records past their time: which they are, and how each kind is taken out for good."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, literal, literal_column, select, update

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.keep_rules import Kind
from coprod_desktop.domain.roles import group_of
from coprod_desktop.domain.words import Attending, EntryKind
from coprod_desktop.store import aside, bin, gone, needs_kept, schema, sheet_photos
from coprod_desktop.store import strike as striking
from coprod_desktop.store.mapping import as_json
from coprod_desktop.store.transaction import Transaction


class Past(NamedTuple):
    """Something past its time: of a session, or of a person; how many records, and the day it counts from."""

    kind: Kind
    id: str
    called: str
    day: str
    many: int
    since: str
    """When the first of them was written (UTC)."""


def past(connection: Connection, kind: Kind, until: datetime.date) -> list[Past]:
    """Return what counts from a day up to `until`, oldest first."""
    found = (Past(kind, *row) for row in connection.execute(_FIND[kind](until.isoformat())))
    return sorted(found, key=lambda one: (one.day, one.called))


def how_many(connection: Connection, until: Mapping[Kind, datetime.date]) -> int:
    """Return how much counts from up to these days, by kind: a query each, and nothing is read of what it counts."""
    counts = (select(func.count()).select_from(_FIND[kind](day.isoformat()).subquery()) for kind, day in until.items())
    return sum(connection.execute(count).scalar_one() for count in counts)


def take_out(tx: Transaction, one: Past) -> None:
    """Take it out for good. A person goes by store.erasing, and is asked of there. The caller checkpoints."""
    _TAKE[one.kind](tx, one.id)


def why_it_stays(connection: Connection, one: Past, today: datetime.date) -> str | None:
    """Return why something of a session is not let go: bin.HELD, bin.SEALED or bin.PROMISED; None when it may go."""
    held = aside.holds(connection, today)
    if held and aside.is_held(held, _places(connection, one)):
        return bin.HELD
    return bin.why_it_stays(connection, "session", one.id, ()) if one.kind is Kind.SESSIONS else None


def _places(connection: Connection, one: Past) -> set[str]:
    """Return the sessions and people that something is of: a hold on any of them keeps it."""
    a, e, c = schema.attendance, schema.entry, schema.claim
    if one.kind is Kind.CLAIMS:  # known by the day
        rows = connection.execute(select(c.c.session_id, c.c.person_id).where(c.c.paid_on == one.id)).all()
        return {place for row in rows for place in row if place}
    came = connection.execute(select(a.c.person_id).where(a.c.session_id == one.id)).scalars()
    said = connection.execute(select(e.c.speaker, e.c.said_for).where(e.c.session_id == one.id)).all()
    return {one.id, *came, *(who for row in said for who in row if who)}


# ---- what there is


def _of_sessions(until: str, table: Any, *more: Any) -> Select[Any]:
    """What is counted here asks for no column of the table, so that nothing of it is read."""
    s = schema.session
    theirs = [table.c.session_id == s.c.id, *more]
    many = select(func.count()).where(*theirs).scalar_subquery()
    since = select(func.min(table.c.created_at)).where(*theirs).scalar_subquery()
    there = select(literal(1)).where(*theirs).exists()
    return select(s.c.id, s.c.title, s.c.date, many, since).where(_day() <= until, s.c.sample == 0, there)


def _day() -> Any:
    return func.coalesce(schema.session.c.end_date, schema.session.c.date)


def _sign_in(until: str) -> Select[Any]:
    return _of_sessions(until, schema.attendance)


def _photos(until: str) -> Select[Any]:
    return _of_sessions(until, schema.sheet_photo)


def _notes(until: str) -> Select[Any]:
    return _of_sessions(until, schema.entry, schema.entry.c.kind == EntryKind.NOTE)


def _in_session(until: str, *which: Any) -> Select[Any]:
    s = schema.session
    return select(s.c.id, s.c.title, s.c.date, literal(1), s.c.created_at).where(
        _day() <= until, s.c.sample == 0, *which
    )


def _raw_notes(until: str) -> Select[Any]:
    return _in_session(until, schema.session.c.file_unknown.contains('"raw_notes"'))


def _counts(until: str) -> Select[Any]:
    return _in_session(until, schema.session.c.about_you_counts.is_not(None))


def _claims(until: str) -> Select[Any]:
    c = schema.claim.c
    query = select(c.paid_on.label("id"), literal("Money paid"), c.paid_on, func.count(), func.min(c.created_at))
    return query.where(c.paid_on <= until).group_by(c.paid_on)


def _people(until: str) -> Select[Any]:
    p, a, s, b = schema.person, schema.attendance, schema.session, schema.bank
    written = func.substr(p.c.updated_at, 1, 10)  # who is on no list any more, for their sign-in sheets went
    # by its unary plus each session is looked up in the lists once, not each place on a list in the sessions
    of_session = a.c.session_id == literal_column("+session.id")
    came = (
        select(a.c.person_id, func.max(_day()).label("last"))
        .select_from(s.join(a, of_session))
        .where(s.c.sample == 0)
        .group_by(a.c.person_id)
    ).subquery()
    last = (
        select(p.c.id, p.c.name, func.coalesce(came.c.last, written).label("last"), p.c.created_at)
        .outerjoin(came, came.c.person_id == p.c.id)
        .where(came.c.last.is_not(None) | p.c.id.not_in(select(a.c.person_id)))  # else of the sample session alone
    ).subquery()
    in_bank = select(b.c.person_id).where(b.c.deleted_at.is_(None), func.coalesce(b.c.review_on, b.c.joined_on) > until)
    m = schema.group_member
    members = select(m.c.person_id).where(
        m.c.person_id.is_not(None), m.c.deleted_at.is_(None), func.coalesce(m.c.left_on, until + "~") > until
    )
    query = select(last.c.id, last.c.name, last.c.last, literal(1), last.c.created_at)
    return query.where(last.c.last <= until, last.c.id.not_in(in_bank), last.c.id.not_in(members))


# ---- taking out


def _take_sign_in(tx: Transaction, session: str) -> None:
    """How many came of each group stays; the names, seats and what was arranged go. What somebody needs stays theirs."""
    a, s = schema.attendance, schema.session
    rows = tx.connection.execute(select(a).where(a.c.session_id == session)).mappings().all()
    came = [row for row in rows if row["attendance"] == Attending.HERE and row["deleted_at"] is None]
    door = Counter(json.loads(tx.connection.execute(select(s.c.headcount).where(s.c.id == session)).scalar() or "{}"))
    door.update(str(group_of(row["role"])) for row in came)
    stamps = {"updated_at": tx.at, "hlc": tx.clock, "device": tx.device}
    tx.connection.execute(update(s).where(s.c.id == session).values(headcount=as_json(dict(door)), **stamps))
    tx.note_changed(Ref("session", session, session))
    c = schema.checklist_item
    theirs = select(c.c.id).where(c.c.session_id == session, c.c.for_person.is_not(None))
    bin.erase(tx, "checklist_item", tx.connection.execute(theirs).scalars().all())
    _remember(tx, "attendance", [(row["id"], row["created_at"]) for row in rows])
    needs_kept.keep(tx, session, {row["person_id"] for row in rows})
    bin.erase(tx, "attendance", [row["id"] for row in rows])
    striking.forget(tx, session, undo_only=True)


def _take_photos(tx: Transaction, session: str) -> None:
    t = schema.sheet_photo
    rows = tx.connection.execute(select(t.c.id, t.c.created_at).where(t.c.session_id == session)).all()
    _remember(tx, "sheet_photo", [(row.id, row.created_at) for row in rows])
    sheet_photos.take_out(tx, [row.id for row in rows])


def _take_notes(tx: Transaction, session: str) -> None:
    e = schema.entry
    which = (e.c.session_id == session, e.c.kind == EntryKind.NOTE)
    for row in tx.connection.execute(select(e.c.id).where(*which)).all():
        striking.strike(tx, row.id)


def _take_raw_notes(tx: Transaction, session: str) -> None:
    s = schema.session
    kept = json.loads(tx.connection.execute(select(s.c.file_unknown).where(s.c.id == session)).scalar() or "{}")
    kept.pop("raw_notes", None)
    _change_session(tx, session, "file_unknown", json.dumps(kept, ensure_ascii=False))


def _take_counts(tx: Transaction, session: str) -> None:
    _change_session(tx, session, "about_you_counts", None)


def _change_session(tx: Transaction, session: str, column: str, value: str | None) -> None:
    """Change a column, and let every version go that held it."""
    s, r = schema.session, schema.revision
    created = tx.connection.execute(select(s.c.created_at).where(s.c.id == session)).scalar()
    stamps = {"updated_at": tx.at, "hlc": tx.clock, "device": tx.device}
    tx.connection.execute(update(s).where(s.c.id == session).values({column: value, **stamps}))
    for old in tx.connection.execute(select(r.c.seq, r.c.old).where(r.c.row_id == session)).all():
        columns = json.loads(old.old)
        if columns.pop(column, None) is not None:
            tx.connection.execute(update(r).where(r.c.seq == old.seq).values(old=as_json(columns)))
    striking.forget(tx, session, undo_only=True)
    _remember(tx, "session", [(f"{column} {session}", created or "")])
    tx.note_changed(Ref("session", session, session))


def _take_session(tx: Transaction, session: str) -> None:
    bin.empty(tx, "session", session)


def _take_claims(tx: Transaction, day: str) -> None:
    c = schema.claim
    rows = tx.connection.execute(select(c.c.id, c.c.created_at).where(c.c.paid_on == day)).all()
    _remember(tx, "claim", [(row.id, row.created_at) for row in rows])
    bin.erase(tx, "claim", [row.id for row in rows])


def _remember(tx: Transaction, noun: str, rows: Collection[tuple[str, str]]) -> None:
    """Backups made while they were here hold them: those go in time."""
    for row_id, created in rows:
        gone.add(tx, row_id, noun, "", "", (), gone.EMPTIED, created)


_FIND: Mapping[Kind, Callable[[str], Select[Any]]] = {
    # each gives id, what it is called, the day, how many, since when: of what counts from up to a day
    Kind.SIGN_IN: _sign_in,
    Kind.PHOTO: _photos,
    Kind.RAW_NOTES: _raw_notes,
    Kind.NOTES: _notes,
    Kind.EVALUATION: _counts,
    Kind.CLAIMS: _claims,
    Kind.PEOPLE: _people,
    Kind.SESSIONS: _in_session,
}
_TAKE: Mapping[Kind, Callable[[Transaction, str], None]] = {
    Kind.SIGN_IN: _take_sign_in,
    Kind.PHOTO: _take_photos,
    Kind.RAW_NOTES: _take_raw_notes,
    Kind.NOTES: _take_notes,
    Kind.EVALUATION: _take_counts,
    Kind.CLAIMS: _take_claims,
    Kind.SESSIONS: _take_session,
}
