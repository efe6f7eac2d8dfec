"""Whom a time of day shuts out, said from the start of the session."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.time_of_day import who_it_shuts_out

THURSDAY, FRIDAY = datetime.date(2026, 6, 18), datetime.date(2026, 6, 19)
SATURDAY, SUNDAY = datetime.date(2026, 6, 20), datetime.date(2026, 6, 21)
WINTER = datetime.date(2026, 12, 17)


def said(*when: object) -> str:
    return "; ".join(who_it_shuts_out(*when))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "start", "end", "words"),
    [
        (THURSDAY, "09:30", "11:30", "care visit in the morning"),
        (THURSDAY, "09:30", "11:30", "bus pass"),
        (THURSDAY, "11:30", "13:00", "at midday"),
        (THURSDAY, "14:00", "16:00", "from school"),
        (THURSDAY, "10:30", "12:00", "job in the day"),
        (THURSDAY, "18:00", "20:00", "early bedtime"),
        (WINTER, "15:30", "17:00", "dark walk"),
        (FRIDAY, "13:00", "14:30", "prayers on Friday"),
        (SATURDAY, "11:00", "12:00", "Sabbath"),
        (SUNDAY, "11:00", "12:00", "worship"),
    ],
)
def test_each_time_has_whom_it_is_hard_for(day, start, end, words):
    """Features: "establishing evening activities to be more accessible": time-of-day record and who it shuts out."""
    assert words in said(day, start, end)


def test_an_hour_that_is_easy_for_most_says_little():
    assert said(SATURDAY, "10:45", "12:00") == "a Sabbath to keep"
    assert "dark walk" not in said(THURSDAY, "18:00", "20:00")
    assert "bus pass" not in said(SATURDAY, "09:30", "11:00")


def test_without_a_start_nothing_is_said():
    assert who_it_shuts_out(THURSDAY, None) == ()
    assert who_it_shuts_out(THURSDAY, "soon") == ()


def test_without_an_end_two_hours_are_taken_and_one_after_midnight_is_late():
    assert "at midday" in said(THURSDAY, "10:30")
    assert "early bedtime" in said(THURSDAY, "22:00", "01:00")
