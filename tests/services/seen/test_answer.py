"""What the Answer page knows without a window: what is open, which rows an act is for, which row is next."""

import datetime
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.domain.words import Outcome, Publish
from coprod_desktop.services.seen.answer import ALL, NO_THEME, Board
from tests.domain.making import entry, point, record

TODAY = datetime.date(2026, 9, 24)


def seen(*rows):
    return Board(record(*rows), TODAY)


@pytest.fixture
def board():
    """Line 1 is in an answered point, line 2 in one without answer; 3 to 6 are in none."""
    return seen(
        entry(1, "The bus is late", theme="Buses"),
        entry(2, "Nobody rings back", theme="Office"),
        entry(3, "Weekends are the worst thing", theme="Buses"),
        entry(4, "Potholes everywhere we go", "parking_lot"),
        entry(5, "The day centre is lovely", outcome=Outcome.HEARD),
        entry(6, "Nobody asked us about it"),
        point(1, "Buses are late", 1),
        point(2, "Ring us back", 2, answer=None),
    )


def test_it_needs_no_window():
    script = (
        "import sys, coprod_desktop.services.seen.answer; print([m for m in sys.modules if m.startswith('PySide6')])"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_the_parts_of_the_list_hold_every_line_that_is_in_no_point(board):
    parts = {part.words: [e.n for e, _ in part.lines] for part in board.parts(ALL)}
    assert parts == {"": [], "Not in a point yet": [3, 6], "Also to settle": [4], "Settled without a point": [5]}
    assert board.row_ids(ALL) == ["point:p1", "point:p2", "entry:e3", "entry:e6", "entry:e4", "entry:e5"]
    assert board.row_ids("theme:Buses") == ["point:p1", "entry:e3"]
    assert board.row_ids(NO_THEME) == ["entry:e6", "entry:e4", "entry:e5"]


def test_what_waits_is_points_without_an_answer_and_lines_without_an_end(board):
    assert board.waiting(ALL) == ["point:p2", "entry:e3", "entry:e6", "entry:e4"]
    assert board.waiting("theme:Buses") == ["entry:e3"]


def test_the_next_row_is_the_one_below_that_waits_and_then_from_the_top(board):
    assert board.next_waiting(ALL, ["point:p1"]) == "point:p2"
    assert board.next_waiting(ALL, ["point:p2"]) == "entry:e3"
    assert board.next_waiting(ALL, ["entry:e3", "entry:e6"]) == "entry:e4"
    assert board.next_waiting(ALL, ["entry:e4"]) == "point:p2"
    assert board.next_waiting("theme:Buses", ["entry:e3"]) is None
    assert board.next_waiting(ALL, ["entry:of a line that went"]) == "point:p2"


@given(done=st.sets(st.sampled_from(["point:p1", "point:p2", "entry:e3", "entry:e6", "entry:e4", "entry:e5"])))
def test_going_on_never_ends_while_something_waits(done):
    made = seen(
        entry(3, "Weekends are the worst thing"),
        entry(4, "Potholes everywhere we go", "parking_lot"),
        entry(5, "The day centre is lovely", outcome=Outcome.HEARD),
        entry(6, "Nobody asked us about it"),
        point(1, "Buses are late"),
        point(2, "Ring us back", answer=None),
    )
    came_to = made.next_waiting(ALL, done)
    left = set(made.waiting(ALL)) - done
    assert (came_to is None) == (not left)
    assert came_to is None or came_to in left


def test_an_act_is_for_what_is_ticked_and_else_for_what_is_chosen(board):
    assert board.acted_on(ALL, ["entry:e3"], ()) == ["entry:e3"]
    assert board.acted_on(ALL, ["entry:e3"], {"entry:e4", "entry:e6"}) == ["entry:e6", "entry:e4"]
    assert board.acted_on(ALL, ["point:p1"], {"entry:e4"}) == ["point:p1"]


def test_a_point_is_acted_on_only_while_no_line_is_chosen(board):
    assert board.point_among(["point:p2"]).you_said == "Ring us back"
    assert board.point_among(["point:p2", "entry:e3"]) is None
    assert [e.n for e in board.lines_among(["point:p2", "entry:e3", "heading:x", "entry:gone"])] == [3]


def test_a_point_is_wanted_by_what_still_waits(board):
    assert board.wants_a_point(board.lines_among(["entry:e3"]))
    assert not board.wants_a_point(board.lines_among(["entry:e5"]))
    assert board.may_end(board.lines_among(["entry:e5"]))
    assert not board.may_end([])
    access = seen(entry(1, "The loop was off", "access_incident"))
    assert not access.may_end(access.lines())
    assert not access.wants_a_point(access.lines())


def test_a_point_never_begins_with_words_nobody_allowed():
    made = seen(
        entry(1, "Jean's own words", quote_ok=True),
        entry(2, "Never asked"),
        entry(3, "With a name in it", publish="edit", public_text="Without a name"),
        entry(4, "With a name in it", publish="edit"),
        entry(5, "Refused", quote_ok=False),
    )
    allowed = [e.n for e in made.lines() if made.said.allows_words(e)]
    assert 2 not in allowed
    assert 5 not in allowed
    words = made.begins_with(made.lines())
    assert "Without a name" in words
    assert not any(private in words for private in ("Never asked", "With a name", "Refused"))


def test_the_counter_counts_what_people_said_and_what_is_half_answered(board):
    assert board.open_words().startswith("3 things people said have no answer yet")
    half = replace(board.record.points[0], owner=None)
    board.update([half], [], board.record.permissions, [half.id])
    assert "1 answer is not complete" in board.open_words()


def test_rows_that_went_are_gone_and_rows_that_changed_are_as_they_are_now(board):
    ended = replace(board.entry("e3"), outcome=Outcome.HEARD)
    board.update([], [ended], board.record.permissions, ["e3", "p2"])
    assert board.waiting(ALL) == ["entry:e2", "entry:e6", "entry:e4"]
    assert board.point("p2") is None
    hidden = replace(board.entry("e6"), publish=Publish.NO)
    board.update([], [hidden], board.record.permissions, ["e6"])
    assert board.waiting(ALL) == ["entry:e2", "entry:e4"]
