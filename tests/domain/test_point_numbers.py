"""The number a point has on every paper: it stays, whatever comes, moves or goes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.point_numbers import in_words, next_key, numbers, typed_number

KEYS = st.text(alphabet="P0123456789-bus", max_size=6)


def test_it_is_the_one_its_key_ends_in():
    assert numbers([("a", "3"), ("b", "P1"), ("c", "promise-02"), ("d", "p9-3-4")]) == {"a": 3, "b": 1, "c": 2, "d": 4}


def test_of_two_with_one_number_the_first_made_keeps_it():
    assert numbers([("b", "1"), ("a", "1"), ("c", "2")]) == {"a": 1, "c": 2, "b": 3}


@pytest.mark.parametrize("key", ["bus", "2026-11-03", "20261103", "1a", "", "0"])
def test_a_key_without_one_has_the_lowest_that_is_free(key):
    assert numbers([("a", key), ("b", "1")]) == {"b": 1, "a": 2}


@settings(deadline=None)
@given(st.dictionaries(st.text(alphabet="abcdef", min_size=1, max_size=3), KEYS, max_size=12))
def test_each_has_one_of_its_own_and_a_new_one_changes_none(keys):
    found = numbers(keys.items())
    assert set(found) == set(keys)
    assert len(set(found.values())) == len(found)
    assert all(number > 0 for number in found.values())
    new = next_key(keys.items())
    after = numbers([*keys.items(), ("new", new)])
    assert after == {**found, "new": int(new)}
    assert int(new) not in found.values()


@pytest.mark.parametrize(
    ("typed", "number"),
    [("3", 3), (" 03 ", 3), ("3.", 3), ("No. 3", 3), ("point 12", 12), ("0", 0), ("x", None), ("", None), ("3a", None)],
)
def test_it_is_typed_as_people_say_it(typed, number):
    assert typed_number(typed) == number


def test_those_in_a_row_are_told_as_one():
    assert in_words([4, 1, 2, 3, 7]) == "1 to 4, 7"
    assert in_words([]) == ""
