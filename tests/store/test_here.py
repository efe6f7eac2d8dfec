import shutil

import pytest

from coprod_desktop.errors import UserError
from coprod_desktop.services import workspace
from coprod_desktop.store import here, key

COPIES = (
    "workspace (1).db",
    "workspace (Ann's conflicted copy 2026-01-01).db",
    "workspace (conflicted copy 2026-01-01 101010).db",
    "workspace (Case Conflict).db",
    "workspace 2.db",
    "workspace - Copy.db",
    "workspace - Copy (2).db",
    "Copy of workspace.db",
    "workspace_conf(1).db",
    "workspace.sync-conflict-20260101-101010-ABCDEFG.db",
    "workspace-LAPTOP7.db",
    "workspace-Anns-MacBook-Air.db",
    "vault-LAPTOP7.json",
    "vault-copy-LAPTOP7.json",
    "vault (1).json",
    "vault.sync-conflict-20260101-101010-ABCDEFG.json",
    "workspace (1).db-wal",
)
OURS = (
    "workspace.db",
    "workspace.db-wal",
    "workspace.db-shm",
    "workspace.lock",
    "workspace-before-schema-3.db",
    "workspace-damaged-2026-11-26T101503Z.db",
    "vault.json",
    "vault-copy.json",
    "vault-of-another-workspace.json",
    "vault-of-another-workspace-1.json",
    "vault.tmp",
    "gone.bin",
    "workspaces I like.db",
    "notes (1).txt",
)


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_that_a_syncing_program_made_is_named_and_left(folder, name):
    (folder / name).write_bytes(b"theirs")
    desk = workspace.unlock(folder, None)
    (told,) = workspace.news(desk)
    workspace.close(desk)

    assert f"“{name}”" in told.what
    assert "nothing was changed in the others" in told.do
    assert (folder / name).read_bytes() == b"theirs"


@pytest.mark.parametrize("name", OURS)
def test_what_is_ours_or_nobodys_is_no_copy(tmp_path, name):
    (tmp_path / name).touch()

    assert here.conflict_copies(tmp_path) == ()


def refused(folder, files):
    for name in files:
        (folder / name).unlink()
    before = {p.name: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    said = []
    for act in (workspace.state, lambda f: workspace.unlock(f, None), lambda f: workspace.create(f, None)):
        with pytest.raises(UserError) as wrong:
            act(folder)
        said.append(wrong.value)
    assert {p.name: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before
    assert said[0].args == said[1].args
    assert "There is a workspace" in said[2].what
    return said[0]


def test_a_database_without_its_key_file_is_no_empty_folder(folder):
    told = refused(folder, key.FILES)

    assert "without its key file" in told.what
    assert "no workspace" not in told.what
    assert "Do not delete anything" in told.do


def test_a_key_file_without_its_database_says_which_file_to_look_for(folder):
    told = refused(folder, ["workspace.db"])

    assert "workspace.db, is missing" in told.what
    assert "Keep the key file" in told.do


def test_an_emptied_database_is_told_as_such(folder):
    (folder / "workspace.db").write_bytes(b"")
    told = refused(folder, [])

    assert "0 bytes" in told.what


@pytest.mark.parametrize(("lost", "copy"), [("workspace.db", "workspace (1).db"), ("vault.json", "vault-LAPTOP7.json")])
def test_where_the_missing_file_is_there_under_a_name_of_a_syncing_program_it_is_named(folder, lost, copy):
    shutil.copy(folder / lost, folder / copy)
    told = refused(folder, key.FILES if lost in key.FILES else [lost])

    assert f"“{copy}”" in told.do


def test_where_only_backups_are_left_they_are_named(folder):
    shutil.copytree(folder, folder / "backups" / "2026-11-26T101503Z")
    told = refused(folder, ["workspace.db", *key.FILES])

    assert "Only the backups" in told.what
    assert "Restore" in told.do


def test_an_empty_folder_and_none_are_no_workspace(tmp_path):
    for place in (tmp_path, tmp_path / "none"):
        assert workspace.state(place) == "none"
        with pytest.raises(UserError, match="There is no workspace"):
            workspace.unlock(place, None)
