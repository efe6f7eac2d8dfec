"""What somebody needs, where no list they were on is kept any more: nobody has to be asked again, and no day is told."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, select, update

from coprod_desktop.domain.record import Need, Person
from coprod_desktop.domain.value import defaults
from coprod_desktop.store import bin, schema
from coprod_desktop.store import strike as striking
from coprod_desktop.store.mapping import decode
from coprod_desktop.store.transaction import Transaction

NO_SESSION = ""
"""Where the needs of somebody stand who is on no list."""
_OF_THE_DAY = {"met": None, "why_not": None, "who_arranges": None, "by": None, "shared_on": None}


def keep(tx: Transaction, session: str, people: Collection[str]) -> None:
    """A session's list goes: so do its needs, but for those of people who are on no other list."""
    n, a = schema.need, schema.attendance
    elsewhere = select(a.c.person_id).where(a.c.session_id != session, a.c.deleted_at.is_(None))
    on_others = set(tx.connection.execute(elsewhere.where(a.c.person_id.in_(people))).scalars())
    there = tx.connection.execute(
        select(n.c.id, n.c.person_id).where(n.c.session_id == session, n.c.deleted_at.is_(None))
    ).all()
    staying = [row for row in there if row.person_id not in on_others]
    whose = {row.person_id for row in staying}
    before = select(n.c.id).where(n.c.session_id == NO_SESSION, n.c.person_id.in_(whose))
    bin.erase(tx, "need", tx.connection.execute(before).scalars().all())
    ids = [row.id for row in staying]
    for need in ids:
        striking.forget(tx, need)
    stamps = {"updated_at": tx.at, "hlc": tx.clock, "device": tx.device}
    tx.connection.execute(update(n).where(n.c.id.in_(ids)).values(session_id=NO_SESSION, **_OF_THE_DAY, **stamps))
    bin.erase(tx, "need", tx.connection.execute(select(n.c.id).where(n.c.session_id == session)).scalars().all())


def of(connection: Connection, person: str) -> tuple[Need, ...]:
    """Return what somebody needs who is on no list."""
    n = schema.need
    query = select(n).where(n.c.session_id == NO_SESSION, n.c.person_id == person, n.c.deleted_at.is_(None))
    return tuple(decode(Need, row) for row in connection.execute(query.order_by(n.c.seq)).mappings())


def on_no_list(connection: Connection, person: str) -> Person | None:
    """Return somebody without a part in any session, with what they need; None when nobody has this id."""
    p = schema.person
    row = connection.execute(select(p).where(p.c.id == person, p.c.deleted_at.is_(None))).mappings().first()
    if row is None:
        return None
    others = {name: value for name, value in defaults(Person).items() if name not in row}
    return decode(Person, row, **{**others, "key": "", "role": "", "needs": of(connection, person)})
