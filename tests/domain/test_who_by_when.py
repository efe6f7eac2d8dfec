"""Who and by when in one go; a name that only looks like a day stays a name."""

import datetime

import pytest

from coprod_desktop.domain.who_by_when import who_and_day

TODAY = datetime.date(2026, 9, 24)
NOV = datetime.date(2026, 11, 6)


@pytest.mark.parametrize(
    "typed",
    [
        "Head of home care, 6 Nov",
        "Head of home care, by 6 November 2026",
        "Head of home care by 6/11/2026",
        "Head of home care,by Fri 6 Nov",
        "Head of home care  By  the 6th of November",
    ],
)
def test_who_and_a_day_are_taken_apart(typed):
    assert who_and_day(typed, TODAY) == ("Head of home care", NOV)


def test_a_day_of_the_week_needs_by():
    assert who_and_day("Head of home care by friday", TODAY) == ("Head of home care", datetime.date(2026, 9, 25))
    assert who_and_day("Robin, Friday", TODAY) == ("Robin, Friday", None)


def test_the_last_part_is_the_day_whatever_stands_in_who():
    assert who_and_day("Priti, service director, 6 Nov", TODAY) == ("Priti, service director", NOV)
    assert who_and_day("Standby by night team, 6 Nov", TODAY) == ("Standby by night team", NOV)


@pytest.mark.parametrize(
    "typed",
    ["", "Head of home care", "by 6 Nov", ", 6 Nov", "Team 6", "Ward 4, bay 12", "Priti, 31 Nov", "May June", "by"],
)
def test_anything_else_stays_as_it_was_typed(typed):
    assert who_and_day(typed, TODAY) == (typed, None)
