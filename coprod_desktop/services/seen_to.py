"""What was done about an access problem and who was told; what somebody keeps coming back to, and how they hear back.

Of an access problem papers tell how many there were and what was done; never who, nor who was told.
"""

from __future__ import annotations

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.words import EntryKind
from coprod_desktop.services import drafts, still_there
from coprod_desktop.services.desk import Desk


def done_about(desk: Desk, entry: str, what: str, at: str = "", told: str = "") -> Changes:
    """Write down what was done about an access problem, when ("10:40", "2pm", or nothing), and who was told.

    Raises UserError for what is no time of day.
    """
    time = dates.parse_time(at) if at.strip() else None
    with desk.store.write("Wrote down what was done") as tx:
        still_there.row(tx, "entry", entry)
        # where it was written before this had a place of its own
        tx.change("entry", entry, done_about=_words(what), done_at=time, told=_words(told), outcome_note=None)
        drafts.saved(tx, "entry", entry, ("done_about", "done_at", "told"))
    return tx.changes


def park(desk: Desk, entry: str, call_back: str, *, read_back: bool) -> Changes:
    """Park what somebody keeps coming back to: whether it was read back to them, and how and when they get an answer."""
    with desk.store.write("Parked it, with how they hear back") as tx:
        still_there.row(tx, "entry", entry)
        parked = {"kind": EntryKind.PARKING_LOT, "call_back": _words(call_back), "checked_with_person": read_back}
        tx.change("entry", entry, **parked)
        drafts.saved(tx, "entry", entry, ("call_back",))
    return tx.changes


def _words(typed: str) -> str | None:
    return typed.strip() or None
