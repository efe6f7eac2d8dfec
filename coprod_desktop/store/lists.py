"""Light rows for lists: only the columns a list shows, converted when shown."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from itertools import starmap
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, case, func, select, true, union

from coprod_desktop.domain.words import EntryKind
from coprod_desktop.store import claims, permits, schema


class SessionLine(NamedTuple):
    """One session in a list. Dates and times as stored (ISO text)."""

    id: str
    key: str
    title: str
    type: str
    date: str
    start: str | None
    end: str | None
    place: str | None
    entries: int
    """What people said: notes are not among them."""
    people: int
    points: int
    answered: int
    """Points with an answer of which nothing is missing."""
    state: str | None = None
    """A words.SessionState."""
    moved_from: str | None = None
    why: str | None = None
    """Why it was moved or cancelled."""


class EntryLine(NamedTuple):
    """One captured line in a list. `name` is the speaker's, if a person on the list said it."""

    id: str
    n: int
    at: str | None
    kind: str
    speaker: str | None
    name: str | None
    role: str | None
    text: str
    theme: str | None
    publish: str
    public_text: str | None
    quote_ok: int | None
    outcome: str | None
    withdrawn: int
    flags: str
    duplicate_of: str | None
    said_for: str | None = None
    """The id of the person it was said for."""
    whose_words: str | None = None
    sort: str | None = None
    unconfirmed: int | None = None
    sheet: str | None = None
    seq: int = 0
    """Which of two lines with one number came first: of a line that was split, the first half."""
    came: int | None = None
    """1: not for anyone, but those who came may read the words as a quote. `quote_ok` is 0 then."""

    @property
    def may_quote(self) -> bool | None:
        """Whether the words may be quoted to anybody at all; None when nobody was asked."""
        return None if self.quote_ok is None else bool(self.quote_ok or self.came)


class PersonLine(NamedTuple):
    """One person of the workspace, with how many sessions they are on the list of."""

    id: str
    name: str
    name_in_public: str
    role: str
    contact: str | None
    sessions: int
    needs: int


def sessions(connection: Connection) -> Sequence[SessionLine]:
    """Return every session, the newest date first, with counts."""
    return [SessionLine(*row) for row in connection.execute(_session_lines())]


def sessions_near(connection: Connection, today: datetime.date, many: int) -> Sequence[SessionLine]:
    """Return the next `many` sessions after a day and the latest `many` up to it, the newest date first."""
    s, day = schema.session, today.isoformat()
    coming = select(s.c.id).where(s.c.deleted_at.is_(None), s.c.date > day).order_by(s.c.date, s.c.start, s.c.seq)
    been = select(s.c.id).where(s.c.deleted_at.is_(None), s.c.date <= day)
    been = been.order_by(s.c.date.desc(), s.c.start.desc(), s.c.seq.desc())
    ids = [id_ for some in (coming, been) for id_ in connection.execute(some.limit(many)).scalars()]
    return [SessionLine(*row) for row in connection.execute(_session_lines().where(s.c.id.in_(ids)))]


def _session_lines() -> Select[Any]:
    from coprod_desktop.store.whole_answers import is_whole  # the first line typed does not wait for it

    s = schema.session

    def count(noun: str, *more: object) -> object:
        t = schema.META.tables[noun]
        return (
            select(func.count())
            .select_from(t)
            .where(t.c.session_id == s.c.id, t.c.deleted_at.is_(None), *more)  # type: ignore[arg-type]
            .scalar_subquery()
        )

    lines: Select[Any] = (
        select(
            s.c.id, s.c.key, s.c.title, s.c.type, s.c.date, s.c.start, s.c.end, s.c.place,
            count("entry", schema.entry.c.kind != EntryKind.NOTE), count("attendance"), count("point"), count("point", is_whole()),
            s.c.state, s.c.moved_from, s.c.state_why,
        )  # type: ignore[call-overload]
        .where(s.c.deleted_at.is_(None))
        .order_by(s.c.date.desc(), s.c.start.desc(), s.c.seq.desc())
    )  # fmt: skip
    return lines


def _entry_lines() -> Select[tuple[object, ...]]:
    e, p, a = schema.entry, schema.person, schema.attendance
    return (
        select(
            e.c.id, e.c.n, e.c.at, e.c.kind, e.c.speaker, p.c.name, func.coalesce(a.c.role, e.c.speaker_role),
            e.c.text, e.c.theme, e.c.publish, e.c.public_text, e.c.quote_ok, e.c.outcome,
            case((p.c.consent_withdrawn_on.is_not(None), 1), else_=e.c.withdrawn), e.c.flags,
            e.c.duplicate_of, e.c.said_for, e.c.whose_words, e.c.sort, e.c.unconfirmed, e.c.sheet, e.c.seq,
        )
        .outerjoin(p, p.c.id == e.c.speaker)
        .outerjoin(a, (a.c.person_id == e.c.speaker) & (a.c.session_id == e.c.session_id))
        .where(e.c.deleted_at.is_(None))
        .order_by(e.c.n, e.c.seq)
    )  # fmt: skip


def entries(connection: Connection, session: str) -> Sequence[EntryLine]:
    """Return a session's lines in the order they were said."""
    found = connection.execute(_entry_lines().where(schema.entry.c.session_id == session))
    return _with_came(connection, list(starmap(EntryLine, found.all())))


def entries_by_id(connection: Connection, ids: Sequence[str]) -> Sequence[EntryLine]:
    """Return just these lines (those that are not taken away)."""
    found = connection.execute(_entry_lines().where(schema.entry.c.id.in_(ids)))
    return _with_came(connection, list(starmap(EntryLine, found.all())))


def _with_came(connection: Connection, lines: Sequence[EntryLine]) -> Sequence[EntryLine]:
    """Return the lines with what may be quoted to those who came: asked only of lines that are not for anyone."""
    came = permits.for_those_who_came(connection, [line.id for line in lines if line.quote_ok == 0])
    return [line._replace(came=1) if line.id in came else line for line in lines] if came else lines


def all_people(connection: Connection) -> Sequence[PersonLine]:
    """Return everyone in the workspace by name, with the newest role they came in; of who is on no list, that of the bank."""
    p, a, n, s, b = schema.person, schema.attendance, schema.need, schema.session, schema.bank
    away = select(s.c.id).where(s.c.deleted_at.is_not(None))
    role = (
        select(a.c.role)
        .where(a.c.person_id == p.c.id, a.c.deleted_at.is_(None), a.c.session_id.not_in(away))
        .order_by(a.c.seq.desc())
        .limit(1)
        .scalar_subquery()
    )
    came = (
        select(func.count())
        .where(a.c.person_id == p.c.id, a.c.deleted_at.is_(None), a.c.session_id.not_in(away))
        .scalar_subquery()
    )
    needs = (
        select(func.count(n.c.need.distinct()))
        .where(n.c.person_id == p.c.id, n.c.deleted_at.is_(None), n.c.session_id.not_in(away))
        .scalar_subquery()
    )
    in_bank = select(b.c.role).where(b.c.person_id == p.c.id, b.c.deleted_at.is_(None)).scalar_subquery()
    found = connection.execute(
        select(p.c.id, p.c.name, p.c.name_in_public, func.coalesce(role, in_bank, ""), p.c.contact, came, needs)
        .where(p.c.deleted_at.is_(None))
        .order_by(func.lower(p.c.name))
    )
    return [PersonLine(*row) for row in found]


def only_in_bin(connection: Connection) -> frozenset[str]:
    """Return the people who were taken off every list they were on, and of whom no line stands.

    Who is in a group, in the bank of people, or owed money stays among the rest.
    """
    a, e, s = schema.attendance, schema.entry, schema.session
    stands = a.join(s, s.c.id == a.c.session_id)
    listed = select(a.c.person_id).select_from(stands).where(a.c.deleted_at.is_(None), s.c.deleted_at.is_(None))
    off = set(connection.execute(select(a.c.person_id).where(a.c.person_id.not_in(listed)).distinct()).scalars())
    if off:  # rare, so that the lines are not looked through each time
        lines = select(e.c.speaker, e.c.said_for).join(s, s.c.id == e.c.session_id)
        said = connection.execute(lines.where(e.c.deleted_at.is_(None), s.c.deleted_at.is_(None)).distinct())
        off -= {person for row in said for person in row if person}
        m, b = schema.group_member, schema.bank
        off -= set(connection.execute(select(m.c.person_id).where(m.c.deleted_at.is_(None))).scalars())
        off -= set(connection.execute(select(b.c.person_id).where(b.c.deleted_at.is_(None))).scalars())
        off -= set(connection.execute(select(schema.claim.c.person_id).where(claims.is_owed())).scalars())
    return frozenset(off)


def sessions_with(connection: Connection, person: str) -> tuple[str, ...]:
    """Return the ids of the sessions where a person is on the list, or said something, or had something said for them."""
    a, e, s = schema.attendance, schema.entry, schema.session
    listed = select(a.c.session_id).where(a.c.person_id == person)
    said = select(e.c.session_id).where((e.c.speaker == person) | (e.c.said_for == person))
    query = select(s.c.id).where(s.c.id.in_(union(listed, said)), s.c.deleted_at.is_(None))
    return tuple(connection.execute(query.order_by(s.c.date.desc())).scalars())


def lines_of(connection: Connection, person: str) -> dict[str, tuple[str, ...]]:
    """Return the ids of the lines somebody said, or that were said for them, by session.

    What lies in the Bin is among them: it may come back, and papers that went out hold it. So is every session they
    were at, with no line where none is left.
    """
    a, e = schema.attendance, schema.entry
    theirs = (e.c.speaker == person) | (e.c.said_for == person)
    there = connection.execute(select(a.c.session_id).where(a.c.person_id == person)).scalars()
    found: dict[str, tuple[str, ...]] = dict.fromkeys(there, ())
    for row in connection.execute(select(e.c.session_id, e.c.id).where(theirs).order_by(e.c.n)):
        found[row.session_id] = (*found.get(row.session_id, ()), row.id)
    return found


def places_of(connection: Connection, people: Sequence[str]) -> set[str]:
    """Return these people, every session they were at or said something in, and whom they said it for, or who for them."""
    e = schema.entry
    theirs = e.c.speaker.in_(people) | e.c.said_for.in_(people)
    together = connection.execute(select(e.c.speaker, e.c.said_for).where(theirs)).all()
    at = {session for one in people for session in lines_of(connection, one)}
    return {*people, *at, *(who for row in together for who in row if who)}


def newest_sessions(connection: Connection, people: Collection[str]) -> dict[str, str]:
    """Return, of each of these people who is on a list, the newest session."""
    a, s = schema.attendance, schema.session
    there = a.c.person_id == next(iter(people)) if len(people) == 1 else true()
    found = connection.execute(
        select(a.c.person_id, s.c.id)
        .join(a, a.c.session_id == s.c.id)
        .where(there, a.c.deleted_at.is_(None), s.c.deleted_at.is_(None))
        .order_by(s.c.date.desc())
    )
    newest: dict[str, str] = {}
    for person, session in found:
        if person in people:
            newest.setdefault(person, session)
    return newest


def sessions_of(connection: Connection, person: str) -> tuple[str, ...]:
    """Return the ids of the sessions a person is on the list of, newest first."""
    a, s = schema.attendance, schema.session
    found = connection.execute(
        select(s.c.id)
        .join(a, a.c.session_id == s.c.id)
        .where(a.c.person_id == person, a.c.deleted_at.is_(None), s.c.deleted_at.is_(None))
        .order_by(s.c.date.desc())
    )
    return tuple(found.scalars())
