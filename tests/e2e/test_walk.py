"""A facilitator's way through the program, by keyboard only, heard from outside as a screen reader hears it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest

from coprod_desktop.domain.privacy_notice import CONDITIONS
from coprod_desktop.services import workspace
from coprod_desktop.store import cipher, drafts, key
from coprod_desktop.store.store import DATABASE
from tests.e2e.program import Program

LATE = "Nobody rang me when the carer was late"
WORKS = "The day centre works well"
NEW_NEED = "Add a need: pick one, or write it in their words"
pytestmark = [pytest.mark.window, pytest.mark.timeout(300)]


@pytest.fixture
def desk_folder(tmp_path) -> Path:
    workspace.create(tmp_path / "desk", None)
    return tmp_path / "desk"


def drafts_on_disk(folder: Path) -> list[str]:
    """Return what was typed and not entered, as the disk has it while the program runs."""
    with closing(cipher.connect(folder / DATABASE, key.unwrap(key.read(folder), None))) as connection:
        return [drafts.decode(*row).words for row in connection.execute("SELECT field, text FROM draft")]


def test_a_workspace_is_made_at_the_first_start(start, tmp_path):
    program = start(tmp_path / "desk")
    program.shows("Welcome")
    assert "Passphrase" in program.focused()["name"]
    for _ in range(2):
        program.type("three plain words")
        program.press("Return")
    program.shows("The twelve words of the recovery code, in their order")
    program.press("Escape")
    program.shows("There is no recovery code yet")
    program.shows("Start a new session now")
    assert workspace.state(tmp_path / "desk") == "locked"


def test_killed_in_the_middle_of_a_word(start, desk_folder):
    """What was shown as saved is there, and the unfinished line is offered."""
    program = start(desk_folder)
    program.shows("Start a new session now")
    program.press("ctrl+n")
    program.focus_on("What was said")
    program.type("The cafe was shut, so we met in the hall")
    program.press("Return")
    program.shows("The cafe was shut, so we met in the hall. saved")
    program.type("and then nob")
    program.until(lambda: drafts_on_disk(desk_folder) == ["and then nob"])
    program.kill()

    program = start(desk_folder)
    program.shows("Session on")
    program.tab_to("Open this session")
    program.press("space")
    program.shows("Step 2, Listen")
    program.press("ctrl+2")
    program.shows("The cafe was shut, so we met in the hall")
    program.shows("and then nob")


def test_from_an_empty_workspace_to_a_paper(start, desk_folder, tmp_path):
    program = start(desk_folder)
    program.shows("Start a new session now")
    program.press("ctrl+n")
    program.focus_on("What was said")
    for words in (LATE, WORKS):
        program.type(words)
        program.press("Return")
        program.shows(f"{words}. saved")

    program.press("ctrl+3")
    answer_the_first(program)
    thank_for_the_second(program)
    program.shows("Everything people said has an answer")

    program.press("ctrl+1")
    two_people_with_needs(program)

    program.press("ctrl+4")
    program.tab_to("Make 3 papers")
    program.press("space")
    program.shows("3 files are made.")
    (paper,) = (p for p in (tmp_path / "Documents").rglob("*.pdf") if "large" not in p.name and "easy" not in p.name)
    printed = text_of(paper)
    assert "Nobody rings when a carer is late" in printed
    assert LATE not in printed
    assert "We will ring you when a carer is late" in printed
    assert "Head of home care" in printed
    assert "1 December 2026" in printed
    assert "Draft" not in printed

    program.tab_to("Everyone\u2019s papers\u2026")
    program.press("space")
    program.focus_on("Everyone on the list, and what they get")
    program.tab_to("Make papers for 2 people")
    program.press("space")
    program.shows("private-posting-list")
    packs = sorted(p for p in (tmp_path / "Documents").glob("*/private/packs/*/*") if p.is_dir())
    assert len(packs) == 2
    assert [["large-print" in p.name for p in pack.iterdir()] for pack in packs] == [[True], [False]]


def two_people_with_needs(program: Program) -> None:
    program.focus_on("About")
    program.press("Right", "Right")
    program.tab_to("Add someone: their name")
    for name, need in (("Ann Lee", "Large print, 24 point"), ("Bob Ray", "Easy Read")):
        program.type(name)
        program.press("Return")
        program.shows(f"{name}.")
        if name == "Ann Lee":  # the group stays open from one person to the next
            program.tab_to("Needs, folded")
            program.press("space")
            program.focus_on(NEW_NEED)
        program.tab_to(NEW_NEED)
        program.type(need)
        program.press("Return")
        if name == "Ann Lee":
            choose_what_the_law_wants(program)
        program.shows(f"Needs: {need}")
        program.tab_to("Add someone: their name", back=True)


def choose_what_the_law_wants(program: Program) -> None:
    """Before the first need of a workspace is saved, it is asked once what lets us keep it. Nothing is ticked."""
    program.focus_on(CONDITIONS[0])
    program.press("space", "Down")
    program.focus_on(CONDITIONS[1])
    program.tab_to("Choose this, and save")
    program.press("space")
    program.focus_on(NEW_NEED)


def answer_the_first(program: Program) -> None:
    program.tab_to("Make a point of this")
    program.press("space")
    program.focus_on("You said")
    program.type(
        "Nobody rings when a carer is late"
    )  # nobody was asked whether they may be quoted: a point begins with no words
    program.tab_to("Add this point")
    program.press("space")
    program.focus_on("We have done it")
    program.press("Down")
    program.focus_on("We will")
    program.press("space")
    program.tab_to("What we will do")
    program.type("We will ring you when a carer is late")
    program.press("Tab")
    program.type("Head of home care")
    program.press("Tab")
    program.type("1 December 2026")
    program.press("Tab")
    program.shows("1 thing people said has no answer yet")


def thank_for_the_second(program: Program) -> None:
    program.tab_to("Points, and what people said that is in none")
    program.press("End")
    program.shows("What becomes of this?")
    program.tab_to("Not settled yet")
    program.press("Down")
    program.focus_on("Thank you, we heard")
    program.press("space")


def text_of(paper: Path) -> str:
    """Return the text of all pages, with single spaces."""
    with closing(pypdfium2.PdfDocument(paper)) as pdf:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pdf)


def test_every_stop_of_tab_has_a_name_and_there_are_no_traps(start, desk_folder):
    program = start(desk_folder)
    program.shows("Start a new session now")
    nameless = {"Home": names_missing(program)}
    program.press("ctrl+n")
    program.focus_on("What was said")
    program.type("Nobody rang me")
    program.press("Return")
    program.shows("Nobody rang me. saved")
    # as a reader sees them; that every control of every page has a name is a test of each page
    for n, name in enumerate(("Get ready", "Listen", "Answer", "Paper", "Follow up"), 1):
        program.press(f"ctrl+{n}")
        program.shows(f"Step {n}, {name}, open now")
        nameless[name] = names_missing(program)
    program.tab_to("Settings")
    program.press("space")
    program.shows("Settings · Co-production Desktop")
    nameless["Settings"] = names_missing(program)
    assert not any(nameless.values()), nameless


def names_missing(program: Program) -> list[str]:
    """Return each stop of Tab that a screen reader would not name, by its role and the stop before it."""
    stops = program.tab_round()
    before = [stops[-1], *stops[:-1]]
    return [
        f"{stop['role']} after {last['name']!r}"
        for last, stop in zip(before, stops, strict=True)
        if not stop["name"].strip()
    ]
