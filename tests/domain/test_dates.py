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
        ("in 1 day", "2026-11-24"),
        ("in 1 week", "2026-11-30"),
        ("in 99999 days", "2040-08-01"),
        ("in 0 weeks", "2026-11-23"),
        ("on the 1st of dec", "2026-12-01"),
        ("this Tues", "2026-11-24"),
        ("weds", "2026-11-25"),
        ("thu", "2026-11-26"),
        ("sat", "2026-11-28"),
        ("sunday", "2026-11-29"),
        ("2nd dec", "2026-12-02"),
        ("by the 3rd dec", "2026-12-03"),
        ("sept 17", "2027-09-17"),
        ("sep 17 27", "2027-09-17"),
        ("1 1", "2027-01-01"),
        ("31 12", "2026-12-31"),
        ("1 12 99", "2099-12-01"),
        ("tue 24 nov", "2026-11-24"),
        ("tue 24/11/2026", "2026-11-24"),
        ("mon 23 11", "2026-11-23"),
        ("2026/1/2", "2026-01-02"),
        ("2026 sep 17", "2026-09-17"),
        ("thursday the 17th of september 2026", "2026-09-17"),
    ],
)
def test_a_date_is_read_as_british_people_write_it(typed: str, meant: str) -> None:
    assert dates.parse_date(typed, TODAY).isoformat() == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("17 sep", "2026-09-17"),
        ("24 nov", "2025-11-24"),
        ("23 nov", "2026-11-23"),
        ("monday", "2026-11-16"),
        ("tuesday", "2026-11-17"),
        ("sunday", "2026-11-22"),
        ("29 feb", "2024-02-29"),
        ("today", "2026-11-23"),
        ("17 sep 2027", "2027-09-17"),
    ],
)
def test_where_the_past_is_meant_it_is_the_last_such_day(typed: str, meant: str) -> None:
    assert dates.parse_date(typed, TODAY, past=True).isoformat() == meant


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "",
            "soon",
            "31 2 2026",
            "9/17/2026",
            "17",
            "17 13 2026",
            "17 sep 2026 10",
            "²/3/2026",
            "17 0 2026",
            "31 apr",
        ),
        *("17 se", "fr", "17 9 026", "17 9 6", "17 9 20266", "in two weeks", "in 2 months", "in 2", "2 weeks", "sep"),
        *("17 sep soon", "sep sep", "17 sep 20x6", "fri 17"),
        "x 17 sep",
        "the",
        "next 17",
        "32 1 2026",
        *("nov friday", "friday friday", "2026 9", "29 2 2027", "17 september september"),
    ],
)
def test_what_is_no_date_is_refused_with_how_to_type_one(typed: str) -> None:
    with pytest.raises(UserError) as refused:
        dates.parse_date(typed, TODAY)
    assert "17 Sep" in refused.value.do


@pytest.mark.parametrize("past", [False, True])
def test_a_weekday_is_the_nearest_on_any_day_of_the_week_and_never_today(past):
    step = -1 if past else 1
    for today in (TODAY + datetime.timedelta(n) for n in range(7)):
        week = [today + datetime.timedelta(n * step) for n in range(1, 8)]
        assert [dates.parse_date(dates.DAYS[day.weekday()], today, past=past) for day in week] == week


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


@pytest.mark.parametrize(
    ("today", "past", "meant"),
    [
        ("2096-02-29", False, "2096-02-29"),
        ("2096-03-01", False, "2104-02-29"),
        ("2104-02-28", True, "2096-02-29"),
        ("1999-01-01", False, "2000-02-29"),
        ("2027-01-01", True, "2024-02-29"),
    ],
)
def test_the_29th_of_february_is_that_of_a_leap_year(today, past, meant):
    assert dates.parse_date("29 feb", datetime.date.fromisoformat(today), past=past).isoformat() == meant


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_and_day_is_read_by_three_letters(month):
    day = datetime.date(2026, month, 15)
    assert dates.parse_date(dates.plain(day), TODAY) == day
    assert dates.parse_date(f"15 {dates.MONTHS[month - 1][:3]} 2026", TODAY) == day
    assert dates.parse_date(f"{dates.full(day)}", TODAY) == day


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("0:00", "00:00"), ("23:59", "23:59"), ("12pm", "12:00"), ("1pm", "13:00"), ("11.59 pm", "23:59")),
        *(("12.30am", "00:30"), ("9h30", "09:30"), ("12midday", "12:00"), ("midday", "12:00"), ("0905", "09:05")),
        *(("1 a.m.", "01:00"), ("  9 : 30 ", "09:30"), ("12:00", "12:00"), ("7:05PM", "19:05")),
    ],
)
def test_more_ways_to_type_a_time(typed, meant):
    assert dates.parse_time(typed) == meant


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (" ", "There is no time yet."),
        (" later ", "“later” is not a time."),
        (" 24:00 ", "“24:00” is not a time."),
        (" 13 pm ", "“13 pm” is not a time."),
        ("9:60", "“9:60” is not a time."),
        ("2400", "“2400” is not a time."),
    ],
)
def test_what_is_no_time_is_told_as_it_was_typed(typed, said):
    with pytest.raises(UserError, match="time") as refused:
        dates.parse_time(typed)
    assert refused.value.what == said
    assert "10:30" in refused.value.do


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("  ", "There is no date yet."),
        (" soon ", "“soon” is not a date."),
        (" 31 2 2026 ", "“31 2 2026” is not a day in the calendar."),
        ("17 13 2026", "“17 13 2026” is not a date."),
        ("fri 17", "“fri 17” is not a date."),
        ("next Fri", "“Next” can mean two different days."),
        ("Fri 17 Sep 2026", "17 September 2026 is a Thursday, not a Friday."),
    ],
)
def test_what_is_no_date_is_told_as_it_was_typed(typed, said):
    with pytest.raises(UserError) as refused:
        dates.parse_date(typed, TODAY)
    assert refused.value.what == said


def test_the_year_is_said_where_it_is_another():
    assert dates.in_year(datetime.date(2026, 9, 17), TODAY) == "17 September"
    assert dates.in_year(datetime.date(2027, 9, 17), TODAY) == "17 September 2027"
    assert [dates.near(TODAY + datetime.timedelta(n), TODAY) for n in (2, -2)] == ["in 2 days", "2 days ago"]
