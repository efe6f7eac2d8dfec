"""What stands where something was erased: no word of it, and the day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from coprod_desktop.domain import dates

TAKEN_OUT = "[name taken out]"
"""In the place of a name in other people's words."""
_BLANK = "Words taken out on "


def blank(day: datetime.date) -> str:
    """Return what stands for words that went on a day."""
    return f"{_BLANK}{dates.plain(day)}"


def is_blank(text: object) -> bool:
    """Tell whether a text is what an erasure left."""
    return isinstance(text, str) and text.startswith(_BLANK)


def begins_with_one(text: str, names: Iterable[str]) -> bool:
    """Tell whether a line of a list is of one of these people: "Winifred Tattersall: hearing loop"."""
    plain = text.casefold()
    return any(name and plain.startswith(f"{name.casefold()}:") for name in names)
