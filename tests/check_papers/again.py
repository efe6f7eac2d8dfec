"""The same snapshot, the same bytes: everything is made once more, by another process with another seed for sets,
another time zone, and some seconds later."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.check_papers.files import Made
from tests.check_papers.tools import ROOT


class Again:
    """The second making, which goes on while other checks run."""

    def __init__(self, folder: Path, workspace: Path, *, short: bool) -> None:
        """Begin it. `folder` is where the first files are."""
        self._first, self._second = folder, folder.with_name(f"{folder.name}-again")
        copied = shutil.copytree(workspace, workspace.with_name(f"{workspace.name}-again"))
        command = [sys.executable, "-m", "tests.check_papers.files", str(self._second), str(copied)]
        self._run = subprocess.Popen(
            [*command, *(["--short"] if short else [])],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    def same_bytes(self, files: Sequence[Made]) -> list[str]:
        """Wait for it and compare every file."""
        _, said = self._run.communicate()
        if self._run.returncode:
            return [f"they could not be made again: {said.strip()[-300:]}"]
        found = []
        for one in files:
            place = one.path.relative_to(self._first)
            if not (self._second / place).exists():
                found.append(f"{place}: not made again under this name")
            elif (self._second / place).read_bytes() != one.path.read_bytes():
                found.append(f"{place}: other bytes")
        extra = sum(path.is_file() for path in self._second.rglob("*")) - len(files)
        return [*found, *([f"{extra} files more when made again"] if extra > 0 else [])]
