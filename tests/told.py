"""What somebody answered, as the store has it."""

from __future__ import annotations

from coprod_desktop.domain.permission import Permission, Purpose
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import permits


def answers_of(desk: Desk, subject: str, purpose: Purpose | None = None) -> tuple[Permission, ...]:
    """Return every answer about a line or of a person, about one purpose or all, in the order they were given."""
    with desk.store.read() as connection:
        rows = permits.of(connection, subject)
    return tuple(row for row in rows if purpose is None or row.purpose == purpose)
