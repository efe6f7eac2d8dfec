"""From 25 lines to the first paper in a real window, by keyboard alone: how many gestures the whole job takes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from coprod_desktop.domain.words import Outcome
from coprod_desktop.services import workspace
from tests.e2e.test_answer import LIST, Hands, kept

pytestmark = [pytest.mark.window, pytest.mark.timeout(600)]
LISTEN_LINE = "What was said"
WILL, NO = "2", "6"
GROUPS: tuple[tuple[Sequence[str], str, tuple[str, ...]], ...] = (
    (
        (
            "The pool is shut on the only day my PA works",
            "They closed the warm pool on Tuesdays without asking",
            "Nobody says on the web page when the pool is warm",
        ),
        WILL,
        ("The warm pool is shut when we can come", "We will open it on Tuesdays", "Pool manager, by 8 January 2027"),
    ),
    (
        ("The changing bench has been broken since summer", "The hoist is always out of order"),
        WILL,
        ("The hoist and the bench are broken", "We will mend both", "Site team, by 18 December 2026"),
    ),
    (
        ("You cannot get two carers in for the price of one", "Why do carers pay to stand at the side"),
        NO,
        ("Carers pay to come in", "The till cannot sell two on one ticket", "1 April 2027"),
    ),
    (
        ("The quiet hour has the radio on",),
        WILL,
        ("The quiet hour is not quiet", "We will turn the radio off", "Duty manager, by 1 December 2026"),
    ),
    (
        ("There is nowhere to charge a chair", "I ran out of charge in the foyer"),
        WILL,
        ("There is nowhere to charge a chair", "We will put in two sockets", "Site team, by 29 January 2027"),
    ),
    (
        ("We want a class in the evening",),
        NO,
        ("There is no evening class", "There is no lifeguard after six", "1 September 2027"),
    ),
    (
        ("Staff talk to my sister and not to me", "They ask my mum what I want"),
        WILL,
        ("Staff talk past us", "All staff will learn it from us", "Head of leisure, by 31 March 2027"),
    ),
    (
        ("The signs are all at standing height",),
        WILL,
        ("Signs are too high", "We will hang them lower", "Site team, by 26 February 2027"),
    ),
    (
        ("The text to book never gets an answer", "You have to ring and I do not speak"),
        WILL,
        ("You cannot book without speaking", "We will answer texts in a day", "Front desk, by 4 January 2027"),
    ),
    (
        ("I want to swim with no one else there",),
        NO,
        ("You want the pool to yourself", "The pool has to earn its keep", "1 June 2027"),
    ),
)
ENDED = (
    ("It was good to be asked", Outcome.HEARD, ""),
    ("The bus stop has no seat", Outcome.PASSED_ON, "The bus company"),
    ("I love the aqua class", Outcome.HEARD, ""),
    ("My flat is damp", Outcome.PASSED_ON, "Housing"),
    ("We talked about the match", Outcome.LEFT_OUT, "Not about the pool"),
    ("The soup was cold", Outcome.HEARD, ""),
    ("Somebody sang", Outcome.LEFT_OUT, "Not about the pool"),
)
PRAISE = ("Ty on the desk is brilliant",)
"""Waits for no answer: papers thank for it by themselves."""
OUTCOME_KEYS = {Outcome.HEARD: "alt+h", Outcome.PASSED_ON: "alt+p", Outcome.LEFT_OUT: "alt+l"}
OUTCOME_FIELDS = {Outcome.PASSED_ON: "To whom: who has it now", Outcome.LEFT_OUT: "Why it is left out"}
FIELDS = {
    WILL: ("You said", "What we will do", "Who"),
    NO: ("You said", "Why, in plain words", "When we look again"),
}
MOST = 120
"""Gestures besides typing words, for the whole job."""
SECONDS_A_GESTURE, SECONDS_A_LETTER, SECONDS_A_DECISION = 1.3, 0.28, 8.0
"""For an estimate: a key found and pressed by somebody new to it, a letter typed at 40 words a minute, and reading a
line and choosing what becomes of it (keystroke-level model, with reading at 200 words a minute)."""


@pytest.fixture
def folder(tmp_path) -> Path:
    """A workspace with nothing in it."""
    workspace.create(tmp_path / "desk", None)
    return tmp_path / "desk"


class Stranger(Hands):
    """Counts gestures, letters typed and decisions taken."""

    def __init__(self, program) -> None:
        super().__init__(program)
        self.letters = self.decisions = 0

    def sees(self, lines: Sequence[str]) -> None:
        """Wait, as a person does, until these lines are the chosen ones."""

        def chosen() -> bool:
            names = [node["name"] for node in self.program.nodes("selected")]
            rows = [name for name in names if name.startswith("Not in a point yet. ")]
            return [any(f". {line}" in row for row in rows) for line in lines] == [True] * len(rows)

        self.program.until(chosen, f"{lines} were not chosen")

    def say(self, words: str) -> None:
        self.letters += len(words)
        self.program.type(words)


def test_25_lines_become_the_first_paper(start, folder, tmp_path, capsys):
    program = start(folder)
    hand = Stranger(program)
    said = [line for lines, _, _ in GROUPS for line in lines] + [line for line, _, _ in ENDED]
    said += PRAISE
    assert len(said) == 25
    program.shows("Start a new session now")
    begun = time.monotonic()
    hand.press("ctrl+n")
    program.shows("Step 2, Listen")
    for line in said:
        hand.say(line)
        hand.press("Return")
    program.until(lambda: program.nodes(f"find {said[-1]}") or None)
    written = len(hand.gestures)

    hand.press("ctrl+3")
    program.focus_on(LIST)
    hand.press("Home")
    for lines, answer, words in GROUPS:
        hand.sees(lines[:1])
        for at in range(1, len(lines)):
            hand.press("shift+Down")
            hand.sees(lines[: at + 1])
        hand.press(f"alt+{answer}")
        hand.decisions += len(lines)
        for field, typed in zip(FIELDS[answer], words, strict=True):
            program.focus_on(field)
            hand.say(typed)
            hand.press("Return")
        program.focus_on(LIST)
    for line, outcome, note in ENDED:
        hand.decisions += 1
        hand.sees([line])
        hand.press(OUTCOME_KEYS[outcome])
        if note:
            program.focus_on(OUTCOME_FIELDS[outcome])
            hand.say(note)
            hand.press("Return")
            program.focus_on(LIST)
    program.shows("Everything people said has an answer")
    answered = len(hand.gestures)

    hand.press("ctrl+4")
    program.shows("Which paper")
    for _ in range(12):  # each question in turn, while there is one
        here = program.until(lambda: next((n for n in program.nodes("focused")), None))
        if "Keys:" not in here["name"]:
            break
        hand.decisions += 1
        hand.press("1" if "1 Leave it out" in here["name"] else "5")
        program.until(lambda before=here: program.nodes("focused") != [before] or None)
    program.focus_on("The paper as pages")
    while program.focused()["name"] != "Make 1 paper":
        hand.press("Tab")
    hand.press("space")
    program.shows("1 file is made.")
    took = time.monotonic() - begun
    program.kill()

    assert len(list((tmp_path / "Documents").rglob("*.pdf"))) == 1
    record = kept(folder)
    assert len(record.points) == len(GROUPS)
    assert [len(p.from_entries) for p in record.points] == [len(lines) for lines, _, _ in GROUPS]
    assert {e.text: e.outcome for e in record.entries if e.outcome} == {line: what for line, what, _ in ENDED}
    minutes = (
        len(hand.gestures) * SECONDS_A_GESTURE + hand.letters * SECONDS_A_LETTER + hand.decisions * SECONDS_A_DECISION
    ) / 60
    with capsys.disabled():
        print(
            f"\n25 lines to the first paper: {len(hand.gestures)} gestures ({written} for the lines, "
            f"{answered - written} for the answers), {hand.letters} letters, {hand.decisions} decisions; "
            f"the program and its keys took {took:.0f} s; estimate for a person: {minutes:.0f} minutes"
        )
    assert len(hand.gestures) <= MOST, hand.gestures
    assert minutes <= 25, "an estimate, not a measurement of a person"
