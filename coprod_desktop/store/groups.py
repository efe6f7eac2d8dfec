"""Groups as they are read: one, all of them as lines of a list, who is in them, their sessions and promises, what is due."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, case, func, select

from coprod_desktop.domain.group_due import GroupDates, Term
from coprod_desktop.domain.group_record import Member, Partner, WorkGroup
from coprod_desktop.domain.log_record import LogLine
from coprod_desktop.domain.record import Session
from coprod_desktop.store import schema
from coprod_desktop.store.log import CLOSED
from coprod_desktop.store.mapping import decode

TERMS = "terms-of-reference"
"""The kind of agreed paper that says how a group works."""


class GroupLine(NamedTuple):
    """One group in a list. Dates as stored (ISO text)."""

    id: str
    name: str
    kind: str
    locality: str | None
    area: str | None
    start: str | None
    end: str | None
    handed_over_on: str | None
    members: int
    sessions: int
    next_on: str | None
    """The day of its next session."""


class MemberLine(NamedTuple):
    """One member, with the name of who it is; None for somebody who was erased."""

    member: Member
    name: str | None


class SessionDay(NamedTuple):
    """One session of a group, as a timeline tells it. Dates as stored."""

    id: str
    title: str
    type: str
    date: str
    end_date: str | None
    start: str | None
    place: str | None
    series: str | None
    series_n: int | None
    state: str | None
    moved_from: str | None
    state_why: str | None
    follows: str | None


def one(connection: Connection, group: str) -> WorkGroup | None:
    """Return a group that is there; None for one that was taken away."""
    t = schema.work_group
    found = connection.execute(select(t).where(t.c.id == group, t.c.deleted_at.is_(None))).mappings().first()
    return None if found is None else decode(WorkGroup, found)


def lines(connection: Connection, today: datetime.date) -> Sequence[GroupLine]:
    """Return every group in the order of its name, those that ended last."""
    g, m, s, day = schema.work_group, schema.group_member, schema.session, today.isoformat()
    members = (
        select(m.c.group_id, func.count().label("many"))
        .where(m.c.deleted_at.is_(None), m.c.left_on.is_(None))
        .group_by(m.c.group_id)
        .subquery()
    )
    held = s.c.state.is_(None) | (s.c.state != "cancelled")
    sessions = (
        select(
            s.c.group_id,
            func.count().label("many"),
            func.min(case(((s.c.date >= day) & held, s.c.date), else_=None)).label("next_on"),
        )
        .where(s.c.group_id.is_not(None), s.c.deleted_at.is_(None))
        .group_by(s.c.group_id)
        .subquery()
    )
    over = g.c.handed_over_on.is_not(None) | func.coalesce(g.c.end < day, False)
    query = (
        select(
            g.c.id,
            g.c.name,
            g.c.kind,
            g.c.locality,
            g.c.area,
            g.c.start,
            g.c.end,
            g.c.handed_over_on,
            func.coalesce(members.c.many, 0),
            func.coalesce(sessions.c.many, 0),
            sessions.c.next_on,
        )
        .outerjoin(members, members.c.group_id == g.c.id)
        .outerjoin(sessions, sessions.c.group_id == g.c.id)
        .where(g.c.deleted_at.is_(None))
        .order_by(over, func.lower(g.c.name), g.c.seq)
    )
    return [GroupLine(*row) for row in connection.execute(query)]


def members(connection: Connection, group: str) -> Sequence[MemberLine]:
    """Return the members of a group, co-chairs first, those who left last."""
    m, p = schema.group_member, schema.person
    query = (
        select(m, p.c.name.label("person_name"))
        .outerjoin(p, p.c.id == m.c.person_id)
        .where(m.c.group_id == group, m.c.deleted_at.is_(None))
        .order_by(m.c.left_on.is_not(None), m.c.co_chair.desc(), m.c.order, m.c.seq)
    )
    rows = connection.execute(query).mappings()
    return [MemberLine(decode(Member, row), row["person_name"]) for row in rows]


def partners(connection: Connection, group: str) -> Sequence[Partner]:
    """Return the organisations that work with a group."""
    t = schema.partner
    query = select(t).where(t.c.group_id == group, t.c.deleted_at.is_(None)).order_by(t.c.order, t.c.seq)
    return [decode(Partner, row) for row in connection.execute(query).mappings()]


def sessions(connection: Connection, group: str) -> Sequence[SessionDay]:
    """Return the sessions of a group, the earliest first."""
    s = schema.session
    columns = [s.c[name] for name in SessionDay._fields]
    query = (
        select(*columns).where(s.c.group_id == group, s.c.deleted_at.is_(None)).order_by(s.c.date, s.c.start, s.c.seq)
    )
    return [SessionDay(*row) for row in connection.execute(query)]


def last_session(connection: Connection, group: str) -> Session | None:
    """Return the latest session of a group, whatever became of it."""
    s = schema.session
    query = select(s).where(s.c.group_id == group, s.c.deleted_at.is_(None)).order_by(s.c.date.desc(), s.c.seq.desc())
    found = connection.execute(query.limit(1)).mappings().first()
    return None if found is None else decode(Session, found)


def numbers(connection: Connection, group: str) -> frozenset[int]:
    """Return the numbers that sessions of a group have, or had before they were taken away: none is given twice."""
    s = schema.session
    return frozenset(
        connection.execute(select(s.c.series_n).where(s.c.group_id == group, s.c.series_n.is_not(None))).scalars()
    )


def earlier(
    connection: Connection, session: str, day: datetime.date, group: str | None, limit: int
) -> Sequence[tuple[str, str, str]]:
    """Return (id, title, date) of sessions up to a day that another can carry on from: those of its group first."""
    s = schema.session
    query = (
        select(s.c.id, s.c.title, s.c.date)
        .where(s.c.date <= day.isoformat(), s.c.id != session, s.c.deleted_at.is_(None), s.c.sample == 0)
        .order_by(func.coalesce(s.c.group_id == group, False).desc(), s.c.date.desc(), s.c.seq.desc())
    )
    return [(row[0], row[1], row[2]) for row in connection.execute(query.limit(limit))]


def terms_agreed(connection: Connection, group: str | None = None) -> Mapping[str, datetime.date]:
    """Return the day on which each group agreed its terms of reference last; groups without any are not in it."""
    a, v = schema.agreed_paper, schema.paper_version
    query = (
        select(a.c.group_id, func.max(v.c.agreed_on))
        .join(v, v.c.paper_id == a.c.id)
        .where(a.c.kind == TERMS, a.c.group_id.is_not(None), v.c.agreed_on.is_not(None))
        .where(a.c.deleted_at.is_(None), v.c.deleted_at.is_(None), *([a.c.group_id == group] if group else []))
        .group_by(a.c.group_id)
    )
    return {row[0]: datetime.date.fromisoformat(row[1]) for row in connection.execute(query)}


def lines_of_session(connection: Connection, session: str) -> Sequence[str]:
    """Return the ids of the log lines of a session."""
    t = schema.log_line
    return list(connection.execute(select(t.c.id).where(t.c.session_id == session)).scalars())


def in_whose_name(connection: Connection, group: str) -> Sequence[tuple[str, str | None, str | None, str | None]]:
    """Return (id, person, who, who watches) of each open line of a group's log that is to be looked at again."""
    t = schema.log_line
    open_ = t.c.state.is_(None) | (t.c.state != CLOSED)
    which = [t.c.group_id == group, t.c.deleted_at.is_(None), t.c.follow_up.is_not(None), open_]
    return [
        tuple(row) for row in connection.execute(select(t.c.id, t.c.person_id, t.c.who, t.c.watched_by).where(*which))
    ]


def plan(connection: Connection, group: str) -> Sequence[LogLine]:
    """Return the priorities of a group's work plan, the first first."""
    t = schema.log_line
    query = select(t).where(t.c.group_id == group, t.c.kind == "priority", t.c.deleted_at.is_(None))
    return [decode(LogLine, row) for row in connection.execute(query.order_by(t.c.order, t.c.seq)).mappings()]


def votes(connection: Connection, group: str) -> Sequence[tuple[str, str]]:
    """Return (id, question) of the votes of a group's sessions, the newest first."""
    v, s = schema.vote, schema.session
    query = (
        select(v.c.id, v.c.question)
        .join(s, s.c.id == v.c.session_id)
        .where(s.c.group_id == group, v.c.deleted_at.is_(None), s.c.deleted_at.is_(None))
        .order_by(s.c.date.desc(), v.c.seq.desc())
    )
    return [(row[0], row[1]) for row in connection.execute(query)]


def came_to(connection: Connection, group: str, person: str | None) -> int:
    """Return to how many sessions of a group somebody came."""
    a, s = schema.attendance, schema.session
    came = select(func.count()).select_from(a).join(s, s.c.id == a.c.session_id)
    there = [s.c.group_id == group, s.c.deleted_at.is_(None), a.c.deleted_at.is_(None)]
    query = came.where(a.c.person_id == person, a.c.attendance == "here", *there)
    return int(connection.execute(query).scalar_one())


def due(
    connection: Connection, group: str | None = None, until: datetime.date | None = None
) -> tuple[Sequence[GroupDates], Sequence[Term]]:
    """Return the days of every group that has any, and until when its members are; of one group, or of all.

    `until`: of members only those whose term ends by that day.
    """
    g, m, p = schema.work_group, schema.group_member, schema.person
    there = [g.c.deleted_at.is_(None), g.c.handed_over_on.is_(None), *([g.c.id == group] if group else [])]
    ends = [m.c.term_end.is_not(None), *([m.c.term_end <= until.isoformat()] if until else [])]
    terms = (
        select(m.c.group_id, m.c.id, p.c.name, m.c.term_end)
        .join(g, g.c.id == m.c.group_id)
        .join(p, p.c.id == m.c.person_id)
        .where(m.c.deleted_at.is_(None), m.c.left_on.is_(None), *ends, *there)
    )
    found = [Term(row[0], row[1], row[2], datetime.date.fromisoformat(row[3])) for row in connection.execute(terms)]
    some = g.c.review_on.is_not(None) | g.c.end.is_not(None) | g.c.committee_on.is_not(None)
    some |= g.c.id.in_({term.group for term in found})
    names = ("review_on", "end", "committee_on", "clearance_days")
    rows = connection.execute(select(g.c.id, g.c.name, *(g.c[name] for name in names)).where(some, *there))
    days = [GroupDates(row[0], row[1], _day(row[2]), _day(row[3]), _day(row[4]), row[5]) for row in rows]
    return days, found


def of_person(connection: Connection, person: str) -> Sequence[tuple[str, str, Member]]:
    """Return (group id, group name, member) of every group somebody is or was in, those they left last."""
    m, g = schema.group_member, schema.work_group
    query = (
        select(m, g.c.name.label("group_name"))
        .join(g, g.c.id == m.c.group_id)
        .where(m.c.person_id == person, m.c.deleted_at.is_(None), g.c.deleted_at.is_(None))
        .order_by(m.c.left_on.is_not(None), func.lower(g.c.name))
    )
    rows = connection.execute(query).mappings()
    return [(row["group_id"], row["group_name"], decode(Member, row)) for row in rows]


def _day(stored: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(stored) if stored else None
