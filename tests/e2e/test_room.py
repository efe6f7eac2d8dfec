"""A laptop and a projector in a real window: what the room screen gives to a reader from outside, and to whoever pulls it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coprod_desktop.domain.words import EntryKind
from coprod_desktop.services import capture, people, prepare, sessions, workspace
from coprod_desktop.services.capture import NewLine
from tests.desks import choose_condition
from tests.e2e.monitors import Monitors
from tests.e2e.program import Program

pytestmark = [pytest.mark.window, pytest.mark.timeout(120)]
ROOM = "Room screen"
SENT = "The ramp is too steep for my chair"
PRIVATE = ("Winifred Tattersall", "Oxtoby", "insulin", "nephew takes", "kept back", "01632 960 444", "Zahra")
LAPTOP_HIGH = 700


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A session with people, a need, a lead, an agenda, and lines of which one may be shown."""
    workspace.create(tmp_path / "desk", None)
    choose_condition(tmp_path / "desk")
    desk = workspace.unlock(tmp_path / "desk", None)
    session, _ = sessions.new(desk, title="Home care", lead_name="Zahra Bell", lead_phone="01632 960 444")
    prepare.use_agenda(desk, session, [(10, "Welcome"), (20, "What works")])
    prepare.use_rules(desk, session, ["One person talks at a time."])
    who, _ = people.add(desk, session, "Winifred Tattersall", "resident")
    people.add(desk, session, "Len Oxtoby", "carer")
    people.add_need(desk, session, who, "a fridge for insulin")
    for words, more in (
        ("My nephew takes my pension", {}),
        ("kept back by the note-taker", {"kind": EntryKind.NOTE}),
        (SENT, {"speaker": who, "quote_ok": True}),
    ):
        capture.add(desk, session, NewLine(text=words, **more))
    workspace.close(desk)
    return tmp_path / "desk"


@pytest.fixture
def monitors(start) -> Iterator[Monitors]:
    made = Monitors()
    made.laptop(LAPTOP_HIGH)
    made.plug(0, LAPTOP_HIGH, made.width, made.height - LAPTOP_HIGH)
    yield made
    made.end()


def listen(program: Program) -> None:
    program.shows("Open this session")
    program.tab_to("Open this session")
    program.press("space")
    program.shows("Step 1, Get ready")
    program.press("ctrl+2")
    program.focus_on("What was said")
    program.shows(SENT)


def choose(program: Program, name: str) -> None:
    """Choose something to show from the list of Alt M, with the arrows."""
    program.press("alt+m")

    def on_it() -> bool:
        program.press("Down")
        return bool([n for n in program.nodes("focused") if n["name"] == name])

    program.until(on_it, f"{name!r} is not in the list")
    program.press("Return")


def given(program: Program) -> str:
    """Return everything the bus gives of the room screen, on it or not."""
    return "\n".join(str(node) for node in program.nodes(f"all {ROOM}"))


def sent(program: Program, words: str) -> str:
    return program.until(lambda: found if words in (found := given(program)) else "", f"{words!r} was not sent")


def test_the_room_screen_gives_nothing_private_by_the_bus(start, folder, monitors):
    program = start(folder)
    listen(program)
    program.press("alt+r")
    everything = [sent(program, SENT)]
    for name, words in (("Now and next", "Welcome"), ("Ground rules", "One person talks at a time.")):
        choose(program, name)
        everything.append(sent(program, words))
        program.focus_on("What was said")
    program.press("F8")
    program.until(lambda: "One person talks" not in given(program), "F8 did not blank it")
    everything.append(given(program))
    for held in everything:
        assert "Room screen" in held, "the window itself is told"
        assert [words for words in PRIVATE if words in held] == []
    whole = "\n".join(str(node) for node in program.nodes("all Listen"))
    assert all(words in whole for words in ("Winifred", "nephew takes", "kept back")), "the search finds what is there"


def test_a_projector_is_pulled_in_mid_sentence_and_comes_back_blank(start, folder, monitors):
    program = start(folder)
    listen(program)
    program.press("alt+r")
    sent(program, SENT)

    program.type("We were half way")
    monitors.pull()
    program.type(" when it went")
    program.press("Return")
    program.shows("We were half way when it went. saved")
    program.shows("Blank. No second screen. The sheet to read aloud is F9.")
    program.focus_on("What was said")

    monitors.plug(0, LAPTOP_HIGH, monitors.width, monitors.height - LAPTOP_HIGH)
    program.until(lambda: ROOM in given(program), "it did not come back")
    assert SENT not in given(program)

    program.press("shift+F8")
    sent(program, SENT)
    monitors.pull()
    program.until(lambda: SENT not in given(program), "it is not blank without its screen")
    program.shows("Blank. No second screen. The sheet to read aloud is F9.")
    monitors.plug(100, LAPTOP_HIGH + 50, 900, 200)  # another projector, with a smaller picture
    program.until(lambda: ROOM in given(program), "it did not come back on another screen")
    assert SENT not in given(program)

    monitors.pull()
    program.shows("Blank. No second screen. The sheet to read aloud is F9.")
    monitors.plug(0, 0, monitors.width, LAPTOP_HIGH)
    program.shows("The second screen shows the same as this one.")
    program.type("And on it goes")
    program.press("Return")
    program.shows("And on it goes. saved")
