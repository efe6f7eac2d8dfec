"""Whose a thing is by what was typed: nobody's promise stays with somebody who left because it was written "Mo"."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.in_whose_name import handed_on, is_theirs

MO, IDA = "Mo Bell", "Ida Ackroyd"


@pytest.mark.parametrize(
    ("typed", "after"),
    [
        ("Mo Bell", "Bea Quill"),
        ("mo  bell", "Bea Quill"),
        ("Mo", "Bea Quill"),
        ("Mo Bell (co-chair)", "Bea Quill"),
        ("Mo Bell and Ida Ackroyd", "Bea Quill and Ida Ackroyd"),
        ("Ida Ackroyd, Mo Bell", "Bea Quill and Ida Ackroyd"),
        ("Ida and Mo", "Bea Quill and Ida"),
        ("the transport team with Mo Bell", "Bea Quill and the transport team"),
    ],
)
def test_what_names_them_is_handed_on_and_who_was_named_beside_them_stays(typed, after):
    assert is_theirs(typed, MO, [IDA])
    assert handed_on(typed, MO, "Bea Quill", [IDA]) == after


@pytest.mark.parametrize("typed", ["Mo Jones", "Kim Mo", "Moira", "Maurice Bell", "Mo-Ann", "the team", "", None])
def test_somebody_else_is_not_taken_for_them(typed):
    assert not is_theirs(typed, MO, [IDA])


def test_a_first_name_that_two_people_have_is_neither_s():
    assert not is_theirs("Mo", MO, ["Mo Jones"])
    assert is_theirs("Mo Bell", MO, ["Mo Jones"])


def test_with_nobody_to_take_it_on_it_is_nobody_s_or_the_others():
    assert handed_on("Mo Bell", MO, "") is handed_on("Mo Bell", MO, " ") is None
    assert handed_on("Mo Bell", MO, "  Bea Quill ") == "Bea Quill"
    assert handed_on("Mo Bell and Ida Ackroyd", MO, "") == IDA


@settings(deadline=None)
@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20), st.lists(st.text(max_size=10), max_size=3))
def test_whatever_is_typed_nobody_else_s_is_changed(typed, name, heir, others):
    after = handed_on(typed, name, heir, others)
    assert is_theirs(typed, name, others) or after == typed
