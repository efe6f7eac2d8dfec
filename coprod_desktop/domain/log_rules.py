"""What cannot be so in a line of the log, said beside the field it was typed in; nothing of what was typed goes."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from coprod_desktop.domain import dates
from coprod_desktop.domain.log_kinds import LogField, LogKind, Typed
from coprod_desktop.domain.log_record import Publicity
from coprod_desktop.errors import UserError

LONGEST = 4_000
"""Characters of one line, or of one field behind it: several pages, and small enough to show."""
MOST = 1_000_000_000
_STAYS = "What you typed is still here. Nothing was changed."
_PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)\s*(?:%|per ?cent\b)", re.IGNORECASE)
_BEFORE = {"until": "ends", "answered_on": "is answered"}
"""Days that cannot be before the line's own; the day from which a kind counts on, of a last look, can."""


def check_words(words: str) -> None:
    """Raise UserError when a line says nothing, or more than fits into one."""
    if not words.strip():
        raise UserError("There are no words yet.", "Type them in one line. Nothing was changed.")
    _not_too_long(words)


def check_field(kind: LogKind, name: str, values: Mapping[str, Any]) -> None:
    """Raise UserError when one field of a line cannot be what it is now to be. `values`: all of the line, with it."""
    value, field = values.get(name), kind.asked(name)
    if value is None:
        return
    if isinstance(value, str):
        _not_too_long(value)
        if name == "score":
            _no_more_than_all(value)
    elif isinstance(value, int) and field is not None and field.how is Typed.WHOLE:
        _counts(field, value)
    elif isinstance(value, datetime.date) and name in _BEFORE and name != kind.follow_up.since:
        on = values["on"]
        if value < on:
            raise UserError(f"This {_BEFORE[name]} before its own day, {dates.plain(on)}.", _STAYS)


def missing(kind: LogKind, values: Mapping[str, Any]) -> str:
    """Say that there is the day of an answer and no answer: such a line stays open. "" for every other."""
    if kind.closed_by != "answer" or values.get("answered_on") is None or values.get("answer"):
        return ""
    return "The answer itself is not written down yet. Until it is, this stays open."


def still_to_come(values: Mapping[str, Any], today: datetime.date) -> str:
    """Say that a line of a day to come is in no report yet: with a mistyped year it would be in none for years."""
    if values["on"] <= today:
        return ""
    return f"{dates.plain(values['on'])} is still to come. Until then this is in no report."


def check_publicity(kind: LogKind, wanted: Publicity) -> None:
    """Raise UserError when a line of this kind may not go so far."""
    if not kind.may_be(wanted):
        raise UserError(f"“{kind.words}” never goes on a paper, so it stays with us.", "Nothing was changed.")


def narrowed(kind: LogKind, now: Publicity) -> Publicity:
    """Return how far a line goes that becomes this kind: never further than it went."""
    return now if kind.may_be(now) else Publicity.PRIVATE


def _not_too_long(words: str) -> None:
    if len(words) > LONGEST:
        raise UserError(
            f"This is {len(words):,} characters long, and one line holds {LONGEST:,}.",
            "Write the main thing here, and keep the rest in a paper of its own. " + _STAYS,
        )


def _no_more_than_all(score: str) -> None:
    for found in _PERCENT.findall(score):
        if float(found.replace(",", ".")) > 100:
            raise UserError(f"{found} % is more than all of them.", _STAYS)


def _counts(field: LogField, value: int) -> None:
    if value < field.least:
        few = "Nobody" if value == 0 else f"{value:,}"
        raise UserError(f"“{field.label}”: {few} cannot be right; leave it empty where it is not known.", _STAYS)
    if value > MOST:
        raise UserError(f"“{field.label}”: {value:,} is more people than there are.", _STAYS)
