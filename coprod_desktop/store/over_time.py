"""A group over time, counted in the database: themes, rungs, who came, promises. No more is read than is told."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, func, select

from coprod_desktop.domain.over_time import Said
from coprod_desktop.domain.words import EntryKind, Publish, Rung, SessionState
from coprod_desktop.store import schema
from coprod_desktop.store.parts import PartLine


class RungLine(NamedTuple):
    """What a session of the group says of the ladder."""

    session: str
    title: str
    day: datetime.date
    aimed: Rung | None
    reached: Rung | None
    members: Rung | None
    staff: Rung | None


def themes(connection: Connection, group: str, until: datetime.date) -> Sequence[Said]:
    """Return how often each theme came up at each session up to a day: not what may be printed nowhere, and no notes."""
    e, s = schema.entry, schema.session
    query = (
        select(s.c.date, func.coalesce(s.c.locality, ""), e.c.theme, func.count())
        .join(s, s.c.id == e.c.session_id)
        .where(
            *(s.c.group_id == group, s.c.deleted_at.is_(None), s.c.date <= until.isoformat()),
            *(e.c.deleted_at.is_(None), e.c.theme.is_not(None), e.c.theme != "", e.c.withdrawn == 0),
            *(e.c.publish != Publish.NO, e.c.kind != EntryKind.NOTE, e.c.duplicate_of.is_(None)),
        )
        .group_by(s.c.id, e.c.theme)
        .order_by(s.c.date, s.c.seq)
    )
    return [
        Said(datetime.date.fromisoformat(day), place, theme, n) for day, place, theme, n in connection.execute(query)
    ]


def rungs(connection: Connection, group: str) -> Sequence[RungLine]:
    """Return the sessions of a group that say anything of the ladder, the oldest first."""
    s = schema.session
    said = s.c.ladder_actual.is_not(None) | s.c.ladder_members.is_not(None) | s.c.ladder_staff.is_not(None)
    query = (
        select(s.c.id, s.c.title, s.c.date, s.c.ladder_aim, s.c.ladder_actual, s.c.ladder_members, s.c.ladder_staff)
        .where(s.c.group_id == group, s.c.deleted_at.is_(None), said)
        .order_by(s.c.date, s.c.seq)
    )
    return [
        RungLine(row[0], row[1], datetime.date.fromisoformat(row[2]), *(Rung(r) if r else None for r in row[3:]))
        for row in connection.execute(query)
    ]


class CameLine(NamedTuple):
    """Somebody's part in a session of the group, with their role there."""

    session: str
    person: str
    role: str
    attendance: str | None


def came(connection: Connection, group: str, until: datetime.date) -> Sequence[CameLine]:
    """Return everybody's part in the sessions of a group that have been held."""
    a, s = schema.attendance, schema.session
    query = (
        select(s.c.id, a.c.person_id, a.c.role, a.c.attendance)
        .join(s, s.c.id == a.c.session_id)
        .where(*_held(group, until), a.c.deleted_at.is_(None))
        .order_by(s.c.date, s.c.seq)
    )
    return [CameLine(*row) for row in connection.execute(query)]


def counted_at_the_door(connection: Connection, group: str, until: datetime.date) -> Mapping[str, str]:
    """Return the counts at the door of the group's sessions that have any, as they are stored."""
    s = schema.session
    query = select(s.c.id, s.c.headcount).where(*_held(group, until), s.c.headcount != "{}")
    return {row.id: row.headcount for row in connection.execute(query)}


def parts_of_who_came(connection: Connection, group: str) -> Sequence[PartLine]:
    """Return every part, anywhere, of everybody who was on the list of a session of the group; the earliest first."""
    a, s = schema.attendance, schema.session
    theirs = (
        select(a.c.person_id)
        .join(s, s.c.id == a.c.session_id)
        .where(s.c.group_id == group, s.c.deleted_at.is_(None), a.c.deleted_at.is_(None))
    )
    query = (
        select(s.c.id, a.c.person_id, s.c.date, a.c.attendance, a.c.first_time)
        .join(s, s.c.id == a.c.session_id)
        .where(a.c.person_id.in_(theirs), a.c.deleted_at.is_(None), s.c.deleted_at.is_(None))
        .order_by(s.c.date, s.c.seq)
    )
    return [PartLine(*row) for row in connection.execute(query)]


def held(connection: Connection, group: str, until: datetime.date) -> Sequence[str]:
    """Return the ids of a group's sessions that have been held up to a day."""
    return list(connection.execute(select(schema.session.c.id).where(*_held(group, until))).scalars())


def promises(connection: Connection, group: str, today: datetime.date) -> Mapping[str, int]:
    """Return how many promises of a group and its sessions stand where: "late", "due", or a domain.promises.Standing."""
    p, s = schema.point, schema.session
    mine = select(s.c.id).where(s.c.group_id == group, s.c.deleted_at.is_(None))
    late = (p.c.open == 1) & (p.c.due < today.isoformat())
    query = (
        select(p.c.open, late.label("late"), p.c.ended, func.count())
        .where((p.c.group_id == group) | p.c.session_id.in_(mine), p.c.deleted_at.is_(None))
        .where((p.c.open == 1) | p.c.ended.is_not(None))
        .group_by(p.c.open, "late", p.c.ended)
    )
    found: dict[str, int] = {}
    for is_open, is_late, ended, count in connection.execute(query):
        where = ("late" if is_late else "due") if is_open else ended
        found[where] = found.get(where, 0) + count
    return found


def _held(group: str, until: datetime.date) -> tuple[ColumnElement[bool], ...]:
    s = schema.session
    return (
        s.c.group_id == group,
        s.c.deleted_at.is_(None),
        s.c.date <= until.isoformat(),
        s.c.state.is_(None) | (s.c.state != SessionState.CANCELLED),
    )
