"""Promises with all that was told and added, of one session or of all; and the index of where each stands."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, func, or_, select, true

from coprod_desktop.domain import answers, point_numbers
from coprod_desktop.domain import promises as rules
from coprod_desktop.domain.ids import is_made_here
from coprod_desktop.domain.looked_at import is_no
from coprod_desktop.domain.record import Point, Telling, Update
from coprod_desktop.domain.week_after import Asking, SaidBack
from coprod_desktop.domain.words import AnswerKind, SessionState
from coprod_desktop.store import schema
from coprod_desktop.store.mapping import decode
from coprod_desktop.store.quick import in_parts

NO = "no"
"""In the index: a no from the beginning, which is no promise."""
HungT = TypeVar("HungT", Asking, SaidBack)


class OfSession(NamedTuple):
    """Which session a promise was made in; of one of which only later papers are known, none."""

    id: str
    title: str
    date: datetime.date | None


BINDING = tuple(kind for kind in AnswerKind if answers.is_promise(kind))
"""Answers that are promises."""
NOWHERE = OfSession("", "", None)


class Tally(NamedTuple):
    """How many promises there are, by where they stand, whatever the list shows."""

    late: int
    due: int
    ended: Mapping[str, int]
    """domain.promises.Standing value -> how many; NO -> noes from the beginning."""


def of_points(connection: Connection, found: Iterable[RowMapping]) -> tuple[Point, ...]:
    """Return points with their updates and tellings for their rows."""
    rows = list(found)
    ids = [row["id"] for row in rows]
    updates, tellings = _updates(connection, ids), _tellings(connection, ids)
    asked, back = _dated(connection, Asking, ids), _dated(connection, SaidBack, ids)
    reopened = frozenset(_reopened(connection, [point for point, said in back.items() if any(map(is_no, said))]))

    def hung(row: RowMapping) -> Mapping[str, Any]:
        hanging: dict[str, Mapping[str, list[Any]]] = {
            "updates": updates,
            "tellings": tellings,
            "asked": asked,
            "said_back": back,
        }
        return {name: tuple(found.get(row["id"], ())) for name, found in hanging.items()} | {
            "reopened": row["id"] in reopened
        }

    return tuple(decode(Point, row, **hung(row)) for row in rows)


def _dated(connection: Connection, kind: type[HungT], ids: Sequence[str]) -> Mapping[str, list[HungT]]:
    """Return what hangs on these points, by point, in the order of its days."""
    t, found = schema.TABLE_OF[kind], defaultdict(list)
    for part in in_parts(ids):
        query = select(t).where(t.c.point.in_(part), t.c.deleted_at.is_(None)).order_by(t.c.on, t.c.id)
        for row in connection.execute(query).mappings():
            found[row["point"]].append(decode(kind, row))
    return found


def _reopened(connection: Connection, ids: Sequence[str]) -> Iterable[str]:
    """Yield those of these points to which a no came back that nothing was changed for since."""
    p = schema.point
    for part in in_parts(ids):
        yield from connection.execute(select(p.c.id).where(p.c.id.in_(part), reopened())).scalars()


def reopened() -> ColumnElement[bool]:
    """Return whether a no came back of a point since its answer, or how it goes, was last changed."""
    p, b, r, u = schema.point, schema.said_back, schema.revision, schema.promise_update
    touched = or_(*(r.c.old.like(f'%"{name}":%') for name in _ANSWER))
    changed = select(r.c.seq).where(r.c.row_id == p.c.id, r.c.hlc > b.c.hlc, touched).correlate(p, b).exists()
    news = select(u.c.id).where(u.c.point_id == p.c.id, u.c.hlc > b.c.hlc, u.c.deleted_at.is_(None))
    no = (b.c.point == p.c.id) & b.c.deleted_at.is_(None) & ((b.c.right == "no") | (b.c.answers == "no"))
    return select(b.c.id).where(no, ~changed, ~news.correlate(p, b).exists()).correlate(p).exists()


_ANSWER = ("answer", "text", "owner", "due", "reason", "look_again", "you_said")


def _updates(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[Update]]:
    t, found = schema.promise_update, defaultdict(list)
    for part in in_parts(ids):
        query = select(t).where(t.c.point_id.in_(part), t.c.deleted_at.is_(None)).order_by(t.c.on, t.c.seq)
        for row in connection.execute(query).mappings():
            found[row["point_id"]].append(decode(Update, row))
    # of one day: as their files have them, then as they were made, on every laptop alike
    for updates in found.values():
        updates.sort(key=lambda u: (u.on, u.id if is_made_here(u.id) else ""))
    return found


def _tellings(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[Telling]]:
    """Return what papers told; those of sessions that were taken away are not among them."""
    t, s, found = schema.telling, schema.session, defaultdict(list)
    for part in in_parts(ids):
        query = (
            select(t)
            .join(s, s.c.id == t.c.session_id)
            .where(t.c.promise.in_(part), t.c.deleted_at.is_(None), s.c.deleted_at.is_(None))
            .order_by(t.c.told_on, t.c.id)
        )
        for row in connection.execute(query).mappings():
            found[row["promise"]].append(decode(Telling, row, session=row["session_id"]))
    return found


def of_session(connection: Connection, session: str) -> tuple[Point, ...]:
    """Return a session's own points in their order, each with its number."""
    p = schema.point
    query = select(p).where(p.c.session_id == session, p.c.deleted_at.is_(None)).order_by(p.c.order, p.c.seq)
    found = of_points(connection, connection.execute(query).mappings())
    numbers = point_numbers.numbers(keys(connection, session)) if found else {}
    return tuple(replace(point, number=numbers[point.id]) for point in found)


def keys(connection: Connection, session: str) -> Sequence[tuple[str, str]]:
    """Return id and key of every point a session has or had, for their numbers."""
    p = schema.point
    return [(row.id, row.key) for row in connection.execute(select(p.c.id, p.c.key).where(p.c.session_id == session))]


def told_in(connection: Connection, session: str) -> tuple[Telling, ...]:
    """Return the promises made before of which a session's paper tells, each with the promise itself."""
    t, p = schema.telling, schema.point
    query = (
        select(t)
        .join(p, p.c.id == t.c.promise)
        .where(t.c.session_id == session, t.c.deleted_at.is_(None))
        .where(p.c.session_id.is_(None) | (p.c.session_id != session))
        .where(p.c.deleted_at.is_(None) | t.c.told_on.is_not(None))
        .order_by(t.c.order, t.c.seq)
    )
    rows = connection.execute(query).mappings().all()
    made = {point.id: point for point in of_ids(connection, [row["promise"] for row in rows])} if rows else {}
    return tuple(rules.as_told(decode(Telling, row, made=made.get(row["promise"]), session=session)) for row in rows)


def waiting_to_be_told(connection: Connection, session: str) -> frozenset[str]:
    """Return what a session's next paper is to tell of promises that were taken away: `told_in` leaves it out."""
    t, p = schema.telling, schema.point
    away = select(p.c.id).where(p.c.deleted_at.is_not(None))
    query = select(t.c.id).where(t.c.session_id == session, t.c.told_on.is_(None), t.c.promise.in_(away))
    return frozenset(connection.execute(query).scalars())


def of_ids(connection: Connection, ids: Sequence[str]) -> tuple[Point, ...]:
    """Return these points, whatever session they are of, taken away or not."""
    found = [
        row
        for part in in_parts(ids)
        for row in connection.execute(select(schema.point).where(schema.point.c.id.in_(part))).mappings()
    ]
    return of_points(connection, found)


# ---- lists over all sessions


def every_open(
    connection: Connection, today: datetime.date, limit: int | None, *, late: bool | None = None
) -> list[tuple[OfSession, Point]]:
    """Return the open promises of every session by their day; only those that are late, or are not, if that is said."""
    p = schema.point
    is_late = p.c.due < today.isoformat()
    some = true() if late is None else is_late if late else p.c.due.is_(None) | ~is_late
    return _listed(connection, (p.c.open == 1) & some, limit, p.c.due.is_(None), p.c.due, p.c.seq)


def every_ended(connection: Connection, ways: Iterable[str], limit: int | None) -> list[tuple[OfSession, Point]]:
    """Return the promises of every session that ended in one of these ways, as the index has them; the newest first."""
    p = schema.point
    return _listed(connection, p.c.ended.in_(list(ways)), limit, p.c.updated_at.desc(), p.c.seq.desc())


def with_session(connection: Connection, session: str) -> list[tuple[OfSession, Point]]:
    """Return the promises a session's papers tell of: its own, and those made before."""
    t, p = schema.telling, schema.point
    told = select(t.c.promise).where(t.c.session_id == session, t.c.deleted_at.is_(None))
    return _listed(connection, (p.c.session_id == session) | p.c.id.in_(told), None, p.c.order, p.c.seq)


def of_group(connection: Connection, group: str, *, is_open: bool, limit: int) -> list[tuple[OfSession, Point]]:
    """Return the promises of a group and of its sessions: those that are open by their day, or those over, newest first."""
    p, s = schema.point, schema.session
    theirs = (p.c.group_id == group) | p.c.session_id.in_(select(s.c.id).where(s.c.group_id == group))
    if is_open:
        return _listed(connection, (p.c.open == 1) & theirs, limit, p.c.due.is_(None), p.c.due, p.c.seq)
    return _listed(connection, p.c.ended.is_not(None) & theirs, limit, p.c.updated_at.desc(), p.c.seq.desc())


def open_before(
    connection: Connection, day: datetime.date, limit: int, project: str | None = None
) -> list[tuple[OfSession, Point]]:
    """Return the first open promises, by their day, made up to a day; with a project, those made in it.

    Those of which only papers are here belong to no project; those of the sample session were made to nobody.
    """
    p, s = schema.point, schema.session
    before = (s.c.date <= day.isoformat()) & (s.c.sample == 0)
    before = before & (s.c.project == project) if project else before | s.c.date.is_(None)
    return _listed(connection, (p.c.open == 1) & before, limit, p.c.due.is_(None), p.c.due, p.c.seq)


def _listed(
    connection: Connection, which: ColumnElement[bool], limit: int | None, *order: ColumnElement[Any]
) -> list[tuple[OfSession, Point]]:
    p, s, g = schema.point, schema.session, schema.work_group
    query = (
        select(p, s.c.title.label("of_title"), s.c.date.label("of_date"), g.c.name.label("of_group"))
        .outerjoin(s, s.c.id == p.c.session_id)
        .outerjoin(g, g.c.id == p.c.group_id)
        .where(which, p.c.deleted_at.is_(None), _stands())
        .order_by(*order)
    )
    rows = connection.execute(query if limit is None else query.limit(limit)).mappings().all()
    return [(_of(row), point) for row, point in zip(rows, of_points(connection, rows), strict=True)]


def _stands() -> ColumnElement[bool]:
    """Its session is here, or it was printed, or a paper that is here tells of it; what a group promised in no session
    stands also while the group is in the Bin: nothing else would remind anybody.
    """
    p, s, t = schema.point, schema.session, schema.telling
    of_group = p.c.group_id.is_not(None) & p.c.session_id.is_(None)
    other = s.alias("telling_session")
    told = (
        select(t.c.id)
        .join(other, other.c.id == t.c.session_id)
        .where(t.c.promise == p.c.id, t.c.deleted_at.is_(None))
        .where(other.c.deleted_at.is_(None) | ((other.c.id == p.c.session_id) & t.c.told_on.is_not(None)))
        .exists()
    )
    return (p.c.session_id.is_not(None) & s.c.deleted_at.is_(None)) | told | of_group


def _of(row: RowMapping) -> OfSession:
    if row["session_id"] is None:
        return OfSession("", row["of_group"], None) if row["of_group"] else NOWHERE
    return OfSession(row["session_id"], row["of_title"], datetime.date.fromisoformat(row["of_date"]))


def nowhere(connection: Connection) -> list[tuple[OfSession, Point]]:
    """Return the promises of which only later papers are here."""
    p = schema.point
    return _listed(connection, p.c.session_id.is_(None) & p.c.group_id.is_(None), None, p.c.due, p.c.seq)


def how_many(connection: Connection, today: datetime.date) -> Tally:
    """Return how many promises stand where, over all sessions."""
    p, s = schema.point, schema.session
    late = (p.c.open == 1) & (p.c.due < today.isoformat())
    query = (
        select(p.c.open, late.label("late"), p.c.ended, func.count())
        .outerjoin(s, s.c.id == p.c.session_id)
        .where((p.c.open == 1) | p.c.ended.is_not(None), p.c.deleted_at.is_(None), _stands())
        .group_by(p.c.open, "late", p.c.ended)
    )
    lates = dues = 0
    ended: dict[str, int] = defaultdict(int)
    for is_open, is_late, end, count in connection.execute(query):
        if not is_open:
            ended[end] += count
        elif is_late:
            lates += count
        else:
            dues += count
    return Tally(lates, dues, ended)


# ---- the index


def keep_open(connection: Connection, ids: Sequence[str], today: datetime.date) -> None:
    """Write down where these promises stand, whatever the day; called by each transaction for what it touched.

    What is said to be done on a day to come is open still.
    """
    p = schema.point
    for point in of_ids(connection, ids):
        stands = rules.standing(point, datetime.date.max)
        is_open = stands in rules.OPEN or rules.standing(point, today) in rules.OPEN or point.reopened
        row = {"open": int(is_open), "ended": None if is_open else _ended(stands, point)}
        connection.execute(p.update().where(p.c.id == point.id), [row])


def _ended(stands: rules.Standing | None, point: Point) -> str | None:
    if stands is not None:
        return stands.value
    return NO if answers.is_no(point.answer) else None


# ---- a paper tells of a promise


def tellings_of(connection: Connection, promise: str) -> list[str]:
    """Return the ids of what papers told of a promise."""
    t = schema.telling
    return list(connection.execute(select(t.c.id).where(t.c.promise == promise, t.c.deleted_at.is_(None))).scalars())


def told_of(connection: Connection, telling: str) -> str | None:
    """Return the promise a telling is of."""
    t = schema.telling
    return connection.execute(select(t.c.promise).where(t.c.id == telling)).scalar()


def updates_of(connection: Connection, promise: str) -> list[str]:
    """Return the ids of what was added to a promise, taken away or not."""
    t = schema.promise_update
    return list(connection.execute(select(t.c.id).where(t.c.point_id == promise)).scalars())


def without_session(connection: Connection) -> frozenset[str]:
    """Return the ids of promises of which only later papers are known here, and of what was added to them."""
    p, u = schema.point, schema.promise_update
    queries = (
        select(p.c.id).where(p.c.session_id.is_(None), p.c.group_id.is_(None)),
        select(u.c.id).where(u.c.session_id.is_(None)),
    )
    return frozenset(id_ for query in queries for id_ in connection.execute(query).scalars())


def printed(connection: Connection, promise: str, *, here: bool = False) -> datetime.date | None:
    """Return the day on which something was first printed as a promise; None when it is on no paper as one yet.

    `here`: by this program, not by what a file says that its paper told.
    """
    t = schema.telling
    query = select(func.min(t.c.told_on)).where(t.c.promise == promise, t.c.told_on.is_not(None))
    query = query.where(t.c.answer.is_(None) | t.c.answer.in_(BINDING))
    query = query.where(t.c.status.is_(None)) if here else query
    found = connection.execute(query.where(t.c.deleted_at.is_(None))).scalar()
    return None if found is None else datetime.date.fromisoformat(found)


# ---- what was asked, and who waits to hear


def asked(connection: Connection) -> list[tuple[OfSession, Point]]:
    """Return the points of every session whose question was put to somebody."""
    p, a, s = schema.point, schema.asking, schema.session
    steps = select(a.c.id).where(a.c.point == p.c.id, a.c.deleted_at.is_(None)).exists()
    return _listed(connection, steps & s.c.deleted_at.is_(None) & (s.c.sample == 0), None, p.c.seq)


def reply_due(connection: Connection) -> list[tuple[OfSession, datetime.date]]:
    """Return the sessions that say by when people hear, and of which no paper that answers went out; soonest first."""
    s, t, g = schema.session, schema.paper, schema.sent
    after_the_day = t.c.kind.is_(None) | t.c.kind.not_in(_BEFORE_THE_DAY)
    given = select(g.c.id).where(g.c.paper_id == t.c.id, g.c.deleted_at.is_(None)).exists()
    answers_them = (t.c.session_id == s.c.id) & t.c.deleted_at.is_(None) & after_the_day & ((t.c.draft == 0) | given)
    made = select(t.c.id).where(answers_them)
    query = select(s.c.id, s.c.title, s.c.date, s.c.reply_by).where(
        s.c.reply_by.is_not(None), s.c.deleted_at.is_(None), s.c.sample == 0, ~made.exists(),
        s.c.state.is_(None) | (s.c.state != SessionState.CANCELLED),
    )  # fmt: skip
    return [
        (OfSession(row.id, row.title, datetime.date.fromisoformat(row.date)), datetime.date.fromisoformat(row.reply_by))
        for row in connection.execute(query.order_by(s.c.reply_by))
    ]


_BEFORE_THE_DAY = ("call-out", "agenda", "ground-rules")
