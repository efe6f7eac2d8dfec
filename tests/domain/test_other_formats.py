"""Formats that only people make: how each stands, and what of it may be told."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain import other_formats
from coprod_desktop.domain.week_after import FormatAsked, FormatState

DAY = datetime.date(2026, 11, 26)


def form(state=FormatState.ASKED, **more):
    return FormatAsked(**({"id": "a", "format": "BSL film", "state": state, "on": DAY} | more))


def test_the_newest_step_says_how_a_format_stands():
    rows = [form(id="a"), form(id="b", format="Audio"), form(FormatState.MADE, id="c", format="bsl film")]
    assert [(row.id, row.state) for row in other_formats.newest(rows)] == [("c", "made"), ("b", "asked")]


def test_another_language_is_another_format():
    rows = [form(id="a", format="Audio", language="Polish"), form(id="b", format="Audio", language="Welsh")]
    assert [other_formats.called(row) for row in other_formats.newest(rows)] == ["Audio in Polish", "Audio in Welsh"]


@pytest.mark.parametrize("state", [FormatState.ASKED, FormatState.MADE])
def test_nothing_is_told_of_what_nobody_has_checked(state):
    assert other_formats.to_tell([form(state, where_is="https://example.org/film")]) == ()


@pytest.mark.parametrize(
    ("where", "address"),
    [
        ("https://example.org/film", "https://example.org/film"),
        ("On our page, www.example.org/bsl.", "www.example.org/bsl"),
        ("on Jo's laptop, in the drawer", ""),
        (None, ""),
    ],
)
def test_only_a_web_address_is_told_and_nothing_around_it(where, address):
    assert other_formats.address(form(FormatState.CHECKED, where_is=where)) == address


def test_what_was_checked_and_is_asked_for_again_is_told_no_more():
    """As when the words changed and the film has to be made anew."""
    there = form(FormatState.CHECKED, where_is="https://example.org/film")
    assert other_formats.to_tell([there]) == (there,)
    assert other_formats.to_tell([there, form(id="b")]) == ()


def test_it_is_said_whole_for_the_list():
    told = other_formats.told(form(FormatState.CHECKED, where_is="www.example.org", who_signs="Jo Reid"))
    assert told == "Checked, Thu 26 Nov. www.example.org. Signs or speaks: Jo Reid"
