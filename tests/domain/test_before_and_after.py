"""Measures: where one starts from, what one aims for, what was found; in percentage points, and no cause is claimed."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from coprod_desktop.domain.before_and_after import check, in_tenths, number, sample, together
from coprod_desktop.domain.looked_back_record import GroupMeasure, Measured, MeasureUnit
from coprod_desktop.errors import UserError

MAY, NOV = datetime.date(2025, 5, 1), datetime.date(2026, 11, 1)
TODAY = datetime.date(2026, 11, 26)


def row(what: Measured, value: int, **more: object) -> GroupMeasure:
    fields = {"question": "I have choice over my care", "unit": MeasureUnit.PERCENT, "on": MAY, **more}
    return GroupMeasure(id=f"{what}{value}{fields['on']}", what=what, value=value, **fields)  # type: ignore[arg-type]


def test_a_change_is_told_in_percentage_points_with_its_sample():
    """Features: "improved from 59.9% to 72%": before and after in percentage points, with sample and source."""
    before = row(Measured.BASELINE, 599, asked=400, answered=212, source="Our survey")
    (found,) = together([before, row(Measured.AFTER, 720, on=NOV, question="i have choice  over my care", asked=380)])
    assert found.change == "Up 12.1 percentage points"
    assert (number(before), sample(before)) == ("59.9%", "212 of 400 asked")
    assert found.reached is None


def test_a_target_is_reached_or_not_and_the_newest_number_counts():
    """Features: "a baseline against which progress can be measured": question, number, how many asked, date, target."""
    rows = [
        row(Measured.BASELINE, 599),
        row(Measured.AFTER, 700, on=MAY + datetime.timedelta(90)),
        row(Measured.AFTER, 590, on=NOV),
        row(Measured.TARGET, 750, by=NOV),
    ]
    (found,) = together(rows)
    assert found.change == "Down 0.9 percentage points"
    assert found.reached is False


def test_one_point_is_no_points_and_nothing_is_no_change():
    assert (
        together([row(Measured.BASELINE, 600), row(Measured.AFTER, 610, on=NOV)])[0].change == "Up 1 percentage point"
    )
    assert together([row(Measured.BASELINE, 600), row(Measured.AFTER, 600, on=NOV)])[0].change == "No change"
    assert together([row(Measured.BASELINE, 600)])[0].change == ""


def test_two_questions_are_two_measures():
    found = together([row(Measured.BASELINE, 600), row(Measured.AFTER, 610, question="Another")])
    assert [m.question for m in found] == ["I have choice over my care", "Another"]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"value": 1001}, "100.1% cannot be"),
        ({"value": -1}, "cannot be"),
        ({"asked": 0}, "Nobody was asked"),
        ({"asked": 10, "answered": 11}, "11 answered, and only 10 were asked"),
        ({"answered": 0}, "Nobody answered"),
        ({"on": TODAY + datetime.timedelta(1)}, "still to come"),
        ({"question": "  "}, "Write down the question"),
        ({"unit": MeasureUnit.STARS, "value": 51}, "5.1 stars cannot be"),
    ],
)
def test_numbers_that_cannot_be_are_refused_in_a_sentence(wrong, words):
    with pytest.raises(UserError, match=words):
        check(row(Measured.BASELINE, **{"value": 500, **wrong}), (), TODAY)


def test_a_target_before_the_first_number_is_refused():
    with pytest.raises(UserError, match="before the day of the first number"):
        check(row(Measured.TARGET, 750, on=TODAY, by=MAY - datetime.timedelta(1)), [row(Measured.BASELINE, 599)], TODAY)


def test_numbers_of_one_question_count_in_the_same():
    with pytest.raises(UserError, match="count in something else"):
        check(row(Measured.AFTER, 40, unit=MeasureUnit.STARS), [row(Measured.BASELINE, 599)], TODAY)


def test_a_half_goes_up():
    assert in_tenths(None) is None
    assert [in_tenths(Decimal(v)) for v in ("59.95", "59.94", "60")] == [600, 599, 600]


@pytest.mark.parametrize(
    ("value", "more", "words"),
    [
        (-1, {}, "-0.1% cannot be"),
        (1001, {}, "100.1% cannot be"),
        (51, {"unit": MeasureUnit.STARS}, "5.1 stars cannot be: they go from 0 to 5"),
        (-1, {"unit": MeasureUnit.STARS}, "stars cannot be"),
        (-10, {"unit": MeasureUnit.NUMBER}, "-1 is less than nothing"),
        (10_000_000_000_001, {"unit": MeasureUnit.NUMBER}, "larger than can be kept"),
        (0, {"question": " "}, "Write down the question"),
        (0, {"asked": 0}, "Nobody was asked"),
        (0, {"asked": 5, "answered": 6}, "6 answered, and only 5 were asked"),
        (0, {"answered": 0}, "Nobody answered"),
        (0, {"asked": 1_000_000_000_001}, "more people than there are"),
        (0, {"answered": 1_000_000_000_001}, "more people than there are"),
        (0, {"on": TODAY + datetime.timedelta(1)}, "still to come"),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_a_sentence(value, more, words):
    with pytest.raises(UserError, match=words) as told:
        check(row(Measured.AFTER, value, **more), (), TODAY)
    assert "It stays as you typed it" in str(told.value.do)


@pytest.mark.parametrize(
    ("value", "more"),
    [
        (0, {}),
        (1000, {"asked": 1, "answered": 1, "on": TODAY}),
        (50, {"unit": MeasureUnit.STARS}),
        (0, {"unit": MeasureUnit.STARS}),
        (0, {"unit": MeasureUnit.NUMBER}),
        (10_000_000_000_000, {"unit": MeasureUnit.NUMBER, "asked": 1_000_000_000_000}),
    ],
)
def test_the_last_number_that_can_be_is_taken(value, more):
    check(row(Measured.AFTER, value, **more), (), TODAY)


def test_a_target_is_for_a_day_to_come_and_not_before_the_first_number():
    others = [row(Measured.AFTER, 2, on=NOV), row(Measured.BASELINE, 1)]
    check(row(Measured.TARGET, 1, by=MAY, on=TODAY + datetime.timedelta(9), asked=0), others, TODAY)
    check(row(Measured.TARGET, 1), others, TODAY)
    with pytest.raises(UserError, match="before the day of the first number"):
        check(row(Measured.TARGET, 1, by=MAY - datetime.timedelta(1)), others, TODAY)
    check(row(Measured.TARGET, 1, by=MAY - datetime.timedelta(1)), (), TODAY)
    with pytest.raises(UserError, match="count in something else"):
        check(row(Measured.AFTER, 1, unit=MeasureUnit.STARS), others, TODAY)


@pytest.mark.parametrize(
    ("unit", "before", "after", "told"),
    [
        (MeasureUnit.PERCENT, 100, 110, "Up 1 percentage point"),
        (MeasureUnit.PERCENT, 110, 95, "Down 1.5 percentage points"),
        (MeasureUnit.NUMBER, 100, 110, "Up 1"),
        (MeasureUnit.NUMBER, 100, 100, "No change"),
        (MeasureUnit.STARS, 30, 20, "Down 1 star"),
        (MeasureUnit.STARS, 30, 45, "Up 1.5 stars"),
    ],
)
def test_a_change_is_told_in_what_it_counts(unit, before, after, told):
    rows = [row(Measured.AFTER, after, unit=unit, on=NOV), row(Measured.BASELINE, before, unit=unit)]
    assert together(rows)[0].change == told
    assert {one.change for found in rows for one in together([found])} == {""}


def test_a_target_that_is_just_met_is_reached_and_without_numbers_nobody_knows():
    target = row(Measured.TARGET, 750)
    assert [together([row(Measured.AFTER, n), target])[0].reached for n in (749, 750, 751)] == [False, True, True]
    assert together([target])[0].reached is None


@pytest.mark.parametrize(
    ("unit", "value", "told"),
    [
        (MeasureUnit.PERCENT, 1000, "100%"),
        (MeasureUnit.STARS, 10, "1 star"),
        (MeasureUnit.STARS, 45, "4.5 stars"),
        (MeasureUnit.NUMBER, 120, "12"),
        (MeasureUnit.NUMBER, 5, "0.5"),
    ],
)
def test_a_number_is_told_in_what_it_counts(unit, value, told):
    assert number(row(Measured.AFTER, value, unit=unit)) == told


@pytest.mark.parametrize(
    ("asked", "answered", "told"),
    [
        (None, None, ""),
        (None, 1200, "1,200 answered"),
        (400, None, "of 400 asked"),
        (1400, 1200, "1,200 of 1,400 asked"),
    ],
)
def test_of_how_many_it_is_is_told_as_far_as_it_is_known(asked, answered, told):
    assert sample(row(Measured.AFTER, 1, asked=asked, answered=answered)) == told
