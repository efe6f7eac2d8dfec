"""Totals put together: nothing below nought, no empty row, one order whatever was typed first."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.tallies import about_sum, counts_sum


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        ({}, {}, {}),
        ({"5": 2}, {"5": 1}, {"5": 3}),
        ({"4": 1}, {"5": 2}, {"5": 2, "4": 1}),
        ({"5": 2}, {"5": -2}, {}),
        ({"5": 2, "4": 3}, {"5": -3}, {"4": 3}),
        ({"5": 0}, {"4": 0}, {}),
    ],
)
def test_counts_are_added_and_what_is_taken_back_is_never_below_nought(a, b, both):
    assert list(counts_sum(a, b).items()) == list(both.items())


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        ({"sex": {"man": 1}}, {"sex": {"man": 1, "woman": 2}}, {"sex": {"man": 2, "woman": 2}}),
        ({"sex": {"woman": 1}}, {"age": {"old": 1}}, {"age": {"old": 1}, "sex": {"woman": 1}}),
        ({"age": {"old": 1}}, {"age": {"old": -1}}, {}),
        ({"old": 7}, {"old": {"yes": 1}}, {"old": 7, "old (forms)": {"yes": 1}}),
        ({"old": 7, "old (forms)": {"yes": 1}}, {"old": {"yes": 2}}, {"old": 7, "old (forms)": {"yes": 3}}),
        ({"none": 0}, {}, {"none": 0}),
    ],
)
def test_tables_are_added_by_what_was_asked_and_a_count_of_that_name_stays(a, b, both):
    kept = dict(a)
    found = about_sum(a, b)
    assert list(found) == list(both)
    assert found == both
    assert [list(one) for one in found.values() if isinstance(one, dict)] == [
        sorted(one) for one in both.values() if isinstance(one, dict)
    ]
    assert a == kept
