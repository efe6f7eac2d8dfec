"""Days and times as lists of events have them: "w/c 9 March 2026", "12-Mar-26", "1-31 October 2023", "2-4pm".

A log is of days gone by, so a year that is not written is not guessed, and neither is which of two days was meant.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from coprod_desktop.domain.dates import DAYS, MONTHS, parse_date, parse_time
from coprod_desktop.errors import UserError

HOW = "a date like 24 August 2023, or 1-31 October 2023"


class Days(NamedTuple):
    """The first day, the last if it is another, and a time that stood behind the day."""

    first: datetime.date
    last: datetime.date | None = None
    time: str = ""


class Times(NamedTuple):
    """When it starts and ends ("HH:MM"), and what was read into what is written there."""

    start: str | None = None
    end: str | None = None
    told: str = ""


_LEAD = re.compile(r"(?:w[./]?\s?[cb]\b\.?|week (?:commencing|beginning|starting|of)|from\b|starting)\s*:?\s*", re.I)
_ASIDE = re.compile(rf"\s*\((?:(?:{'|'.join(day[:3] for day in DAYS)})[a-z]*|[ap]m|all day)\)\s*", re.I)
_FULL = re.compile(rf"^((?:{'|'.join(DAYS)}),?)\s+(\d{{1,2}}(?:st|nd|rd|th)?)\s+of\s+", re.I)
"""Friday, 23rd of January 2026"""
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|12\s?noon|noon|midday)"
_TO = r"\s*(?:[-–—]|\bto\b|\buntil\b|\btill\b)\s*"
_TIME_BEHIND = re.compile(
    rf"(.*\d)(?:\s*,?\s+(?:at\s+)?|T)((?:{_CLOCK}|\d{{1,2}}(?={_TO}[\d:.]+\s*[ap]))(?:{_TO}(?:{_CLOCK}|\d{{1,2}}))?)(?:Z|[+-]\d\d:?\d\d)?",
    re.I,
)
_SERIAL = re.compile(r"([2-7]\d{4})(\.\d+)?")
"""A day as a spreadsheet counts it, from 30 December 1899."""
_SPACED = re.compile(r"\s+[-–—]\s+|\s*[–—]\s*|\s+(?:to|until|till)\s+", re.I)
_TIGHT = re.compile(r"\s*-\s*")
_AND = re.compile(r"\s*(?:&|\+|\band\b)\s*", re.I)
_BOTH = re.compile(r"(\d{1,2})\s*/\s*(\d{1,2}(?:st|nd|rd|th)?\s+[a-z].*)", re.I)
"""12/13 March 2026: two days."""


def days_of(text: str, today: datetime.date) -> Days:
    """Return the days in a cell. UserError with what was not understood.

    What the first day leaves out is that of the last.
    """
    text = _FULL.sub(r"\1 \2 ", text.strip())
    tidy = _ASIDE.sub(" ", _LEAD.sub("", text.strip(), count=1)).strip()
    if found := _SERIAL.fullmatch(tidy):
        day = datetime.date(1899, 12, 30) + datetime.timedelta(days=int(found[1]))
        return Days(day, None, found[2] or "")
    try:
        return _span(tidy, today)
    except UserError as wrong:
        behind = _TIME_BEHIND.fullmatch(tidy)
        if behind is None:
            raise UserError(
                wrong.what if tidy == text.strip() else f"“{text.strip()}” is not a date.", wrong.do
            ) from wrong
        return _span(behind[1], today)._replace(time=behind[2])


def _span(text: str, today: datetime.date) -> Days:
    first_wrong: UserError | None = None
    for begins, ends in _readings(text):
        try:
            return _between(begins, ends, text, today)
        except UserError as wrong:
            first_wrong = first_wrong or wrong
    raise first_wrong or UserError(f"“{text}” is not a date.")


def _readings(text: str) -> Iterator[tuple[str, str]]:
    """Yield what may be the first day and the last: the same for one day; then by each way of writing two."""
    parts = _SPACED.split(text)
    tight = _TIGHT.split(text)
    if len(parts) == 2:
        yield parts[0], parts[1]
    elif len(tight) == 2 and not _is_day(text):
        yield tight[0], tight[1]
    elif both := _BOTH.fullmatch(text):
        yield from _neighbours(both[1], both[2])
    elif len(two := _AND.split(text)) == 2:
        yield from _neighbours(two[0], two[1])
    yield text, text


def _neighbours(begins: str, ends: str) -> Iterator[tuple[str, str]]:
    """Yield two days with "and" between them, when the one comes after the other: 12 and 26 March are no fortnight."""
    numbers = [int(found[0]) for part in (begins, ends) if (found := re.match(r"\d{1,2}", part))]
    if len(numbers) == 2 and numbers[1] - numbers[0] == 1:
        yield begins, ends


def _is_day(text: str) -> bool:
    return len(_figures(text)) == 3


def _figures(text: str) -> list[str]:
    """Return the numbers and months in a date."""
    words = re.findall(r"[a-z]+|\d+", text.lower())
    return [w for w in words if w.isdigit() or (len(w) > 2 and any(m.lower().startswith(w[:4]) for m in MONTHS))]


def _between(begins: str, ends: str, text: str, today: datetime.date) -> Days:
    last = _day(ends, today)
    if begins == ends:
        return Days(last)
    begins = re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", begins.strip(), flags=re.I)
    if begins.isdigit():
        begins = f"{begins} {last:%m} {last.year}"
    elif len(_figures(begins)) < 3:
        same_year = _day(f"{begins} {last.year}", today)
        begins = f"{begins} {last.year - (same_year > last)}"
    first = _day(begins, today)
    if first > last:
        raise UserError(f"“{text}” ends before it begins.")
    return Days(first, last if last != first else None)


def _day(text: str, today: datetime.date) -> datetime.date:
    day = parse_date(text, today)
    if len(_figures(text)) < 3 or not 1900 <= day.year <= 2200:
        raise UserError(f"“{text}” has no year.")
    return day


# ---- times


def times_of(text: str) -> Times:
    """Return the times in a cell; nothing, and that it was left out, when it is no time."""
    text = text.strip()
    if not text:
        return Times()
    try:
        return _times(text)
    except UserError:
        return Times(told=f"the time “{text}” is not one, and was left out")


def _times(text: str) -> Times:
    parts = re.split(_TO, text, flags=re.I)
    if len(parts) > 2:
        raise UserError("More than two times.")
    end = _clock(parts[1]) if len(parts) == 2 else None
    half = re.search(r"([ap])\.?m\.?$", parts[-1], re.I)
    begins = parts[0]
    if end and half and begins[-1:].isdigit():  # 2-4pm, and 10-2pm
        with_half = _clock(f"{begins}{half[1]}m")
        begins = f"{begins}{half[1]}m" if with_half <= end else begins
    start = _clock(begins)
    if half is None and re.match(r"[1-6](?!\d)", parts[0]) and not re.search(r"[ap]\.?m", text, re.I):
        later = [None if at is None else f"{int(at[:2]) + 12:02}{at[2:]}" if at < "12" else at for at in (start, end)]
        return Times(later[0], later[1], f"“{text}” was read as the afternoon")
    return Times(start, end)


def _clock(text: str) -> str:
    if re.fullmatch(r"0?\.\d+", text):  # a time as a spreadsheet counts it: a part of the day
        minutes = round(float(text) * 1440)
        return f"{minutes // 60 % 24:02}:{minutes % 60:02}"
    return parse_time(re.sub(r"(\d:\d{2}):\d{2}(?:\.\d+)?", r"\1", text))
