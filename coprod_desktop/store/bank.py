"""The bank of people: who would like to take part in what, and what everybody on a list needs, for all people at once."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, select

from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.people_record import Bank
from coprod_desktop.domain.value import defaults
from coprod_desktop.store import schema
from coprod_desktop.store.mapping import decode, encode
from coprod_desktop.store.transaction import Transaction


class BankLine(NamedTuple):
    """What of somebody's bank is found and filtered by."""

    interests: tuple[str, ...]
    training: tuple[str, ...]
    trains: str | None
    review_on: str | None
    """As stored (ISO text)."""


def row_id(person: str) -> str:
    """Return the id of a person's row."""
    return made_id("bank", person)


def one(connection: Connection, person: str) -> Bank | None:
    """Return what is in the bank of one person; None when nobody has written anything there."""
    t = schema.bank
    found = connection.execute(select(t).where(t.c.person_id == person, t.c.deleted_at.is_(None))).mappings().first()
    return None if found is None else decode(Bank, found)


def put(tx: Transaction, person: str, **fields: Any) -> None:
    """Write fields of a person's row. One that was undone starts anew: an undone row holds what it held."""
    t, made = schema.bank, row_id(person)
    gone = tx.connection.execute(select(t.c.deleted_at).where(t.c.id == made)).first()
    if gone is None:
        tx.add(Bank(id=made, person_id=person, **fields), session=None)
    elif gone[0] is None:
        tx.change("bank", made, **fields)
    else:
        fresh = encode(Bank, {**defaults(Bank), **fields})
        tx.update("bank", made, {**fresh, "deleted_at": None}, "restore")


def lines(connection: Connection) -> Mapping[str, BankLine]:
    """Return everybody's, by person."""
    t = schema.bank
    rows = connection.execute(
        select(t.c.person_id, t.c.interests, t.c.training, t.c.trains, t.c.review_on).where(t.c.deleted_at.is_(None))
    )
    return {row[0]: BankLine(_texts(row[1]), _texts(row[2]), row[3], row[4]) for row in rows}


def due(connection: Connection, today: datetime.date) -> Sequence[tuple[str, str, datetime.date]]:
    """Return who is to be asked again by a day, the longest due first: (id, name, day)."""
    t, p = schema.bank, schema.person
    rows = connection.execute(
        select(p.c.id, p.c.name, t.c.review_on)
        .join(p, p.c.id == t.c.person_id)
        .where(t.c.deleted_at.is_(None), p.c.deleted_at.is_(None), t.c.review_on <= today.isoformat())
        .order_by(t.c.review_on, func.lower(p.c.name))
    )
    return [(who, name, datetime.date.fromisoformat(day)) for who, name, day in rows]


def needs(connection: Connection) -> Mapping[str, tuple[tuple[str, str | None], ...]]:
    """Return what each person needs, by person: (words, group), each once. Sessions in the Bin do not count."""
    n, s = schema.need, schema.session
    away = select(s.c.id).where(s.c.deleted_at.is_not(None))
    rows = connection.execute(
        select(n.c.person_id, n.c.need, n.c.ais).where(n.c.deleted_at.is_(None), n.c.session_id.not_in(away)).distinct()
    )
    found: dict[str, list[tuple[str, str | None]]] = {}
    for person, words, group in rows:
        found.setdefault(person, []).append((words, group))
    return {person: tuple(said) for person, said in found.items()}


def _texts(stored: str | None) -> tuple[str, ...]:
    return tuple(json.loads(stored)) if stored else ()
