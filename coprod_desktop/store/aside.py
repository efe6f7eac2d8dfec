"""What stands aside and what is held, read. Only those who ask by name get words from here."""

from __future__ import annotations

import datetime
import json
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, or_, select

from coprod_desktop.domain.ids import made_id
from coprod_desktop.store import schema


class AsideLine(NamedTuple):
    """A line that stands aside, without its words. `people` are who said it and for whom."""

    id: str
    row_id: str
    session: str
    why: str
    since: str
    passed_on_to: str | None
    passed_on_on: str | None
    reference: str | None
    session_title: str
    lead: tuple[str | None, str | None]
    """Whom the session's facilitator would ring, and their number."""
    people: tuple[str, ...]


class HoldRow(NamedTuple):
    """One hold as stored."""

    id: str
    scope: str
    scope_id: str | None
    why: str
    who: str
    until: str | None


def lines(connection: Connection, *why: str) -> Sequence[AsideLine]:
    """Return the lines that stand aside for these reasons, oldest first."""
    t, s = schema.set_aside, schema.session
    query = (
        select(t, s.c.title.label("session_title"), s.c.lead_name, s.c.lead_phone)
        .join_from(t, s, t.c.session_id == s.c.id, isouter=True)
        .where(t.c.why.in_(why), t.c.deleted_at.is_(None))
        .order_by(t.c.seq)
    )
    return [_line(row) for row in connection.execute(query).mappings()]


def line(connection: Connection, aside_id: str, why: str) -> AsideLine | None:
    """Return one line that stands aside for this reason."""
    return next((found for found in lines(connection, why) if found.id == aside_id), None)


def id_of(row_id: str) -> str:
    """Return the id under which a row stands aside."""
    return made_id("set aside", row_id)


def name_of(connection: Connection, person: str | None) -> str | None:
    """Return what a person is called."""
    t = schema.person
    return connection.execute(select(t.c.name).where(t.c.id == person)).scalar() if person else None


def words(connection: Connection, aside_id: str) -> dict[str, Any] | None:
    """Return the whole row that stands aside, with `typed`, what it was being changed to.

    None for one that was sealed before it came here.
    """
    t = schema.set_aside
    found = connection.execute(select(t.c.row).where(t.c.id == aside_id)).scalar()
    if not found:
        return None
    kept = json.loads(found)
    return {**kept["row"], "typed": kept.get("typed")}


def ids(connection: Connection) -> set[str]:
    """Return the ids of every row that stands aside."""
    return set(connection.execute(select(schema.set_aside.c.row_id)).scalars())


def sessions(connection: Connection) -> set[str]:
    """Return the ids of the sessions of which a row stands aside."""
    return set(connection.execute(select(schema.set_aside.c.session_id)).scalars())


def sealed_of(connection: Connection, session: str) -> tuple[str, ...]:
    """Return the ids of a session's sealed lines, for other laptops."""
    t = schema.set_aside
    query = select(t.c.row_id).where(t.c.session_id == session, t.c.why != "strike waits").order_by(t.c.seq)
    return tuple(connection.execute(query).scalars())


def holds(connection: Connection, today: datetime.date) -> Sequence[HoldRow]:
    """Return the holds that stand on a day."""
    t = schema.hold
    query = select(t.c.id, t.c.scope, t.c.scope_id, t.c.why, t.c.who, t.c.until).where(
        t.c.ended_on.is_(None), t.c.deleted_at.is_(None), or_(t.c.until.is_(None), t.c.until >= today.isoformat())
    )
    return [HoldRow(*row) for row in connection.execute(query)]


def place_name(connection: Connection, hold: HoldRow) -> str:
    """Return what the session or the person that a hold keeps is called; "" for one on everything."""
    t = schema.session
    title = connection.execute(select(t.c.title).where(t.c.id == hold.scope_id)).scalar()
    return title or name_of(connection, hold.scope_id) or ""


def is_held(held: Sequence[HoldRow], places: Collection[str]) -> bool:
    """Tell whether any of these holds covers one of these sessions and people, or everything."""
    return any(hold.scope_id is None or hold.scope_id in places for hold in held)


def places_of(connection: Connection, entry: str) -> set[str]:
    """Return where a line belongs: its session, and the people who said it or for whom it was said."""
    e = schema.entry
    found = connection.execute(select(e.c.session_id, e.c.speaker, e.c.said_for).where(e.c.id == entry)).first()
    return {part for part in found or () if part}


def _line(row: Any) -> AsideLine:
    kept = json.loads(row["row"] or "{}").get("row", {})
    people = tuple(p for p in (kept.get("speaker"), kept.get("said_for")) if p)
    return AsideLine(
        row["id"], row["row_id"], row["session_id"], row["why"], row["created_at"],
        row["passed_on_to"], row["passed_on_on"], row["reference"], row["session_title"] or "",
        (row["lead_name"], row["lead_phone"]), people,
    )  # fmt: skip
