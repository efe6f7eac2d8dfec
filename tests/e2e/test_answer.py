"""The common jobs of the Answer page in a real window: how many gestures each takes besides typing words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coprod_desktop.domain.record import SessionRecord
from coprod_desktop.domain.words import AnswerKind, Outcome
from coprod_desktop.services import capture, sessions, workspace
from coprod_desktop.services.capture import NewLine
from tests.e2e.program import Program

pytestmark = [pytest.mark.window, pytest.mark.timeout(120)]
LIST = "Points, and what people said that is in none"
SAID = (
    "Nobody rang me when the carer was late",
    "I was told it is who is available",
    "The bus does not wait for the meeting",
    "The tea was good today",
    "Somebody parked across the ramp",
    "We talked about the weather for a while",
    "We want the meeting on a Saturday",
)


class Hands:
    """Presses keys and counts them; what `type` types are words."""

    def __init__(self, program: Program) -> None:
        self.program, self.gestures = program, []

    def press(self, *keys: str) -> None:
        self.gestures += keys
        self.program.press(*keys)

    @contextmanager
    def count(self, most: int) -> Iterator[None]:
        before = len(self.gestures)
        yield
        assert len(self.gestures) - before <= most, self.gestures[before:]


@pytest.fixture
def folder(tmp_path) -> Path:
    """A workspace with one session of today in which seven things were said, none of them answered."""
    workspace.create(tmp_path / "desk", None)
    desk = workspace.unlock(tmp_path / "desk", None)
    session, _ = sessions.new(desk, title="Home care", type="listening space")
    for words in SAID:
        capture.add(desk, session, NewLine(text=words))
    workspace.close(desk)
    return tmp_path / "desk"


def kept(folder: Path) -> SessionRecord:
    """Return the session as it is on the disk, when the program has ended."""
    desk = workspace.unlock(folder, None)
    try:
        return sessions.record(desk, sessions.every(desk)[0].id)
    finally:
        workspace.close(desk)


def test_every_common_job_by_its_count(start, folder):
    program = start(folder)
    hands = Hands(program)
    program.shows("Open this session")
    program.tab_to("Open this session")
    program.press("space")
    program.shows("Step 1, Get ready")
    program.press("ctrl+3")
    program.focus_on(LIST)
    program.press("Home")

    with hands.count(4):  # a new point with "We will"
        hands.press("alt+2")
        program.focus_on("You said")
        program.type("Nobody rings when a carer is late")
        hands.press("Return")
        program.focus_on("What we will do")
        program.type("We will ring you")
        hands.press("Return")
        program.focus_on("Who")
        program.type("Head of home care, by 1 December 2026")
        hands.press("Return")
        program.focus_on(LIST)

    with hands.count(4):  # a no with its reason, and when we look again
        hands.press("alt+6")
        program.focus_on("You said")
        program.type("You cannot choose who comes")
        hands.press("Return")
        program.focus_on("Why, in plain words")
        program.type("There are not enough carers")
        hands.press("Return")
        program.focus_on("When we look again")
        program.type("1 March 2027")
        hands.press("Return")
        program.focus_on(LIST)

    with hands.count(2):  # a line goes under a point
        hands.press("alt+a")
        program.shows("Add this to which point?")
        program.type("choose")
        hands.press("Return")
        program.focus_on(LIST)

    with hands.count(1):  # heard
        hands.press("alt+h")
    program.shows("3 things people said have no answer yet")

    with hands.count(2):  # passed on
        hands.press("alt+p")
        program.focus_on("To whom: who has it now")
        program.type("The hall")
        hands.press("Return")
        program.focus_on(LIST)

    with hands.count(2):  # left out because
        hands.press("alt+l")
        program.focus_on("Why it is left out")
        program.type("Not about care")
        hands.press("Return")
        program.focus_on(LIST)

    with hands.count(6):  # a new point, field by field
        hands.press("Return")
        program.focus_on("You said")
        program.type("The meeting is on a working day")
        hands.press("Return")
        program.focus_on("We have done it")
        hands.press("2")
        program.focus_on("What we will do")
        program.type("We will meet on a Saturday")
        hands.press("Return")
        program.focus_on("Who")
        program.type("Head of home care")
        hands.press("Return")
        program.focus_on("By when")
        program.type("5 December 2026")
        hands.press("Return")
        program.focus_on(LIST)
    program.shows("Everything people said has an answer")
    program.kill()

    record = kept(folder)
    late, chosen, saturday = record.points
    assert (late.answer, late.owner, str(late.due)) == (AnswerKind.WILL, "Head of home care", "2026-12-01")
    assert (chosen.answer, chosen.reason, chosen.look_again) == (
        AnswerKind.CANNOT,
        "There are not enough carers",
        "2027-03-01",
    )
    assert (saturday.text, str(saturday.due)) == ("We will meet on a Saturday", "2026-12-05")
    assert [len(p.from_entries) for p in record.points] == [1, 2, 1]
    ended = {e.text: (e.outcome, e.outcome_note) for e in record.entries if e.outcome}
    assert ended == {
        SAID[3]: (Outcome.HEARD, None),
        SAID[4]: (Outcome.PASSED_ON, "The hall"),
        SAID[5]: (Outcome.LEFT_OUT, "Not about care"),
    }
