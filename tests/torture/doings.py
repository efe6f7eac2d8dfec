"""Processes that work are killed at any moment, or stopped and woken; what they had said was on the disk must be there."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coprod_desktop.services import capture, sessions, workspace
from coprod_desktop.store import backups
from coprod_desktop.store.store import DATABASE
from tests.torture.doer import DOINGS
from tests.torture.kill import ROOT

WITHIN = 60
"""Seconds, for the first word of a process on a busy machine."""


@dataclass
class Toll:
    """What was counted. `wrong` is empty when nothing was lost."""

    kills: int = 0
    stops: int = 0
    saved: int = 0
    changed: int = 0
    undone: int = 0
    brought: int = 0
    backed: int = 0
    wrong: list[str] = field(default_factory=list)

    def __iadd__(self, other: Toll) -> Toll:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)
        return self


def new_workspace(folder: Path) -> str:
    """Make a workspace with a session to listen in. Returns the session."""
    workspace.create(folder, None)
    desk = workspace.unlock(folder, None)
    session, _ = sessions.start_now(desk)
    workspace.close(desk)
    return session


def work_and_kill(what: str, folder: Path, session: str, chance: random.Random, *, lines: int, stops: int = 0) -> Toll:
    """Let a process work until it has said about so many lines; kill it between any two instructions. `stops`: sleep and wake it so often before."""
    command = [sys.executable, "-m", "tests.torture.doer", what, str(folder), session]
    said: list[str] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        out = child.stdout
        reader = threading.Thread(target=lambda: said.extend(iter(out.readline, "")), daemon=True)
        reader.start()
        wanted, until = chance.randint(1, max(2, lines)), time.monotonic() + WITHIN
        while len(said) < wanted and time.monotonic() < until and child.poll() is None:
            time.sleep(0.001)
        for _ in range(stops):
            os.kill(child.pid, signal.SIGSTOP)
            time.sleep(chance.random() / 20)
            os.kill(child.pid, signal.SIGCONT)
            time.sleep(chance.random() / 20)
        time.sleep(chance.random() / 50)  # in the middle of whatever it does by then
        child.kill()
        reader.join()
    whole = [line.split() for line in said if line.endswith("\n")]
    toll = what_is_there(what, folder, session, whole)
    toll.kills, toll.stops = 1, stops
    return toll


def what_is_there(what: str, folder: Path, session: str, said: Sequence[Sequence[str]]) -> Toll:
    """Open the workspace again, and hold it against what the process had said."""
    toll = Toll()
    desk = workspace.unlock(folder, None)
    try:
        lines = {line.id: line.text for line in capture.lines(desk, session)}
        there = {line.id for line in sessions.every(desk)}
        changed: dict[str, int] = {}
        for kind, *rest in said:
            if kind == "saved":
                toll.saved += 1
                toll.wrong += [f"{what}: lost {rest[0]}"] * (rest[0] not in lines)
            elif kind == "changed":
                toll.changed += 1
                changed[rest[0]] = int(rest[1])
            elif kind == "undone":
                toll.undone += 1
                toll.wrong += [f"{what}: {rest[0]} came back"] * (rest[0] in lines)
            elif kind == "brought":
                toll.brought += 1
                toll.wrong += [f"{what}: the session {rest[0]} is not there"] * (rest[0] not in there)
            elif kind == "backed":
                toll.backed += 1
                copy = backups.at(folder / backups.FOLDER / rest[0])
                toll.wrong += [f"{what}: the backup {rest[0]} is not whole"] * (
                    copy is None or not backups.is_whole(copy)
                )
        for line, words in changed.items():
            now = int(lines.get(line, "Now -1.").split()[1].rstrip(".")) if line in lines else -1
            toll.wrong += [f"{what}: {line} says {now}, was told {words}"] * (now < words)
        toll.wrong += [f"{what}: {wrong}" for wrong in desk.store.complaints()]
        capture.add(desk, session, capture.NewLine(text="still works"))
    finally:
        workspace.close(desk)
    toll.wrong += [f"{what}: half a file is left" for path in folder.glob("*.part")]
    return toll


def kill_until(lines: int, folder: Path, seed: int, each: int = 120) -> Toll:
    """Kill one process after another, of each kind in turn, until so many lines were shown as saved."""
    chance, toll = random.Random(seed), Toll()
    kinds = list(DOINGS)
    grown: dict[str, tuple[Path, str]] = {}
    while toll.saved < lines and len(toll.wrong) < 20:
        what = kinds[toll.kills % len(kinds)]
        if what not in grown or toll.kills % 60 == 59:
            at = folder / f"{what}-{toll.kills}"
            grown[what] = (at, new_workspace(at))
        toll += work_and_kill(what, *grown[what], chance, lines=each, stops=chance.choice((0, 0, 3)))
        if toll.kills % 10 == 0:
            print(f"{toll.kills} kills, {toll.saved} lines shown as saved, {len(toll.wrong)} things wrong", flush=True)
    return toll


def kill_upgrades(rounds: int, old: Path, folder: Path, seed: int) -> Toll:
    """Kill the upgrade of a workspace of an older program, at any moment; then it is upgraded, with all that was in it."""
    chance, toll = random.Random(seed), Toll()
    for n in range(rounds):
        at = folder / f"old-{n}"
        at.mkdir(parents=True)
        for path in old.iterdir():
            if path.name in (DATABASE, "vault.json"):
                (at / path.name).write_bytes(path.read_bytes())
        command = [sys.executable, "-c", f"from tests.torture.doings import upgrade; upgrade({str(at)!r})"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
            assert child.stdout is not None
            child.stdout.readline()  # its imports are done
            time.sleep(chance.random() * 0.6)
            child.kill()
        toll.kills += 1
        desk = workspace.unlock(at, None)
        many = sum(session.entries for session in sessions.every(desk))
        toll.wrong += [f"upgrade: {wrong}" for wrong in desk.store.complaints()]
        workspace.close(desk)
        toll.wrong += [f"upgrade: {many} lines"] * (not many)
        toll.saved += many
    return toll


def upgrade(folder: str) -> None:
    """Open a workspace, which upgrades it."""
    from alembic import command  # noqa: F401  # what takes long is done before the moment that counts

    print("begun", flush=True)
    workspace.close(workspace.unlock(Path(folder), None))
    time.sleep(60)
