"""What people said looking back, and measures: of a group with all its sessions, or of one session. Newest first."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, Table, or_, select

from coprod_desktop.domain.looked_back_record import GroupMeasure, LookedBack, LookedBy
from coprod_desktop.store import schema
from coprod_desktop.store.mapping import decode


def of(connection: Connection, *, group: str | None = None, session: str | None = None) -> Sequence[LookedBack]:
    """Return what was counted of a group and its sessions, or of one session."""
    t = schema.looked_back
    query = select(t).where(_whose(t, group, session), t.c.deleted_at.is_(None)).order_by(t.c.on.desc(), t.c.seq.desc())
    return [decode(LookedBack, row) for row in connection.execute(query).mappings()]


def same(
    connection: Connection, by: LookedBy, on: datetime.date, *, group: str | None, session: str | None
) -> LookedBack | None:
    """Return what was counted of the same on the same day by the same people."""
    t = schema.looked_back
    owner = t.c.session_id == session if session else (t.c.group_id == group) & t.c.session_id.is_(None)
    query = select(t).where(owner, t.c.by == by, t.c.on == on.isoformat(), t.c.deleted_at.is_(None)).limit(1)
    found = connection.execute(query).mappings().first()
    return None if found is None else decode(LookedBack, found)


def measures(connection: Connection, *, group: str | None = None, session: str | None = None) -> Sequence[GroupMeasure]:
    """Return the measures of a group and its sessions, or of one session, the oldest first."""
    t = schema.group_measure
    query = select(t).where(_whose(t, group, session), t.c.deleted_at.is_(None)).order_by(t.c.on, t.c.seq)
    return [decode(GroupMeasure, row) for row in connection.execute(query).mappings()]


def _whose(t: Table, group: str | None, session: str | None) -> ColumnElement[bool]:
    if session is not None:
        return t.c.session_id == session
    s = schema.session
    theirs = select(s.c.id).where(s.c.group_id == group, s.c.deleted_at.is_(None))
    return or_(t.c.group_id == group, t.c.session_id.in_(theirs))
