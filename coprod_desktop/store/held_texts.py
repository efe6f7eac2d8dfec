"""Every text the workspace holds, wherever it stands: rows, their older versions, drafts. For what is found or cut everywhere.

Not what is sealed because someone may be at risk: nothing may hint at it.
"""

from __future__ import annotations

import datetime
import json
import typing
from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import cache
from itertools import count
from types import UnionType
from typing import Any, NamedTuple

from sqlalchemy import Connection, Table, Text, func, select, update

from coprod_desktop.domain.changes import Ref
from coprod_desktop.store import schema
from coprod_desktop.store.mapping import as_json
from coprod_desktop.store.strike import RISK
from coprod_desktop.store.transaction import Transaction

_NO_WORDS = frozenset({"gone", "undo_step", "meta", "settlement", "same_as", "easy_choice", "deletion", "list_columns"})
"""Tables without anybody's words."""
_NO_TEXT = frozenset(
    {
        *("id", "key", "session_id", "person_id", "point_id", "paper_id", "row_id", "created_at", "updated_at"),
        *("deleted_at", "device", "at", "noun", "field", "hlc", "given", "file_given", "fingerprint", "from_entries"),
        *("duplicate_of", "promise", "point", "picture", "data", "logo", "holds", "file_names", "formats", "scope_id"),
        *("speaker", "said_for", "for_person", "lang", "dir", "colour", "circle", "value", "basis"),
        *("over", "scope", "until", "ended_on", "on_date", "from_hash", "sentence_key", "started", "finished", "start"),
        *("end", "finish_by", "group_id", "version_id", "vote_id", "linked", "follows", "days", "mix"),
    }
)
"""Columns, and places in kept rows, that say which row it is or hold a picture, a time, a choice."""


class HeldText(NamedTuple):
    """One text. `since` is when its row was written (UTC)."""

    noun: str
    row_id: str
    session: str | None
    column: str
    text: str
    since: str
    before: bool = False
    """Whether it is of an older version of the row."""


Part = Callable[[float], None]
"""Hears from time to time how far it is, 0 to 1. What it raises ends it: inside a transaction nothing is changed then."""
_SO_MANY = 100
"""Rows between two times of saying how far it is."""


def every(connection: Connection, part: Part = lambda _done: None) -> Iterator[HeldText]:
    """Yield every text that is kept."""
    gone_by = _counting(connection, part)
    for table in _tables():
        for row in connection.execute(_query(table)).mappings():
            gone_by()
            found: list[HeldText] = []
            _rewritten(table, row, lambda text, found=found: found.append(text) or text.text)  # type: ignore[misc]
            yield from found


def _counting(connection: Connection, part: Part) -> Callable[[], None]:
    """Return what is called for each row, and tells `part` now and then."""
    many = sum(connection.execute(select(func.count()).select_from(table)).scalar_one() for table in _tables())
    seen = count(1)

    def one() -> None:
        if (n := next(seen)) % _SO_MANY == 0:
            part(min(1.0, n / max(many, 1)))

    return one


def rewrite(tx: Transaction, change: Callable[[HeldText], str], part: Part = lambda _done: None) -> list[HeldText]:
    """Let `change` say how each text is to read; what it was is kept nowhere. Returns the texts that were changed."""
    touched: list[HeldText] = []

    def changed(text: HeldText) -> str:
        now = change(text)
        if now != text.text:
            touched.append(text)
        return now

    gone_by = _counting(tx.connection, part)
    for table in _tables():
        for row in tx.connection.execute(_query(table)).mappings().all():
            gone_by()
            new = _rewritten(table, row, changed)
            if new:
                _put(tx, table, row, new)
    return touched


def _rewritten(table: Table, row: Any, change: Callable[[HeldText], str]) -> dict[str, str]:
    older = table.name == "revision"
    noun, row_id = (row["noun"], row["row_id"]) if older else (table.name, row[_key(table)])
    session = row["id"] if table.name == "session" else row.get("session_id")
    since = str(row.get("created_at") or row.get("at") or "")

    def say(column: str, text: str) -> str:
        return change(HeldText(noun, row_id, session, column, text, since, older)) if text.strip() else text

    new = {}
    for name in _columns(table):
        if isinstance(value := row[name], str) and (now := _mapped(noun, name, value, say)) != value:
            new[name] = now
    return new


def _put(tx: Transaction, table: Table, row: Any, new: dict[str, str]) -> None:
    stamped = "updated_at" in table.c
    stamps = {"updated_at": tx.at, "hlc": tx.clock, "device": tx.device} if stamped else {}
    by = table.c[_key(table)]
    tx.connection.execute(update(table).where(by == row[_key(table)]).values(**new, **stamps))
    if stamped:
        session = row["id"] if table.name == "session" else row.get("session_id")
        tx.note_changed(Ref(table.name, row["id"], session))


def _tables() -> Iterator[Table]:
    yield from (table for table in schema.META.sorted_tables if table.name not in _NO_WORDS)


@cache
def _columns(table: Table) -> tuple[str, ...]:
    return tuple(c.name for c in table.c if isinstance(c.type, Text) and not _is_no_text(table.name, c.name))


def _query(table: Table) -> Any:
    query = select(table)
    return query.where(table.c.why != RISK) if table is schema.set_aside else query


def _key(table: Table) -> str:
    return {"revision": "seq", "draft": "field"}.get(table.name, "id")


def _is_no_text(noun: str, name: str) -> bool:
    return name in _NO_TEXT or name in _choices(noun)


@cache
def _choices(noun: str) -> frozenset[str]:
    """Return the fields that hold a choice or a day, by their types; what is a choice in one row is words in another."""
    found: set[str] = set()
    for kind in (schema.KIND_OF[noun],) if noun in schema.KIND_OF else schema.KIND_OF.values():
        for name, hint in typing.get_type_hints(kind).items():
            parts = typing.get_args(hint) if isinstance(hint, UnionType) else (hint,)
            if any(isinstance(one, type) and issubclass(one, StrEnum | datetime.date) for one in parts):
                found.add(name)
    return frozenset(found)


def _mapped(noun: str, column: str, value: Any, say: Callable[[str, str], str]) -> Any:
    """Return a value with each text in it as `say` has it; lists and objects kept as JSON are looked into."""
    if isinstance(value, str):
        if value[:1] not in {"[", "{"} or not isinstance(found := _json(value), dict | list):
            return say(column, value)
        now = _mapped(noun, column, found, say)
        return value if now == found else as_json(now)
    if isinstance(value, dict):
        return {k: v if _is_no_text(noun, k) else _mapped(noun, _named(column, k), v, say) for k, v in value.items()}
    if isinstance(value, list):
        return [_mapped(noun, column, part, say) for part in value]
    return value


def _named(column: str, name: str) -> str:
    """Return what a text inside an object is called: kept rows name their columns, other objects do not."""
    return name if column in {"old", "row", "revisions"} and name != "row" else column


def _json(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return None
