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


@pytest.mark.parametrize(
    ("words", "day", "hard", "easy"),
    [
        ("care visit in the morning", SATURDAY, ("10:29", "12:00"), ("10:30", "12:00")),
        ("bus pass", THURSDAY, ("09:59", "11:00"), ("10:00", "11:00")),
        ("at midday", SATURDAY, ("11:00", "12:16"), ("11:00", "12:15")),
        ("at midday", SATURDAY, ("13:29", "15:00"), ("13:30", "15:00")),
        ("from school", THURSDAY, ("13:00", "14:46"), ("13:00", "14:45")),
        ("from school", THURSDAY, ("15:44", "17:00"), ("15:45", "17:00")),
        ("job in the day", THURSDAY, ("15:59", "17:00"), ("16:00", "17:00")),
        ("job in the day", THURSDAY, ("08:00", "09:01"), ("08:00", "09:00")),
        ("at tea time", SATURDAY, ("15:00", "16:31"), ("15:00", "16:30")),
        ("at tea time", SATURDAY, ("17:59", "19:00"), ("18:00", "19:00")),
        ("early bedtime", SATURDAY, ("18:00", "19:01"), ("18:00", "19:00")),
        ("dark walk", WINTER, ("15:00", "16:31"), ("15:00", "16:30")),
        ("last bus", THURSDAY, ("17:00", "18:31"), ("17:00", "18:30")),
        ("prayers on Friday", FRIDAY, ("11:00", "12:31"), ("11:00", "12:30")),
        ("prayers on Friday", FRIDAY, ("13:59", "15:00"), ("14:00", "15:00")),
        ("worship on Sunday", SUNDAY, ("12:59", "14:00"), ("13:00", "14:00")),
    ],
)
def test_to_the_minute(words, day, hard, easy):
    assert words in said(day, *hard)
    assert words not in said(day, *easy)


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("bus pass", "Mon Tue Wed Thu Fri"), ("from school", "Mon Tue Wed Thu Fri"), ("job in the day", "Mon Tue Wed Thu Fri"),
        ("prayers on Friday", "Fri"), ("Sabbath", "Sat"), ("worship", "Sun"), ("last bus", "Sun"),
    ],
)  # fmt: skip
def test_what_is_hard_on_some_days_only(words, days):
    week = [THURSDAY + datetime.timedelta(n) for n in range(-3, 4)]
    assert " ".join(f"{day:%a}" for day in week if words in said(day, "09:00", "16:00")) == days


def test_it_is_dark_from_october_to_march():
    months = [month for month in range(1, 13) if "dark" in said(datetime.date(2026, month, 15), "15:00", "17:00")]
    assert months == [1, 2, 3, 10, 11, 12]


def test_an_hour_that_is_easy_for_most_says_little():
    assert said(SATURDAY, "10:45", "12:00") == "a Sabbath to keep"
    assert "dark walk" not in said(THURSDAY, "18:00", "20:00")
    assert "bus pass" not in said(SATURDAY, "09:30", "11:00")


def test_without_a_start_nothing_is_said():
    assert who_it_shuts_out(THURSDAY, None) == ()
    assert who_it_shuts_out(THURSDAY, "soon") == ()


def test_without_an_end_two_hours_are_taken_and_one_after_midnight_is_late():
    assert "at midday" in said(THURSDAY, "10:16")
    assert "at midday" not in said(THURSDAY, "10:15")
    assert "early bedtime" in said(SATURDAY, "10:45", "10:45")
    assert "early bedtime" in said(THURSDAY, "22:00", "01:00")
