from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain import dates
from coprod_desktop.errors import UserError

TODAY = datetime.date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("17 9 2026", "2026-09-17"),
        ("17/09/2026", "2026-09-17"),
        ("17.9.26", "2026-09-17"),
        ("17-09-2026", "2026-09-17"),
        ("2026-09-17", "2026-09-17"),
        ("17 sep 2026", "2026-09-17"),
        ("17th of September 2026", "2026-09-17"),
        ("17th Sept, 2026", "2026-09-17"),
        ("September 17 2026", "2026-09-17"),
        ("Thu 17 September 2026", "2026-09-17"),
        ("3/4/2027", "2027-04-03"),
        ("17 sep", "2027-09-17"),
        ("24 nov", "2026-11-24"),
        ("23 nov", "2026-11-23"),
        ("29 feb", "2028-02-29"),
        ("today", "2026-11-23"),
        ("Tomorrow", "2026-11-24"),
        ("yesterday", "2026-11-22"),
        ("friday", "2026-11-27"),
        ("by Fri", "2026-11-27"),
        ("monday", "2026-11-30"),
        ("in 2 weeks", "2026-12-07"),
        ("in 10 days", "2026-12-03"),
    ],
)
def test_a_date_is_read_as_british_people_write_it(typed: str, meant: str) -> None:
    assert dates.parse_date(typed, TODAY).isoformat() == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("17 sep", "2026-09-17"), ("24 nov", "2025-11-24"), ("monday", "2026-11-16"), ("29 feb", "2024-02-29")],
)
def test_where_the_past_is_meant_it_is_the_last_such_day(typed: str, meant: str) -> None:
    assert dates.parse_date(typed, TODAY, past=True).isoformat() == meant


@pytest.mark.parametrize(
    "typed", ["", "soon", "31 2 2026", "9/17/2026", "17", "17 13 2026", "17 sep 2026 10", "²/3/2026"]
)
def test_what_is_no_date_is_refused_with_how_to_type_one(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        dates.parse_date(typed, TODAY)
    assert "17 Sep" in refused.value.do


def test_next_friday_means_two_days_so_it_is_asked() -> None:
    with pytest.raises(UserError, match="two different days"):
        dates.parse_date("next friday", TODAY)


def test_a_weekday_that_does_not_fit_the_date_is_told() -> None:
    with pytest.raises(UserError, match="is a Thursday, not a Friday"):
        dates.parse_date("Fri 17 Sep 2026", TODAY)


@pytest.mark.parametrize("year", ["0000", "10000"])
def test_years_outside_the_calendar_are_refused_not_crashed_on(year: str) -> None:
    with pytest.raises(UserError):
        dates.parse_date(f"1 1 {year}", TODAY)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("10:30", "10:30"),
        ("10.30", "10:30"),
        ("9", "09:00"),
        ("2pm", "14:00"),
        ("2.15 p.m.", "14:15"),
        ("12am", "00:00"),
        ("12 noon", "12:00"),
        ("noon", "12:00"),
        ("1430", "14:30"),
    ],
)
def test_a_time_is_read_in_the_usual_ways(typed: str, meant: str) -> None:
    assert dates.parse_time(typed) == meant


@pytest.mark.parametrize("typed", ["", "25:00", "10:75", "13pm", "0pm", "later", "10:3"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(UserError):
        dates.parse_time(typed)


def test_dates_are_said_plainly() -> None:
    day = datetime.date(2026, 9, 17)
    assert dates.full(day) == "Thursday 17 September 2026"
    assert dates.short(day) == "Thu 17 Sep"
    assert [dates.near(TODAY + datetime.timedelta(n), TODAY) for n in (0, 1, 4, -1, -3)] == [
        "today",
        "tomorrow",
        "in 4 days",
        "yesterday",
        "3 days ago",
    ]


@pytest.mark.parametrize(
    ("day", "count", "before"),
    [
        ("2026-11-27", 1, "2026-11-26"),
        ("2026-11-30", 1, "2026-11-27"),
        ("2026-11-29", 1, "2026-11-27"),
        ("2026-11-30", 5, "2026-11-23"),
        ("2026-11-30", 20, "2026-11-02"),
        ("2026-11-30", 0, "2026-11-30"),
    ],
)
def test_working_days_before_a_day_leave_out_weekends(day, count, before):
    from_day = datetime.date.fromisoformat(day)
    assert dates.working_days_before(from_day, count) == datetime.date.fromisoformat(before)
