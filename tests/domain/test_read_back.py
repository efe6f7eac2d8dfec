"""How a theme's sentence stands after it was read to the room, and what papers tell of it."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.live_hour import Heard, ReadBack
from coprod_desktop.domain.read_back import heard, of_theme, sentence_now, told
from tests.domain.making import DAY


def row(n, answer, at, theme="Ringing back", on=DAY, **more):
    return ReadBack(id=f"r{n}", theme=theme, answer=Heard(answer), at=at, on=on, **more)


def test_the_rows_of_a_theme_stand_in_the_order_of_their_days_and_hours():
    rows = [
        row(1, "right", "09:10", on=DAY + datetime.timedelta(days=1)),
        row(3, "change", "11:50"),
        row(2, "missing", "11:50"),
        row(4, "right", "11:40", theme="Buses"),
    ]
    assert [one.id for one in of_theme(rows, "Ringing back")] == ["r2", "r3", "r1"]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([], ""),
        ([row(1, "right", "11:40")], ""),
        ([row(1, "right", "11:40", before="Nobody rings back.")], "Nobody rings back."),
        (
            [row(1, "change", "11:40", words="Nobody ever rings back.", before="Nobody rings back.")],
            "Nobody ever rings back.",
        ),
        ([row(1, "change", "11:40", before="Nobody rings back.")], "Nobody rings back."),
        ([row(1, "missing", "11:40", words="And at night", before="Nobody rings.")], "Nobody rings."),
        ([row(1, "change", "11:40", words="Nobody ever rings."), row(2, "right", "11:45")], "Nobody ever rings."),
    ],
)
def test_a_sentence_stands_as_it_was_last_changed_else_as_it_was_last_read(rows, sentence):
    assert sentence_now(rows, "Ringing back") == sentence
    assert sentence_now(rows, "Buses") == ""


def test_a_right_that_follows_takes_no_other_answer_away():
    rows = [row(n, answer, f"11:4{n}") for n, answer in enumerate(("right", "missing", "right", "right", "change"))]
    said = heard(rows, "Ringing back")
    assert told(said) == "right, then something is missing, then right, then change it"
    assert told(heard(rows, "Buses")) == ""
