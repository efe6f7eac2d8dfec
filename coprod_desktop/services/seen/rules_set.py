"""How long the organisation has said it keeps each kind of record."""

from __future__ import annotations

from collections.abc import Mapping

from coprod_desktop.domain.people_record import Keep
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import formats


def standing(desk: Desk) -> Mapping[str, int]:
    """Return how many months each kind is kept, by its name; of others nothing is set."""
    with desk.store.read() as connection:
        found = formats.every(connection, Keep)
    return {rule.kind: rule.months for rule in found}
