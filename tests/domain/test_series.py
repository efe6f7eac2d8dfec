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
        ("when the hall is free", "2026-10-13"), (None, "2026-10-13"),
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
        ("Forum (4)", "Forum"), ("Plan for 2027", "Plan for 2027"), ("Home care", "Home care"), ("7", "7"),
    ],
)  # fmt: skip
def test_a_title_is_known_without_its_number(title, bare):
    assert series.without_number(title) == bare


@given(st.sets(st.integers(1, 60)))
def test_no_number_is_given_twice(given_before):
    assert series.next_number(given_before) not in given_before
