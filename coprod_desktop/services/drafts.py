"""What is typed in a field and not saved yet: one draft a field, with what was saved there when it was typed.

`keep` keeps it, `one` and `of_session` take it up again, `saved` lets it go in the same moment as the words are saved.
Drafts make no revision and no undo step, live in the store only, and go with the row they are of (design, rules 3, 7).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.money import is_bank_detail
from coprod_desktop.services import rescue
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import drafts
from coprod_desktop.store.drafts import Draft
from coprod_desktop.store.transaction import Transaction

_OF_MONEY = ("money:", "claim:", "rate:")
_TIMED = " From "
"""In the one line of a chat somebody pastes by itself."""


@dataclass(frozen=True)
class Kept:
    """A draft: its field ("agenda_item:<id>:title"), the words, and what was saved there when they were typed."""

    field: str
    words: str
    before: str | None = None
    """None: not known."""
    beside: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    """What was chosen beside the words: who said it, its theme."""
    session: str | None = None
    row: str | None = None


def keep(
    desk: Desk,
    field: str,
    words: str,
    before: str | None = None,
    *,
    session: str | None = None,
    row: str | None = None,
    beside: Mapping[str, Any] | None = None,
) -> Changes:
    """Keep what is being typed in a field; no words drop the draft.

    Direct messages of a chat pasted there are two people's own, and bank details are kept nowhere: not as a draft either.
    """
    if "\n" in words or _TIMED in words:
        from coprod_desktop.domain.notes import reading  # the first line typed does not wait for it

        words = reading.without_direct(words, desk.content.notes)
    if field.startswith(_OF_MONEY) and any(map(is_bank_detail, (words, *map(str, (beside or {}).values())))):
        words = ""
    text = drafts.encode(words, before, beside or {}) if words else ""
    return put(desk, field, text, session=session, row=row)


def put(desk: Desk, field: str, text: str, *, session: str | None = None, row: str | None = None) -> Changes:
    """Write a draft as it is stored; what the disk will not take is kept elsewhere (services/kept_words.py)."""
    kept = {"is": "draft", "field": field, "text": text, "session": session, "row": row}
    with rescue.over(desk, field, lambda: kept if text else None), desk.store.write() as tx:
        if text:
            drafts.keep(tx, field, text, session=session, row=row)
        else:
            drafts.drop(tx, field)
    return tx.changes


def one(desk: Desk, field: str) -> Kept | None:
    """Return what was typed in a field and not saved."""
    with desk.store.read() as connection:
        found = drafts.one(connection, field)
    return _kept(found) if found else None


def of_session(desk: Desk, session: str) -> tuple[Kept, ...]:
    """Return everything of a session that was typed and not saved, the oldest first."""
    with desk.store.read() as connection:
        return tuple(map(_kept, drafts.of(connection, session)))


def every(desk: Desk) -> tuple[Kept, ...]:
    """Return everything that was typed and not saved, the oldest first."""
    with desk.store.read() as connection:
        return tuple(map(_kept, drafts.of(connection)))


def saved(tx: Transaction, noun: str, row: str, fields: Iterable[str]) -> None:
    """These fields of a row are being saved: their drafts go in the same moment."""
    for name in fields:
        drafts.drop(tx, f"{noun}:{row}:{name}")


def entered(tx: Transaction, field: str) -> None:
    """A line is being added: the draft it was typed in goes in the same moment."""
    drafts.drop(tx, field)


def saved_line(tx: Transaction, entry: str, fields: Iterable[str]) -> None:
    """A line is being changed: what was typed of it as a whole, and in these fields, goes in the same moment."""
    drafts.drop(tx, f"entry:{entry}")
    saved(tx, "entry", entry, fields)


def added(tx: Transaction, session: str, what: str, *beside: str) -> None:
    """A new row is added to a session: what was typed in the fields for it goes in the same moment."""
    saved(tx, "session", session, (f"new_{what}", *(f"new_{what}.{name}" for name in beside)))


def words_of(field: str, text: str) -> str:
    """Return the words of a draft as it is stored."""
    return drafts.decode(field, text).words


def _kept(draft: Draft) -> Kept:
    return Kept(draft.field, draft.words, draft.before, draft.beside, draft.session, draft.row)
