"""Formats that only people make (a BSL film, a recording, another language): how far each is, and what papers tell of it.

Each step is a row of its own (week_after.FormatAsked); the newest of a format in a language says how it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from coprod_desktop.domain import dates
from coprod_desktop.domain.week_after import FormatAsked, FormatState

OFFERED = (
    "BSL film",
    "Audio recording",
    "Film with captions",
    "Another language",
    "Braille on paper",
    "Easy Read film",
)
"""What can be picked; anything else can be typed."""
STATE_WORDS = {
    FormatState.ASKED: "Asked for",
    FormatState.MADE: "Made, and nobody has checked it",
    FormatState.CHECKED: "Checked",
}
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"“”]+[^\s<>\"“”.,;:!?)]", re.IGNORECASE)


def called(row: FormatAsked) -> str:
    """Return what a format is called: "BSL film", "Audio recording in Polish"."""
    return f"{row.format} in {row.language}" if row.language else row.format


def same(row: FormatAsked) -> str:
    """Return what rows about one format share."""
    return called(row).casefold()


def newest(rows: Iterable[FormatAsked]) -> tuple[FormatAsked, ...]:
    """Return each format as it stands now, in the order they were first asked for. `rows` are oldest first."""
    return tuple({same(row): row for row in rows}.values())


def told(row: FormatAsked) -> str:
    """Say how a format stands: "Checked, 26 November. www.example.org/film. Signs or speaks: Jo Reid"."""
    who = f"Signs or speaks: {row.who_signs}" if row.who_signs else ""
    parts = (f"{STATE_WORDS[row.state]}, {dates.short(row.on)}", row.where_is or "", who)
    return ". ".join(part for part in parts if part)


def address(row: FormatAsked) -> str:
    """Return the web address papers tell people; "" until somebody has checked what is there.

    Where it is may also be a drawer or a laptop, and who signs is a person: neither is printed.
    """
    found = _ADDRESS.search(row.where_is or "") if row.state is FormatState.CHECKED else None
    return found[0] if found else ""


def to_tell(rows: Iterable[FormatAsked]) -> tuple[FormatAsked, ...]:
    """Return the formats a paper tells of."""
    return tuple(row for row in newest(rows) if address(row))
