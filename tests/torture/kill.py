"""Kill a process that listens, at any moment, and look at what is left."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.services import capture, drafts, prepare, workspace
from coprod_desktop.store import cipher
from coprod_desktop.store.store import DATABASE
from tests.torture import typist
from tests.torture.listener import FIELD, words_of

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Told:
    """What the killed process had said was on the disk."""

    saved: tuple[str, ...]
    typed: int
    """The number of the line typed last."""


def listen_and_kill(folder: Path, session: str, after: int) -> Told:
    """Let a process save lines; kill it when it has said so many things. Returns all that it had said."""
    whole = _kill(["tests.torture.listener", str(folder), session], after)
    saved = tuple(what for kind, what in whole if kind == "saved")
    return Told(saved, max((int(what) for kind, what in whole if kind == "typed"), default=-1))


def type_and_kill(folder: Path, session: str, round_: int, after: int) -> int:
    """Let a window type the title of a part of the agenda; kill it. Returns how many letters must be on the disk."""
    whole = _kill(["tests.torture.typist", str(folder), session, str(round_)], after)
    return max((int(n) for _typed, n in whole), default=0)


def _kill(module: list[str], after: int) -> list[list[str]]:
    """Run a module, kill it when it has said so many lines, and return all that it had said, in words."""
    command = [sys.executable, "-m", *module]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(after)]
        child.kill()
        said += child.stdout.readlines()
    return [line.split() for line in said if line.endswith("\n")]


def what_is_lost(folder: Path, session: str, round_: int, letters: int) -> list[str]:
    """Open the workspace again and say what of a title being typed is neither saved nor kept as a draft."""
    desk = workspace.unlock(folder, None)
    try:
        item = prepare.agenda(desk, session)[0]
        kept = drafts.one(desk, f"agenda_item:{item.id}:title")
        there = {item.title, kept.words if kept else ""}
        wanted = typist.words_of(letters, round_).strip()
        wrong = [] if any(words.startswith(wanted) for words in there) else [f"lost: {wanted!r}; there is {there}"]
        return wrong + _unsound(desk.store.folder / DATABASE, desk.store._key)
    finally:
        workspace.close(desk)


def what_is_wrong(folder: Path, session: str, told: Told) -> list[str]:
    """Open the workspace again and say what of it is not as it was shown to be."""
    desk = workspace.unlock(folder, None)
    try:
        lines = {line.id: line.text for line in capture.lines(desk, session)}
        typed = {draft.words for draft in drafts.of_session(desk, session) if draft.field == FIELD}
        wrong = [f"lost: {line}" for line in told.saved if line not in lines]
        unfinished = words_of(told.typed)
        if told.typed >= 0 and unfinished not in typed and unfinished not in lines.values():
            wrong.append(f"the unfinished line {told.typed} is not offered")
        wrong += _unsound(desk.store.folder / DATABASE, desk.store._key)
        capture.add(desk, session, capture.NewLine(text="still works"))
        return wrong
    finally:
        workspace.close(desk)


def _unsound(path: Path, key: bytes) -> list[str]:
    connection = cipher.connect(path, key)
    try:
        checks = {
            p: connection.execute(f"pragma {p}").fetchall() for p in ("integrity_check", "cipher_integrity_check")
        }
        connection.execute("INSERT INTO entry_fts(entry_fts, rank) VALUES ('integrity-check', 1)")
        return [f"{name}: {found}" for name, found in checks.items() if found not in ([], [("ok",)])]
    finally:
        connection.close()
