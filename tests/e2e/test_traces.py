"""Whatever one does, nothing outside the workspace holds a person's name or words, but for what one saved oneself."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from coprod_desktop import cli
from coprod_desktop.services import workspace
from coprod_desktop.services.bring_in import merge
from tests.desks import HOME_CARE
from tests.e2e.program import Program

pytestmark = [pytest.mark.window, pytest.mark.timeout(300)]
OWN = "Mrs Winifred Ackroyd"
"""Typed on the walk, in a dialog that was never closed."""


@pytest.fixture
def desk_folder(tmp_path: Path, monkeypatch) -> Path:
    """A workspace with the sample session in it; what is temporary goes to a folder of this test."""
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
        (tmp_path / name.lower()).mkdir(mode=0o700)
    folder = tmp_path / "desk"
    workspace.create(folder, None)
    desk = workspace.unlock(folder, None)
    merge.import_file(desk, HOME_CARE.read_bytes())
    workspace.close(desk)
    out = str(tmp_path / "saved" / "before")
    cli.main(["--workspace", str(folder), "export", "session-01", "--format", "pdf", "--out", out, "--reviewed"])
    return folder


def private_words() -> set[str]:
    """Return the people of the sample, each by every part of the name, and the beginning of what everyone said."""
    session = json.loads(HOME_CARE.read_text(encoding="utf-8"))
    names = {part for person in session["people"] for part in person["name"].split() if len(part) > 3}
    said = {entry["text"][:24] for entry in session["entries"]}
    assert len(names) > 10
    assert len(said) > 10
    return names | said | {OWN, *OWN.split()[1:]}


def told_by(folder: Path, left_out: tuple[Path, ...]) -> Iterator[str]:
    """Give each file below a folder that holds private words, or is named by them."""
    wanted = private_words()
    for path in sorted(folder.rglob("*")):
        if any(path.is_relative_to(one) for one in left_out):
            continue
        found = [words for words in wanted if words in str(path.relative_to(folder))]
        if path.is_file():
            inside = path.read_bytes()
            if path.name == "settings.json":  # it remembers by which name people called the folder for papers
                inside = json.dumps({**json.loads(inside), "papers": None}).encode()
            shapes = {w: (w.encode(), w.encode("utf-16-le"), quote(w).encode()) for w in wanted}
            found += [words for words, shape in shapes.items() if any(one in inside for one in shape)]
        if found:
            yield f"{path.relative_to(folder)}: {found[:3]}"


def test_a_walk_through_the_program_leaves_nothing_of_anybody(start, desk_folder, tmp_path):
    program = start(desk_folder)
    program.shows("Find what someone said")
    program.press("ctrl+k")
    program.focus_on("Find what someone said")
    program.type("carer")
    program.shows("What was found")
    open_the_session(program)
    for n, name in enumerate(("Get ready", "Listen", "Answer", "Paper", "Follow up"), 1):
        program.press(f"ctrl+{n}")
        program.shows(f"{name} \u00b7 Co-production Desktop")
    a_paper_and_a_folder_to_put_it_in(program, tmp_path)
    program.tab_to("People")
    program.press("space")
    program.shows("People \u00b7 Co-production Desktop")
    type_in_a_dialog_that_stays_open(program)
    program.press("ctrl+a", "ctrl+c", "ctrl+l")
    program.next_process()
    program.focus_on("Open")
    program.press("space")
    program.shows("Start a new session now")
    open_the_session(program)
    program.press("ctrl+4")
    os.kill(program.pid, signal.SIGKILL)  # while the paper is drawn
    assert not [path for path in (tmp_path / "tmp").rglob("*") if path.is_file()], "temporary files"
    assert list(told_by(tmp_path, left_out=(tmp_path / "saved",))) == []
    assert any((tmp_path / "saved" / "For Winifred").rglob("*.pdf")), "no paper was made"


def type_in_a_dialog_that_stays_open(program: Program) -> None:
    program.tab_to("Sessions")
    program.press("space")
    program.tab_to("New session\u2026")
    program.press("space")
    program.focus_on("What it is called")
    program.type(OWN)


def open_the_session(program: Program) -> None:
    program.tab_to("Sessions")
    program.press("space")
    program.tab_to("Open")
    program.press("space")
    program.shows("Step 2, Listen")


def a_paper_and_a_folder_to_put_it_in(program: Program, tmp_path: Path) -> None:
    (tmp_path / "saved" / "For Winifred").mkdir(parents=True)
    program.press("ctrl+4")
    for _ in range(2):  # the second time the question begins there
        program.tab_to("Choose folder")
        program.press("space")
        program.shows("Where should the papers go?")
        program.press("ctrl+a")
        program.type(str(tmp_path / "saved" / "For Winifred"))
        program.press("Return")
        program.focus_on("Choose folder")
    program.tab_to("Make 3 papers", back=True)
    program.press("space")
    program.shows("files are made")
