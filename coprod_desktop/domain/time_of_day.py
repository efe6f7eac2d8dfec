"""Whom the day and the time of a session shut out, said from its start and its end. Nobody is named: it is of anyone.

The source asks for the time of day and who it shuts out; the reasons are those people give: care visits, passes for the
bus, school, work, the dark, days of worship.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import NamedTuple

from coprod_desktop.domain.hours import is_clock

_SATURDAY, _SUNDAY, _FRIDAY = 5, 6, 4
_DARK = {10, 11, 12, 1, 2, 3}
"""Months in which it is dark before most evening sessions end."""


class _When(NamedTuple):
    """A session's hours in minutes of its day. One that ends after midnight ends at 24:00 here."""

    day: datetime.date
    start: int
    end: int

    @property
    def working(self) -> bool:
        """Whether it is on a day from Monday to Friday."""
        return self.day.weekday() < _SATURDAY

    def meets(self, first: str, last: str) -> bool:
        """Tell whether it goes on at any time between these two."""
        return self.start < _minutes(last) and self.end > _minutes(first)


class _Rule(NamedTuple):
    what: str
    fits: Callable[[_When], bool]


_RULES = (
    _Rule("a care visit in the morning", lambda w: w.start < _minutes("10:30")),
    _Rule("a bus pass that begins at 9:30", lambda w: w.working and w.start < _minutes("10:00")),
    _Rule("a care visit or a meal at midday", lambda w: w.meets("12:15", "13:30")),
    _Rule("children to fetch from school", lambda w: w.working and w.meets("14:45", "15:45")),
    _Rule("a job in the day", lambda w: w.working and w.meets("09:00", "16:00")),
    _Rule("a care visit at tea time", lambda w: w.meets("16:30", "18:00")),
    _Rule("an early bedtime", lambda w: w.end > _minutes("19:00")),
    _Rule("a dark walk home", lambda w: w.end > _minutes("16:30") and w.day.month in _DARK),
    _Rule("a last bus that goes early", lambda w: w.end > _minutes("18:30") or w.day.weekday() == _SUNDAY),
    _Rule("prayers on Friday", lambda w: w.day.weekday() == _FRIDAY and w.meets("12:30", "14:00")),
    _Rule("a Sabbath to keep", lambda w: w.day.weekday() == _SATURDAY),
    _Rule("worship on Sunday", lambda w: w.day.weekday() == _SUNDAY and w.start < _minutes("13:00")),
)  # fmt: skip
USUAL_LENGTH = 120
"""Minutes, where no end is set."""


def who_it_shuts_out(day: datetime.date, start: str | None, end: str | None = None) -> tuple[str, ...]:
    """Return what makes a session at this time hard or impossible, to follow "with"; nothing while it has no start."""
    if not is_clock(start):
        return ()
    begins = _minutes(start)
    ends = _minutes(end) if is_clock(end) else begins + USUAL_LENGTH
    when = _When(day, begins, ends if ends > begins else _minutes("24:00"))
    return tuple(rule.what for rule in _RULES if rule.fits(when))


def _minutes(clock: str) -> int:
    hour, _, minute = clock.partition(":")
    return int(hour) * 60 + int(minute)
