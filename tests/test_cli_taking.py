from __future__ import annotations

from pathlib import Path

from coprod_desktop.__main__ import main
from tests.desks import empty_workspace, folder

__all__ = ["empty_workspace", "folder"]


def test_everything_is_taken_by_one_command_which_says_first_that_it_is_private(folder, tmp_path, capsys):
    assert main(["--workspace", str(folder), "take-everything", "--out", str(tmp_path / "stick")]) == 0
    said = capsys.readouterr()
    assert (Path(said.out.strip()) / "READ-ME.html").is_file()
    assert said.err.startswith("Everything goes into one folder")
    assert "private, and it is not encrypted" in said.err
    assert main(["--workspace", str(folder), "take-everything", "--out", str(folder / "in")]) == 1
    assert "inside the workspace" in capsys.readouterr().err
