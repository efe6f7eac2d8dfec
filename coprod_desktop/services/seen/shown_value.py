"""A column's value as a person reads it, for where it stands without its own field around it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any

from coprod_desktop.domain import answers, dates
from coprod_desktop.domain.log_kinds import PUBLICITY_WORDS
from coprod_desktop.domain.log_record import Publicity
from coprod_desktop.domain.record import VoteOption
from coprod_desktop.domain.words import KIND_WORDS, UPDATE_WORDS, AnswerKind, EntryKind, Outcome, UpdateState
from coprod_desktop.services.program import content
from coprod_desktop.store import merging

_WORDS: Mapping[type, Callable[[Any], str | None]] = {
    EntryKind: KIND_WORDS.get,
    AnswerKind: answers.words,
    Outcome: lambda outcome: row.words if (row := answers.ended(outcome)) is not None else None,
    UpdateState: UPDATE_WORDS.get,
    Publicity: PUBLICITY_WORDS.get,
}
_PUBLISH = {"yes": "Yes, as it was said", "edit": "Yes, in other words", "no": "No, never"}


def shown(noun: str, column: str, value: Any, called: Mapping[str, str]) -> str:
    """Return a value as the database has it in words, "" for none; ids as the words they stand for in `called`."""
    if column == "publish":
        return _PUBLISH.get(str(value), str(value))
    if (noun, column) == ("log_line", "kind") and value:
        return content.load().log.of(str(value)).words
    if column.endswith("pence") and isinstance(value, int):
        return f"£{value // 100:,}.{value % 100:02}"
    return _shown(merging.as_value(noun, column, value), called)


def _shown(value: Any, called: Mapping[str, str]) -> str:
    """Return a value as a person reads it; ids as the words they stand for."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime.date):
        return dates.plain(value)
    if isinstance(value, StrEnum):
        return _WORDS.get(type(value), lambda _value: None)(value) or value.value.replace("_", " ").capitalize()
    if isinstance(value, VoteOption):
        return f"{value.label}: {value.votes}"
    if isinstance(value, Mapping):
        return "\n".join(f"{str(k).replace('_', ' ').capitalize()}: {_shown(v, called)}" for k, v in value.items())
    if isinstance(value, tuple | list):
        return "\n".join(_shown(part, called) for part in value)
    return called.get(str(value), str(value))
