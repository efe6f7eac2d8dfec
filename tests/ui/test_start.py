"""What is loaded before the first line can be typed, in a process that starts as a person starts it and presses Ctrl+N."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from coprod_desktop.services import workspace

ROOT = Path(__file__).resolve().parents[2]
STARTS = """
import os, sys
from tests.benchmarks import start_clock

def tell() -> None:
    print(*sys.modules, sep="\\n", flush=True)
    os._exit(0)

start_clock.tell_time_and_end = tell
start_clock.main("ours", "captureWords", "--workspace", sys.argv[1])
"""
OURS = "coprod_desktop."
CAN_WAIT = tuple(
    OURS + name
    for name in (
        "cli", "domain.notes.values", "domain.check.scan", "publish.gate", "publish.stories",
        "services.ask_again", "services.backups", "services.bin", "services.bring_in", "services.damage", "services.damage_news",
        "services.kept_words", "services.making", "store.salvage", "store.salvaged", "ui.answer", "ui.dialogs",
        "ui.follow_up", "ui.notes", "ui.pages.home", "ui.pages.paper", "ui.paper", "ui.voting",
        "ui.window.backup_keeper", "ui.window.damage_keeper", "ui.window.kept_offer", "ui.window.room_keeper",
        "ui.window.typed_offer", "ui.window.unlock", "ui.window.welcome",
    )
)  # fmt: skip
"""What watches, offers, asks, prints and brings in: none of it is needed for the first line."""
MOST = 240
"""Modules of the program there may be by then: each one more is a little longer until somebody can type."""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory) -> frozenset[str]:
    home = tmp_path_factory.mktemp("home")
    workspace.create(home / "desk", None)
    env = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home), "QT_LOGGING_RULES": "qt.qpa.*=false"}
    command = [sys.executable, "-c", STARTS, str(home / "desk")]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=env, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return frozenset(done.stdout.split())


def test_the_first_line_waits_for_nothing_that_can_come_after_it(loaded):
    assert OURS + "ui.pages.listen" in loaded
    assert [name for name in sorted(loaded) if any(name == one or name.startswith(f"{one}.") for one in CAN_WAIT)] == []


def test_few_modules_are_loaded_before_the_first_line(loaded):
    ours = [name for name in loaded if name.startswith(OURS)]
    assert len(ours) <= MOST
