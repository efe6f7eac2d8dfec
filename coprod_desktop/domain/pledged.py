"""Who pledged something and by when, in the one line it was written down in: "Councillor Hart will ring carers by 6 May"."""

from __future__ import annotations

import datetime
import re

from coprod_desktop.domain.notes.days import day_in

_WHO = re.compile(
    r"(?P<who>\S.{0,58}?)\s+(?:will\b|(?:has\s+|have\s+|had\s+)?"
    r"(?:pledge[sd]?|promise[sd]?|undertook|committed|signed\s+up|gave\s+(?:his|her|their)\s+word)\b)",
    re.IGNORECASE,
)
_NOBODY = frozenset({"we", "it", "they", "this", "that", "there", "i"})


def who_and_when(words: str, today: datetime.date) -> tuple[str | None, datetime.date | None]:
    """Return who a line says pledged it, and the day it names; None for what it does not say."""
    found = _WHO.match(words)
    who = found["who"].strip(" ,;:") if found else ""
    _, day = day_in(words, today)
    return (who if who and who.casefold() not in _NOBODY else None), day
