"""Numbers and days of a series of sessions. A number stays with its session, also when that is moved, cancelled or deleted."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Collection

MOST = 10_000
"""Higher numbers are a slip."""
_NUMBER = re.compile(
    r"(?:^\d{1,3}[.):]\s+|[\s,:(–-]+(?:no\.?|nr\.?|number|part|session|meeting|workshop)?\s*#?\d{1,3}\)?$)", re.I
)
_WORDS = re.compile(r"[a-z]+|\d+")
_STEPS = {"week": 7, "weekly": 7, "fortnight": 14, "fortnightly": 14}
_MONTHS = {"month": 1, "monthly": 1, "quarter": 3, "quarterly": 3, "year": 12, "yearly": 12, "annually": 12}
_NTH = {"second": 2, "other": 2, "two": 2, "third": 3, "three": 3, "fourth": 4, "four": 4, "six": 6}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_USUAL = datetime.timedelta(28)


def next_number(given: Collection[int]) -> int:
    """Return the number of the next session: one more than any ever given, so that no printed number means two sessions."""
    return max(given, default=0) + 1


def without_number(title: str) -> str:
    """Return a title without the number at its end or its beginning: "Workshop 3" is "Workshop"."""
    bare = _NUMBER.sub("", title).strip(" -–:,")
    return bare or title


def next_day(last: datetime.date, repeats: str | None, today: datetime.date) -> datetime.date:
    """Return the next day of a series, never one that is past; "every second Tuesday", "monthly", "every 6 weeks".

    What is not understood is four weeks after the last.
    """
    day = _step(last, repeats)
    while day < today:
        day = _step(day, repeats)
    return day


def _step(last: datetime.date, repeats: str | None) -> datetime.date:
    words = _WORDS.findall((repeats or "").casefold())
    many = next((int(word) for word in words if word.isdigit() and 0 < int(word) <= 52), None)
    many = many or next((_NTH[word] for word in words if word in _NTH), 1)
    for word in words:
        bare = word.removesuffix("s")
        if bare in _STEPS or word in _STEPS:
            return last + datetime.timedelta(_STEPS.get(bare, _STEPS.get(word, 7)) * many)
        if bare in _MONTHS or word in _MONTHS:
            return _months_on(last, _MONTHS.get(bare, _MONTHS.get(word, 1)) * many)
        if bare in _DAYS:
            return _on_weekday(last + datetime.timedelta(7 * many), _DAYS.index(bare))
    return last + _USUAL


def _on_weekday(day: datetime.date, weekday: int) -> datetime.date:
    return day - datetime.timedelta((day.weekday() - weekday) % 7)


def _months_on(day: datetime.date, many: int) -> datetime.date:
    """The same weekday of the month: a third Tuesday stays a third Tuesday."""
    nth, weekday = (day.day - 1) // 7, day.weekday()
    months = day.year * 12 + day.month - 1 + many
    year, month = divmod(months, 12)
    first = datetime.date(year, month + 1, 1)
    found = first + datetime.timedelta((weekday - first.weekday()) % 7 + 7 * nth)
    last = calendar.monthrange(year, month + 1)[1]
    return found if found.month == first.month and found.day <= last else found - datetime.timedelta(7)
