"""The short form; `make torture` is the long one."""

from __future__ import annotations

import random
import shutil

import pytest

from coprod_desktop.services import backups, restore, sessions, workspace
from coprod_desktop.services.backups import Why
from coprod_desktop.store import backups as stored
from tests.services.test_restore import lines
from tests.store.test_backups import flipped
from tests.torture import disks
from tests.torture.copies import kill, wrong_after_backups, wrong_after_restores

CHANCE = random.Random(8)


@pytest.fixture
def place(tmp_path):
    """A workspace with one session; closed."""
    workspace.create(tmp_path / "workspace", None)
    return tmp_path / "workspace"


@pytest.fixture
def session(place):
    desk = workspace.unlock(place, None)
    made, _ = sessions.start_now(desk)
    workspace.close(desk)
    return made


def test_a_kill_in_the_middle_of_a_backup_loses_no_line_and_leaves_no_half_backup(place, session):
    for after in (1, 20, 90):
        said = kill("backup", str(place), session, after=after, chance=CHANCE)
        assert wrong_after_backups(place, session, said) == []
    assert stored.every(place / "backups")


def test_a_kill_in_the_middle_of_getting_back_leaves_nothing_that_looks_whole_and_is_not(place, session, tmp_path):
    kill("backup", str(place), session, after=40, chance=CHANCE)
    to = tmp_path / "back"
    to.mkdir()
    for after in (1, 2):
        said = kill("restore", str(place / "backups"), str(to), after=after, chance=CHANCE)
        assert wrong_after_restores(place / "backups", to, said) == []
        shutil.rmtree(to)
        to.mkdir()


def test_a_backup_that_were_not_whole_would_be_seen(place, session):
    said = kill("backup", str(place), session, after=30, chance=CHANCE)
    newest = stored.every(place / "backups")[0]
    flipped(None, newest.folder / "workspace.db")
    assert f"not whole: {newest.folder.name}" in wrong_after_backups(place, session, said)
    assert wrong_after_backups(place, session, [["saved", "no such line"]])[0] == "lost: no such line"


def test_a_stick_that_cannot_be_written_to_gives_a_workspace_back(place, session, tmp_path):
    desk = workspace.unlock(place, None)
    backups.copy_once(desk, backups.make(desk, Why.ASKED), tmp_path / "stick")
    workspace.close(desk)
    try:
        with disks.read_only(tmp_path / "stick") as stick:
            done = restore.restore(restore.look_for_one(stick), tmp_path / "back", None)
            assert done.sessions == 1
            with pytest.raises(restore.UserError, match="could not be put"):
                restore.restore(restore.look_for_one(stick), stick / "back", None)
    except disks.CannotMount:
        pytest.skip("only root may mount")
    assert lines(tmp_path / "back") == []


def test_a_disk_that_fills_up_gives_no_backup_and_no_half_workspace(place, session, tmp_path):
    desk = workspace.unlock(place, None)
    made = backups.make(desk, Why.ASKED)
    try:
        with disks.small(tmp_path / "small", 300) as small:
            with pytest.raises(backups.NotBackedUp, match="No backup could be made"):
                backups.copy_once(desk, made, small)
            with pytest.raises(restore.UserError, match="could not be put"):
                restore.restore(restore.look_for_one(made.folder), small / "back", None)
            assert not [path for path in small.rglob("*") if path.is_file()]
    except disks.CannotMount:
        pytest.skip("only root may mount")
    finally:
        workspace.close(desk)
