"""Which line is sealed when somebody may be at risk, and how it is spoken of."""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.services.capture import EntryLine


@dataclass(frozen=True)
class AtHand:
    """What could be sealed now: the line one is on, the one being changed, or the last; and words being typed."""

    line: EntryLine | None
    which: str
    """How the line is spoken of: "The last line"."""
    typing: bool
    """There are words in hand that are no line yet."""


def at_hand(editing: EntryLine | None, chosen: EntryLine | None, last: EntryLine | None, *, typing: bool) -> AtHand:
    """Return what could be sealed. The line being changed comes first: the words in hand are then its own."""
    if editing is not None:
        return AtHand(editing, "The line you are changing", typing=False)
    if chosen is not None:
        return AtHand(chosen, "The line you are on", typing)
    return AtHand(last, "The last line", typing)
