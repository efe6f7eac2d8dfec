"""Who said something for somebody else is erased: the words stay, for they are the other person's; who said them goes."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, select, update

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.permission import NOT_ASKED, YES, Permission, Purpose
from coprod_desktop.store import permits, schema
from coprod_desktop.store import strike as striking
from coprod_desktop.store.mapping import as_json
from coprod_desktop.store.transaction import Transaction


def lines(connection: Connection, people: Collection[str]) -> list[Any]:
    """Return (id, session_id) of every line that one of these said for somebody who is none of them, in the Bin or not."""
    e = schema.entry
    for_others = e.c.speaker.in_(people) & e.c.said_for.is_not(None) & e.c.said_for.not_in(people)
    return list(connection.execute(select(e.c.id, e.c.session_id).where(for_others).order_by(e.c.seq)).all())


def refuses_words(purpose: object, value: object) -> bool:
    """Tell whether an answer closes words: anything that is no clear yes does, but for one that was taken back."""
    return purpose in {Purpose.QUOTE, Purpose.OTHER_WORDS} and value not in {YES, NOT_ASKED}


def no_of(line: str, refusal: str) -> str:
    """Return the id under which a refusal of who said a line goes on closing it: the same on every laptop."""
    return made_id("refused by who said it", line, refusal)


def leave_unsigned(tx: Transaction, people: Collection[str]) -> int:
    """Take them off what they said for others. Returns how many lines there were.

    What they refused goes on closing the lines it closed: no word comes out because somebody was erased.
    """
    found = lines(tx.connection, people)
    refused = [r for r in permits.of_many(tx.connection, sorted(people)) if refuses_words(r.purpose, r.value)]
    for line in found:
        _keep_closed(tx, line.id, line.session_id, refused)
        _unsign(tx, line.id, people)
        tx.note_changed(Ref("entry", line.id, line.session_id))
    return len(found)


def _keep_closed(tx: Transaction, line: str, session: str, refused: Collection[Permission]) -> None:
    if not refused:
        return
    answered = {named for row in permits.of(tx.connection, line) if row.value == YES for named in row.over}
    kept = [
        row._replace(
            id=no_of(line, row.id), noun="entry", subject=line, over=(), session=session, asked_by=None, helped=None
        )
        for row in refused
        if row.id not in answered
    ]
    permits.add(tx, kept)


def _unsign(tx: Transaction, line: str, people: Collection[str]) -> None:
    e, r = schema.entry, schema.revision
    stamps = {"updated_at": tx.at, "hlc": tx.clock, "device": tx.device}
    tx.connection.execute(update(e).where(e.c.id == line).values(speaker=None, **stamps))
    for old in tx.connection.execute(select(r.c.seq, r.c.old).where(r.c.row_id == line)).all():
        columns = json.loads(old.old)
        if columns.get("speaker") in people:
            tx.connection.execute(update(r).where(r.c.seq == old.seq).values(old=as_json({**columns, "speaker": None})))
    striking.forget(tx, line, undo_only=True)
