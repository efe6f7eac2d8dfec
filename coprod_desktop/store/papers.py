"""Which papers were made and who got them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from coprod_desktop.store import schema


class PaperLine(NamedTuple):
    """One paper that was made. `holds` are the ids of lines whose words it may hold."""

    id: str
    made_on: str
    formats: tuple[str, ...]
    file_names: tuple[str, ...]
    fingerprint: str
    draft: bool
    holds: tuple[str, ...]
    kind: str | None = None
    """Which kind of paper; None for those made when there was one kind."""
    circle: str | None = None
    """For whom it was made; None for those made when all were for anyone."""


class SentLine(NamedTuple):
    """One copy given to someone."""

    id: str
    paper: str
    person: str
    name: str
    format: str
    on: str


def papers(connection: Connection, session: str) -> Sequence[PaperLine]:
    """Return the papers made of a session, newest first."""
    t = schema.paper
    found = connection.execute(
        select(t).where(t.c.session_id == session, t.c.deleted_at.is_(None)).order_by(t.c.seq.desc())
    )
    return [
        PaperLine(
            row["id"],
            row["made_on"],
            tuple(json.loads(row["formats"])),
            tuple(json.loads(row["file_names"])),
            row["fingerprint"],
            bool(row["draft"]),
            tuple(json.loads(row["holds"])),
            row["kind"],
            row["circle"],
        )
        for row in found.mappings()
    ]


def sent(connection: Connection, session: str) -> Sequence[SentLine]:
    """Return the copies given out, newest first."""
    t, p = schema.sent, schema.person
    found = connection.execute(
        select(t.c.id, t.c.paper_id, t.c.person_id, p.c.name, t.c.format, t.c.on)
        .join(p, p.c.id == t.c.person_id)
        .where(t.c.session_id == session, t.c.deleted_at.is_(None))
        .order_by(t.c.on.desc(), t.c.seq.desc())
    )
    return [SentLine(*row) for row in found]
