"""What keeps watch begins once one can type, and misses nothing of the moment before."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coprod_desktop.services import sessions
from coprod_desktop.store import backups as stored
from coprod_desktop.ui.window.damage_keeper import DamageKeeper
from coprod_desktop.ui.window.door import Door
from coprod_desktop.ui.window.keepers import Keepers


@pytest.fixture
def opened(shell, runner, settings, empty_workspace: Path, tmp_path: Path, qtbot):
    """A workspace that was opened this moment: the first page still waits for what it asked for."""
    made = Door(shell, runner, settings, Path(shutil.copytree(empty_workspace, tmp_path / "workspace")))
    made.begin()
    qtbot.waitUntil(lambda: runner.desk is not None, timeout=60_000)
    yield made
    shell.leave()
    made._close_desk()
    runner.wait_idle()


def test_nothing_keeps_watch_before_the_first_page_has_what_it_asked_for(opened, shell, runner):
    assert shell.findChild(Keepers) is not None
    assert shell.findChild(DamageKeeper) is None
    runner.wait_idle()
    assert shell.findChild(DamageKeeper) is not None


def test_what_is_written_before_anything_keeps_watch_is_backed_up_when_one_leaves_at_once(opened, shell, runner):
    folder = runner.desk.store.folder
    _, changes = sessions.start_now(runner.desk)
    runner.changed.emit(changes)
    assert opened._keepers.backups is None
    shell.leave()
    opened._close_desk()
    runner.wait_idle()
    assert stored.every(folder / "backups")


def test_a_workspace_that_is_closed_at_once_has_no_keepers_after_it(opened, shell, runner):
    shell.leave()
    opened._close_desk()
    runner.wait_idle()
    assert shell.findChild(DamageKeeper) is None
