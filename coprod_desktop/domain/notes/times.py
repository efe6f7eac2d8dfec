"""Times of day in notes: 1036, 10:36, 10.36, 10h36, 2.15pm, [10:36:05]; and what looks like one and is none."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

_HALF = r"(?:\s?(?P<half>[ap])\.?m\b\.?)?"
_WITH_SIGN = rf"(?P<h>\d{{1,2}})[:.h](?P<m>\d{{2}})(?:[:.](?P<s>\d{{2}})(?:[.,]\d+)?)?(?![\d£%]){_HALF}(?![\w%])"
_BARE = rf"(?P<bh>\d{{1,2}})(?P<bm>\d{{2}})(?!\d){_HALF.replace('half', 'bhalf')}(?=\s*[-–—:|,;\])]|\s+|$)(?!\s?[-/–—:]\s?\d|\s+\d{{3}})"
_HOUR = r"(?P<oh>\d{1,2})\s?(?P<ohalf>[ap])\.?m\b\.?"
_DAY = r"(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4},?\s*(?:at\s+)?)?"
_AT_START = re.compile(
    rf"^[\[(<]?\s*(?:at\s+|@\s?)?{_DAY}(?:{_WITH_SIGN}|{_BARE}|{_HOUR})(?:\s?[-–]\s?\d{{1,2}}[:.]?\d{{2}})?\s*[\])>]?\s*(?:[-–—:|,;.>)]+(?=\s|\D|$))?\s*",
    re.IGNORECASE,
)
_AT_END = re.compile(rf"\s*(?:[\[(@–—-]|\bat\b)?\s*(?:{_WITH_SIGN}|{_HOUR})\s*[\])]?\s*$", re.IGNORECASE)
_WHOLE = re.compile(rf"^\s*[\[(]?\s*{_DAY}(?:{_WITH_SIGN}|{_BARE}|{_HOUR})\s*[\])]?\s*$", re.IGNORECASE)
_AFTERNOON = range(1, 8)
"""Hours of no meeting at night: "2.15" without more is a quarter past two in the afternoon."""
_DAY_LONG, _HOUR_LONG = 24, 60


@dataclass(frozen=True)
class ReadTime:
    """A time as it stood. `at` is None when there is no such time of day; `guessed` when morning or afternoon was chosen."""

    at: str | None
    written: str
    bare: bool = False
    guessed: bool = False


def at_start(line: str) -> tuple[ReadTime | None, str]:
    """Return the time a line begins with, and the rest; None and the line when it begins with none."""
    found = _AT_START.match(line)
    if found is None:
        return None, line
    return _made(found), line[found.end() :]


def at_end(line: str) -> tuple[ReadTime | None, str]:
    """Return the time a line ends with, and what is before it."""
    found = _AT_END.search(line)
    if found is None:
        return None, line
    return _made(found), line[: found.start()]


def whole(text: str) -> ReadTime | None:
    """Return a time that is all of a text (a cell, a line of its own), with a day before it or without."""
    found = _WHOLE.match(text)
    return _made(found) if found is not None else None


def _made(found: re.Match[str]) -> ReadTime:
    groups = found.groupdict()
    bare = groups.get("bh") is not None
    hour = int(groups["h"] or groups.get("bh") or groups["oh"])
    minute = int(groups["m"] or groups.get("bm") or 0)
    half = (groups["half"] or groups.get("bhalf") or groups["ohalf"] or "").lower()
    written = found.group().strip(" \t-–—|,;>@")
    if hour >= _DAY_LONG or minute >= _HOUR_LONG or (half and not 1 <= hour <= 12):
        return ReadTime(None, written, bare)
    if half:
        return ReadTime(f"{hour % 12 + (12 if half == 'p' else 0):02}:{minute:02}", written, bare)
    if hour in _AFTERNOON and not (groups["h"] or groups["bh"]).startswith(("0", "٠", "۰")):
        return ReadTime(f"{hour + 12:02}:{minute:02}", written, bare, guessed=True)
    return ReadTime(f"{hour:02}:{minute:02}", written, bare)


def without_hours(read: ReadTime) -> ReadTime:
    """Return a guessed time as it was written: where times are counted from the start of a recording."""
    if not read.guessed or read.at is None:
        return read
    return ReadTime(f"{int(read.at[:2]) - 12:02}{read.at[2:]}", read.written, read.bare)


def counted(hours: int, minutes: int, start: str | None) -> str | None:
    """Return the time so long after a recording began, or the time counted from its start when nobody said when it began."""
    total = hours * 60 + minutes + (int(start[:2]) * 60 + int(start[3:]) if start else 0)
    return f"{total // 60 % _DAY_LONG:02}:{total % 60:02}" if start or total < _DAY_LONG * 60 else None


def go_forward(times: Sequence[str]) -> bool:
    """Tell whether times mostly follow one another, as those of a meeting do."""
    steps = list(itertools.pairwise(times))
    return not steps or sum(a <= b for a, b in steps) >= 0.8 * len(steps)
