"""Strike: a line goes as if never written. Draft, revisions, undo steps, permissions, search index, freed pages."""

from __future__ import annotations

import json
from collections.abc import Collection

from sqlalchemy import delete, select, update

from coprod_desktop.domain.changes import Ref
from coprod_desktop.store import schema
from coprod_desktop.store.transaction import Transaction


def strike(tx: Transaction, entry_id: str) -> Ref:
    """Take one entry out for good. The caller checkpoints afterwards, so that the log holds nothing of it either."""
    connection, e = tx.connection, schema.entry
    session = connection.execute(select(e.c.session_id).where(e.c.id == entry_id)).scalar_one()
    number = connection.execute(select(e.c.n).where(e.c.id == entry_id)).scalar_one()
    forget(tx, entry_id)
    connection.execute(delete(e).where(e.c.id == entry_id))
    connection.execute(update(e).where(e.c.duplicate_of == entry_id).values(duplicate_of=None))
    x = schema.exchange_row
    connection.execute(
        update(x).where(x.c.session_id == session, x.c.noun == "entry", x.c.key == str(number)).values(row_id=None)
    )
    for row in connection.execute(
        select(schema.point.c.id, schema.point.c.from_entries).where(schema.point.c.session_id == session)
    ).all():
        ids = json.loads(row.from_entries)
        if entry_id in ids:
            tx.update("point", row.id, {"from_entries": json.dumps([i for i in ids if i != entry_id])})
            forget(tx, row.id, undo_only=True)
    ref = Ref("entry", entry_id, session)
    tx.changes = type(tx.changes)(said="", removed=(ref,), changed=tx.changes.changed)
    return ref


def forget(tx: Transaction, row_id: str, *, undo_only: bool = False) -> None:
    """Drop drafts, revisions, permissions and settlements of a row, and every undo step that names it."""
    steps = schema.undo_step
    for step in tx.connection.execute(select(steps.c.hlc, steps.c.ops)).all():
        if any(op[1] == row_id for op in json.loads(step.ops)):
            tx.connection.execute(delete(steps).where(steps.c.hlc == step.hlc))
    if undo_only:
        return
    connection = tx.connection
    connection.execute(delete(schema.revision).where(schema.revision.c.row_id == row_id))
    connection.execute(delete(schema.permission).where(schema.permission.c.row_id == row_id))
    connection.execute(delete(schema.settlement).where(schema.settlement.c.subject == row_id))
    connection.execute(delete(schema.draft).where(schema.draft.c.row_id == row_id))


def forget_choices(tx: Transaction, session: str, kept: Collection[str]) -> None:
    """Drop the pictures chosen in a session for sentences with other keys than these, those taken back among them."""
    t = schema.easy_choice
    for row in tx.connection.execute(select(t.c.id, t.c.sentence_key).where(t.c.session_id == session)).all():
        if row.sentence_key not in kept:
            forget(tx, row.id)
            tx.connection.execute(delete(t).where(t.c.id == row.id))
