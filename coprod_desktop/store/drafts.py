"""What is typed and not saved yet: one row a field, in one coding. Drafts of older versions are read too.

A field is named "agenda_item:<id>:title". Drafts make no revision and no undo step.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, select

from coprod_desktop.store import schema
from coprod_desktop.store.quick import put
from coprod_desktop.store.transaction import Transaction

_CODING = 1
_WERE_WORDS_ALONE = ("capture", "new_point", "point")
"""Nouns whose drafts older versions kept as the words alone; a whole line's ("entry:<id>") as well."""


class Draft(NamedTuple):
    """What was typed in a field, what was saved there then (None: not known), and what was chosen beside the words."""

    field: str
    words: str
    before: str | None
    beside: Mapping[str, Any]
    session: str | None
    row: str | None
    text: str
    """As it is stored."""


def encode(words: str, before: str | None, beside: Mapping[str, Any]) -> str:
    """Return a draft as it is stored."""
    kept = {"draft": _CODING, "words": words, "before": before}
    return json.dumps(kept | ({"beside": dict(beside)} if beside else {}), ensure_ascii=False)


def decode(field: str, text: str, session: str | None = None, row: str | None = None) -> Draft:
    """Return what a stored draft says, whichever version of the program wrote it."""
    words, before, beside = _parts(field, text)
    return Draft(field, words, before, beside, session, row, text)


def _parts(field: str, text: str) -> tuple[str, str | None, Mapping[str, Any]]:
    try:
        kept = json.loads(text)
    except ValueError:
        return text, None, {}
    if isinstance(kept, dict) and isinstance(kept.get("draft"), int) and isinstance(kept.get("words"), str):
        before = kept.get("before")
        return kept["words"], before if isinstance(before, str) else None, kept.get("beside") or {}
    is_pair = isinstance(kept, list) and len(kept) == 2 and all(isinstance(part, str) for part in kept)
    if is_pair and not _was_words_alone(field):
        return kept[0], kept[1], {}
    return text, None, {}


def _was_words_alone(field: str) -> bool:
    noun, _, rest = field.partition(":")
    return noun in _WERE_WORDS_ALONE or (noun == "entry" and ":" not in rest)


def keep(tx: Transaction, field: str, text: str, *, session: str | None = None, row: str | None = None) -> None:
    """Keep a draft as `encode` made it."""
    drop(tx, field)
    kept = {"field": field, "session_id": session, "row_id": row, "text": text, "at": tx.at}
    put(tx.connection, schema.draft, kept)


def drop(tx: Transaction, field: str) -> None:
    """Forget what was typed in a field."""
    tx.connection.exec_driver_sql("DELETE FROM draft WHERE field = ?", (field,))


def drop_of(tx: Transaction, row_id: str) -> None:
    """Forget everything that was typed about a row."""
    d = schema.draft
    tx.connection.execute(delete(d).where((d.c.row_id == row_id) | d.c.field.contains(row_id, autoescape=True)))


def of(connection: Connection, session: str | None = None) -> Sequence[Draft]:
    """Return what was typed and not saved, of one session or of all; not of what was taken away: that waits with it."""
    d = schema.draft
    query = select(d.c.field, d.c.text, d.c.session_id, d.c.row_id).order_by(d.c.at)
    if session is not None:
        query = query.where(d.c.session_id == session)
    found = (decode(*row) for row in connection.execute(query))
    return [draft for draft in found if _stands(connection, draft)]


def one(connection: Connection, field: str) -> Draft | None:
    """Return what was typed in one field."""
    d = schema.draft
    row = connection.execute(
        select(d.c.field, d.c.text, d.c.session_id, d.c.row_id).where(d.c.field == field)
    ).first()  # fmt: skip
    return decode(*row) if row else None


def _stands(connection: Connection, draft: Draft) -> bool:
    noun, _, rest = draft.field.partition(":")
    wanted = [("session", draft.session), (_NOUN.get(noun, noun), rest.partition(":")[0])]
    return not any(row and _is_away(connection, noun, row) for noun, row in wanted)


_NOUN = {"update": "point"}


def _is_away(connection: Connection, noun: str, row: str) -> bool:
    """Tell whether a row was taken away. A person's fields are of their part in a session: "<session> <person>"."""
    session, _, person = row.partition(" ")
    if noun == "person" and person:
        a = schema.attendance
        part = select(a.c.deleted_at).where(a.c.session_id == session, a.c.person_id == person)
        return connection.execute(part).scalar() is not None
    table = schema.META.tables.get(noun)
    if table is None or "deleted_at" not in table.c:
        return False
    return connection.execute(select(table.c.deleted_at).where(table.c.id == row)).scalar() is not None
