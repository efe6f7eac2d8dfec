"""What a newer version of the program made is refused at the terminal in a sentence, and left as it is."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop import cli
from coprod_desktop.services import backups, sessions, workspace
from coprod_desktop.services.backups import Why
from coprod_desktop.store import backups as stored
from coprod_desktop.store import migrate
from tests.desks import HOME_CARE, empty_workspace, folder

FROZEN = Path(__file__).parent / "store" / "frozen"
__all__ = ["empty_workspace", "folder"]

NEWER = migrate.SCHEMA_VERSION + 1


def made_newer(folder):
    """Have a workspace say that a newer program made it."""
    desk = workspace.unlock(folder, None)
    with desk.store.write() as tx:
        tx.connection.exec_driver_sql(f"pragma user_version = {NEWER}")
    workspace.close(desk)


def newer_session():
    return json.dumps(json.loads(HOME_CARE.read_bytes()) | {"format": "coprod-session/2"}).encode()


def newer_backup(folder):
    """Make a backup of a workspace and have it say that a newer program made it."""
    desk = workspace.unlock(folder, None)
    sessions.start_now(desk)
    made = backups.make(desk, Why.ASKED)
    workspace.close(desk)
    (made.folder / stored.TOLD).write_bytes(stored.page_of(replace(made.told, schema=NEWER)))
    return made.folder


@pytest.fixture
def says(capsys):
    def run(*words):
        assert cli.main([str(word) for word in words]) == 1
        said = capsys.readouterr().err
        assert "newer version of this program" in said
        assert "install" in said.lower()  # what to do
        return said

    return run


def test_a_newer_workspace(folder, says):
    made_newer(folder)
    before = (folder / "workspace.db").read_bytes()
    assert "everything in it is safe" in says("--workspace", folder, "sessions")
    assert (folder / "workspace.db").read_bytes() == before


def test_a_newer_key_file(folder, says):
    for name in ("vault.json", "vault-copy.json"):
        said = {k: v for k, v in json.loads((folder / name).read_text()).items() if k not in {"generation", "sum"}}
        (folder / name).write_text(json.dumps(said | {"version": 2}))
    assert "everything in it is safe" in says("--workspace", folder, "sessions")


def test_a_newer_session_file(folder, tmp_path, says):
    (tmp_path / "session.json").write_bytes(newer_session())
    said = says("--workspace", folder, "import", tmp_path / "session.json")
    assert "Nothing from this file was stored" in said
    assert "not right at" not in said


def test_a_newer_backup(folder, tmp_path, says):
    assert "everything in it is safe" in says("restore", newer_backup(folder), "--to", tmp_path / "back")
    assert not (tmp_path / "back").exists()


def test_an_older_workspace_says_where_its_copy_lies(tmp_path, capsys):
    old = Path(shutil.copytree(FROZEN / "schema-9", tmp_path / "old"))
    assert cli.main(["--workspace", str(old), "sessions"]) == 0
    (copy,) = (old / "backups").iterdir()
    assert f"brought up to date. A copy of how it was is kept in {copy}." in capsys.readouterr().err
