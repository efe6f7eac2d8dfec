"""What is typed in a field and not saved yet: one draft a field, with what was saved there when it was typed.

A field is named "agenda_item:<id>:title". Drafts make no revision and no undo step, live in the store only, and go with
the row they are of when it is struck (design.md, rules 3 and 7).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from coprod_desktop.domain.changes import Changes
from coprod_desktop.services import rescue
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import lists
from coprod_desktop.store.lists import DraftLine
from coprod_desktop.store.transaction import Transaction


@dataclass(frozen=True)
class Kept:
    """A draft: its field, the words, and what was saved in the field when they were typed (None: not known)."""

    field: str
    words: str
    before: str | None


def keep(
    desk: Desk, field: str, words: str, before: str, *, session: str | None = None, row: str | None = None
) -> Changes:
    """Keep what is being typed in a field; no words drop the draft."""
    text = json.dumps([words, before], ensure_ascii=False) if words else ""
    return put(desk, field, text, session=session, row=row)


def put(desk: Desk, field: str, text: str, *, session: str | None = None, row: str | None = None) -> Changes:
    """Write a draft as it is stored; what the disk will not take is kept elsewhere (services/kept_words.py)."""
    kept = {"is": "draft", "field": field, "text": text, "session": session, "row": row}
    with rescue.over(desk, field, lambda: kept if text else None), desk.store.write() as tx:
        tx.keep_draft(field, text, session=session, row_id=row)
    return tx.changes


def one(desk: Desk, field: str) -> Kept | None:
    """Return what was typed in a field and not saved."""
    with desk.store.read() as connection:
        return next((_kept(line) for line in lists.drafts(connection) if line.field == field), None)


def of_session(desk: Desk, session: str) -> tuple[Kept, ...]:
    """Return everything of a session that was typed and not saved."""
    with desk.store.read() as connection:
        return tuple(_kept(line) for line in lists.drafts(connection, session))


def saved(tx: Transaction, noun: str, row: str, fields: Iterable[str]) -> None:
    """These fields of a row are being saved: their drafts go in the same moment."""
    for name in fields:
        tx.keep_draft(f"{noun}:{row}:{name}", "")


def words_of(text: str) -> str:
    """Return the words of a draft as it is stored."""
    return _words_and_before(text)[0]


def _kept(line: DraftLine) -> Kept:
    return Kept(line.field, *_words_and_before(line.text))


def _words_and_before(text: str) -> tuple[str, str | None]:
    try:
        words, before = json.loads(text)
    except (ValueError, TypeError):  # one that keeps the words alone, as the capture line's do
        return text, None
    return str(words), str(before)
