from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain import series

TUESDAY = datetime.date(2026, 9, 15)


@pytest.mark.parametrize(
    ("repeats", "day"),
    [
        ("weekly", "2026-09-22"), ("Every week", "2026-09-22"), ("every 6 weeks", "2026-10-27"),
        ("every second Tuesday", "2026-09-29"), ("every other Thursday", "2026-09-24"), ("fortnightly", "2026-09-29"),
        ("monthly", "2026-10-20"), ("every month", "2026-10-20"), ("quarterly", "2026-12-15"), ("every 2 months", "2026-11-17"),
        ("when the hall is free", "2026-10-13"), (None, "2026-10-13"), ("", "2026-10-13"),
        ("every fortnight", "2026-09-29"), ("a quarter", "2026-12-15"), ("every year", "2027-09-21"), ("yearly", "2027-09-21"),
        ("annually", "2027-09-21"), ("every two weeks", "2026-09-29"), ("every third week", "2026-10-06"),
        ("three weekly", "2026-10-06"), ("every fourth week", "2026-10-13"), ("four-weekly", "2026-10-13"),
        ("six-weekly", "2026-10-27"), ("every 2nd Tuesday", "2026-09-29"), ("every 1 week", "2026-09-22"),
        ("every 0 weeks", "2026-09-22"), ("every 52 weeks", "2027-09-14"), ("every 53 weeks", "2027-09-14"),
        ("Tuesdays, 2 to 4", "2026-09-22"), ("weekly, 7 pm", "2026-09-22"), ("Wednesdays", "2026-09-16"),
        ("third Tuesday of the month", "2026-10-20"), ("the 3rd Tuesday of every 2 months", "2026-11-17"),
        ("on Tuesdays, fortnightly", "2026-09-29"),
    ],
)  # fmt: skip
def test_a_series_goes_on_as_it_was_said(repeats, day):
    assert series.next_day(TUESDAY, repeats, TUESDAY).isoformat() == day


@given(
    st.dates(datetime.date(2020, 1, 1), datetime.date(2029, 12, 31)),
    st.sampled_from(["monthly", "weekly", "every 3 months", "every second Friday", "yearly", None, "x"]),
    st.integers(0, 900),
)
def test_the_next_day_is_never_past_and_always_later(last, repeats, later):
    today = last + datetime.timedelta(later)
    found = series.next_day(last, repeats, today)
    assert found > last
    assert found >= today


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Workshop 3", "Workshop"), ("Steering group, meeting 12", "Steering group"), ("3. Listening space", "Listening space"),
        ("Forum (4)", "Forum"), ("Plan for 2027", "Plan for 2027"), ("Home care", "Home care"), ("7", "7"), ("3. – Listening space", "Listening space"),
    ],
)  # fmt: skip
def test_a_title_is_known_without_its_number(title, bare):
    assert series.without_number(title) == bare


@pytest.mark.parametrize(
    ("last", "months", "day"),
    [
        ("2026-09-01", "monthly", "2026-10-06"),  # a first Tuesday
        ("2026-09-07", "monthly", "2026-10-05"),
        ("2026-09-08", "monthly", "2026-10-13"),
        ("2026-09-29", "monthly", "2026-10-27"),  # a fifth, and October has no fifth
        ("2026-09-30", "every 3 months", "2026-12-30"),  # December has one
        ("2026-10-31", "monthly", "2026-11-28"),
        ("2026-03-31", "every 3 months", "2026-06-30"),  # the last day of its month
        ("2026-11-17", "monthly", "2026-12-15"),
        ("2026-12-15", "monthly", "2027-01-19"),
    ],
)
def test_a_weekday_of_a_month_stays_one_and_a_fifth_is_the_last_where_there_is_none(last, months, day):
    last = datetime.date.fromisoformat(last)
    assert series.next_day(last, months, last).isoformat() == day


def test_the_next_day_may_be_today():
    week_on = TUESDAY + datetime.timedelta(7)
    assert series.next_day(TUESDAY, "weekly", week_on) == week_on
    assert series.next_day(TUESDAY, "weekly", week_on + datetime.timedelta(1)) == TUESDAY + datetime.timedelta(14)


def test_a_session_has_a_number_from_one_up_and_five_digits_are_a_slip():
    assert [n for n in (-1, 0, 1, 9_999, 10_000) if series.is_number(n)] == [1, 9_999]


@pytest.mark.parametrize(("given_before", "number"), [((), 1), ((1,), 2), ((2, 7, 3), 8)])
def test_no_number_is_given_twice(given_before, number):
    assert series.next_number(given_before) == number
