"""Locking: the screen is covered at once, and no process of ours holds words or key any more."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from coprod_desktop.services import workspace
from coprod_desktop.store import key
from tests.e2e.program import Program, processes_of_ours

PASSPHRASE = "three plain words"
SAID = "They took my chair away on Sunday"
pytestmark = [pytest.mark.window, pytest.mark.timeout(300)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    workspace.create(tmp_path / "desk", PASSPHRASE)
    return tmp_path / "desk"


def unlock(program: Program) -> None:
    program.focus_on("Passphrase")
    program.type(PASSPHRASE)
    program.press("Return")
    program.shows("Start a new session now")


def say_a_line(program: Program) -> None:
    program.press("ctrl+n")
    program.focus_on("What was said")
    program.type(SAID)
    program.press("Return")
    program.shows(f"{SAID}. saved")


def memory_with(wanted: dict[str, bytes]) -> set[str]:
    """Return which of these bytes any process of the program has in its memory, as Python or as Qt holds words."""
    found = set()
    for pid in processes_of_ours():
        memory = memory_of(pid)
        found |= {name for name, value in wanted.items() if any(value in part for part in memory)}
    return found


def memory_of(pid: int) -> list[bytes]:
    """Return what a process has in its own memory, part by part."""
    parts = []
    try:
        with Path(f"/proc/{pid}/mem").open("rb", 0) as memory:
            for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
                place, rights = line.split()[:2]
                if rights.startswith("rw"):
                    start, end = (int(at, 16) for at in place.split("-"))
                    with contextlib.suppress(OSError, OverflowError):
                        memory.seek(start)
                        parts.append(memory.read(end - start))
    except PermissionError:
        pytest.skip("the memory of another process may not be read here")
    return parts


def test_after_lock_no_process_of_ours_holds_the_words_or_the_key(start, folder):
    program = start(folder)
    unlock(program)
    say_a_line(program)
    raw = key.unwrap(key.read(folder), PASSPHRASE)
    wanted = {
        "words": SAID.encode(),
        "words of the window": SAID.encode("utf-16-le"),
        "key": raw,
        "key as text": raw.hex().encode(),
        "passphrase": PASSPHRASE.encode(),
        "passphrase of the window": PASSPHRASE.encode("utf-16-le"),
    }
    assert {"words", "words of the window"} < memory_with(wanted), "what is open is not found: the search is no good"
    before = program.pid
    program.press("ctrl+l")
    program.next_process()
    program.shows("This workspace is locked")
    assert processes_of_ours() == [program.pid]
    assert program.pid != before
    assert memory_with(wanted) == set()
    unlock(program)
    program.shows("Open this session")


def test_after_lock_and_after_closing_nothing_of_it_can_be_pasted(start, folder):
    program = start(folder)
    for leave in (lambda: (program.press("ctrl+l"), program.next_process()), lambda: program.press("alt+F4")):
        unlock(program)
        program.press("ctrl+n")
        program.focus_on("What was said")
        program.type(SAID)
        program.press("ctrl+a", "ctrl+c")
        program.until(lambda: SAID in can_be_pasted(), "it was not copied")
        leave()
        program.until(lambda: SAID not in can_be_pasted() or None, "it can still be pasted")


def can_be_pasted() -> str:
    """Return what another program finds on the clipboard and in the selection; "-" for nothing."""
    script = (
        "from PySide6.QtGui import QClipboard, QGuiApplication\n"
        "app = QGuiApplication([])\n"
        "print(*(app.clipboard().text(mode) for mode in (QClipboard.Clipboard, QClipboard.Selection)))\n"
    )
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60).stdout or "-"


@pytest.fixture
def system(monkeypatch) -> Iterator[System]:
    """logind, as far as a program can tell, on the bus of this screen."""
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", os.environ.get("DBUS_SESSION_BUS_ADDRESS", ""))
    monkeypatch.setenv("XDG_SESSION_ID", "own")
    made = System()
    yield made
    made.end()


class System:
    """What locks the session and sends the machine to sleep."""

    def __init__(self) -> None:
        command = ["/usr/bin/python3", str(Path(__file__).with_name("login1.py"))]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.says("ready")

    def does(self, what: str) -> None:
        """ "sleep 1", "lock own", "saver 1"."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{what}\n")
        self._process.stdin.flush()

    def says(self, words: str) -> None:
        """Wait until it says so."""
        assert self._process.stdout is not None
        assert self._process.stdout.readline().strip() == words

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()


@pytest.mark.parametrize("what", ["lock own", "saver 1"])
def test_it_locks_when_the_system_locks(system, start, folder, what):
    program = start(folder)
    unlock(program)
    system.says("waits sleep delay")
    system.does("lock another")
    say_a_line(program)
    system.does(what)
    program.next_process()
    program.shows("This workspace is locked")


def test_the_machine_sleeps_only_when_the_process_with_the_key_has_ended(system, start, folder):
    program = start(folder)
    unlock(program)
    system.says("waits sleep delay")
    before = program.pid
    system.does("sleep 1")
    system.says("sleeps")
    assert before not in processes_of_ours()
    program.next_process()
    program.shows("This workspace is locked")


def test_lock_works_in_a_dialog_and_what_is_typed_there_comes_back(start, folder):
    program = start(folder)
    for again in (False, True):
        unlock(program)
        program.tab_to("Plan a session\u2026")
        program.press("space")
        program.focus_on("What it is called")
        if not again:
            program.type("Held in the hall")
            program.press("ctrl+l")
            program.next_process()
    program.shows("Not saved last time. It is here again.")
    assert program.focused()["text"] == "Held in the hall"
