"""Days as an iCalendar file (RFC 5545) that every calendar can take in, and take in again when it is newer."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from icalendar import Alarm, Calendar, Timezone
from icalendar import Event as Entry

from coprod_desktop.domain.format_table import Format
from coprod_desktop.domain.hours import ZONE, is_next_day, zone
from coprod_desktop.publish.paper import Event, Paper
from coprod_desktop.publish.press import NameOf, Pressed, PressSettings
from coprod_desktop.publish.render.every_format.characters import tidy
from coprod_desktop.publish.render.every_format.runs import one_line
from coprod_desktop.publish.render.every_format.whole import whole_file

PRODUCT = "-//Co-production Desktop//Follow-up dates//EN"
_NO_HOST = "coprod-desktop.invalid"
"""Names no computer anywhere (RFC 6761)."""
_END = b"END:VCALENDAR\r\n"
_SUMMER_AND_WINTER = f"""BEGIN:VTIMEZONE
TZID:{ZONE}
BEGIN:DAYLIGHT
DTSTART:19960331T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:BST
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:GMT
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
"""
"""The rule since 1996 (Directive 2000/84/EC, kept in the United Kingdom), for calendars that do not know the zone."""
_COUNTED_FROM = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)


def press(paper: Paper, form: Format, settings: PressSettings, name_of: NameOf) -> Pressed:
    """Make the calendar of a paper (publish.press)."""
    path = name_of(form.apart, form.ending)
    render_calendar(paper.events, path, made_on=settings.made_on)
    return Pressed((path,))


def render_calendar(events: Sequence[Event], target: Path, *, made_on: datetime.datetime) -> None:
    """Write the days to target; a run that fails leaves the file that was there."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if any(event.start for event in events):
        calendar.add_component(Timezone.from_ical(_SUMMER_AND_WINTER))
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
    """Return when it begins and ends: whole days up to the next morning, times in the zone they were written in.

    An end in the night after belongs to the next day; one that only lies before the start is none.
    """
    last = max(event.day, event.end_day or event.day)
    if event.start is None:
        # 31 December 9999 has no next day
        return event.day, last + datetime.timedelta(days=1) if last < datetime.date.max else None
    begin = datetime.datetime.combine(event.day, datetime.time.fromisoformat(event.start), zone())
    if event.end is None:
        return begin, None
    if last == event.day and is_next_day(event.end, event.start) and last < datetime.date.max:
        last += datetime.timedelta(days=1)
    end = datetime.datetime.combine(last, datetime.time.fromisoformat(event.end), zone())
    return begin, end if end > begin else None


def _alarm(event: Event) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", one_line(event.summary))
    alarm.add("trigger", datetime.timedelta(days=-event.remind_days))
    return alarm
