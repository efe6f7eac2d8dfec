"""Numbers and days of a series of sessions. A number stays with its session, also when that is moved, cancelled or deleted."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Collection

_MOST = 9_999
"""Higher numbers are a slip."""
_NUMBER = re.compile(
    r"(?:^\d{1,3}[.):]\s+|[\s,:(–-]+(?:no\.?|nr\.?|number|part|session|meeting|workshop)?\s*#?\d{1,3}\)?$)", re.I
)
_WORDS = re.compile(r"([a-z]+|\d+)(?:(?<=\d)(?:st|nd|rd|th))?")
_STEPS = {"week": 7, "weekly": 7, "fortnight": 14, "fortnightly": 14}
_MONTHS = {"month": 1, "monthly": 1, "quarter": 3, "quarterly": 3, "year": 12, "yearly": 12, "annually": 12}
_NTH = {"second": 2, "other": 2, "two": 2, "third": 3, "three": 3, "fourth": 4, "four": 4, "six": 6}
_MOST_STEPS = 52
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_USUAL = datetime.timedelta(28)


def is_number(number: int) -> bool:
    """Tell whether a session may have this number."""
    return 0 < number <= _MOST


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
    words = [word.removesuffix("s") for word in _WORDS.findall((repeats or "").casefold())]
    counted = [(word, _many(before)) for before, word in itertools.pairwise(["", *words])]
    for word, many in counted:
        if word in _STEPS:
            return last + datetime.timedelta(_STEPS[word] * many)
        if word in _MONTHS:  # also of "the third Tuesday of the month"
            return _months_on(last, _MONTHS[word] * many)
    for word, many in counted:
        if word in _DAYS:
            return _on_weekday(last + datetime.timedelta(7 * many), _DAYS.index(word))
    return last + _USUAL


def _many(word: str) -> int:
    """Return every how many, from the word before what is counted; "at 2 o'clock" counts nothing."""
    return min(int(word), _MOST_STEPS) or 1 if word.isdigit() else _NTH.get(word, 1)


def _on_weekday(day: datetime.date, weekday: int) -> datetime.date:
    return day - datetime.timedelta((day.weekday() - weekday) % 7)


def _months_on(day: datetime.date, many: int) -> datetime.date:
    """The same weekday of the month: a third Tuesday stays a third Tuesday."""
    nth, weekday = (day.day - 1) // 7, day.weekday()
    months = day.year * 12 + day.month - 1 + many
    year, month = divmod(months, 12)
    first = datetime.date(year, month + 1, 1)
    found = first + datetime.timedelta((weekday - first.weekday()) % 7 + 7 * nth)
    return found if found.month == first.month else found - datetime.timedelta(7)
