"""Whether the organisation has said how long it keeps anything."""

from __future__ import annotations

from coprod_desktop.domain.people_record import Keep
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import formats


def has_rules(desk: Desk) -> bool:
    """Tell whether any kind of record has a time."""
    with desk.store.read() as connection:
        return bool(formats.every(connection, Keep))
