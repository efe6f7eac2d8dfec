"""What stands beside groups and sessions, and what becomes of it when a group, a session or a person goes for good.

That somebody was a member, or decided something, stays as nobody's; a session's lines stay with its group.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, func, null, or_, select, update

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.log_record import Publicity
from coprod_desktop.store import schema
from coprod_desktop.store.transaction import Transaction

NOUNS = frozenset({"work_group", "group_member", "partner", "log_line", "agreed_paper"})
"""Of these, what can be in the Bin."""
OF_BOTH = ("log_line", "agreed_paper", "looked_back", "group_measure")
"""Rows of a group, of a session, or of both."""
OF_GROUP = ("group_member", "partner")
OF_PAPER = ("paper_version", "signed_up")
BESIDE = frozenset({"work_group", *OF_GROUP, *OF_BOTH, *OF_PAPER})
Forget = Callable[[Transaction, Collection[str]], object]
"""Takes the older versions of rows out, and steps that hold them: store.strike.forget_all."""
STAY: Mapping[str, Mapping[str, object]] = {
    "group_member": {"person_id": None, "role": None, "training": "[]", "left_why": None},
    "log_line": {"person_id": None, "who": None},
}
"""Noun -> what is left blank of a row whose person was erased; the row itself stays, and is nobody's."""


def beside(table: Table, session: str) -> ColumnElement[bool]:
    """The condition that a row of one of these tables is of a session, or of that session's group."""
    s = schema.session
    group = select(s.c.group_id).where(s.c.id == session).scalar_subquery()
    if table is schema.work_group:
        return table.c.id == group
    if table.name in OF_GROUP:
        return table.c.group_id == group
    if table.name in OF_PAPER:
        papers = select(schema.agreed_paper.c.id).where(beside(schema.agreed_paper, session))
        return table.c.paper_id.in_(papers)
    return or_(table.c.session_id == session, table.c.group_id == group)


def place_stands(table: Table) -> ColumnElement[bool]:
    """The condition that neither the group nor the session of a row of one of these tables is in the Bin."""
    g, s = schema.work_group, schema.session
    gone_groups = select(g.c.id).where(g.c.deleted_at.is_not(None))
    gone_sessions = select(s.c.id).where(s.c.deleted_at.is_not(None))
    return and_(
        or_(table.c.group_id.is_(None), table.c.group_id.not_in(gone_groups)),
        or_(table.c.session_id.is_(None), table.c.session_id.not_in(gone_sessions)),
    )


def without_people(tx: Transaction, people: Collection[str], forget: Forget) -> None:
    """People go: that somebody was a member, or decided something, stays without them."""
    for noun, blank in STAY.items():
        table = schema.META.tables[noun]
        _blank(tx, forget, table, table.c.person_id.in_(people), {**blank, "unknown": "{}"})


def without_session(tx: Transaction, session: str, forget: Forget) -> None:
    """A session goes: what belongs to its group too stays with the group."""
    for noun in OF_BOTH:
        table = schema.META.tables[noun]
        _blank(tx, forget, table, (table.c.session_id == session) & table.c.group_id.is_not(None), {"session_id": None})


def goes_with(tx: Transaction, noun: str, row_id: str, forget: Forget) -> Iterator[tuple[str, Sequence[str]]]:
    """Yield (noun, ids) of all that goes when a group or a paper goes for good; sessions and promises of the group stay."""
    if noun == "agreed_paper":
        yield from _of_papers(tx, [row_id])
        return
    for table in (schema.session, schema.point):
        _blank(tx, _keeps_versions, table, table.c.group_id == row_id, {"group_id": None})
    lines = schema.log_line  # its session may be another group's one day: what was for its members is for nobody then
    theirs = (lines.c.group_id == row_id) & (lines.c.publicity == Publicity.MEMBERS)
    _blank(tx, forget, lines, theirs, {"publicity": Publicity.PRIVATE})
    for other in OF_BOTH:
        table = schema.META.tables[other]
        _blank(tx, forget, table, (table.c.group_id == row_id) & table.c.session_id.is_not(None), {"group_id": None})
        ids = tx.connection.execute(select(table.c.id).where(table.c.group_id == row_id)).scalars().all()
        if other == "agreed_paper":
            yield from _of_papers(tx, ids)
        else:
            yield other, ids
    for other in OF_GROUP:
        table = schema.META.tables[other]
        yield other, tx.connection.execute(select(table.c.id).where(table.c.group_id == row_id)).scalars().all()
    yield "work_group", [row_id]


def _of_papers(tx: Transaction, papers: Collection[str]) -> Iterator[tuple[str, Sequence[str]]]:
    for noun in OF_PAPER:
        table = schema.META.tables[noun]
        yield noun, tx.connection.execute(select(table.c.id).where(table.c.paper_id.in_(papers))).scalars().all()
    yield "agreed_paper", list(papers)


def in_bin(
    connection: Connection, noun: str, went: Sequence[ColumnElement[bool]]
) -> Iterator[tuple[str, str | None, str, str | None, str | None]]:
    """Yield (id, what it is called, since when it is away, its group's name, its person's name); what is of a group, or
    of a session, that is in the Bin itself is no line of its own."""
    t, g, p, s = schema.META.tables[noun], schema.work_group, schema.person, schema.session
    if noun == "work_group":
        yield from ((row[0], row[1], row[2], None, None) for row in connection.execute(select(t.c.id, t.c.name, t.c.deleted_at).where(*went)))  # fmt: skip
        return
    joined: Any = t.join(g, g.c.id == t.c.group_id, isouter=True)
    there: list[ColumnElement[bool]] = [g.c.deleted_at.is_(None)]
    if "session_id" in t.c:
        joined, there = joined.join(s, s.c.id == t.c.session_id, isouter=True), [*there, s.c.deleted_at.is_(None)]
    if noun == "log_line":  # a pledge that is a promise is not away: it stands among the promises, and only there
        promised = select(schema.point.c.id).where(schema.point.c.deleted_at.is_(None))
        there.append(t.c.linked.is_(None) | t.c.linked.not_in(promised))
    words = {"partner": "name", "log_line": "words", "agreed_paper": "title"}.get(noun)
    person: Any = null()
    if noun == "group_member":
        joined, person = joined.join(p, p.c.id == t.c.person_id, isouter=True), p.c.name
    called = t.c[words] if words else func.coalesce(p.c.name, "A member")
    query = select(t.c.id, called, t.c.deleted_at, g.c.name, person).select_from(joined).where(*went, *there)
    yield from (tuple(row) for row in connection.execute(query))


def places(connection: Connection, group: str) -> set[str]:
    """Return the people and the sessions of a group: a hold on any of them keeps it."""
    m, s, lines = schema.group_member, schema.session, schema.log_line
    found = connection.execute(select(m.c.person_id).where(m.c.group_id == group, m.c.person_id.is_not(None))).scalars()
    sessions = connection.execute(select(s.c.id).where(s.c.group_id == group)).scalars()
    deciding = connection.execute(select(lines.c.person_id).where(lines.c.group_id == group)).scalars()
    return {group, *found, *sessions, *(one for one in deciding if one)}


def places_of(connection: Connection, noun: str, row_id: str) -> set[str]:
    """Return the people and the sessions of one row beside a group: a hold on any of them keeps it.

    A paper and a line are of everybody they were agreed or written down with: of who is in the group, and who signed.
    """
    t, m, u = schema.META.tables[noun], schema.group_member, schema.signed_up
    of = [t.c[name] for name in ("session_id", "person_id") if name in t.c]
    row = connection.execute(select(t.c.id, t.c.group_id, *of).where(t.c.id == row_id)).first()
    found = {part for part in row or () if part}
    if row is not None and noun != "group_member":
        found.update(connection.execute(select(m.c.person_id).where(m.c.group_id == row.group_id)).scalars())
    if noun == "agreed_paper":
        found.update(connection.execute(select(u.c.person_id).where(u.c.paper_id == row_id)).scalars())
    return {one for one in found if one}


def own_promises(connection: Connection, group: str, *, is_open: bool = False) -> int:
    """Return how many promises a group made in no session, or how many of them are open: nothing else tells of them."""
    p = schema.point
    query = select(func.count()).where(p.c.group_id == group, p.c.session_id.is_(None), p.c.deleted_at.is_(None))
    return int(connection.execute(query.where(p.c.open == 1) if is_open else query).scalar_one())


def _keeps_versions(_tx: Transaction, _ids: Collection[str]) -> None:
    """A session and a promise hold no words of the group: what they read before stays."""


def _blank(
    tx: Transaction, forget: Forget, table: Table, which: ColumnElement[bool], values: Mapping[str, object]
) -> None:
    """Without a version: it would hold what is to go."""
    ids = list(tx.connection.execute(select(table.c.id).where(which)).scalars())
    if not ids:
        return
    forget(tx, ids)
    stamps = {"updated_at": tx.at, "hlc": tx.clock, "device": tx.device}
    tx.connection.execute(update(table).where(table.c.id.in_(ids)).values(**values, **stamps))
    for row_id in ids:
        tx.note_changed(Ref(table.name, row_id))
