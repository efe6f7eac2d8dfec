"""Dates in words, the same in every place and on every system."""

from __future__ import annotations

from datetime import date

from coprod_desktop.domain.dates import DAYS, MONTHS
from coprod_desktop.domain.hours import is_next_day


def in_words(day: date) -> str:
    """Return "6 November 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_of(words: str) -> date | None:
    """Return the day that in_words made these words of; None when they are no such day."""
    day, _, rest = words.partition(" ")
    month, _, year = rest.partition(" ")
    if month not in MONTHS or not (day.isascii() and day.isdigit() and year.isascii() and year.isdigit()):
        return None
    try:
        return date(int(year), MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def with_weekday(day: date) -> str:
    """Return "Friday 6 November 2026"."""
    return f"{DAYS[day.weekday()]} {in_words(day)}"


def in_range(first: date, last: date | None) -> str:
    """Return "7 November 2023", or "1-31 October 2023" as committees print more days than one."""
    if last is None or last == first:
        return in_words(first)
    if (first.month, first.year) == (last.month, last.year):
        return f"{first.day}-{in_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} - {in_words(last)}"
    return f"{in_words(first)} - {in_words(last)}"


def from_to(start: str | None, end: str | None) -> str:
    """Return "10:30am to 12:30pm", "10pm to 1:30am the next day", "10:30am", or nothing."""
    if start and end:
        return f"{clock(start)} to {clock_after(start, end)}"
    return clock(start) if start else ""


def clock_after(start: str | None, time: str | None) -> str:
    """Return a time of day as people say it, and whether it is after the midnight that follows `start`."""
    if not time:
        return ""
    return f"{clock(time)} the next day" if is_next_day(time, start) else clock(time)


def clock(time: str) -> str:
    """Return "10:30" as people say it: "10:30am", "2pm", "midday"."""
    hour, minute = (int(part) for part in time.split(":"))
    if not minute and hour in {0, 12}:
        return "midday" if hour else "midnight"
    return f"{(hour + 11) % 12 + 1}{f':{minute:02d}' if minute else ''}{'pm' if hour >= 12 else 'am'}"
