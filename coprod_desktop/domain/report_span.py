"""From which day until which a report looks: what somebody chose, else what its kind looks back."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

from coprod_desktop.errors import UserError

_YEAR = re.compile(r"([0-9]{4})(?:\s*[-/–]\s*([0-9]{2}|[0-9]{4}))?")
_FIRST_MONTH = 4
"""Councils count their year from 1 April."""


class Span(NamedTuple):
    """Days, both of them in it; None: no end on that side."""

    since: date | None = None
    until: date | None = None


def year_span(words: str) -> Span:
    """Return a year: "2026" is January to December, "2026-27" a council's year, from 1 April to 31 March. UserError else."""
    found = _YEAR.fullmatch(words.strip())
    if found and int(found[1]) > 0:
        year = int(found[1])
        if found[2] is None:
            return Span(date(year, 1, 1), date(year, 12, 31))
        if int(found[2]) % 100 == (year + 1) % 100 and year < date.max.year:
            return Span(date(year, _FIRST_MONTH, 1), date(year + 1, _FIRST_MONTH, 1) - timedelta(days=1))
    raise UserError(
        f"“{words}” is not a year.", "Write 2026 for January to December, or 2026-27 for 1 April 2026 to 31 March 2027."
    )


def the_right_way_round(span: Span) -> Span:
    """Return the span. UserError when its first day comes after its last."""
    if span.since and span.until and span.since > span.until:
        raise UserError("The first day comes after the last.", "Change one of them. No report was made.")
    return span


def looking_back(months: int, until: date) -> Span:
    """Return so many months that end on a day: six up to 9 May begin on 10 November. 0 months: from the beginning."""
    return Span(back(until, months) + timedelta(days=1), until) if months else Span(None, until)


def back(day: date, months: int) -> date:
    """Return the same day so many months before, or the last day of that month: 31 August less six is 28 February."""
    at = day.year * 12 + day.month - 1 - months
    year, month = max(1, at // 12), at % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
