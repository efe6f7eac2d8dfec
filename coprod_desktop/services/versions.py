"""Two versions: what two laptops changed in the same place, until a person chooses which one stands."""

from __future__ import annotations

from collections.abc import Sequence

from coprod_desktop.domain.changes import Changes
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import claims, merging
from coprod_desktop.store.merging import Other as Other


def waiting(desk: Desk, session: str | None = None) -> Sequence[Other]:
    """Return what waits for a choice, in one session or in all."""
    with desk.store.read() as connection:
        return merging.waiting(connection, session)


def choose(desk: Desk, other: str, *, theirs: bool) -> Changes:
    """Let theirs stand, or ours."""
    with desk.store.write("Chose one of two versions") as tx:
        chosen = merging.choose(tx, other, theirs=theirs)
        if (chosen.noun, chosen.column) == ("claim", "paid_pence"):
            claims.settle_rest(tx, chosen.row_id)
    return tx.changes
