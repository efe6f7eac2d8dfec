"""Papers people agreed on, as they are stored: each with its versions, who signed up, and the group it is of."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, select

from coprod_desktop.domain.agreed import is_final
from coprod_desktop.domain.agreed_record import AgreedPaper, PaperState, PaperVersion, SignedUp
from coprod_desktop.errors import UserError
from coprod_desktop.store import schema
from coprod_desktop.store.groups_kept import place_stands
from coprod_desktop.store.mapping import decode


@dataclass(frozen=True)
class PaperHeld:
    """One paper with all its versions, oldest first, and who signed up to it."""

    paper: AgreedPaper
    versions: tuple[PaperVersion, ...]
    signed: tuple[SignedUp, ...]
    group: str | None = None
    """What its group is called."""

    @property
    def newest(self) -> PaperVersion:
        """The version that is written on, or the last that was agreed."""
        return self.versions[-1]

    @property
    def agreed(self) -> PaperVersion | None:
        """The version that holds: the last that was agreed."""
        return next((one for one in reversed(self.versions) if is_final(one.state)), None)

    def version(self, n: int) -> PaperVersion:
        """Return a version by its number. UserError when there is none."""
        found = next((one for one in self.versions if one.n == n), None)
        if found is None:
            there = ", ".join(str(one.n) for one in self.versions)
            raise UserError(f"“{self.paper.title}” has no version {n}.", f"There is: {there}.")
        return found


def every(
    connection: Connection, *, group: str | None = None, session: str | None = None, everywhere: bool = False
) -> tuple[PaperHeld, ...]:
    """Return the papers of a group, of a session, or of the organisation when neither is given; `everywhere`: all."""
    t = schema.agreed_paper
    if everywhere:
        return _held(connection, t.c.deleted_at.is_(None))
    of: ColumnElement[bool] = t.c.group_id.is_(None) & t.c.session_id.is_(None)
    if group is not None or session is not None:
        of = t.c.group_id == group if session is None else t.c.session_id == session
    return _held(connection, of & t.c.deleted_at.is_(None))


def one(connection: Connection, paper: str) -> PaperHeld:
    """Return one paper. UserError when it was taken away."""
    found = _held(connection, (schema.agreed_paper.c.id == paper) & schema.agreed_paper.c.deleted_at.is_(None))
    if not found:
        raise UserError("That paper was taken away.", "It is in the Bin, or undo brings it back.")
    return found[0]


def of_kinds(connection: Connection, kinds: frozenset[str], session: str) -> tuple[PaperHeld, ...]:
    """Return the papers of these kinds of a session's group; where it has none of a kind, the organisation's."""
    t, s = schema.agreed_paper, schema.session
    there = t.c.kind.in_(sorted(kinds)) & t.c.deleted_at.is_(None) & place_stands(t)
    if not kinds or connection.execute(select(t.c.id).where(there).limit(1)).first() is None:
        return ()
    group = connection.execute(select(s.c.group_id).where(s.c.id == session)).scalar()
    own = _held(connection, there & (t.c.group_id == group)) if group is not None else ()
    have = {held.paper.kind for held in own if held.agreed is not None}
    ours = _held(connection, there & t.c.group_id.is_(None) & t.c.session_id.is_(None))
    return (*own, *(held for held in ours if held.paper.kind not in have))


def of_subject(connection: Connection, paper: AgreedPaper, since: datetime.date) -> tuple[PaperHeld, ...]:
    """Return the other papers about a paper's subject of which a version was agreed since a day, the newest first."""
    if not paper.subject or not paper.subject.strip():
        return ()
    t = schema.agreed_paper
    wanted = paper.subject.strip().casefold()
    every = connection.execute(select(t.c.id, t.c.subject).where(t.c.subject.is_not(None), t.c.id != paper.id))
    same = t.c.id.in_([one.id for one in every if one.subject.strip().casefold() == wanted])
    found = [(held.agreed, held) for held in _held(connection, same & t.c.deleted_at.is_(None) & place_stands(t))]
    dated = [(one.agreed_on, held) for one, held in found if one is not None and one.agreed_on is not None]
    there = sorted((day, held.paper.id, held) for day, held in dated if day >= since)
    return tuple(held for _day, _id, held in reversed(there))


class ReviewDay(NamedTuple):
    """A paper that holds and is to be looked at again by a day."""

    paper: str
    title: str
    group: str | None
    group_name: str | None
    by: datetime.date


def reviews(connection: Connection, until: datetime.date) -> tuple[ReviewDay, ...]:
    """Return the papers that are to be looked at again by a day, the soonest first; none of a group that is away."""
    t, g, v = schema.agreed_paper, schema.work_group, schema.paper_version
    later = v.alias("later")
    final = sorted(state for state in PaperState if is_final(state))
    newer = select(later.c.id).where(
        later.c.paper_id == v.c.paper_id, later.c.n > v.c.n, later.c.state.in_(final), later.c.deleted_at.is_(None)
    )
    query = (
        select(t.c.id, t.c.title, t.c.group_id, g.c.name, v.c.review_by)
        .select_from(v.join(t, t.c.id == v.c.paper_id).outerjoin(g, g.c.id == t.c.group_id))
        .where(v.c.review_by <= until.isoformat(), v.c.state.in_(final), v.c.deleted_at.is_(None))
        .where(t.c.deleted_at.is_(None), g.c.deleted_at.is_(None), g.c.handed_over_on.is_(None), ~newer.exists())
        .order_by(v.c.review_by, t.c.seq)
    )
    return tuple(ReviewDay(*row[:4], datetime.date.fromisoformat(row[4])) for row in connection.execute(query))


def sessions_of(connection: Connection, paper: AgreedPaper) -> tuple[str, ...]:
    """Return the sessions whose people's words must not stand in a paper unasked: its own, its group's, else all."""
    s = schema.session
    query = select(s.c.id).where(s.c.deleted_at.is_(None)).order_by(s.c.seq)
    if paper.session_id is not None:
        query = query.where(s.c.id == paper.session_id)
    elif paper.group_id is not None:
        query = query.where(s.c.group_id == paper.group_id)
    return tuple(connection.execute(query).scalars())


def _held(connection: Connection, which: ColumnElement[bool]) -> tuple[PaperHeld, ...]:
    t, v, s, g = schema.agreed_paper, schema.paper_version, schema.signed_up, schema.work_group
    joined = t.outerjoin(g, (g.c.id == t.c.group_id) & g.c.deleted_at.is_(None))
    rows = connection.execute(
        select(t, g.c.name.label("group_name")).select_from(joined).where(which).order_by(t.c.seq)
    ).mappings()
    papers = [(decode(AgreedPaper, row), row["group_name"]) for row in rows]
    if not papers:
        return ()
    versions: dict[str, list[PaperVersion]] = {}
    signed: dict[str, list[SignedUp]] = {}
    of = select(t.c.id).where(which)
    for row in connection.execute(
        select(v).where(v.c.paper_id.in_(of), v.c.deleted_at.is_(None)).order_by(v.c.n, v.c.seq)
    ).mappings():
        versions.setdefault(row["paper_id"], []).append(decode(PaperVersion, row))
    for row in connection.execute(
        select(s).where(s.c.paper_id.in_(of), s.c.deleted_at.is_(None)).order_by(s.c.on, s.c.seq)
    ).mappings():
        signed.setdefault(row["paper_id"], []).append(decode(SignedUp, row))
    return tuple(
        PaperHeld(paper, tuple(versions[paper.id]), tuple(signed.get(paper.id, ())), group)
        for paper, group in papers
        if paper.id in versions
    )
