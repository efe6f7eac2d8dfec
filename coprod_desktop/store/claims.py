"""Amounts of people, and what becomes of them when the session or the person they belong to goes for good. What was paid stays as an amount."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from itertools import count
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, case, func, select, update

from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.money import OWED
from coprod_desktop.domain.people_record import Claim, ClaimState
from coprod_desktop.store import schema
from coprod_desktop.store.mapping import decode
from coprod_desktop.store.strike import forget_all
from coprod_desktop.store.transaction import Transaction

_NOBODY: Mapping[str, object] = {
    **{"person_id": None, "words": None, "charity": None, "given": "[]", "unknown": "{}"},
    **{"pence": func.coalesce(schema.claim.c.paid_pence, schema.claim.c.pence), "agreed_pence": None, "due": None},
    "state": ClaimState.ACCEPTED.value,
}
"""What was paid, and nothing of what was offered, asked for or said to it: the same on every laptop."""


def of(connection: Connection, *, session: str | None = None, person: str | None = None) -> tuple[Claim, ...]:
    """Return amounts in the order they were written down: of a session, of a person, or all there are."""
    t = schema.claim
    where: list[ColumnElement[bool]] = [t.c.deleted_at.is_(None)]
    where += [t.c.session_id == session] if session is not None else []
    where += [t.c.person_id == person] if person is not None else []
    found = connection.execute(select(t).where(*where).order_by(t.c.on, t.c.order, t.c.seq)).mappings()
    return tuple(decode(Claim, row) for row in found)


class Owed(NamedTuple):
    """What is owed in the workspace: pence and people, of which late, and where the oldest of it is from."""

    pence: int = 0
    people: int = 0
    late_pence: int = 0
    late_people: int = 0
    session: str | None = None
    person: str | None = None


def owed(connection: Connection, today: datetime.date) -> Owed:
    """Add up what is to be paid and was not; what is past its day is late. Two queries, whatever there is."""
    c = schema.claim.c
    amount = func.coalesce(c.agreed_pence, c.pence)
    late = c.due < today.isoformat()
    is_due = is_owed() & (amount > 0)
    sums = select(
        func.coalesce(func.sum(amount), 0),
        func.count(c.person_id.distinct()),
        func.coalesce(func.sum(case((late, amount))), 0),
        func.count(case((late, c.person_id)).distinct()),
    )
    found = connection.execute(sums.where(is_due)).one()
    which = is_due & late if found[2] else is_due
    first = select(c.session_id, c.person_id).where(which).order_by(func.coalesce(c.due, c.on), c.id).limit(1)
    oldest = connection.execute(first).first()
    return Owed(*found, *(oldest or ()))


def owed_to(connection: Connection) -> frozenset[str]:
    """Return who is owed something still."""
    found = connection.execute(select(schema.claim.c.person_id).where(is_owed()).distinct()).scalars()
    return frozenset(who for who in found if who)


def is_paid() -> ColumnElement[bool]:
    """The condition that an amount was paid."""
    return schema.claim.c.paid_on.is_not(None)


def is_owed() -> ColumnElement[bool]:
    """The condition that an amount is to be paid and was not."""
    c = schema.claim.c
    return c.paid_on.is_(None) & c.state.in_(sorted(OWED)) & c.deleted_at.is_(None) & c.person_id.is_not(None)


def of_nobody(connection: Connection, row_id: str) -> Claim | None:
    """Return an amount that was paid to somebody who has been erased; None when it is not here, or is somebody's."""
    t = schema.claim
    found = connection.execute(select(t).where(t.c.id == row_id, t.c.person_id.is_(None))).mappings().first()
    return None if found is None else decode(Claim, found)


def is_let_go(connection: Connection, row_id: str) -> bool:
    """Tell whether an amount was here longer than it is to be kept: it does not come again."""
    g = schema.gone.c
    return connection.execute(select(g.id).where(g.id == row_id, g.session_key == "")).first() is not None


def rest_id(connection: Connection, paid: str) -> str:
    """Return the id of what stays owed of an amount that is paid in part now: the same on two laptops that both pay it."""
    c = schema.claim.c
    ids = (made_id("rest", paid, str(n)) for n in count())
    return next(one for one in ids if connection.execute(select(c.id).where(c.id == one)).first() is None)


def settle_rest(tx: Transaction, paid: str) -> None:
    """It was chosen how much of an amount was paid: what stays owed of it is the rest of what was agreed, and no more."""
    c, r = schema.claim.c, schema.revision.c
    last = None
    for one in (made_id("rest", paid, str(n)) for n in count()):
        row = tx.connection.execute(select(c.id, c.pence, c.paid_on, c.deleted_at).where(c.id == one)).first()
        if row is None:
            break
        last = row
    if last is None or last.paid_on is not None or last.deleted_at is not None:
        return
    before = tx.connection.execute(select(r.old).where(r.row_id == last.id).order_by(r.hlc, r.seq)).scalars()
    whole = next((old["pence"] for old in map(json.loads, before) if "pence" in old), None)
    given = tx.connection.execute(select(c.paid_pence).where(c.id == paid)).scalar()
    if whole is None or given is None:
        return
    tx.update("claim", paid, {"agreed_pence": min(whole, given)})
    tx.update(
        "claim", last.id, {"pence": max(whole - given, 0)}
    )  # of nothing, not taken away: that is not told elsewhere


def without_session(tx: Transaction, session: str) -> list[str]:
    """A session goes: what was paid or is owed stays, without it. Returns the ids of the amounts that go with it."""
    c = schema.claim.c
    of_session = c.session_id == session
    paid = is_paid() & c.deleted_at.is_(None)
    _blank(tx, of_session & paid, {"session_id": None, "words": None, "unknown": "{}"})
    _blank(tx, of_session & is_owed(), {"session_id": None})
    return list(tx.connection.execute(select(c.id).where(of_session)).scalars())


def without_person(tx: Transaction, person: str) -> list[str]:
    """A person goes: what was paid stays as an amount of nobody's. Returns the ids of the amounts that go with them."""
    c = schema.claim.c
    _blank(tx, (c.person_id == person) & is_paid() & c.deleted_at.is_(None), _NOBODY)
    return list(tx.connection.execute(select(c.id).where(c.person_id == person)).scalars())


def _blank(tx: Transaction, which: ColumnElement[bool], values: Mapping[str, object]) -> None:
    """Without a version: it would hold what is to go."""
    claim = schema.claim
    ids = list(tx.connection.execute(select(claim.c.id).where(which)).scalars())
    forget_all(tx, ids)
    stamps = {"updated_at": tx.at, "hlc": tx.clock, "device": tx.device}
    tx.connection.execute(update(claim).where(which).values(**values, **stamps))
