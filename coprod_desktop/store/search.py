"""Search over everything: what people said, points and answers, people, sessions. Newest first while typing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Connection, text

from coprod_desktop.store import lists, schema

_SESSION_OF = {"entry": "t.session_id", "point": "t.session_id", "person": "NULL", "session": "t.id"}
_STANDS = "EXISTS (SELECT 1 FROM session s WHERE s.id = t.session_id AND s.deleted_at IS NULL)"
"""What is in a session that was taken away is found no more; who is known in the workspace is."""


class Found(NamedTuple):
    """One hit: its noun, id, session, the words it was found in, and the session's title and date."""

    noun: str
    id: str
    session: str | None
    words: str
    title: str | None
    date: str | None


def search(connection: Connection, typed: str, limit: int = 50) -> Sequence[Found]:
    """Return up to `limit` hits of each noun for what was typed; the last word may be unfinished."""
    wanted = _query(typed)
    if not wanted:
        return []
    hits: list[Found] = []
    for noun, fields in schema.SEARCHED.items():
        words = f"coalesce(t.{fields[0]}, '')"
        found = connection.execute(
            text(
                f"SELECT '{noun}', t.id, {_SESSION_OF[noun]} AS s, {words} FROM {noun}_fts f "
                f"JOIN {noun} t ON t.seq = f.rowid WHERE {noun}_fts MATCH :q AND t.deleted_at IS NULL "
                f"AND {_STANDS if 'session_id' in schema.META.tables[noun].c else '1'} "
                "ORDER BY f.rowid DESC LIMIT :n"
            ),
            {"q": wanted, "n": limit},
        ).all()
        hits += [Found(row[0], row[1], row[2], row[3], None, None) for row in found]
    if any(hit.noun == "person" for hit in hits):
        away = lists.only_in_bin(connection)
        hits = [hit for hit in hits if hit.id not in away]
    heads = _heads(connection, {h.session for h in hits if h.session})
    return [h._replace(title=heads[h.session][0], date=heads[h.session][1]) if h.session in heads else h for h in hits]


def _heads(connection: Connection, ids: set[str]) -> dict[str | None, tuple[str, str]]:
    t = schema.session
    found = connection.execute(t.select().with_only_columns(t.c.id, t.c.title, t.c.date).where(t.c.id.in_(ids)))
    return {row.id: (row.title, row.date) for row in found}


def _query(typed: str) -> str:
    """Turn what was typed into an FTS5 query: every word must be there; nothing typed is an operator."""
    words = re.findall(r"[^\W_]+", typed)
    return " ".join(f'"{w}"' for w in words[:-1]) + (f' "{words[-1]}"*' if words else "")
