"""Is everything here that the program rests on? Each line: ok, or what to do."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop import paths
from coprod_desktop.domain.handbook import Shot
from coprod_desktop.errors import UserError
from coprod_desktop.services import workspace
from coprod_desktop.services.program import content, handbook
from coprod_desktop.store import versions_in_use


@dataclass(frozen=True)
class Checked:
    """One thing checked: its name, what was found, and what to do when it is not ok ("" when it is)."""

    name: str
    found: str
    do: str = ""


def selfcheck(folder: Path) -> Sequence[Checked]:
    """Check versions, cipher, log mode, fonts and folders, with a workspace made and thrown away."""
    python = ".".join(map(str, sys.version_info[:3]))
    rows = [Checked("Python", python, "" if sys.version_info < (3, 14) else "Use Python 3.11 to 3.13.")]
    rows += [Checked(name, version) for name, version in versions_in_use.versions().items()]
    rows += _database()
    for name in ("Lexend-Regular.ttf", "Lexend-SemiBold.ttf", "NotoSans-Regular.ttf", "NotoSansArabic-Regular.ttf"):
        there = paths.font(name).exists()
        rows.append(
            Checked(f"font {name}", "there" if there else "missing", "" if there else "Install the program again.")
        )
    rows += [_content(), _handbook(), _folder(folder)]
    return rows


def _content() -> Checked:
    try:
        content.load()
        content.read_rest()
        content.agreed_papers()
    except UserError as wrong:
        return Checked("starter content", wrong.what, wrong.do)
    return Checked("starter content", "there")


def _handbook() -> Checked:
    try:
        shots = [block for page in handbook.load() for block in page.blocks if isinstance(block, Shot)]
        whole = all(handbook.picture(shot.picture).is_file() for shot in shots)
    except (OSError, ValueError):
        whole = False
    return Checked("handbook", "there" if whole else "missing", "" if whole else "Install the program again.")


def _database() -> list[Checked]:
    with tempfile.TemporaryDirectory() as scratch:
        try:
            workspace.create(Path(scratch) / "w", None)
            desk = workspace.unlock(Path(scratch) / "w", None)
        except UserError as wrong:
            return [Checked("encrypted database", wrong.what, wrong.do)]
        found = desk.store.raw_check()
        workspace.close(desk)
    return [
        Checked("cipher", found["cipher"], "" if found["cipher"] != "None" else "Install the program again."),
        Checked(
            "write-ahead log", found["journal"], "" if found["journal"] == "wal" else "Use a folder on this computer."
        ),
    ]


def _folder(folder: Path) -> Checked:
    worry = workspace.worry(folder)
    if worry:
        return Checked("workspace folder", str(folder), worry)
    near = next((p for p in (folder, *folder.parents) if p.exists()), folder)
    writable = os.access(near, os.W_OK)
    try:
        state = workspace.state(folder) if writable else "cannot be written"
    except UserError as wrong:
        return Checked("workspace folder", f"{folder}: {wrong.what}", wrong.do)
    said = {
        "none": "no workspace yet",
        "open": "a workspace without a passphrase",
        "locked": "a workspace with a passphrase",
    }
    return Checked(
        "workspace folder", f"{folder}: {said.get(state, state)}", "" if writable else "Choose another folder."
    )
