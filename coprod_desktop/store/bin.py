"""What was taken away: rows with a day on which they went. Listed, put back by `deleted_at`, or emptied for good.

What was struck or sealed stands nowhere here: it is in no table any more, or in `set_aside`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, delete, select

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.checklist import asking_line, need_line
from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.permission import NO, NOT_SURE
from coprod_desktop.store import aside, claims, gone, groups_kept, permits, promises, schema
from coprod_desktop.store import strike as striking
from coprod_desktop.store.merging import CALLED
from coprod_desktop.store.quick import in_parts
from coprod_desktop.store.transaction import Transaction

NOUNS = (
    *("session", "agenda_item", "checklist_item", "ground_rule", "need", "entry", "point", "attendance", "claim"),
    *("work_group", "group_member", "partner", "log_line", "agreed_paper"),
)
"""What can be in the Bin."""
HELD, SEALED, PROMISED = "held", "sealed", "promised"
"""Why something is not emptied."""
_REFUSALS = (NO, NOT_SURE)
_STAYS = {"permission", "draft", "set_aside"}
"""Tables of which a session's rows do not go with it unseen: answers, and who has what was sealed."""


class InBin(NamedTuple):
    """One row in the Bin. `person` is whose need or part it is."""

    noun: str
    id: str
    words: str
    since: str
    session: str
    session_title: str
    person: str | None


def lines(connection: Connection, before: str | None = None) -> Sequence[InBin]:
    """Return what is in the Bin, what went last first; `before`: only what went before that time.

    What belongs to a session that is in the Bin is in it, and is no line of its own.
    """
    found = [line for noun in NOUNS for line in _of_noun(connection, noun, before)]
    return sorted(found, key=lambda line: line.since, reverse=True)


def _of_noun(connection: Connection, noun: str, before: str | None) -> Iterable[InBin]:
    t, s, p = schema.META.tables[noun], schema.session, schema.person
    went = [t.c.deleted_at.is_not(None), *([t.c.deleted_at < before] if before else [])]
    if noun == "session":
        for row in connection.execute(select(t.c.id, t.c.title, t.c.deleted_at).where(*went)):
            yield InBin(noun, row.id, row.title, row.deleted_at, row.id, row.title, None)
        return
    if noun in groups_kept.NOUNS:
        for row_id, called, since, group, person in groups_kept.in_bin(connection, noun, went):
            yield InBin(noun, row_id, called or "", since, "", group or "", person)
        return
    of_person = "person_id" in t.c
    words = p.c.name if noun == "attendance" else t.c[CALLED[noun]]
    with_others = _lines_of_people(connection) if noun == "checklist_item" and before is None else frozenset()
    query = select(t.c.id, words, t.c.deleted_at, t.c.session_id, s.c.title, p.c.name if of_person else words)
    joined = t.join(s, s.c.id == t.c.session_id, isouter=noun == "claim")  # money may be owed for no session
    if of_person:
        joined = joined.join(p, p.c.id == t.c.person_id)
    for found in connection.execute(query.select_from(joined).where(*went, s.c.deleted_at.is_(None))):
        row_id, called, since, session, title, person = found
        if row_id not in with_others:
            yield InBin(noun, row_id, called, since, session or "", title or "", person if of_person else None)


def _lines_of_people(connection: Connection) -> frozenset[str]:
    """Return the ids of lines that come and go with a need or with somebody's place on a list, and are none by themselves."""
    n, a = schema.need, schema.attendance
    needs = connection.execute(select(n.c.id)).scalars()
    places = connection.execute(select(a.c.session_id, a.c.person_id)).all()
    return frozenset((*map(need_line, needs), *(asking_line(session, person) for session, person in places)))


def _delete_lines(tx: Transaction, ids: Iterable[str]) -> None:
    """Take the lines of needs out with them: they hold the same words."""
    t = schema.checklist_item
    there = [
        row
        for some in in_parts(list(ids))
        for row in tx.connection.execute(select(t.c.id).where(t.c.id.in_(some))).scalars()
    ]
    _delete(tx, "checklist_item", there)


def put_back(tx: Transaction, noun: str, row_id: str) -> None:
    """Put one row back as it was."""
    tx.update(noun, row_id, {"deleted_at": None}, "restore")


def is_away(connection: Connection, noun: str, row_id: str) -> bool:
    """Tell whether a row is in the Bin still."""
    t = schema.META.tables[noun]
    return connection.execute(select(t.c.deleted_at).where(t.c.id == row_id)).scalar() is not None


def why_it_stays(connection: Connection, noun: str, row_id: str, held: Sequence[aside.HoldRow]) -> str | None:
    """Return HELD, SEALED or PROMISED when a row may not be emptied; None when it may. `held`: the holds of today."""
    if held and aside.is_held(held, _places(connection, noun, row_id)):
        return HELD
    if (
        noun == "session"
        and connection.execute(
            select(schema.set_aside.c.id).where(
                schema.set_aside.c.session_id == row_id, schema.set_aside.c.deleted_at.is_(None)
            )
        ).first()
    ):
        return SEALED
    if noun == "work_group":
        return PROMISED if groups_kept.own_promises(connection, row_id) else None
    return PROMISED if noun in {"session", "point"} and _is_promised(connection, noun, row_id) else None


def _places(connection: Connection, noun: str, row_id: str) -> set[str]:
    """Return the session and the people a row belongs to."""
    if noun == "entry":
        return aside.places_of(connection, row_id)
    t, e, a = schema.META.tables[noun], schema.entry, schema.attendance
    if noun == "session":
        said = select(e.c.speaker, e.c.said_for).where(e.c.session_id == row_id)
        listed = connection.execute(select(a.c.person_id).where(a.c.session_id == row_id)).scalars()
        return {row_id, *listed, *(part for row in connection.execute(said) for part in row if part)}
    if noun == "work_group":
        return groups_kept.places(connection, row_id)
    if noun in groups_kept.NOUNS:
        return groups_kept.places_of(connection, noun, row_id)
    of = [t.c[name] for name in ("session_id", "person_id") if name in t.c]
    found = connection.execute(select(t.c.id, *of).where(t.c.id == row_id)).first()
    return {part for part in found or () if part}


def _is_promised(connection: Connection, noun: str, row_id: str) -> bool:
    """Tell whether a paper told people of a promise of it: that stays, to be answered."""
    p, t = schema.point, schema.telling
    if noun == "point":
        return promises.printed(connection, row_id) is not None
    told = select(t.c.id).where(t.c.session_id == row_id, t.c.told_on.is_not(None))
    if connection.execute(told.limit(1)).first():
        return True
    mine = connection.execute(select(p.c.id).where(p.c.session_id == row_id)).scalars()
    return any(promises.printed(connection, point) is not None for point in mine)


# ---- for good


def empty(tx: Transaction, noun: str, row_id: str) -> None:
    """Take one row of the Bin out for good, its words from every version and page. The caller checkpoints afterwards.

    That it was here is remembered, so that a file does not bring it in again by itself. A line with a no comes in from
    no file at all: else its words would come back without the no.
    """
    if noun == "session":
        _empty_session(tx, row_id)
    elif noun == "attendance":
        _empty_part(tx, row_id)
    elif noun == "entry":
        _empty_line(tx, row_id)
    elif noun in {"work_group", "agreed_paper"}:
        for table, ids in groups_kept.goes_with(tx, noun, row_id, striking.forget_all):
            _delete(tx, table, ids)
    else:
        if noun == "need":
            _delete_lines(tx, [need_line(row_id)])
        _remember(tx, noun, row_id, str(_value(tx, noun, row_id, "key") or ""))
        _delete(tx, noun, [row_id])
        if noun == "point":
            _empty_what_hangs_on(tx, row_id)


def erase(tx: Transaction, noun: str, ids: Collection[str]) -> None:
    """Take rows out for good that nothing has to remember, with every version. The caller checkpoints afterwards."""
    _delete(tx, noun, ids)


def erase_point(tx: Transaction, point: str, words: Sequence[str] = ()) -> None:
    """Take a point out for good, with what hangs on it. With `words`, those it ever held, no file brings it back."""
    if words:
        key = str(_value(tx, "point", point, "key") or "")
        created, of = _created(tx, "point", point), _session_key(tx, "point", point)
        gone.add(tx, point, "point", of, key, words, striking.ERASED, created)
    _empty_what_hangs_on(tx, point)
    _delete(tx, "point", [point])


def _empty_what_hangs_on(tx: Transaction, point: str) -> None:
    u, t = schema.promise_update, schema.telling
    hanging = ((u, u.c.point_id), (t, t.c.promise), *((table, table.c.point) for table in schema.ON_A_POINT))
    for table, of in hanging:
        _delete(tx, table.name, tx.connection.execute(select(table.c.id).where(of == point)).scalars().all())


def _empty_line(tx: Transaction, entry: str) -> None:
    refused = _is_refused(tx, entry)
    n, key = str(_value(tx, "entry", entry, "n")), _session_key(tx, "entry", entry)
    created = _created(tx, "entry", entry)
    words = striking.take_out(tx, entry)
    p = schema.permission
    tx.connection.execute(delete(p).where(p.c.row_id == entry, p.c.value.not_in(_REFUSALS)))
    gone.add(tx, entry, "entry", key, n, words if refused else (), gone.EMPTIED, created)


def _empty_part(tx: Transaction, row_id: str) -> None:
    """Someone's part in a session, with what they needed there."""
    a, n = schema.attendance, schema.need
    session, person = tx.connection.execute(select(a.c.session_id, a.c.person_id).where(a.c.id == row_id)).one()
    _remember(tx, "attendance", row_id, person)
    needs = select(n.c.id).where(n.c.session_id == session, n.c.person_id == person)
    theirs = tx.connection.execute(needs).scalars().all()
    _delete_lines(tx, [*map(need_line, theirs), asking_line(session, person)])
    _delete(tx, "need", theirs)
    _delete(tx, "attendance", [row_id])
    d = schema.draft
    tx.connection.execute(delete(d).where(d.c.field.startswith(f"person:{session} {person}:", autoescape=True)))
    _empty_person(tx, person)


def _empty_person(tx: Transaction, person: str) -> None:
    """Take someone out who is on no list, said nothing, got no paper and refused nothing: a no has to stand.

    Who is owed money stays, and who is in the bank of people, in a group, or signed up to a paper.
    """
    a, e, p = schema.attendance, schema.entry, schema.permission
    elsewhere = (
        select(schema.bank.c.id).where(schema.bank.c.person_id == person, schema.bank.c.deleted_at.is_(None)),
        select(schema.claim.c.id).where(schema.claim.c.person_id == person, claims.is_owed()),
        select(a.c.id).where(a.c.person_id == person),
        select(schema.group_member.c.id).where(schema.group_member.c.person_id == person),
        select(schema.signed_up.c.id).where(schema.signed_up.c.person_id == person),
        select(schema.log_line.c.id).where(schema.log_line.c.person_id == person),
        select(e.c.id).where((e.c.speaker == person) | (e.c.said_for == person)),
        select(p.c.id).where(p.c.row_id == person, p.c.value.in_(_REFUSALS)),
        select(schema.sent.c.id).where(schema.sent.c.person_id == person),
    )
    if not any(tx.connection.execute(query.limit(1)).first() for query in elsewhere):
        empty_beside(tx, person)
        _delete(tx, "person", [person])


def empty_beside(tx: Transaction, person: str) -> None:
    """Take out for good what is kept of somebody beside sessions. What they were paid stays as an amount of nobody's."""
    b = schema.bank
    _delete(tx, "bank", tx.connection.execute(select(b.c.id).where(b.c.person_id == person)).scalars().all())
    _delete(tx, "claim", claims.without_person(tx, person))


def _empty_session(tx: Transaction, session: str) -> None:
    """A session with all its rows. Answers of people stay, whoever asked for them there."""
    a, e, key = schema.attendance, schema.entry, str(_value(tx, "session", session, "key") or "")
    listed = tx.connection.execute(select(a.c.person_id).where(a.c.session_id == session)).scalars().all()
    for line in tx.connection.execute(select(e.c.id, e.c.n).where(e.c.session_id == session)).all():
        if _is_refused(tx, line.id):
            words, created = striking.wordings_of(tx, line.id), _created(tx, "entry", line.id)
            gone.add(tx, line.id, "entry", key, str(line.n), words, gone.EMPTIED, created)
    created = _created(tx, "session", session)  # of no file's key: a file may bring it in again, backups still hold it
    gone.add(tx, made_id("emptied", session), "session", "", "", (), gone.EMPTIED, created)
    p = schema.point
    for point in tx.connection.execute(select(p.c.id).where(p.c.session_id == session)).scalars().all():
        _empty_what_hangs_on(tx, point)
    _delete(tx, "claim", claims.without_session(tx, session))
    groups_kept.without_session(tx, session, striking.forget_all)
    for table in schema.META.sorted_tables:
        if "session_id" not in table.c or table.name in _STAYS:
            continue
        ids = tx.connection.execute(select(table.c.id).where(table.c.session_id == session)).scalars().all()
        _delete(tx, table.name, ids)
    d = schema.draft
    tx.connection.execute(delete(d).where(d.c.session_id == session))
    _delete(tx, "session", [session])
    for person in listed:
        _empty_person(tx, person)


def _delete(tx: Transaction, noun: str, ids: Collection[str]) -> None:
    table = schema.META.tables[noun]
    striking.forget_all(tx, ids)
    for row_id in ids:
        tx.before_it_goes(noun, row_id)
    for some in in_parts(list(ids)):
        tx.connection.execute(delete(table).where(table.c.id.in_(some)))
        p = schema.permission  # a no outlives what it was said about: another laptop may have the line
        tx.connection.execute(delete(p).where(p.c.row_id.in_(some), p.c.value.not_in(_REFUSALS)))
    for row_id in ids:
        tx.note_removed(Ref(noun, row_id))


def _is_refused(tx: Transaction, entry: str) -> bool:
    return any(row.value in _REFUSALS for row in permits.of(tx.connection, entry))


def _remember(tx: Transaction, noun: str, row_id: str, key: str) -> None:
    gone.add(tx, row_id, noun, _session_key(tx, noun, row_id), key, (), gone.EMPTIED, _created(tx, noun, row_id))


def _created(tx: Transaction, noun: str, row_id: str) -> str | None:
    found = _value(tx, noun, row_id, "created_at")
    return str(found) if found else None


def _session_key(tx: Transaction, noun: str, row_id: str) -> str:
    return str(_value(tx, "session", str(_value(tx, noun, row_id, "session_id")), "key") or "")


def _value(tx: Transaction, noun: str, row_id: str, column: str) -> object:
    table = schema.META.tables[noun]
    return (
        tx.connection.execute(select(table.c[column]).where(table.c.id == row_id)).scalar()
        if column in table.c
        else None
    )
