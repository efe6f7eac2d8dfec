"""What the gate lets through of who could take part, of a session's days, and of why it was moved or cancelled."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.words import SessionState
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.taking_part import PublicTakingPart
from tests.domain.making import DAY, person, record

BEFORE = datetime.date(2026, 4, 1)


def part(*rows, **session) -> PublicTakingPart:
    return open_gate(record(*rows, **session), (), DAY).part


def test_of_taking_part_each_thing_is_told_in_its_place():
    listener = person("ida", "Ida Moor", "director", "first name")
    assert part(
        listener, days=(BEFORE, DAY), ways=("In the hall", " ", "By phone"), strands=("Buses", ""),
        senior_listener="Ida Moor", for_whom="Everyone who cares", host="The library", wrote_it="The Marrow group",
        could_not_come="Night workers", shuts_out="Who has no phone", why_method="It is quick",
        travel_note="Ask Hill House", print_note="On yellow", learnt="Start with tea", series="Tea and talk",
        series_n=3, state=SessionState.MOVED, state_why="The hall was shut.", moved_from=BEFORE,
    ) == PublicTakingPart(
        days=(BEFORE, DAY),
        ways=("In the hall", "By phone"),
        strands=("Buses",),
        senior_listener="Ida",
        for_whom="Everyone who cares",
        host="The library",
        wrote_it="The Marrow group",
        could_not_come="Night workers",
        shuts_out="Who has no phone",
        why_method="It is quick",
        travel_note="Ask Hill House",
        print_note="On yellow",
        learnt="Start with tea",
        series="Tea and talk, number 3",
        otherwise="Moved from 1 April 2026: The hall was shut",
        cancelled=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "n", "told"),
    [
        ("Tea", 2, "Tea, number 2"),
        ("Tea", None, "Tea"),
        (" ", 2, "Number 2"),
        (None, 1, "Number 1"),
        (None, None, None),
    ],
)
def test_a_session_of_a_series_says_which_it_is(name, n, told):
    assert part(series=name, series_n=n).series == told


@pytest.mark.parametrize(
    ("state", "moved_from", "why", "told", "cancelled"),
    [
        (SessionState.CANCELLED, BEFORE, "Nobody could come.", "Cancelled: Nobody could come", True),
        (SessionState.CANCELLED, None, None, "Cancelled", True),
        (SessionState.MOVED, BEFORE, " ", "Moved from 1 April 2026", False),
        (SessionState.MOVED, None, None, "Moved", False),
        (None, BEFORE, "The hall was shut", None, False),
    ],
)
def test_a_session_that_was_moved_or_cancelled_says_so_and_why(state, moved_from, why, told, cancelled):
    made = part(state=state, moved_from=moved_from, state_why=why)
    assert (made.otherwise, made.cancelled) == (told, cancelled)
