"""Rows that a report reads beside the sessions: of a group, or, for a report over all, of every group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Table, func, or_, select, true

from coprod_desktop.domain.agreed import is_final
from coprod_desktop.domain.agreed_record import AgreedPaper, PaperState, PaperVersion
from coprod_desktop.domain.group_record import Member, Partner, WorkGroup
from coprod_desktop.domain.log_record import LogLine, Publicity
from coprod_desktop.domain.looked_back_record import GroupMeasure, LookedBack
from coprod_desktop.store import schema
from coprod_desktop.store.groups_kept import place_stands
from coprod_desktop.store.mapping import decode
from coprod_desktop.store.year import Chosen, ids_of


def group_named(connection: Connection, named: str) -> WorkGroup | None:
    """Return the group with this id or name, whatever its capitals; None when there is none."""
    t, wanted = schema.work_group, named.strip().casefold()  # the database knows capitals of a to z alone
    every = connection.execute(select(t.c.id, t.c.name).where(t.c.deleted_at.is_(None)).order_by(t.c.seq)).all()
    found = next((one.id for one in every if one.id == named or one.name.casefold() == wanted), None)
    row = connection.execute(select(t).where(t.c.id == found)).mappings().first()
    return decode(WorkGroup, row) if row else None


def group_names(connection: Connection, most: int) -> Sequence[tuple[str, str]]:
    """Return id and name of the groups there are, by name."""
    t = schema.work_group
    query = select(t.c.id, t.c.name).where(t.c.deleted_at.is_(None)).order_by(func.lower(t.c.name), t.c.seq).limit(most)
    return [(row.id, row.name) for row in connection.execute(query)]


def members(connection: Connection, group: str) -> Sequence[tuple[Member, str | None]]:
    """Return who is in a group now or was, each with their part on the lists of sessions, where they are on one."""
    t, a = schema.group_member, schema.attendance
    role = (
        select(a.c.role)
        .where(a.c.person_id == t.c.person_id, a.c.deleted_at.is_(None))
        .order_by(a.c.seq.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = select(t, role.label("their_role")).where(t.c.group_id == group, t.c.deleted_at.is_(None))
    return [
        (decode(Member, row), row["their_role"]) for row in connection.execute(query.order_by(t.c.order)).mappings()
    ]


def partners(connection: Connection, group: str) -> Sequence[Partner]:
    """Return the organisations that work with a group."""
    t = schema.partner
    query = select(t).where(t.c.group_id == group, t.c.deleted_at.is_(None)).order_by(t.c.order, t.c.seq)
    return [decode(Partner, row) for row in connection.execute(query).mappings()]


def _of(table: Table, chosen: Chosen) -> ColumnElement[bool]:
    """Rows of the chosen group and its sessions; of every group and session where none is chosen.

    Nothing of what is in the Bin with its group or session, and nothing of the session that is only there to try things.
    """
    tried = select(schema.session.c.id).where(schema.session.c.sample == 1)
    here: ColumnElement[bool] = table.c.deleted_at.is_(None) & place_stands(table)
    here = here & or_(table.c.session_id.is_(None), table.c.session_id.not_in(tried))
    if chosen.group is None and chosen.only is None:
        return here
    own: ColumnElement[bool] = table.c.session_id.in_(ids_of(chosen))
    return here & (own if chosen.group is None else or_(table.c.group_id == chosen.group, own))


def _within(table: Table, chosen: Chosen) -> ColumnElement[bool]:
    since = table.c.on >= chosen.since.isoformat() if chosen.since else true()
    return since & (table.c.on <= chosen.until.isoformat() if chosen.until else true())


class LogRead(NamedTuple):
    """Lines of one kind, the newest first, and how many there are in all."""

    lines: Sequence[LogLine]
    of: int


def log(connection: Connection, chosen: Chosen, kind: str, most: int, *, members: bool = False) -> LogRead:
    """Return the newest lines of one kind whose kind somebody confirmed, and that anyone may read, or `members` too.

    A session may be another group's now than when a line was written: the line is still for members of the group it names.
    """
    t = schema.log_line
    which = _of(t, chosen) & _within(t, chosen) & (t.c.kind == kind) & (t.c.confirmed == 1)
    may: ColumnElement[bool] = t.c.publicity == Publicity.ANYONE
    if members:
        theirs = or_(t.c.group_id == chosen.group, t.c.group_id.is_(None))
        may = may | ((t.c.publicity == Publicity.MEMBERS) & theirs)
    which = which & may
    found = (
        connection.execute(select(t).where(which).order_by(t.c.on.desc(), t.c.seq.desc()).limit(most)).mappings().all()
    )
    of = len(found)
    if of == most:
        of = int(connection.execute(select(func.count()).select_from(t).where(which)).scalar() or 0)
    return LogRead([decode(LogLine, row) for row in found], of)


def papers(
    connection: Connection, chosen: Chosen, kinds: Sequence[str], *, but: bool
) -> Sequence[tuple[AgreedPaper, PaperVersion, int]]:
    """Return agreed papers, each with the newest version that was agreed and how many signed up; those of these kinds, or
    all `but` them. A draft is nobody's to read yet, and takes nothing from what holds meanwhile.
    """
    p, v, s = schema.agreed_paper, schema.paper_version, schema.signed_up
    which: ColumnElement[bool] = p.c.kind.not_in(kinds) if but else p.c.kind.in_(kinds)
    which = which & _of(p, chosen)
    found = {row["id"]: decode(AgreedPaper, row) for row in connection.execute(select(p).where(which)).mappings()}
    final = sorted(state for state in PaperState if is_final(state))
    newest: dict[str, PaperVersion] = {}
    signed: dict[str, int] = {}
    ids = list(found)
    for at in range(0, len(ids), 900):
        part = ids[at : at + 900]
        query = select(v).where(v.c.paper_id.in_(part), v.c.deleted_at.is_(None), v.c.state.in_(final)).order_by(v.c.n)
        newest.update({row["paper_id"]: decode(PaperVersion, row) for row in connection.execute(query).mappings()})
        count = select(s.c.paper_id, func.count()).where(s.c.paper_id.in_(part), s.c.deleted_at.is_(None))
        signed.update({row[0]: row[1] for row in connection.execute(count.group_by(s.c.paper_id))})
    return [(paper, newest[id_], signed.get(id_, 0)) for id_, paper in found.items() if id_ in newest]


def measures(connection: Connection, chosen: Chosen) -> Sequence[GroupMeasure]:
    """Return the numbers of every measure up to the last day, oldest first."""
    t = schema.group_measure
    until: ColumnElement[bool] = t.c.on <= chosen.until.isoformat() if chosen.until else true()
    query = select(t).where(_of(t, chosen), until).order_by(t.c.on, t.c.seq)
    return [decode(GroupMeasure, row) for row in connection.execute(query).mappings()]


def looked_back(connection: Connection, chosen: Chosen) -> Sequence[LookedBack]:
    """Return how people looked back, where they said a rung of the ladder; oldest first."""
    t = schema.looked_back
    rung = t.c.rung_reached.is_not(None) | t.c.rung_aimed.is_not(None)
    query = select(t).where(_of(t, chosen), _within(t, chosen), rung).order_by(t.c.on, t.c.seq)
    return [decode(LookedBack, row) for row in connection.execute(query).mappings()]


def all_looked_back(connection: Connection, chosen: Chosen) -> Sequence[LookedBack]:
    """Return everything that was counted when people looked back; newest first."""
    t = schema.looked_back
    query = select(t).where(_of(t, chosen), _within(t, chosen)).order_by(t.c.on.desc(), t.c.seq.desc())
    return [decode(LookedBack, row) for row in connection.execute(query).mappings()]
