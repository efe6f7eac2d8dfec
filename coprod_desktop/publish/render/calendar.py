"""Days as an iCalendar file (RFC 5545) that every calendar can take in, and take in again when it is newer."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from icalendar import Alarm, Calendar
from icalendar import Event as Entry

from coprod_desktop.publish.paper import Event
from coprod_desktop.publish.render.every_format.characters import tidy
from coprod_desktop.publish.render.every_format.runs import one_line
from coprod_desktop.publish.render.every_format.whole import whole_file

PRODUCT = "-//Co-production Desktop//Follow-up dates//EN"
_NO_HOST = "coprod-desktop.invalid"
"""Names no computer anywhere (RFC 6761)."""
_END = b"END:VCALENDAR\r\n"
_COUNTED_FROM = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


def render_calendar(events: Sequence[Event], target: Path, *, made_on: datetime.datetime) -> None:
    """Write the days to target; a run that fails leaves the file that was there."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    with whole_file(target) as path, path.open("wb") as out:
        out.write(calendar.to_ical().removesuffix(_END))
        for event in events:
            out.write(_entry(event, made_on.astimezone(datetime.UTC).replace(microsecond=0)).to_ical())
        out.write(_END)


def _entry(event: Event, made_on: datetime.datetime) -> Entry:
    entry = Entry()
    entry.add("uid", f"{event.uid}@{_NO_HOST}")
    entry.add("dtstamp", made_on)
    # the newer file wins in a calendar, so a later one has to count higher whatever was changed
    entry.add("sequence", max(0, int((made_on - _COUNTED_FROM).total_seconds() // 60)))
    begin, end = _times(event)
    entry.add("dtstart", begin)
    if end is not None:
        entry.add("dtend", end)
    entry.add("summary", one_line(event.summary))
    for name, text in (("description", tidy(event.description)), ("location", one_line(event.place))):
        if text:
            entry.add(name, text)
    # nobody is busy all day because a promise is due
    entry.add("transp", "OPAQUE" if event.start else "TRANSPARENT")
    entry.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    if event.remind_days and not event.cancelled:
        entry.add_component(_alarm(event))
    return entry


def _times(event: Event) -> tuple[datetime.date, datetime.date | None]:
    """Return when it begins and ends: whole days up to the next morning, times as the clock on the wall shows them."""
    last = max(event.day, event.end_day or event.day)
    if event.start is None:
        # 31 December 9999 has no next day
        return event.day, last + datetime.timedelta(days=1) if last < datetime.date.max else None
    begin = datetime.datetime.combine(event.day, datetime.time.fromisoformat(event.start))
    if event.end is None:
        return begin, None
    end = datetime.datetime.combine(last, datetime.time.fromisoformat(event.end))
    return begin, end if end > begin else None


def _alarm(event: Event) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one_line(event.summary))
    alarm.add("trigger", datetime.timedelta(days=-event.remind_days))
    return alarm
