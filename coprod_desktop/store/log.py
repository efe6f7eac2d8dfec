"""Lines of the log: of a group, of a session, of all; which are to be looked at again, what stands on one theme, who was reached."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, func, or_, select

from coprod_desktop.domain.log_record import LogLine
from coprod_desktop.store import schema
from coprod_desktop.store.groups_kept import place_stands
from coprod_desktop.store.mapping import decode

CLOSED = "closed"
"""The state of a line about which nothing more is to be done."""


def of(
    connection: Connection,
    *,
    group: str | None = None,
    session: str | None = None,
    kinds: Sequence[str] | None = None,
    but: Sequence[str] = (),
    limit: int | None = None,
) -> tuple[LogLine, ...]:
    """Return lines, the newest day first; of one group, or what was written down in one session, or of all.

    Of these kinds, or of all `but` some.
    """
    t = schema.log_line
    where = [t.c.deleted_at.is_(None), _elsewhere_stands()]
    if group is not None:
        where.append(t.c.group_id == group)
    if session is not None:
        where.append(t.c.session_id == session)
    if kinds is not None:
        where.append(t.c.kind.in_(kinds))
    if but:
        where.append(t.c.kind.not_in(but))
    query = select(t).where(*where).order_by(t.c.on.desc(), t.c.seq.desc())
    found = connection.execute(query if limit is None else query.limit(limit))
    return tuple(decode(LogLine, row) for row in found.mappings())


def newest(connection: Connection, kinds: Sequence[str], limit: int) -> tuple[LogLine, ...]:
    """Return lines of these kinds, of whatever group, those written down last first."""
    t = schema.log_line
    query = select(t).where(t.c.kind.in_(kinds), t.c.deleted_at.is_(None), _elsewhere_stands())
    found = connection.execute(query.order_by(t.c.seq.desc()).limit(limit))
    return tuple(decode(LogLine, row) for row in found.mappings())


class Whence(NamedTuple):
    """Of which group a line is, if of any, and of which day."""

    group: str | None
    on: str


def whence(connection: Connection, lines: Sequence[str]) -> dict[str, Whence]:
    """Return where each of these lines is from, by its id."""
    t, g = schema.log_line, schema.work_group
    query = select(t.c.id, g.c.name, t.c["on"]).outerjoin(g, g.c.id == t.c.group_id).where(t.c.id.in_(lines))
    return {row[0]: Whence(row[1], row[2]) for row in connection.execute(query)}


def how_many(connection: Connection, group: str) -> dict[str, int]:
    """Return how many lines of each kind a group has."""
    t = schema.log_line
    query = select(t.c.kind, func.count()).where(t.c.group_id == group, t.c.deleted_at.is_(None)).group_by(t.c.kind)
    return {str(row[0]): int(row[1]) for row in connection.execute(query)}


class DueLine(NamedTuple):
    """A line that is to be looked at again, as lists over all groups have it."""

    id: str
    group: str | None
    group_name: str | None
    session: str | None
    kind: str
    words: str
    on: datetime.date


def due(connection: Connection, today: datetime.date, limit: int | None = None) -> Sequence[DueLine]:
    """Return the lines that are to be looked at again by a day, the longest due first."""
    t, g, s = schema.log_line, schema.work_group, schema.session
    query = (
        select(t.c.id, t.c.group_id, g.c.name, t.c.session_id, t.c.kind, t.c.words, t.c.follow_up)
        .outerjoin(g, g.c.id == t.c.group_id)
        .outerjoin(s, s.c.id == t.c.session_id)
        .where(t.c.follow_up <= today.isoformat(), t.c.deleted_at.is_(None), _open())
        .where(g.c.deleted_at.is_(None), s.c.deleted_at.is_(None))
        .order_by(t.c.follow_up, t.c.seq)
    )
    found = connection.execute(query if limit is None else query.limit(limit))
    return [DueLine(*row[:-1], datetime.date.fromisoformat(row[-1])) for row in found]


def due_of(connection: Connection, group: str, limit: int) -> tuple[LogLine, ...]:
    """Return the lines of a group that are to be looked at again, whenever that is, the soonest first."""
    t = schema.log_line
    where = (t.c.group_id == group, t.c.follow_up.is_not(None), t.c.deleted_at.is_(None), _open(), _elsewhere_stands())
    found = connection.execute(select(t).where(*where).order_by(t.c.follow_up, t.c.seq).limit(limit))
    return tuple(decode(LogLine, row) for row in found.mappings())


class OnTheme(NamedTuple):
    """What one kind of source says on a theme: how many lines."""

    theme: str
    source: str | None
    lines: int


def on_themes(connection: Connection, group: str, evidence: Sequence[str]) -> Sequence[OnTheme]:
    """Return for each theme of a group's evidence which kinds of sources say something of it, and how much.

    What people said in the group's own sessions is a source as well; its `source` is None.
    """
    t, e, s = schema.log_line, schema.entry, schema.session
    written = (
        select(t.c.theme, t.c.source_kind, func.count())
        .where(t.c.group_id == group, t.c.kind.in_(evidence), t.c.deleted_at.is_(None))
        .where(t.c.theme.is_not(None), t.c.source_kind.is_not(None))
        .group_by(t.c.theme, t.c.source_kind)
        .order_by(func.min(t.c.seq))
    )
    said = (
        select(e.c.theme, func.count())
        .join(s, s.c.id == e.c.session_id)
        .where(s.c.group_id == group, s.c.deleted_at.is_(None), e.c.deleted_at.is_(None), e.c.theme.is_not(None))
        .group_by(e.c.theme)
    )
    found = [OnTheme(theme, source, many) for theme, source, many in connection.execute(written)]
    return [*found, *(OnTheme(theme, None, many) for theme, many in connection.execute(said))]


class Route(NamedTuple):
    """One way by which people were looked for: how many it reached, and on how many lines that stands."""

    route: str
    reached: int | None
    lines: int


def routes(connection: Connection, group: str, kinds: Sequence[str]) -> Sequence[Route]:
    """Return the ways by which a group looked for people."""
    t = schema.log_line
    query = (
        select(t.c.route, func.sum(t.c.reached), func.count())
        .where(t.c.group_id == group, t.c.kind.in_(kinds), t.c.route.is_not(None), t.c.deleted_at.is_(None))
        .group_by(t.c.route)
        .order_by(func.min(t.c.seq))
    )
    return [Route(*row) for row in connection.execute(query)]


def heard_by(connection: Connection, group: str) -> Sequence[tuple[str, int]]:
    """Return by which way the members of a group heard of it, and how many by each, as the bank of people has it."""
    b, m = schema.bank, schema.group_member
    query = (
        select(b.c.heard_by, func.count(b.c.person_id.distinct()))
        .join(m, m.c.person_id == b.c.person_id)
        .where(m.c.group_id == group, m.c.deleted_at.is_(None), b.c.deleted_at.is_(None), b.c.heard_by.is_not(None))
        .group_by(b.c.heard_by)
    )
    return [(way, many) for way, many in connection.execute(query)]


def group_of(connection: Connection, session: str) -> str | None:
    """Return the group a session is of, while that is here."""
    s, g = schema.session, schema.work_group
    query = select(s.c.group_id).join(g, g.c.id == s.c.group_id).where(s.c.id == session, g.c.deleted_at.is_(None))
    return connection.execute(query).scalar()


def group_names(connection: Connection) -> dict[str, str]:
    """Return what every group that is here is called, by its id."""
    g = schema.work_group
    query = select(g.c.id, g.c.name).where(g.c.deleted_at.is_(None)).order_by(g.c.seq)
    return {str(row[0]): str(row[1]) for row in connection.execute(query)}


def _open() -> ColumnElement[bool]:
    t = schema.log_line
    return or_(t.c.state.is_(None), t.c.state != CLOSED)


def _elsewhere_stands() -> ColumnElement[bool]:
    return place_stands(schema.log_line)
