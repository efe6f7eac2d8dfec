"""The time of day at which somebody's support ends, or they go, as people say it: "interpreter until 12:00"."""

from __future__ import annotations

import re

from coprod_desktop.domain.phrases import Said

_TIME = (
    r"(?:(?P<{0}h>\d{{1,2}})(?::(?P<{0}m>\d\d))?(?: (?P<{0}half>am|pm|oclock|noon|midday))?|(?P<{0}noon>noon|midday)"
    r"|(?P<{0}past>half|quarter) (?P<{0}way>past |to )?(?P<{0}ph>\d{{1,2}})(?: (?P<{0}phalf>am|pm))?)"
)
_ENDS = re.compile(
    r"\b(?:until|till|til|untill|up to|leaves?|leaving|(?:has|have|needs?|must|had) to (?:go|leave|be (?:home|back|away))|must (?:go|leave)"
    r"|going|goes|go|away|finish(?:es)?|ends?|off|stops?|collected|picked up|home)"
    rf"(?: (?:again|home|early|is|are|booked|paid|here|there|at|by|before|around|about|latest|no later than))* {_TIME.format('')}\b"
)
_RANGE = re.compile(rf"\b(?P<from>from )?{_TIME.format('a')} (?:(?:to|and|until|till) )?{_TIME.format('b')}\b")
_ARE_TIMES = ("from", "am", "ahalf", "apast", "bm", "bhalf", "bpast")
"""What shows that two numbers are times: "from 9 to 12", "9am to 12", "half past 9 to 12"; "2 to 3 people" has none."""
_HOURS = {
    word: str(n)
    for n, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], 1
    )
}
_NOON = 12
_FIRST_OF_DAY = 8
"""Before it an hour without am or pm is of the afternoon: nobody leaves a session at three in the morning."""

_COUNTED = frozenset({
    "days", "day", "weeks", "week", "months", "month", "years", "year", "minutes", "minute", "mins", "hours",
    "hour", "hrs", "people", "pt", "point", "points", "of",
})  # fmt: skip


def ends_at(said: Said) -> str | None:
    """Return the time, as "HH:MM", at which support ends or somebody goes; None when no time of day is said."""
    for clause in said.clauses():
        words = " ".join(_HOURS.get(said.tokens[i], said.tokens[i]) for i in clause)
        for found in _ENDS.finditer(words):
            if _is_time(found, "") and (time := _clock(found, "")):
                return time
        for found in _RANGE.finditer(words):
            told = any(found[part] for part in _ARE_TIMES)
            if told and _is_time(found, "a") and _is_time(found, "b"):
                return _clock(found, "b")
    return None


def _is_time(found: re.Match[str], which: str) -> bool:
    """Tell whether a number is an hour: "until 18" may be an age, "leaves in 2 weeks" is none."""
    after = found.string[found.end() :].split()
    if after and after[0] in _COUNTED:
        return False
    hour = found[f"{which}h"]
    return hour is None or bool(found[f"{which}m"] or found[f"{which}half"]) or int(hour) <= _NOON


def _clock(found: re.Match[str], which: str) -> str | None:
    if found[f"{which}noon"]:
        return "12:00"
    past = found[f"{which}past"]
    hour = int(found[f"{which}ph" if past else f"{which}h"])
    half = found[f"{which}phalf" if past else f"{which}half"]
    minute = int(found[f"{which}m"] or 0) if not past else {"half": 30, "quarter": 15}[past]
    if past == "quarter" and str(found[f"{which}way"]).strip() == "to":
        hour, minute = hour - 1 or _NOON, 45
    afternoon = half not in {"am", "pm"} and 0 < hour < _FIRST_OF_DAY and not str(found[f"{which}h"]).startswith("0")
    if afternoon or (half == "pm" and hour < _NOON):
        hour += 12
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None
