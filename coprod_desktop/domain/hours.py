"""What a time of day means in one session: in the night after it began, and when the clocks change.

Times of day are "HH:MM", as the clock on the wall shows them. Minutes are counted from the midnight before the session
began, as they pass: between 00:30 and 02:30 lie 60 of them on the last Sunday of March, and 180 on that of October.
"""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import TypeGuard
from zoneinfo import ZoneInfo

from coprod_desktop.domain.value import Value, value

ZONE = "Europe/London"
"""The whole United Kingdom has one time (Summer Time Act 1972)."""
ANY_DAY = datetime.date(2001, 1, 1)
"""A day on which no clock changes, where the day is not known or does not matter."""
_BEFORE_START = 6 * 60
"""Minutes. A time of day earlier than this before the start is one of the next day."""


_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


@cache
def zone() -> ZoneInfo:
    """Return the time zone of sessions."""
    return ZoneInfo(ZONE)


def is_clock(text: str | None) -> TypeGuard[str]:
    """Tell whether this is a time of day: files of other programs may say "soon" there."""
    return text is not None and _CLOCK.fullmatch(text) is not None


def is_next_day(clock: str, start: str | None) -> bool:
    """Tell whether a time of day is after the midnight that follows `start`: 01:30 of 22:00, but not 12:00 of 14:00."""
    return start is not None and _face(clock) < _face(start) - _BEFORE_START


@value
class Hours(Value):
    """The day of a session, and when it starts."""

    day: datetime.date
    start: str | None = None

    def minutes(self, clock: str, *, not_before: int | None = None) -> int:
        """Return a time of day as minutes. Of an hour that comes twice it is the second where the first is too early."""
        day = self.day + datetime.timedelta(days=is_next_day(clock, self.start))
        face = datetime.datetime.combine(day, datetime.time.fromisoformat(clock), zone())
        found = self._since_midnight(face)
        if not_before is not None and found < not_before:
            found = max(found, self._since_midnight(face.replace(fold=1)))
        return found

    def clock(self, minutes: int) -> str:
        """Return minutes as the time of day that the clock on the wall shows."""
        at = self._midnight() + datetime.timedelta(minutes=minutes)
        return f"{at.astimezone(zone()):%H:%M}"

    def later(self, one: str, other: str) -> str:
        """Return the later of two times of day, of which the second is not long before the first."""
        first = self.minutes(one)
        return self.clock(max(first, self.minutes(other, not_before=first - _BEFORE_START)))

    def change(self, until: int) -> str:
        """Say that the clocks change before the session is over; "" when they do not."""
        start = self.minutes(self.start) if self.start else 0
        before, after = self._offset(start), self._offset(until)
        if before == after:
            return ""
        first = next(minute for minute in range(start, until + 1) if self._offset(minute) == after)
        face = self._midnight() + datetime.timedelta(minutes=first) + before
        way = "forward" if after > before else "back"
        return f"The clocks go {way} one hour at {face:%H:%M}. The times here follow them."

    def _offset(self, minutes: int) -> datetime.timedelta:
        at = (self._midnight() + datetime.timedelta(minutes=minutes)).astimezone(zone())
        return at.utcoffset() or datetime.timedelta()

    def _midnight(self) -> datetime.datetime:
        return datetime.datetime.combine(self.day, datetime.time(), zone()).astimezone(datetime.UTC)

    def _since_midnight(self, face: datetime.datetime) -> int:
        return int((face.astimezone(datetime.UTC) - self._midnight()).total_seconds() // 60)


def _face(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)
