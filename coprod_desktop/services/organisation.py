"""Who the papers come from: name, logo, colour and whom to ask. One row of the workspace."""

from __future__ import annotations

from typing import Any

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Organisation
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import formats


def organisation(desk: Desk) -> Organisation | None:
    """Return who the papers come from; None when nobody has said."""
    with desk.store.read() as connection:
        return formats.organisation(connection)


def change(desk: Desk, **fields: Any) -> Changes:
    """Change what the papers say of the organisation (fields of domain.record.Organisation); one step."""
    with desk.store.write("Changed who the papers come from") as tx:
        now = formats.organisation(tx.connection)
        if now is None:
            now = Organisation(id=new_id())
            tx.add(now, session="")
        tx.change("organisation", now.id, **fields)
    return tx.changes
