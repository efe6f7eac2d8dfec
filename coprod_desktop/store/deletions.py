"""That records went: what kind, how many, on which day and why. It names nobody."""

from __future__ import annotations

import datetime

from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.people_record import Deletion
from coprod_desktop.store.transaction import Transaction


def add(tx: Transaction, kind: str, how_many: int, why: str, *, by_rule: bool = False) -> None:
    """Write one line of the log."""
    on = datetime.date.fromisoformat(tx.today)
    tx.add(Deletion(id=new_id(), kind=kind, how_many=how_many, on=on, why=why, by_rule=by_rule), session=None)
