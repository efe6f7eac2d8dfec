"""What a report over many sessions counts: each table read once, by columns, whatever the number of sessions."""

from __future__ import annotations

import datetime
import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from coprod_desktop.domain.promises import Standing, standing
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.words import Attending, EntryKind
from coprod_desktop.store import schema
from coprod_desktop.store.promises import NO, of_points


class Chosen(NamedTuple):
    """Which sessions: from a day until a day, of one group or of all; or just these, by id."""

    since: datetime.date | None
    until: datetime.date | None
    group: str | None = None
    project: str | None = None
    """The group's name: sessions that came in by file say whose they are by it."""
    only: tuple[str, ...] | None = None


def _where(chosen: Chosen) -> ColumnElement[bool]:
    s = schema.session
    found: ColumnElement[bool] = s.c.deleted_at.is_(None) & (s.c.sample == 0)
    if chosen.only is not None:
        found = found & s.c.id.in_(chosen.only)
    if chosen.since is not None:
        found = found & (func.coalesce(s.c.end_date, s.c.date) >= chosen.since.isoformat())
    if chosen.until is not None:
        found = found & (s.c.date <= chosen.until.isoformat())
    return found & _of_group(chosen) if chosen.group is not None else found


def _of_group(chosen: Chosen) -> ColumnElement[bool]:
    s = schema.session
    own: ColumnElement[bool] = s.c.group_id == chosen.group
    nobodys = s.c.group_id.is_(None)
    return or_(own, nobodys & (s.c.project == chosen.project)) if chosen.project else own


def ids_of(chosen: Chosen) -> Select[tuple[str]]:
    """Return the query for the ids of the chosen sessions."""
    return select(schema.session.c.id).where(_where(chosen))


_COLUMNS = (
    *(
        "id",
        "date",
        "end_date",
        "title",
        "type",
        "place",
        "locality",
        "project",
        "attended",
        "headcount",
        "organisation",
    ),
    *("ladder_aim", "ladder_actual", "nation", "start"),
    *("for_whom", "series", "series_n", "state", "state_why", "moved_from", "learnt"),
)


def sessions(connection: Connection, chosen: Chosen) -> Sequence[Mapping[str, Any]]:
    """Return the sessions, oldest first: what a list of them tells, as it is stored."""
    s = schema.session
    columns = [s.c[name] for name in _COLUMNS]
    last = func.coalesce(s.c.end_date, s.c.date)
    order = (last, func.julianday(last) - func.julianday(s.c.date), s.c.start, s.c.seq)
    found = connection.execute(select(*columns).where(_where(chosen)).order_by(*order)).mappings()
    return [{**row, "headcount": json.loads(row["headcount"] or "{}")} for row in found]


class OnList(NamedTuple):
    """One person on one session's list."""

    session: str
    person: str
    role: str
    attendance: str | None


def on_lists(connection: Connection, chosen: Chosen) -> Sequence[OnList]:
    """Return who is on the lists of these sessions, those who stayed away too."""
    a, p = schema.attendance, schema.person
    query = (
        select(a.c.session_id, a.c.person_id, a.c.role, a.c.attendance)
        .join(p, p.c.id == a.c.person_id)
        .where(a.c.session_id.in_(ids_of(chosen)), a.c.deleted_at.is_(None), p.c.deleted_at.is_(None))
    )
    return [OnList(*row) for row in connection.execute(query)]


def came_before(connection: Connection, day: datetime.date) -> frozenset[str]:
    """Return the ids of people who were there at a session before a day."""
    a, s = schema.attendance, schema.session
    query = (
        select(a.c.person_id)
        .join(s, s.c.id == a.c.session_id)
        .where(s.c.date < day.isoformat(), s.c.deleted_at.is_(None), s.c.sample == 0, a.c.deleted_at.is_(None))
        .where(a.c.attendance == Attending.HERE)
        .distinct()
    )
    return frozenset(connection.execute(query).scalars())


_NO_SAYING = (EntryKind.NOTE, EntryKind.ACCESS_INCIDENT)


def lines_said(connection: Connection, chosen: Chosen) -> tuple[int, int]:
    """Return how many things people said, and how many problems with taking part were written down."""
    e = schema.entry
    query = select(e.c.kind, func.count()).where(e.c.session_id.in_(ids_of(chosen)), e.c.deleted_at.is_(None))
    many = Counter(
        dict(tuple(row) for row in connection.execute(query.where(e.c.duplicate_of.is_(None)).group_by(e.c.kind)))
    )
    return sum(n for kind, n in many.items() if kind not in _NO_SAYING), many[EntryKind.ACCESS_INCIDENT]


class PromiseRow(NamedTuple):
    """One promise of a session, or a no: where the index has it."""

    id: str
    session: str
    due: str | None
    open: bool
    ended: str | None


def promises(connection: Connection, chosen: Chosen) -> Sequence[PromiseRow]:
    """Return every promise made at these sessions, and every no from the beginning, in the order of the sessions."""
    p, s = schema.point, schema.session
    query = (
        select(p.c.id, p.c.session_id, p.c.due, p.c.open, p.c.ended)
        .join(s, s.c.id == p.c.session_id)
        .where(_where(chosen), p.c.deleted_at.is_(None), (p.c.open == 1) | p.c.ended.is_not(None))
        .order_by(s.c.date, s.c.seq, p.c.order, p.c.seq)
    )
    return [PromiseRow(*row) for row in connection.execute(query)]


def own_promises(connection: Connection, chosen: Chosen) -> Sequence[tuple[datetime.date, str, Point]]:
    """Return (day, the group's name, promise) of what groups promised in no session, by day: that of the line it was."""
    p, g, line = schema.point, schema.work_group, schema.log_line
    if chosen.only is not None:
        return ()
    said_on = select(line.c.on).where(line.c.linked == p.c.id).limit(1).scalar_subquery()
    day = func.coalesce(said_on, func.substr(p.c.created_at, 1, 10))
    which = p.c.session_id.is_(None) & p.c.deleted_at.is_(None) & ((p.c.open == 1) | p.c.ended.is_not(None))
    which = which & (p.c.group_id == chosen.group if chosen.group else p.c.group_id.is_not(None))
    query = select(p, day.label("said_on"), g.c.name.label("of_group")).join(g, g.c.id == p.c.group_id).where(which)
    if chosen.since is not None:
        query = query.where(day >= chosen.since.isoformat())
    if chosen.until is not None:
        query = query.where(day <= chosen.until.isoformat())
    found = connection.execute(query.order_by(day, p.c.seq)).mappings().all()
    days = [datetime.date.fromisoformat(row["said_on"]) for row in found]
    return list(zip(days, [row["of_group"] for row in found], of_points(connection, found), strict=True))


def stands(connection: Connection, rows: Sequence[PromiseRow], today: datetime.date) -> Mapping[str, Standing | None]:
    """Return where each promise stands today, by its id; None for a no from the beginning.

    The index tells it; only those without a day, and those that were reopened, are looked at whole.
    """
    found: dict[str, Standing | None] = {}
    unsure: list[str] = []
    for row in rows:
        if not row.open:
            found[row.id] = None if row.ended == NO or row.ended is None else Standing(row.ended)
        elif row.due is None:
            unsure.append(row.id)
        else:
            found[row.id] = Standing.OVERDUE if row.due < today.isoformat() else Standing.NOT_DUE
    p = schema.point
    for at in range(0, len(unsure), 900):
        query = select(p).where(p.c.id.in_(unsure[at : at + 900]))
        for point in of_points(connection, connection.execute(query).mappings()):
            found[point.id] = standing(point, today)
    return found


def claims(connection: Connection, chosen: Chosen) -> Sequence[Mapping[str, Any]]:
    """Return amounts of these sessions: pence, state, whose (only to be counted), and when paid."""
    c = schema.claim
    columns = (c.c.person_id, c.c.pence, c.c.state, c.c.agreed_pence, c.c.paid_on, c.c.paid_pence)
    query = select(*columns).where(c.c.session_id.in_(ids_of(chosen)), c.c.deleted_at.is_(None))
    return [dict(row) for row in connection.execute(query).mappings()]


def claims_by_group(connection: Connection, chosen: Chosen) -> Mapping[str, Sequence[Mapping[str, Any]]]:
    """Return amounts of all sessions of these days as `claims` does, by group; "" of sessions of none."""
    s, c, g = schema.session, schema.claim, schema.work_group
    of = func.coalesce(s.c.group_id, g.c.id, "")
    columns = (of.label("of"), c.c.person_id, c.c.pence, c.c.state, c.c.agreed_pence, c.c.paid_on, c.c.paid_pence)
    called_so = s.c.group_id.is_(None) & (g.c.name == s.c.project)
    joined = c.join(s, s.c.id == c.c.session_id).join(g, called_so, isouter=True)
    query = (
        select(*columns).select_from(joined).where(_where(Chosen(chosen.since, chosen.until)), c.c.deleted_at.is_(None))
    )
    found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        found[row["of"]].append(dict(row))
    return found


def waiting(connection: Connection, chosen: Chosen) -> int:
    """Return how many points of these sessions have no answer yet."""
    p = schema.point
    query = select(func.count()).where(
        p.c.session_id.in_(ids_of(chosen)), p.c.deleted_at.is_(None), p.c.answer.is_(None)
    )
    return int(connection.execute(query).scalar() or 0)


def with_needs(connection: Connection, sessions: Sequence[str]) -> Sequence[str]:
    """Return those of these sessions in which anybody has a need."""
    t = schema.need
    found = {
        id_
        for at in range(0, len(sessions), 900)
        for id_ in connection.execute(
            select(t.c.session_id)
            .where(t.c.session_id.in_(sessions[at : at + 900]), t.c.deleted_at.is_(None))
            .distinct()
        ).scalars()
    }
    return [session for session in sessions if session in found]
