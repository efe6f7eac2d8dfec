"""Nothing is written into what was taken away: the one look that verbs take at what they are about to write to."""

from __future__ import annotations

from coprod_desktop.errors import UserError
from coprod_desktop.store import reading
from coprod_desktop.store.transaction import Transaction

_WORDS = {
    "session": "session",
    "entry": "line",
    "point": "point",
    "person": "person",
    "telling": "promise",
    "agenda_item": "item",
    "checklist_item": "line of the checklist",
    "ground_rule": "ground rule",
    "vote": "vote",
    "work_group": "group",
    "group_member": "member",
    "partner": "partner",
}


def session(tx: Transaction, session_id: str) -> None:
    """Raise UserError when the session was taken away."""
    if not reading.stands(tx.connection, "session", session_id):
        raise _gone("session")


def row(tx: Transaction, noun: str, row_id: str) -> None:
    """Raise UserError when the row was taken away, or the session it is of."""
    if not reading.stands(tx.connection, noun, row_id):
        raise _gone(noun)
    of = reading.session_of(tx.connection, noun, row_id)
    if of is not None:
        session(tx, of)


def promise(tx: Transaction, promise_id: str) -> None:
    """Raise UserError when the promise was taken away; it outlives the session it was made in."""
    if not reading.stands(tx.connection, "point", promise_id):
        raise _gone("telling")


def _gone(noun: str) -> UserError:
    words = _WORDS.get(noun, "row")
    return UserError(f"That {words} was taken away, so nothing is written to it.", "Nothing was changed.")
