"""Which line is sealed when somebody may be at risk, and how it is spoken of."""

from __future__ import annotations

from coprod_desktop.domain.value import Value, value
from coprod_desktop.services.capture import EntryLine


@value
class AtHand(Value):
    """What could be sealed now: the line one is on, the one being changed, or the last; and words being typed."""

    line: EntryLine | None
    which: str
    """How the line is spoken of: "The last line"."""
    typing: bool
    """There are words in hand that are no line yet."""
    exact: str = ""
    """The words in hand to the letter, for the organisation's record: those being typed, with the line they change."""


def at_hand(editing: EntryLine | None, chosen: EntryLine | None, last: EntryLine | None, typed: str) -> AtHand:
    """Return what could be sealed. The line being changed comes first: the words in hand, `typed`, are then its own."""
    typed = typed if typed.strip() else ""
    if editing is not None:
        return AtHand(
            editing, "The line you are changing", False, "\n\n".join(filter(None, dict.fromkeys((editing.text, typed))))
        )
    line, which = (chosen, "The line you are on") if chosen is not None else (last, "The last line")
    return AtHand(line, which, bool(typed), typed or (line.text if line is not None else ""))


def typed_over(line: EntryLine | None, editing: str | None, typed: str) -> str | None:
    """Return the words that are being typed over a line and are sealed with it; None when it is not being changed."""
    return typed if line is not None and editing == line.id and typed != line.text else None
