"""Totals of forms are written without what they were before: the step from 17 forms to 18 would be one person's answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import select, update

from coprod_desktop.store import schema
from coprod_desktop.store.mapping import as_json
from coprod_desktop.store.transaction import Transaction

COLUMNS = frozenset({"evaluation_forms", "stars", "about_you_counts"})
"""Of a session."""


def write(tx: Transaction, session: str, values: Mapping[str, Any]) -> None:
    """Write totals. That they were changed is kept, so that laptops can be put together; what they were is not."""
    tx.change("session", session, **{name: value for name, value in values.items() if name in COLUMNS})
    r = schema.revision
    mine = (r.c.row_id == session, r.c.hlc == tx.clock, r.c.device == tx.device)
    for row in tx.connection.execute(select(r.c.seq, r.c.old).where(*mine)).all():
        old = {name: None if name in COLUMNS else value for name, value in json.loads(row.old).items()}
        tx.connection.execute(update(r).where(r.c.seq == row.seq).values(old=as_json(old)))
