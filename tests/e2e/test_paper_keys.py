"""Eight things to look at, settled in eight keys, and the papers made: counted, in a real window, heard from outside."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from coprod_desktop.domain.check.findings import blocking
from coprod_desktop.domain.words import Outcome
from coprod_desktop.services import capture, sessions, workspace
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import papers
from tests.e2e.program import Program

pytestmark = [pytest.mark.window, pytest.mark.timeout(300)]
LINES = (
    "Ring Dolores Quimby about the rota",
    "Call me on 07700 900123 when it is late",
    "Write to me at jq@example.org",
    "I live at 14 Larkspur Close",
    "My number is 07700 900456",
    "Tell Winston Abernethy the lift is broken",
    "My other mail is old.jean@example.org",
    "The key is with Marguerite Okonkwo",
)
OTHER = "The key is with a neighbour"
KEYS = ("1", "1", "2", "1", "1", "2", "1", "3")
"""One for each of the eight: left out, fine, and for the last one other words."""


@pytest.fixture
def folder(tmp_path) -> Path:
    """A workspace with a session of today in which eight lines hold something private, and everything is answered."""
    made = tmp_path / "desk"
    workspace.create(made, None)
    desk = workspace.unlock(made, None)
    session, _ = sessions.start_now(desk)
    for words in LINES:
        capture.add(desk, session, NewLine(text=words, quote_ok=True))
    capture.settle_outcomes(desk, [line.id for line in capture.lines(desk, session)], Outcome.HEARD)
    assert len(blocking(papers.findings(desk, session))) == len(KEYS)
    workspace.close(desk)
    return made


class Counting:
    """Presses keys as a person would, and counts them."""

    def __init__(self, program: Program) -> None:
        self.program, self.keys = program, 0

    def press(self, key: str) -> None:
        self.keys += 1
        self.program.press(key)


def test_eight_things_are_settled_in_eight_keys_and_the_papers_are_made(start, folder, tmp_path):
    program = start(folder)
    program.shows("Session on")
    program.tab_to("Open this session")
    program.press("space")
    program.shows("Step 2, Listen")
    hand = Counting(program)
    program.press("ctrl+4")
    program.shows("8 left")
    program.press("2")
    program.shows("7 left")
    program.press("ctrl+z")  # the last one comes back
    for left, key in zip(range(len(KEYS), 0, -1), KEYS, strict=True):
        program.shows(f"{left} left")
        program.until(lambda: "Keys: 1 Leave it out" in program.focused()["name"] or None)
        hand.press(key)
    program.focus_on("What the paper prints instead of the line with “Marguerite Okonkwo”")
    program.type(OTHER)
    program.press("Return")
    assert hand.keys == len(KEYS) == 8
    program.focus_on("The paper as pages")
    program.tab_to("Make 1 paper")
    hand.press("space")
    program.shows("1 file is made.")
    assert hand.keys == len(KEYS) + 1
    assert len(list((tmp_path / "Documents").rglob("*.pdf"))) == 1
    program.kill()

    desk = workspace.unlock(folder, None)
    session = sessions.every(desk)[0].id
    found = papers.findings(desk, session)
    by_hand = Counter(one.settled.decision for one in found if one.settled and one.settled.id)
    assert not blocking(found)
    assert by_hand == {"leave out": KEYS.count("1"), "it is fine": KEYS.count("2")}
    assert [line.public_text for line in sessions.record(desk, session).entries if line.public_text] == [OTHER]
    workspace.close(desk)
