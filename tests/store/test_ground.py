"""Saved means in the files that are found by their names: a folder that went away is noticed at the next save."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from coprod_desktop.errors import FolderGone, UserError
from coprod_desktop.services import keys, sessions, workspace
from coprod_desktop.store import ground, store
from coprod_desktop.store.ground import MISSING, REPLACED, Ground
from tests.torture import disks

if sys.platform == "win32":
    pytest.skip("Windows lets nobody take an open file away", allow_module_level=True)


def delete(folder):
    shutil.rmtree(folder)


def rename(folder):
    folder.rename(folder.with_name("renamed"))


def replace_folder(folder):
    copy = shutil.copytree(folder, folder.with_name("copy"))
    rename(folder)
    copy.rename(folder)


def replace_database(folder):
    copy = shutil.copy2(folder / store.DATABASE, folder / "from the cloud")
    copy.replace(folder / store.DATABASE)


def delete_log(folder):
    (folder / f"{store.DATABASE}-wal").unlink()


def replace_log(folder):
    copy = shutil.copy2(folder / f"{store.DATABASE}-wal", folder / "from the cloud")
    copy.replace(folder / f"{store.DATABASE}-wal")


@pytest.mark.parametrize(
    ("happens", "said"),
    [
        (delete, MISSING),
        (rename, MISSING),
        (delete_log, MISSING),
        (replace_folder, REPLACED),
        (replace_database, REPLACED),
        (replace_log, REPLACED),
    ],
)
@pytest.mark.parametrize("written_before", [True, False])
def test_what_goes_somewhere_else_is_not_called_saved(desk, folder, happens, said, written_before):
    if written_before:
        sessions.start_now(desk)
    happens(folder)
    with pytest.raises(FolderGone) as refused:
        sessions.start_now(desk)
    assert refused.value.what == said
    assert "not saved" in refused.value.do


def test_a_stick_that_was_pulled_out_is_noticed(tmp_path, empty_workspace):
    try:
        with disks.small(tmp_path / "stick", 8000) as stick:
            shutil.copytree(empty_workspace, stick / "desk")
            desk = workspace.unlock(stick / "desk", None)
            sessions.start_now(desk)
            subprocess.run(["umount", "--lazy", str(stick)], check=True)
            try:
                with pytest.raises(FolderGone):
                    sessions.start_now(desk)
            finally:
                workspace.close(desk)
                subprocess.run(["mount", "-t", "tmpfs", "tmpfs", str(stick)], check=True)
    except disks.CannotMount:
        pytest.skip("mounting needs root")


def test_when_the_folder_is_back_everything_is_saved_again(desk, folder):
    away = folder.with_name("away")
    folder.rename(away)
    with pytest.raises(FolderGone):
        sessions.start_now(desk)
    away.rename(folder)
    made, _ = sessions.start_now(desk)
    assert sessions.is_there(desk, made)


def test_a_failed_write_says_that_the_folder_is_gone_when_it_is(desk, folder):
    sessions.start_now(desk)
    with disks.short_files(4):
        with pytest.raises(UserError) as full:
            sessions.start_now(desk)
        assert not isinstance(full.value, FolderGone)
        delete(folder)
        with pytest.raises(FolderGone):
            sessions.start_now(desk)


def test_an_everyday_emptying_of_the_log_is_no_cause_for_alarm(desk):
    for _ in range(3):
        sessions.start_now(desk)
        desk.store.checkpoint()
    sessions.start_now(desk)
    assert len(sessions.every(desk)) == 4


def test_no_key_file_is_written_into_a_folder_that_took_the_place_of_ours(desk, folder, tmp_path):
    rename(folder)
    workspace.create(folder, "another passphrase")
    before = (folder / store.VAULT).read_bytes()
    with pytest.raises(FolderGone):
        keys.change(desk, None, "four words of mine")
    assert (folder / store.VAULT).read_bytes() == before


def test_where_the_system_tells_no_inode_only_a_missing_file_is_noticed(tmp_path, monkeypatch):
    database, log = tmp_path / "workspace.db", tmp_path / "workspace.db-wal"
    for path in (database, log):
        path.write_bytes(b"x")
    real = ground.os.stat
    opened_before = Ground(database)

    class NoInode:
        st_dev = st_ino = st_nlink = 0

    monkeypatch.setattr(ground.os, "stat", lambda path: real(path) and NoInode())
    for there in (Ground(database), opened_before):
        assert there.complaint() is None
    database.unlink()
    for there in (Ground(database), opened_before):
        assert there.complaint() == MISSING
