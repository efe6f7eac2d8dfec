"""Amounts of people, and what becomes of them when the session or the person they belong to goes for good. What was paid stays as an amount."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, select, update

from coprod_desktop.domain.money import OWED
from coprod_desktop.domain.people_record import Claim
from coprod_desktop.store import schema
from coprod_desktop.store.mapping import decode
from coprod_desktop.store.strike import forget_all
from coprod_desktop.store.transaction import Transaction

_NOBODY = {"person_id": None, "words": None, "charity": None, "given": "[]", "unknown": "{}"}


def of(connection: Connection, *, session: str | None = None, person: str | None = None) -> tuple[Claim, ...]:
    """Return amounts in the order they were written down: of a session, of a person, or all there are."""
    t = schema.claim
    where: list[ColumnElement[bool]] = [t.c.deleted_at.is_(None)]
    where += [t.c.session_id == session] if session is not None else []
    where += [t.c.person_id == person] if person is not None else []
    found = connection.execute(select(t).where(*where).order_by(t.c.on, t.c.order, t.c.seq)).mappings()
    return tuple(decode(Claim, row) for row in found)


def all_owed(connection: Connection) -> tuple[Claim, ...]:
    """Return every amount that is to be paid and was not."""
    found = connection.execute(select(schema.claim).where(is_owed())).mappings()
    return tuple(decode(Claim, row) for row in found)


def is_paid() -> ColumnElement[bool]:
    """The condition that an amount was paid."""
    return schema.claim.c.paid_on.is_not(None)


def is_owed() -> ColumnElement[bool]:
    """The condition that an amount is to be paid and was not."""
    c = schema.claim.c
    return c.paid_on.is_(None) & c.state.in_(sorted(OWED)) & c.deleted_at.is_(None) & c.person_id.is_not(None)


def is_nobodys(connection: Connection, row_id: str) -> bool:
    """Tell whether an amount is here whose person has been erased: no file says again whose it was."""
    c = schema.claim.c
    return connection.execute(select(c.id).where(c.id == row_id, c.person_id.is_(None))).first() is not None


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
