import datetime
from dataclasses import replace

import icalendar
import pytest
import vobject

from coprod_desktop.publish.paper import Event
from coprod_desktop.publish.render.calendar import render_calendar
from tests.publish.render.papers import MADE_ON

DAY = datetime.date(2026, 11, 6)
PROMISE = Event(uid="3fa9c1", day=DAY, summary="By this day: a rota", description="You said: a\nWho: b", remind_days=7)
HOSTILE = 'BEGIN:VEVENT; a, b\\n "q" \r\nEND:VCALENDAR\r\nX:1 \x00\x07 \ud800 مرحبا ہم łódź Ŵŷ țș 😀 =HYPERLINK(1)'


def made(tmp_path, *events, made_on=MADE_ON):
    path = tmp_path / "days.ics"
    render_calendar(events, path, made_on=made_on)
    return path.read_bytes()


def entries(data):
    return vobject.readOne(data.decode()).contents.get("vevent", [])


def test_another_reader_sees_a_whole_day_that_keeps_nobody_busy(tmp_path):
    data = made(tmp_path, PROMISE)
    (entry,) = entries(data)
    assert entry.uid.value == "3fa9c1@coprod-desktop.invalid"
    assert entry.dtstart.value == DAY
    assert entry.dtend.value == DAY + datetime.timedelta(days=1)
    assert entry.summary.value == "By this day: a rota"
    assert entry.description.value == "You said: a\nWho: b"
    assert entry.transp.value == "TRANSPARENT"
    assert entry.status.value == "CONFIRMED"
    assert entry.dtstamp.value == MADE_ON
    assert b"PRODID:-//Co-production Desktop//" in data


def test_it_reminds_a_week_before_while_it_is_open(tmp_path):
    (entry,) = entries(made(tmp_path, PROMISE))
    assert entry.valarm.trigger.value == datetime.timedelta(days=-7)
    assert entry.valarm.description.value == "By this day: a rota"


def test_what_is_over_is_cancelled_and_silent(tmp_path):
    over = Event(uid="3fa9c1", day=DAY, summary="Done: a rota", remind_days=7, cancelled=True)
    (entry,) = entries(made(tmp_path, over))
    assert entry.status.value == "CANCELLED"
    assert "valarm" not in entry.contents


def test_a_newer_file_counts_higher(tmp_path):
    later = MADE_ON + datetime.timedelta(minutes=1)
    first, second = (int(entries(made(tmp_path, PROMISE, made_on=on))[0].sequence.value) for on in (MADE_ON, later))
    assert 0 < first < second < 2**31
    assert entries(made(tmp_path, PROMISE, made_on=datetime.datetime(1999, 1, 1, tzinfo=datetime.UTC)))


def test_a_session_has_times_of_the_clock_on_the_wall(tmp_path):
    session = Event(
        uid="s", day=DAY, summary="Listening space", place="The hall, Mill Road", start="10:30", end="12:30"
    )
    data = made(tmp_path, session)
    (entry,) = entries(data)
    assert b"DTSTART;TZID=Europe/London:20261106T103000\r\n" in data
    assert b"DTEND;TZID=Europe/London:20261106T123000\r\n" in data
    assert entry.location.value == "The hall, Mill Road"
    assert entry.transp.value == "OPAQUE"


def test_the_same_moment_in_every_calendar_in_summer_and_winter_and_in_years_to_come(tmp_path):
    for day, utc in (
        (datetime.date(2026, 7, 9), 9),
        (datetime.date(2026, 11, 6), 10),
        (datetime.date(2049, 7, 9), 9),
        (datetime.date(2026, 3, 28), 10),
        (datetime.date(2026, 3, 29), 9),
        (datetime.date(2026, 10, 25), 10),
    ):
        data = made(tmp_path, Event(uid="s", day=day, summary="x", start="10:30"))
        begins = entries(data)[0].dtstart.value.astimezone(datetime.UTC)  # by the rules in the file itself
        assert (begins.date(), begins.hour, begins.minute) == (day, utc, 30)


def test_whole_days_carry_no_zone(tmp_path):
    assert b"VTIMEZONE" not in made(tmp_path, PROMISE)


def test_a_session_over_midnight_ends_the_next_day_also_when_the_clocks_change(tmp_path):
    night = Event(uid="s", day=datetime.date(2026, 3, 28), summary="Nights", start="22:00", end="01:30")
    data = made(tmp_path, night)
    assert b"DTEND;TZID=Europe/London:20260329T013000\r\n" in data


@pytest.mark.parametrize(
    ("about", "end"),
    [
        ({"end_day": datetime.date(2026, 11, 8)}, datetime.date(2026, 11, 9)),
        ({"end_day": datetime.date(2026, 11, 1)}, datetime.date(2026, 11, 7)),
        ({"start": "10:00", "end": "09:00"}, None),
        ({"start": "10:00"}, None),
        ({"day": datetime.date.max}, None),
    ],
)
def test_ends_that_are_odd(tmp_path, about, end):
    data = made(tmp_path, Event(**{"uid": "s", "day": DAY, "summary": "x", **about}))
    (entry,) = entries(data)
    assert (entry.dtend.value if "dtend" in entry.contents else None) == end


def test_lines_are_folded_at_75_bytes_and_end_as_the_rule_says(tmp_path):
    long = "Ŵ 😀 ہم جاننا چاہتے ہیں words that go on and on " * 60
    data = made(tmp_path, Event(uid="s", day=DAY, summary=long, description=long))
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in lines:
        line.decode("utf-8")
    assert entries(data)[0].description.value.split() == long.split()


def test_what_people_said_is_never_a_line_of_the_file(tmp_path):
    data = made(tmp_path, Event(uid="s", day=DAY, summary=HOSTILE, description=HOSTILE, place=HOSTILE, remind_days=7))
    assert data.count(b"\r\nBEGIN:VEVENT") == data.count(b"\r\nEND:VEVENT") == 1
    assert b"\r\nX:1" not in data
    (entry,) = entries(data)
    for words in ('BEGIN:VEVENT; a, b\\n "q"', "مرحبا ہم łódź Ŵŷ țș 😀 =HYPERLINK(1)"):
        assert words in entry.summary.value
        assert words in entry.description.value
    assert "\n" not in entry.summary.value
    assert len(icalendar.Calendar.from_ical(data).walk("VEVENT")) == 1


def test_the_same_days_are_the_same_bytes(tmp_path):
    assert made(tmp_path, PROMISE) == made(tmp_path, PROMISE)


def test_no_days_make_an_empty_calendar(tmp_path):
    assert entries(made(tmp_path)) == []


def test_a_run_that_fails_in_the_middle_leaves_the_file_that_was_there(tmp_path):
    path = tmp_path / "days.ics"
    path.write_bytes(b"the old one")
    with pytest.raises(ValueError, match="hour"):
        render_calendar([PROMISE, replace(PROMISE, start="25:00")], path, made_on=MADE_ON)
    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]
