"""Kill a process in the middle of a backup or of getting a workspace back, and look at what is left."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coprod_desktop.errors import UserError
from coprod_desktop.services import backups, capture, restore, sessions, workspace
from coprod_desktop.services.backups import Why
from coprod_desktop.store import backups as stored
from coprod_desktop.store.cipher import Damaged
from tests.torture.kill import ROOT

Said = Sequence[Sequence[str]]


@dataclass
class CopyToll:
    """What was shown as saved and as got back, over all kills."""

    kills: int = 0
    saved: int = 0
    back: int = 0
    wrong: list[str] = field(default_factory=list)


def kill_while_copying(folder: Path, rounds: int, seed: int) -> CopyToll:
    """Kill one process after another that makes backups, or gets a workspace back."""
    chance, toll = random.Random(seed), CopyToll(kills=2 * rounds)
    place, to = folder / "workspace", folder / "back"
    workspace.create(place, None)
    desk = workspace.unlock(place, None)
    session, _ = sessions.start_now(desk)
    workspace.close(desk)
    for n in range(1, rounds + 1):
        said = kill("backup", str(place), session, after=chance.randint(1, 120), chance=chance)
        toll.saved += sum(words[0] == "saved" for words in said)
        toll.wrong += [f"backup, round {n}: {what}" for what in wrong_after_backups(place, session, said)]
        to.mkdir()
        said = kill("restore", str(place / "backups"), str(to), after=chance.randint(1, 3), chance=chance)
        toll.back += len(said)
        toll.wrong += [f"restore, round {n}: {what}" for what in wrong_after_restores(place / "backups", to, said)]
        shutil.rmtree(to)
    return toll


def kill(what: str, *words: str, after: int, chance: random.Random) -> Said:
    """Run the copier, kill it some milliseconds after it has said so many things, and return all that it had said."""
    command = [sys.executable, "-m", "tests.torture.copier", what, *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(after)]
        time.sleep(chance.random() * 0.2)
        child.kill()
        said += child.stdout.readlines()
    return [line.split() for line in said if line.endswith("\n")]


def wrong_after_backups(folder: Path, session: str, said: Said) -> list[str]:
    """Say what is not as the killed process had said: its lines, and each backup that has its proper name."""
    desk = workspace.unlock(folder, None)
    try:
        there = {line.id for line in capture.lines(desk, session)}
        wrong = [f"lost: {words[1]}" for words in said if words[0] == "saved" and words[1] not in there]
        named = stored.every(desk.store.backups.place)
        for one in named:
            wrong += [] if stored.is_whole(one) else [f"not whole: {one.folder.name}"]
            try:
                found = stored.prove(one.folder / stored.DATABASE, desk.store._key)
                wrong += [] if found.lines == one.told.lines else [f"lines are missing in {one.folder.name}"]
            except (UserError, Damaged) as error:
                wrong.append(f"{one.folder.name}: {error}")
        last = max((int(words[2]) for words in said if words[0] == "backed"), default=0)
        wrong += [] if not last or max(one.told.lines for one in named) >= last else ["the last backup is gone"]
        backups.make(desk, Why.START)
        left = [path.name for path in desk.store.backups.place.iterdir() if path.name.startswith(stored.PART)]
        return wrong + [f"left behind: {name}" for name in left]
    finally:
        workspace.close(desk)


def wrong_after_restores(source: Path, to: Path, said: Said) -> list[str]:
    """Say what of the workspaces that have their proper name is not whole, or was said to be there and is not."""
    lines = restore.look_for_one(source)[0].told
    named = [path for path in to.iterdir() if not path.name.startswith(stored.PART)]
    wrong = [f"gone: {words[1]}" for words in said if to / f"back {words[1]}" not in named]
    for folder in named:
        desk = workspace.unlock(folder, None)
        there = sum(len(capture.lines(desk, one.id)) for one in sessions.every(desk))
        workspace.close(desk)
        wrong += [] if lines is None or there == lines.lines else [f"{folder.name} has {there} lines"]
    for n in range(len(named), len(named) + 2):  # one that was killed half way does not stand in the way
        restore.restore(restore.look_for_one(source), to / f"back {n}", None)
    left = [path.name for path in to.iterdir() if path.name.startswith(stored.PART)]
    return wrong + [f"left behind: {name}" for name in left]
