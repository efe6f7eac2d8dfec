"""backup, backups and restore, as they are typed."""

from __future__ import annotations

import json
import os

import pytest

from coprod_desktop.__main__ import main
from tests.desks import HOME_CARE, empty_workspace, folder
from tests.store.test_backups import flipped
from tests.test_cli import run

__all__ = ["empty_workspace", "folder", "run"]


@pytest.fixture
def backed_up(run, tmp_path):
    run("import", HOME_CARE)
    code, out, _ = run("backup", "--to", tmp_path / "stick")
    assert code == 0
    return out


def test_a_backup_is_made_and_copied(backed_up, tmp_path, folder):
    here, there = (line.partition(": ")[2] for line in backed_up.splitlines())
    assert here.startswith(str(folder / "backups"))
    assert there.startswith(str(tmp_path / "stick" / "co-production backups"))
    assert sorted(os.listdir(here)) == sorted(os.listdir(there))


def test_they_are_listed_with_what_is_in_them(backed_up, run, folder):
    (row,) = json.loads(run("backups", "--json")[1])
    assert set(row) == {"made_at", "why", "sessions", "lines", "promises", "bytes", "verified", "where"}
    entries = json.loads(HOME_CARE.read_bytes())["entries"]
    assert (row["why"], row["sessions"], row["lines"], row["verified"]) == ("asked", 1, len(entries), True)
    assert "1 session," in run("backups")[1]
    flipped(None, folder / "backups" / os.path.basename(row["where"]) / "workspace.db")
    assert json.loads(run("backups", "--json")[1])[0]["verified"] is False
    assert run("backups")[1].startswith("LOOK")


def test_without_one_it_says_how(run):
    assert "There is no backup yet" in run("backups")[1]
    assert json.loads(run("backups", "--json")[1]) == []


def test_restore_needs_no_workspace_and_says_what_there_is_first(backed_up, tmp_path, capsys):
    capsys.readouterr()
    assert main(["restore", str(tmp_path / "stick"), "--to", str(tmp_path / "back")]) == 0
    first, second, third = capsys.readouterr().out.splitlines()
    assert first.startswith("Newest: ")
    assert "1 session" in first
    assert second.startswith("Got back 1 session")
    assert third == f"The workspace is in {tmp_path / 'back'}"
    assert main(["--workspace", str(tmp_path / "back"), "sessions"]) == 0


def test_restore_refuses_in_a_sentence(backed_up, tmp_path, capsys, folder):
    capsys.readouterr()
    assert main(["restore", str(tmp_path / "stick"), "--to", str(folder)]) == 1
    assert "nothing is ever written over" in capsys.readouterr().err
    assert main(["restore", str(tmp_path / "nothing"), "--to", str(tmp_path / "back")]) == 1
    assert "There is no backup" in capsys.readouterr().err
    assert not (tmp_path / "back").exists()


def test_the_passphrase_is_asked_for_only_then(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("COPROD_PASSPHRASE", "three warm cups")
    words = ["--workspace", str(tmp_path / "w")]
    assert main([*words, "new"]) == 0
    assert main([*words, "import", str(HOME_CARE)]) == 0
    assert main([*words, "backup"]) == 0
    monkeypatch.delenv("COPROD_PASSPHRASE")
    capsys.readouterr()
    again = ["restore", str(tmp_path / "w" / "backups"), "--to", str(tmp_path / "back")]
    assert main(again) == 1
    said = capsys.readouterr()
    assert "1 session" in said.out  # what is in it needs no passphrase
    assert "needs a passphrase" in said.err
    monkeypatch.setenv("COPROD_PASSPHRASE", "three warm cups")
    assert main(again) == 0
