"""What the facilitator sends to the room screen, one thing at a time."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.room import RoomChoice, RoomShows


def test_it_starts_blank_and_lines_come_one_below_another_each_once():
    assert RoomChoice() == RoomChoice(results=False, break_at=False)
    sent = RoomChoice().with_line("e1").with_line("e2").with_line("e1")
    assert (RoomChoice().shows, sent.shows, sent.rows) == (RoomShows.BLANK, RoomShows.WORDS, ("e1", "e2"))


def test_a_line_takes_the_place_of_what_stood_there():
    sent = RoomChoice(shows=RoomShows.READ_BACK, theme="Buses", words="The bus is late.").with_line("e1")
    assert (sent.rows, sent.theme, sent.words) == (("e1",), "", "")


@pytest.mark.parametrize(
    ("there", "taken", "shows", "left"),
    [
        (("e1", "e2"), "e1", RoomShows.WORDS, ("e2",)),
        (("e1",), "e1", RoomShows.BLANK, ()),
        (("e1",), "e9", RoomShows.WORDS, ("e1",)),
    ],
)
def test_with_the_last_line_nothing_is_left(there, taken, shows, left):
    sent = RoomChoice(shows=RoomShows.WORDS, rows=there).without_line(taken)
    assert (sent.shows, sent.rows) == (shows, left)


def test_something_else_keeps_neither_rows_nor_the_result_but_the_break_in_the_corner():
    sent = RoomChoice(shows=RoomShows.VOTE, rows=("v",), results=True, break_at=True)
    then = sent.showing(RoomShows.MESSAGE, words="Tea is ready")
    assert (then.rows, then.words, then.results, then.break_at) == ((), "Tea is ready", False, True)
    assert sent.showing(RoomShows.VOTE, rows=("w",)).rows == ("w",)
