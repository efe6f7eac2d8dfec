"""Dates and times as British people write and say them: day before month, words like "friday"."""

from __future__ import annotations

import calendar
import datetime
import itertools
import re
from collections.abc import Sequence

from coprod_desktop.errors import UserError

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
HOW_DATE = "Type a day and a month, like 17 Sep or 17/9/2026, or a word like friday."
HOW_TIME = "Type a time like 10:30, 10.30 or 2pm."
SATURDAY = 5
_RELATIVE = {"today": 0, "tomorrow": 1, "yesterday": -1}
_SAY_NOTHING = frozenset({"the", "of", "on", "st", "nd", "rd", "th", "by", "this"})
_ALSO_WRITTEN = {"weds": "wed", "sept": "sep"}
_LONGEST_AHEAD = 5000
"""Weeks or days: more is a slip, and no calendar goes on for ever."""


def parse_date(text: str, today: datetime.date, *, past: bool = False) -> datetime.date:
    """Return the date that was typed. Without a year it is the next such day, or with `past` the last one.

    Raises UserError with what was not understood and how to type it.
    """
    words = re.findall(r"[a-z]+|\d+", text.lower())
    words = [w for w in words if w not in _SAY_NOTHING]
    if not words:
        raise UserError("There is no date yet.", HOW_DATE)
    found = _spoken(words, today, past=past)
    if found is not None:
        return found
    weekday = _day_number(words[0])
    if weekday is not None:
        del words[0]
    date = _written(text, words, today, past=past)
    if weekday is not None and date.weekday() != weekday:
        raise UserError(f"{plain(date)} is a {DAYS[date.weekday()]}, not a {DAYS[weekday]}.", "Check the day.")
    return date


def working_days_before(day: datetime.date, count: int) -> datetime.date:
    """Return the working day that many working days before a day. Bank holidays count as working days here."""
    while count > 0:
        day -= datetime.timedelta(days=1)
        count -= day.weekday() < SATURDAY
    return day


def parse_time(text: str) -> str:
    """Return the time that was typed as "HH:MM". Raises UserError."""
    words = re.sub(r"(12)?(noon|midday)", "12pm", re.sub(r"\s", "", text.lower()))
    found = re.fullmatch(r"(\d{1,2})(?:[:.h](\d{2}))?(am|pm|a\.m\.|p\.m\.)?|(\d{2})(\d{2})", words)
    if found is None:
        raise UserError(f"“{text.strip()}” is not a time." if text.strip() else "There is no time yet.", HOW_TIME)
    hour, minute = int(found[1] or found[4]), int(found[2] or found[5] or 0)
    half = (found[3] or "").replace(".", "")
    if half and not 1 <= hour <= 12:
        raise UserError(f"“{text.strip()}” is not a time.", HOW_TIME)
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59:
        raise UserError(f"“{text.strip()}” is not a time.", HOW_TIME)
    return f"{hour:02}:{minute:02}"


def full(date: datetime.date) -> str:
    """Return "Thursday 17 September 2026"."""
    return f"{DAYS[date.weekday()]} {plain(date)}"


def plain(date: datetime.date) -> str:
    """Return "17 September 2026"."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}"


def in_year(date: datetime.date, today: datetime.date) -> str:
    """Return "17 September", with the year when it is not this one."""
    return plain(date).removesuffix(f" {today.year}") if date.year == today.year else plain(date)


def short(date: datetime.date) -> str:
    """Return "Thu 17 Sep": where the year is clear from what is around it."""
    return f"{DAYS[date.weekday()][:3]} {date.day} {MONTHS[date.month - 1][:3]}"


def months_away(date: datetime.date, months: int) -> datetime.date:
    """Return the day so many months later (before, when less than 0); of a month that is shorter, its last."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def near(date: datetime.date, today: datetime.date) -> str:
    """Return how a person would say it: "today", "tomorrow", "in 4 days", "yesterday", "3 days ago"."""
    days = (date - today).days
    named = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days)
    return named or (f"in {days} days" if days > 0 else f"{-days} days ago")


def _spoken(words: list[str], today: datetime.date, *, past: bool) -> datetime.date | None:
    if len(words) == 1 and words[0] in _RELATIVE:
        return today + datetime.timedelta(days=_RELATIVE[words[0]])
    if len(words) == 3 and words[0] == "in" and words[1].isdigit() and words[2].rstrip("s") in ("day", "week"):
        days = min(int(words[1]), _LONGEST_AHEAD) * (7 if words[2].startswith("week") else 1)
        return today + datetime.timedelta(days=days)
    if len(words) == 2 and words[0] == "next" and _day_number(words[1]) is not None:
        raise UserError("“Next” can mean two different days.", "Type the day and the month, like 17 Sep.")
    if len(words) == 1 and (number := _day_number(words[0])) is not None:
        days = (today.weekday() - number - 1) % 7 + 1 if past else (number - today.weekday() - 1) % 7 + 1
        return today + datetime.timedelta(days=-days if past else days)
    return None


def _written(text: str, words: list[str], today: datetime.date, *, past: bool) -> datetime.date:
    if len(words) == 3 and len(words[0]) == 4 and words[0].isdigit():
        words.reverse()  # 2026-09-17, as files write it
    if len(words) > 1 and words[1].isdigit() and _month(words[0]) is not None and not words[0].isdigit():
        words[0], words[1] = words[1], words[0]  # September 17
    month = _month(words[1]) if len(words) in (2, 3) else None
    if month is None or not words[0].isdigit() or any(len(w) not in (2, 4) or not w.isdigit() for w in words[2:]):
        raise UserError(f"“{text.strip()}” is not a date.", HOW_DATE)
    day = int(words[0])
    if len(words) == 3:
        return _made(text, day, month, int(words[2]) + (2000 if len(words[2]) == 2 else 0))
    if (day, month) == (29, 2):
        leap = filter(calendar.isleap, itertools.count(today.year, -1 if past else 1))
        made = (datetime.date(year, month, day) for year in leap)
    else:
        made = (_made(text, day, month, today.year + n) for n in ((0, -1) if past else (0, 1)))
    return next(d for d in made if (d <= today if past else d >= today))


def _made(text: str, day: int, month: int, year: int) -> datetime.date:
    try:
        return datetime.date(year, month, day)
    except (ValueError, OverflowError):
        raise UserError(f"“{text.strip()}” is not a day in the calendar.", HOW_DATE) from None


def _day_number(word: str) -> int | None:
    return _beginning(word, DAYS)


def _month(word: str) -> int | None:
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    found = _beginning(word, MONTHS)
    return None if found is None else found + 1


def _beginning(word: str, names: Sequence[str]) -> int | None:
    """Return which of the names begins so; three letters say it."""
    word = _ALSO_WRITTEN.get(word, word)
    return next((at for at, name in enumerate(names) if len(word) >= 3 and name.lower().startswith(word)), None)
