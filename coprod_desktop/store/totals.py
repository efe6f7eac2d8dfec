"""Totals of forms are written without what they were before: the step from 17 forms to 18 would be one person's answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select, update

from coprod_desktop.store import schema
from coprod_desktop.store.mapping import as_json
from coprod_desktop.store.transaction import Transaction

COLUMNS: Mapping[str, frozenset[str]] = {
    "session": frozenset({"evaluation_forms", "stars", "about_you_counts"}),
    "looked_back": frozenset({"forms", "answers", "words"}),
}
"""Noun -> those of its columns that are totals, or what was written on forms."""


def write(tx: Transaction, noun: str, row: str, values: Mapping[str, Any]) -> None:
    """Write totals. That they were changed is kept, so that laptops can be put together; what they were is not."""
    totals = COLUMNS[noun]
    tx.change(noun, row, **{name: value for name, value in values.items() if name in totals})
    r = schema.revision
    mine = (r.c.row_id == row, r.c.hlc == tx.clock, r.c.device == tx.device)
    for kept in tx.connection.execute(select(r.c.seq, r.c.old).where(*mine)).all():
        old = {name: None if name in totals else value for name, value in json.loads(kept.old).items()}
        tx.connection.execute(update(r).where(r.c.seq == kept.seq).values(old=as_json(old)))
