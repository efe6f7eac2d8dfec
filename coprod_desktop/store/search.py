"""Search over everything people said, answered, promised and decided, and who they are. Newest first while typing.

What was taken away is in no answer from that moment: not the row, and nothing of a session, promise or person that went.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection

from coprod_desktop.store import lists, schema


class Found(NamedTuple):
    """One hit."""

    noun: str
    """What it is: a noun of schema.SEARCHED; for the role somebody had, the person."""
    id: str
    session: str | None
    words: str
    """What it is known by: a line's words, what people said of a point, a name."""
    column: str
    """Where in it the words stand; a role is the person's."""
    there: str
    """What stands there."""
    kind: str | None
    """Of a line, what kind it is (words.EntryKind)."""
    promise: str | None
    """The promise it belongs to, for an update, for what a paper told, and for one that was made in no session here."""
    title: str | None = None
    """The session's."""
    date: str | None = None


class _Way(NamedTuple):
    """How one noun is looked up: its columns of Found, what it is joined with, and what has to be still there."""

    noun: str
    id: str
    session: str
    words: str
    joins: str
    there: str
    kind: str = "NULL"
    promise: str = "NULL"


_OF_SESSION = "JOIN session s ON s.id = t.session_id"
_NEWEST_TOLD = (
    "(SELECT x.session_id FROM telling x JOIN session y ON y.id = x.session_id "
    "WHERE x.promise = {} AND x.deleted_at IS NULL AND y.deleted_at IS NULL ORDER BY x.seq DESC LIMIT 1)"
)
"""The session whose paper told of a promise last: where one stands that was made in no session here."""
_PROMISE = "JOIN point p ON p.id = {} LEFT JOIN session m ON m.id = p.session_id"
_STANDS = "p.deleted_at IS NULL AND (p.session_id IS NULL OR m.deleted_at IS NULL)"
_WAYS = {
    "entry": _Way("entry", "t.id", "s.id", "t.text", _OF_SESSION, "s.deleted_at IS NULL", kind="t.kind"),
    "point": _Way(
        "point",
        "t.id",
        f"coalesce(s.id, {_NEWEST_TOLD.format('t.id')})",
        "coalesce(nullif(t.you_said, ''), t.text)",
        "LEFT JOIN session s ON s.id = t.session_id",
        f"CASE WHEN t.session_id IS NULL THEN {_NEWEST_TOLD.format('t.id')} ELSE s.id END IS NOT NULL "
        "AND s.deleted_at IS NULL",
        promise="iif(t.session_id IS NULL, t.id, NULL)",
    ),
    "promise_update": _Way(
        "promise_update",
        "t.id",
        f"coalesce(s.id, {_NEWEST_TOLD.format('p.id')})",
        "coalesce(p.text, p.you_said)",
        f"{_PROMISE.format('t.point_id')} LEFT JOIN session s ON s.id = coalesce(t.session_id, p.session_id)",
        f"{_STANDS} AND s.deleted_at IS NULL",
        promise="p.id",
    ),
    "telling": _Way(
        "telling",
        "t.id",
        "s.id",
        "t.text",
        f"{_PROMISE.format('t.promise')} {_OF_SESSION}",
        f"{_STANDS} AND s.deleted_at IS NULL",
        promise="p.id",
    ),
    "vote": _Way("vote", "t.id", "s.id", "t.question", _OF_SESSION, "s.deleted_at IS NULL"),
    "person": _Way("person", "t.id", "NULL", "t.name", "", "1"),
    "attendance": _Way(
        "person",
        "p.id",
        "NULL",
        "p.name",
        f"JOIN person p ON p.id = t.person_id {_OF_SESSION}",
        "p.deleted_at IS NULL AND s.deleted_at IS NULL",
    ),
    "session": _Way("session", "t.id", "t.id", "t.title", "", "1"),
}
_LABELS = "(SELECT group_concat(json_extract(o.value, '$.label'), ', ') FROM json_each(t.options) o)"


def search(connection: Connection, typed: str, limit: int = 50) -> Sequence[Found]:
    """Return up to `limit` hits of each noun for what was typed; the last word may be unfinished."""
    words = re.findall(r"[^\W_]+", typed)
    if not words:
        return []
    wanted = " ".join(f'"{w}"' for w in words[:-1]) + f' "{words[-1]}"*'
    begun = [re.compile(rf"(?<![^\W_]){re.escape(_fold(word))}") for word in words]
    hits: dict[tuple[str, str], Found] = {}
    for noun, columns in schema.SEARCHED.items():
        for row in connection.exec_driver_sql(_query(noun), (wanted, limit)):
            hit = _found(_WAYS[noun].noun, columns, tuple(row), begun)
            if noun != "telling" or ("point", hit.promise) not in hits:  # the promise itself says the same
                hits.setdefault((hit.noun, hit.id), hit)
    if any(noun == "person" for noun, _id in hits):
        away = lists.only_in_bin(connection)
        hits = {key: hit for key, hit in hits.items() if hit.id not in away}
    heads = _heads(connection, {hit.session for hit in hits.values() if hit.session})
    return [
        hit._replace(title=heads[hit.session][0], date=heads[hit.session][1]) if hit.session in heads else hit
        for hit in hits.values()
    ]


@cache
def _query(noun: str) -> str:
    way = _WAYS[noun]
    columns = ", ".join(_LABELS if column == "options" else f"t.{column}" for column in schema.SEARCHED[noun])
    return (
        f"SELECT {way.id}, {way.session}, {way.words}, {way.kind}, {way.promise}, {columns} FROM {noun}_fts f "
        f"JOIN {noun} t ON t.seq = f.rowid {way.joins} "
        f"WHERE {noun}_fts MATCH ? AND t.deleted_at IS NULL AND {way.there} ORDER BY f.rowid DESC LIMIT ?"
    )


def _found(noun: str, columns: Sequence[str], row: Sequence[Any], begun: Sequence[re.Pattern[str]]) -> Found:
    """Return a hit, with the column in which most of the words stand; of two, the first."""
    best, most = 0, -1
    for at, text in enumerate(row[5:]):
        many = sum(word.search(_fold(text)) is not None for word in begun) if text else 0
        if many > most:
            best, most = at, many
        if many == len(begun):
            break
    return Found(noun, row[0], row[1], row[2] or "", columns[best], row[5 + best] or "", row[3], row[4])


def _fold(text: str) -> str:
    """Return a text as the index compares it: without capitals and accents."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))


def _heads(connection: Connection, ids: set[str]) -> dict[str | None, tuple[str, str]]:
    t = schema.session
    found = connection.execute(t.select().with_only_columns(t.c.id, t.c.title, t.c.date).where(t.c.id.in_(ids)))
    return {row.id: (row.title, row.date) for row in found}
