"""Two versions: each place that two laptops changed, by its plain name and its words."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from coprod_desktop.domain import answers, dates
from coprod_desktop.domain.field_names import field_name, row_name
from coprod_desktop.domain.record import VoteOption
from coprod_desktop.domain.words import KIND_WORDS, UPDATE_WORDS, AnswerKind, EntryKind, Outcome, UpdateState
from coprod_desktop.services import versions
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.versions import Other
from coprod_desktop.store import merging

NOTHING = "Nothing"
_WORDS: Mapping[type, Callable[[Any], str | None]] = {
    EntryKind: KIND_WORDS.get,
    AnswerKind: answers.words,
    Outcome: lambda outcome: row.words if (row := answers.ended(outcome)) is not None else None,
    UpdateState: UPDATE_WORDS.get,
}
_PUBLISH = {"yes": "Yes, as it was said", "edit": "Yes, in other words", "no": "No, never"}
_MONEY = frozenset({"pot_pence", "max_bid_pence"})


@dataclass(frozen=True)
class Place:
    """One place: what it is, what it is called, and the two versions as a person reads them."""

    id: str
    session: str
    session_title: str
    what: str
    about: str
    """The words by which one knows the row again: the line itself, the person's name; "" when they are the versions."""
    field: str
    ours: str
    theirs: str
    is_stricter: bool
    """The stricter of two choices stands meanwhile, whoever made it: `ours` is what stands, `theirs` the other."""


def read(desk: Desk, session: str | None = None) -> tuple[Place, ...]:
    """Return what waits for a choice, oldest first. Runs on the reading thread."""
    found = versions.waiting(desk, session)
    with desk.store.read() as connection:
        names = merging.names(connection, found)
    return tuple(_place(other, names) for other in found)


def _place(other: Other, names: merging.Names) -> Place:
    about = names.rows.get(other.row_id, "")
    ours, theirs = (_said(other, value, names) for value in (other.ours, other.theirs))
    return Place(
        id=other.id,
        session=other.session,
        session_title=names.sessions.get(other.session, ""),
        what=row_name(other.noun),
        about="" if about in {ours, theirs} or other.noun == "session" else about,
        field=field_name(other.noun, other.column),
        ours=ours,
        theirs=theirs,
        is_stricter=other.column == "publish",
    )


def _said(other: Other, value: Any, names: merging.Names) -> str:
    if other.column == "publish":
        return _PUBLISH.get(str(value), str(value))
    if other.column in _MONEY and isinstance(value, int):
        return f"£{value // 100:,}.{value % 100:02}"
    return _shown(merging.as_value(other.noun, other.column, value), names) or NOTHING


def _shown(value: Any, names: merging.Names) -> str:
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
        return "\n".join(f"{str(k).replace('_', ' ').capitalize()}: {_shown(v, names)}" for k, v in value.items())
    if isinstance(value, tuple | list):
        return "\n".join(_shown(part, names) for part in _pairs(value))
    return names.rows.get(str(value), str(value))


def _pairs(values: Sequence[Any]) -> Sequence[Any]:
    """Expenses are pairs of what for and pence."""
    return [
        f"{v[0]}: £{v[1] // 100:,}.{v[1] % 100:02}"
        if isinstance(v, tuple) and len(v) == 2 and isinstance(v[1], int)
        else v
        for v in values
    ]
