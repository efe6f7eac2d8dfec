"""Sheets people wrote on: slips, flipchart sheets, table sheets. What the next is called, and how many lines one has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

FIRST = "Slip 1"
_NUMBERED = re.compile(r"^(?P<what>.*?)(?P<number>\d+)(?P<after>\D*)$")
_ONE_LINE = re.compile(r"^\W*(?:slip|form|card|post.?it|note|paper|sticky)", re.IGNORECASE)


def after(sheet: str) -> str:
    """Return what the next sheet is called: "Slip 14" is followed by "Slip 15", a letter by the next; else it stays."""
    found = _NUMBERED.match(sheet.strip())
    if found is not None:
        return f"{found['what']}{int(found['number']) + 1}{found['after']}"
    lettered = re.match(r"^(.*\s)([A-Ya-y])$", sheet.strip())
    return f"{lettered[1]}{chr(ord(lettered[2]) + 1)}" if lettered else sheet.strip()


def has_one_line(sheet: str) -> bool:
    """Tell whether a sheet is one a person wrote one thing on: the next thing is from the next one."""
    return _ONE_LINE.match(sheet) is not None


def to_begin_with(used: Iterable[str | None], tables: Sequence[str] = ()) -> str:
    """Return what the sheet is called one begins with: after the last one typed, as lines have it in their order.

    Before there is one it is that of the first table, where several work at once.
    """
    last = next((sheet for sheet in reversed([one for one in used if one])), None)
    if last is None:
        return tables[0] if tables else FIRST
    return after(last) if has_one_line(last) else last
