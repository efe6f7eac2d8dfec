import datetime

import pytest

from coprod_desktop.domain.hours import ANY_DAY, Hours, is_clock, is_next_day

FORWARD, BACK = datetime.date(2026, 3, 28), datetime.date(2026, 10, 24)
"""The Saturdays before the nights in which the clocks change."""


@pytest.mark.parametrize(
    ("one", "other", "later"), [("10:00", "11:00", "11:00"), ("11:00", "10:59", "11:00"), ("23:50", "00:10", "00:10")]
)
def test_the_later_of_two_times(one, other, later):
    assert Hours(ANY_DAY, "20:00").later(one, other) == later


def test_in_the_night_an_hour_passes_twice_or_not_at_all():
    back, forward = Hours(BACK, "22:00"), Hours(FORWARD, "22:00")
    assert back.minutes("02:30") - back.minutes("00:30") == 180
    assert forward.minutes("02:30") - forward.minutes("00:30") == 60
    first = back.minutes("01:30")
    assert back.minutes("01:30", not_before=first + 1) == first + 60
    assert back.later("01:50", "01:10") == "01:50"
    assert back.clock(first) == back.clock(first + 60) == "01:30"


def test_it_is_said_when_the_clocks_change_before_the_end_and_only_then():
    hours = Hours(FORWARD, "22:00")
    changes = hours.minutes("02:00")
    assert hours.change(changes) == "The clocks go forward one hour at 01:00. The times here follow them."
    assert hours.change(changes - 2) == ""
    assert Hours(BACK, "22:00").change(Hours(BACK, "22:00").minutes("03:00")).startswith("The clocks go back one hour")
    assert Hours(ANY_DAY, "10:00").change(20 * 60) == ""
    assert Hours(ANY_DAY).change(20 * 60) == ""


@pytest.mark.parametrize(("clock", "start", "is_next"), [
    ("01:30", "22:00", True), ("12:00", "14:00", False), ("08:00", "14:00", False), ("07:59", "14:00", True),
    ("07:59", None, False), ("08:30", "14:45", True), ("08:45", "14:45", False),
])  # fmt: skip
def test_a_time_long_before_the_start_is_of_the_next_day(clock, start, is_next):
    assert is_next_day(clock, start) is is_next


@pytest.mark.parametrize(("text", "is_one"), [
    ("09:30", True), ("23:59", True), ("24:00", False), ("9:30", False), ("soon", False), ("09:60", False), (None, False),
])  # fmt: skip
def test_what_is_no_time_of_day_is_none(text, is_one):
    assert is_clock(text) is is_one


def test_an_hour_that_comes_twice_is_the_first_where_that_is_late_enough():
    back = Hours(BACK, "22:00")
    first = back.minutes("01:30")
    assert back.minutes("01:30", not_before=first) == first
    assert back.minutes("03:30", not_before=first + 600) == back.minutes("03:30")
    assert Hours(ANY_DAY).minutes("00:00") == 0
    assert Hours(ANY_DAY).minutes("10:05") == 605
    assert Hours(ANY_DAY).clock(605) == "10:05"


def test_the_clocks_go_back_at_two():
    hours = Hours(BACK, "22:00")
    end = hours.minutes("03:00")
    assert hours.change(end) == "The clocks go back one hour at 02:00. The times here follow them."
    assert Hours(BACK + datetime.timedelta(1), "10:00").change(20 * 60) == ""
    whole_day = Hours(FORWARD + datetime.timedelta(1))
    assert whole_day.change(59) == ""
    assert whole_day.change(60).startswith("The clocks go forward one hour at 01:00.")
