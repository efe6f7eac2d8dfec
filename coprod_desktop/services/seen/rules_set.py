"""How long the organisation has said it keeps each kind of record."""

from __future__ import annotations

from collections.abc import Mapping

from coprod_desktop.domain.keep_rules import Kind
from coprod_desktop.domain.people_record import Keep
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import formats


def standing(desk: Desk) -> Mapping[Kind, int]:
    """Return how many months each kind is kept; of others nothing is set."""
    with desk.store.read() as connection:
        found = formats.every(connection, Keep)
    return {Kind(rule.kind): rule.months for rule in found if rule.kind in set(Kind)}
