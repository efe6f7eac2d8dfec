"""Search over everything people said, answered, promised and decided, and who they are. Newest first while typing.

What was taken away is in no answer from that moment: not the row, and nothing of a session, promise or person that went.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from sqlalchemy import Connection

from coprod_desktop.domain.words import Sort
from coprod_desktop.store import lists, schema
from coprod_desktop.store.search_beside import COLUMNS, beside, fold


class Found(NamedTuple):
    """One hit."""

    noun: str
    """What it is: a noun of schema.SEARCHED or search_beside.COLUMNS; for the role somebody had, the person."""
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
    point: str | None = None
    """The point it is about, for what stands beside one: a reply, what was said back."""


class _Way(NamedTuple):
    """How one noun is looked up: its columns of Found, what it is joined with, and what has to be still there."""

    noun: str
    words: str
    joins: str = "JOIN session s ON s.id = t.session_id"
    there: str = "s.deleted_at IS NULL"
    id: str = "t.id"
    session: str = "s.id, s.title, s.date"
    kind: str = "NULL"
    promise: str = "NULL"


_NEWEST_TOLD = (
    "(SELECT x.session_id FROM telling x JOIN session y ON y.id = x.session_id "
    "WHERE x.promise = {} AND x.deleted_at IS NULL AND y.deleted_at IS NULL ORDER BY x.seq DESC LIMIT 1)"
)
"""The session whose paper told of a promise last: where one stands that was made in no session here."""
_PROMISE = "JOIN point p ON p.id = {} LEFT JOIN session m ON m.id = p.session_id "
_STANDS = "p.deleted_at IS NULL AND m.deleted_at IS NULL AND s.deleted_at IS NULL"
_NOWHERE = "NULL, NULL, NULL"
_OF_PERSON = _Way(
    "person", "p.name", "JOIN person p ON p.id = t.person_id", "p.deleted_at IS NULL", id="p.id", session=_NOWHERE
)
"""What is kept of a person is found as the person."""
_OF_PERSON_THERE = _OF_PERSON._replace(
    joins=f"{_OF_PERSON.joins} JOIN session s ON s.id = t.session_id",
    there=f"{_OF_PERSON.there} AND s.deleted_at IS NULL",
)
_OF_GROUP = _Way(
    "work_group",
    "g.name",
    "JOIN work_group g ON g.id = t.group_id",
    "g.deleted_at IS NULL",
    id="g.id",
    session=_NOWHERE,
)
_BESIDE = "LEFT JOIN session s ON s.id = t.session_id LEFT JOIN work_group g ON g.id = t.group_id"
_THERE = "s.deleted_at IS NULL AND g.deleted_at IS NULL"
"""Of a group, of a session, or of both."""
_WAYS = {
    "entry": _Way("entry", "t.text", kind="t.kind"),
    "point": _Way(
        "point",
        "coalesce(nullif(t.you_said, ''), t.text)",
        f"JOIN session s ON s.id = coalesce(t.session_id, {_NEWEST_TOLD.format('t.id')})",
        promise="iif(t.session_id IS NULL, t.id, NULL)",
    ),
    "promise_update": _Way(
        "promise_update",
        "coalesce(p.text, p.you_said)",
        _PROMISE.format("t.point_id")
        + f"JOIN session s ON s.id = coalesce(t.session_id, p.session_id, {_NEWEST_TOLD.format('p.id')})",
        _STANDS,
        promise="p.id",
    ),
    "telling": _Way(
        "telling",
        "t.text",
        _PROMISE.format("t.promise") + "JOIN session s ON s.id = t.session_id",
        _STANDS,
        promise="p.id",
    ),
    "vote": _Way("vote", "t.question"),
    "read_back": _Way("read_back", "t.theme"),
    "person": _Way("person", "t.name", "", "1", session=_NOWHERE),
    "attendance": _OF_PERSON_THERE,
    "need": _OF_PERSON_THERE,
    "bank": _OF_PERSON,
    "claim": _OF_PERSON,
    "session": _Way("session", "t.title", "", "1", session="t.id, t.title, t.date"),
    "work_group": _Way("work_group", "t.name", "", "1", session=_NOWHERE),
    "partner": _OF_GROUP,
    "group_member": _OF_PERSON._replace(
        joins=f"{_OF_PERSON.joins} JOIN work_group g ON g.id = t.group_id",
        there=f"{_OF_PERSON.there} AND g.deleted_at IS NULL",
    ),
    "log_line": _Way("log_line", "t.words", _BESIDE, _THERE, kind="t.kind"),
    "agreed_paper": _Way("agreed_paper", "t.title", _BESIDE, _THERE),
    "paper_version": _Way(
        "agreed_paper",
        "a.title",
        f"JOIN agreed_paper a ON a.id = t.paper_id {_BESIDE.replace('t.', 'a.')}",
        f"a.deleted_at IS NULL AND {_THERE}",
        id="a.id",
    ),
}
_LABELS = (
    "(SELECT group_concat(concat_ws(', ', json_extract(o.value, '$.label'), json_extract(o.value, '$.who'), "
    "json_extract(o.value, '$.why_not')), ', ') FROM json_each(t.options) o)"
)


def search(connection: Connection, typed: str, limit: int = 50) -> Sequence[Found]:
    """Return up to `limit` hits of each noun for what was typed; the last word may be unfinished."""
    words = re.findall(r"[^\W_]+", typed)
    if not words:
        return []
    wanted = " ".join(f'"{w}"' for w in words[:-1]) + f' "{words[-1]}"*'
    begun = [(own := fold(word), re.compile(rf"(?<![^\W_]){re.escape(own)}")) for word in words]
    cursor = connection.connection.cursor()  # a letter typed asks for hundreds of rows: without a layer between
    hits: dict[tuple[str, str], Found] = {}
    for noun, columns in schema.SEARCHED.items():
        shown = _WAYS[noun].noun
        for row in cursor.execute(_query(noun), (wanted, limit)):
            row_id, session, title, date, known_by, kind, promise, *texts = row
            if (shown, row_id) in hits or (noun == "telling" and ("point", promise) in hits):
                continue  # the promise itself says the same
            at = _where(texts, begun)
            hits[shown, row_id] = Found(
                shown, row_id, session, known_by or "", columns[at], texts[at] or "", kind, promise, title, date
            )
    for one in beside(connection, words, limit):
        at = _where(one.texts, begun)
        there = one.texts[at] or ""
        hits[one.noun, one.id] = Found(
            one.noun, one.id, one.session, one.you_said or there, COLUMNS[one.noun][at], there,
            None, None, one.title, one.date, one.point,
        )  # fmt: skip
    for hit in _of_a_sort(connection, words, limit):
        hits.setdefault((hit.noun, hit.id), hit)
    if any(noun == "person" for noun, _id in hits):
        away = lists.only_in_bin(connection)
        hits = {key: hit for key, hit in hits.items() if hit.id not in away}
    return list(hits.values())


_OF_A_SORT = (
    "SELECT t.id, s.id, s.title, s.date, t.text, t.kind FROM entry t JOIN session s ON s.id = t.session_id "
    "WHERE t.sort = ? AND t.deleted_at IS NULL AND s.deleted_at IS NULL{} ORDER BY t.seq DESC LIMIT ?"
)
_WITH_WORDS = " AND t.seq IN (SELECT rowid FROM entry_fts WHERE entry_fts MATCH ?)"


def _of_a_sort(connection: Connection, words: Sequence[str], limit: int) -> Iterator[Found]:
    """Yield lines of the sort that one of the words names: "idea", or "idea bus" for ideas that say bus."""
    sort = next((word.lower() for word in words if word.lower() in list(Sort)), None)
    if sort is None:
        return
    rest = [word for word in words if word.lower() != sort]
    wanted = [" ".join(f'"{word}"*' for word in rest)] if rest else []
    query = _OF_A_SORT.format(_WITH_WORDS if rest else "")
    for row in connection.connection.cursor().execute(query, (sort, *wanted, limit)):
        row_id, session, title, date, text, kind = row
        yield Found("entry", row_id, session, text, "text", text, kind, None, title, date)


@cache
def _query(noun: str) -> str:
    way = _WAYS[noun]
    columns = ", ".join(
        _LABELS if (noun, column) == ("vote", "options") else f't."{column}"' for column in schema.SEARCHED[noun]
    )
    return (
        f"SELECT {way.id}, {way.session}, {way.words}, {way.kind}, {way.promise}, {columns} FROM {noun}_fts f "
        f"JOIN {noun} t ON t.seq = f.rowid {way.joins} "
        f"WHERE {noun}_fts MATCH ? AND t.deleted_at IS NULL AND {way.there} ORDER BY f.rowid DESC LIMIT ?"
    )


def _where(texts: Sequence[str | None], begun: Sequence[tuple[str, re.Pattern[str]]]) -> int:
    """Return in which of the texts most of the words stand, each at the beginning of one; of two, the first."""
    best = most = 0
    for at, text in enumerate(texts):
        if not text:
            continue
        folded, many = fold(text), 0
        for word, begins in begun:
            if word in folded and begins.search(folded):  # the first is quick, and mostly no
                many += 1
        if many > most:
            best, most = at, many
        if many == len(begun):
            break
    return best
