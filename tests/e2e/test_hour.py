"""An hour of listening in a real window, by keyboard: late arrivals, a disclosure, a strike, a dead projector, a vote, the end."""

from __future__ import annotations

from pathlib import Path

import pytest

from coprod_desktop.domain.words import Attending
from coprod_desktop.services import people, prepare, safeguarding, sessions, workspace
from tests.e2e.program import Program

pytestmark = [pytest.mark.window, pytest.mark.timeout(180)]
LINE = "What was said"
TEA = "The carers come at half six and I do not want to eat then"
CHOOSE = "Why can we not choose who comes"
RISK = "My grandson takes my pension and I am scared of him"
PRIVATE = "My neighbour drinks"
READ, SAID_BACK = "You told us carers come too early for tea", "Not too early for me, too late"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    workspace.create(tmp_path / "desk", None)
    desk = workspace.unlock(tmp_path / "desk", None)
    session, _ = sessions.new(desk, title="Evenings", lead_name="Ruth Okafor", lead_phone="01632 960123")
    prepare.use_agenda(desk, session, [(5, "Welcome"), (20, "Evenings at home"), (10, "Read back")])
    for name in ("Alan Brough", "Precious Dube"):
        people.add(desk, session, name, "resident")
    workspace.close(desk)
    return tmp_path / "desk"


class Facilitator:
    """Slow, new to it, and with eyes on the room: goes by what is on the window."""

    def __init__(self, program: Program) -> None:
        self.program = program

    def say(self, words: str) -> None:
        self.program.type(words)
        self.program.press("Return")

    def go_to(self, name: str) -> None:
        if self.program.focused()["name"] != name:
            self.program.tab_to(name)

    def press(self, name: str) -> None:
        self.go_to(name)
        self.program.press("space")

    def left(self, minutes: int) -> None:
        """Wait for what the clock says is left; the minute may turn between the key and the look."""
        on_it = (minutes, minutes - 1)
        self.program.until(
            lambda: any(self.program.nodes(f"find {n} min left") for n in on_it), f"{minutes} min left did not show"
        )

    def more(self, letter: str) -> None:
        """Open something from the menu More."""
        self.program.press("F10")

        def open_now() -> bool:
            self.program.press("Down")
            return any(node["role"] == "menu item" for node in self.program.nodes("focused"))

        self.program.until(open_now)
        self.program.press(letter)


def test_an_hour(start, folder):
    program = start(folder)
    hand = Facilitator(program)
    program.shows("Open this session")
    hand.press("Open this session")
    program.shows("Step 1, Get ready")
    program.press("ctrl+2")
    program.focus_on(LINE)
    program.press("alt+n")
    hand.left(5)

    # somebody who is on the list comes late, and is typed as one does it
    program.press("alt+h")
    program.focus_on("Arrived: Alan Brough")
    hand.go_to("Name, or what you know them by")
    hand.say("prec")
    program.focus_on("It is them")
    program.press("Return")
    program.focus_on("Yes, anyone may read it: Precious Dube")
    program.press("space")
    program.focus_on("Arrived: Alan Brough")
    program.press("Escape")
    program.focus_on(LINE)

    # two lines one after the other, the name in full
    hand.say(f"{TEA} #Call times")
    hand.say(f"{CHOOSE} @precious dube")
    program.shows(f"{CHOOSE}. ")

    # a disclosure: one key, one press; a second press closes
    hand.say(RISK)
    program.shows(f"{RISK}. saved")
    program.press("ctrl+shift+r")
    program.focus_on("Seal the last line")
    program.press("Return")
    program.focus_on("Close")
    program.shows("Ring Ruth Okafor: 01632 960123.")
    program.press("Return")
    program.focus_on(LINE)

    # "don't write that down"
    hand.say(PRIVATE)
    program.shows(f"{PRIVATE}. saved")
    program.press("ctrl+Up")
    program.focus_on("What people said")
    program.press("Delete")
    program.focus_on("Keep the line")
    hand.press("Take it out for good")
    program.focus_on(LINE)

    # the projector is dead
    program.press("F9")
    program.focus_on("Choose what to read out\u2026")
    program.press("alt+m")

    def on_it() -> bool:
        program.press("Down")
        return bool([n for n in program.nodes("focused") if n["name"] == "Now and next"])

    program.until(on_it)
    program.press("Return")
    program.until(lambda: [n for n in program.nodes() if "Welcome" in n["name"] and "Evenings at home" in n["name"]])
    program.press("Escape")
    program.focus_on(LINE)

    # it runs over, and is read back
    program.press("alt+n")
    hand.left(20)
    program.press("alt+5")
    hand.left(25)
    program.press("alt+l")
    program.shows("1 thing said has no theme yet")
    hand.go_to("1. Say this, and have it signed, before the screen shows anything")
    program.type(READ)
    hand.go_to("3. What somebody says to it, as they say it")
    program.type(SAID_BACK)
    hand.press("Change it")
    program.shows("The room said: change it.")
    program.press("Escape")
    program.focus_on(LINE)

    # a vote, counted by its papers
    hand.more("v")
    program.focus_on("What people vote on")
    hand.say("Which evening?")
    program.focus_on("One more choice, or a bid")
    for choice in ("Tuesday", "Friday"):
        hand.say(choice)
        program.until(lambda choice=choice: program.nodes(f"find Votes for {choice}"))
    program.press(*["shift+Tab"] * 8)
    hand.go_to("Votes for Tuesday")
    program.press("Up", "Up", "Return")
    program.focus_on("Votes for Friday")
    program.press("Up")
    program.shows("1. Tuesday: 2")
    program.press("Escape")
    program.focus_on(LINE)

    # the forms at the end
    hand.more("e")
    program.focus_on("Stars, 1 to 5; empty if there are none")
    for stars in "54":
        program.type(stars)
        program.press("Return", "Return", "Return")
        program.focus_on("Stars, 1 to 5; empty if there are none")
    hand.press("That was the last: write the totals down")
    program.focus_on(LINE)
    program.kill()

    desk = workspace.unlock(folder, None)
    record = sessions.record(desk, sessions.every(desk)[0].id)
    names = {person.id: person.name for person in record.people}
    assert [(e.text, names.get(e.speaker), e.theme) for e in record.entries] == [
        (TEA, None, "Call times"), (CHOOSE, "Precious Dube", None),
    ]  # fmt: skip
    assert len(safeguarding.sealed(desk)) == 1
    assert {p.name: p.attendance for p in record.people if p.attendance is Attending.HERE} == {
        "Precious Dube": Attending.HERE
    }
    assert [(o.label, o.votes) for o in record.votes[0].options] == [("Tuesday", 2), ("Friday", 1)]
    assert record.session.stars == {"5": 1, "4": 1}
    workspace.close(desk)
