"""Whose a row is, and of which session: for rows whose values do not say so."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, select

from coprod_desktop.store import schema


class Whose(NamedTuple):
    """The person and the session of a row, by their ids."""

    person: str
    session: str


def of_need(connection: Connection, need: str) -> Whose | None:
    """Return whose a need is, and in which session; None when it is not there at all."""
    t = schema.need
    found = connection.execute(select(t.c.person_id, t.c.session_id).where(t.c.id == need)).first()
    return Whose(*found) if found else None


def of_part(connection: Connection, attendance: str) -> Whose | None:
    """Return whose part in which session a row of the list is."""
    t = schema.attendance
    found = connection.execute(select(t.c.person_id, t.c.session_id).where(t.c.id == attendance)).first()
    return Whose(*found) if found else None
