"""One bit of one file of a workspace flips, over every file there is: it is found, and no line is lost by it."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coprod_desktop.errors import DamagedWorkspace, UserError
from coprod_desktop.services import capture, damage, sessions, workspace
from coprod_desktop.services.bring_in import merge
from coprod_desktop.store import pages
from coprod_desktop.store.pages import PAGE
from coprod_desktop.store.store import DATABASE
from tests.desks import HOME_CARE

_NOT_THE_WORKSPACES = {"workspace.lock", f"{DATABASE}-shm"}
"""Files that hold nothing and are made again."""


@dataclass
class Bits:
    """What was counted: flips by file, those that were found, lines that were there before and after."""

    flips: Counter[str] = field(default_factory=Counter)
    found: int = 0
    lines: int = 0
    back: int = 0
    wrong: list[str] = field(default_factory=list)


def made(folder: Path, *, lines: int = 120, closed: bool = False) -> tuple[Path, int]:
    """Make a workspace as a killed program leaves it: with a log, a backup, and something struck. Returns it and its lines."""
    own = folder / "made"
    workspace.create(own, None)
    desk = workspace.unlock(own, None)
    merge.import_file(desk, HOME_CARE.read_bytes())
    session, _ = sessions.start_now(desk)
    for n in range(lines):
        capture.add(desk, session, capture.NewLine(text=f"Line {n}. " + "The bus was late again. " * (n % 9)))
    capture.strike(desk, capture.lines(desk, session)[3].id)
    desk.store.backups.make("asked", desk.now())
    for n in range(10):
        capture.add(desk, session, capture.NewLine(text=f"After the backup {n}."))
    many = _lines(desk)
    left = Path(shutil.copytree(own, folder / "left", ignore=shutil.ignore_patterns("workspace.lock")))
    workspace.close(desk)
    return (own if closed else left), many


def flip_everywhere(folder: Path, flips: int, seed: int) -> Bits:
    """Flip one bit at a time, about as often in each file; each time in a new copy."""
    whole, many = made(folder)
    chance, bits = random.Random(seed), Bits()
    files = sorted(path for path in whole.rglob("*") if path.is_file() and path.name not in _NOT_THE_WORKSPACES)
    desk_of = folder / "flipped"
    for n in range(flips):
        path = files[n % len(files)]
        shutil.rmtree(desk_of, ignore_errors=True)
        shutil.copytree(whole, desk_of)
        name = str(path.relative_to(whole))
        data = path.read_bytes()
        at = _place(chance, path, data)
        (desk_of / name).write_bytes(pages.flipped(data, at, chance.randrange(8)))
        bits.flips["backup" if "/" in name else name] += 1
        where = f"{name} at {at}"
        try:
            found = not damage.verify(desk_of, None).ok
        except UserError:
            found = True  # it is refused in a sentence
        bits.found += found
        bits.wrong += [f"{where}: not found"] * (not found)
        there = after(desk_of)
        bits.lines += many
        bits.back += min(there, many)
        bits.wrong += [f"{where}: {there} of {many} lines"] * (there != many)
    return bits


def _place(chance: random.Random, path: Path, data: bytes) -> int:
    """A log is only looked at as far as it was written since it was begun anew."""
    if path.name.endswith("-wal"):
        frame, salts = PAGE + 24, data[16:24]
        used = next((at for at in range(32, len(data), frame) if data[at + 8 : at + 16] != salts), len(data))
        return chance.randrange(used)
    return chance.randrange(len(data))


def after(folder: Path) -> int:
    """Open a workspace, put right if it has to be, and return how many lines are in it."""
    try:
        desk = workspace.unlock(folder, None)
    except DamagedWorkspace:
        damage.put_it_right(folder, None)
        desk = workspace.unlock(folder, None)
    try:
        return 0 if desk.store.complaints() else _lines(desk)
    finally:
        workspace.close(desk)


def _lines(desk: damage.Desk) -> int:
    return sum(session.entries for session in sessions.every(desk))


@dataclass
class Scribbles:
    """Pages written over at random: lines before and after, and of those missing, how many were named."""

    rounds: int = 0
    pages: int = 0
    lines: int = 0
    back: int = 0
    named: int = 0
    wrong: list[str] = field(default_factory=list)


def scribble(folder: Path, rounds: int, seed: int, *, with_backup: bool) -> Scribbles:
    """Write over one to six pages of the database; with a backup of after the lines all come back, else they are named."""
    whole, many = made(folder, closed=True)
    if with_backup:
        desk = workspace.unlock(whole, None)
        desk.store.backups.make("asked", desk.now())
        workspace.close(desk)
    else:
        shutil.rmtree(whole / "backups")
    chance, told = random.Random(seed), Scribbles()
    data = (whole / DATABASE).read_bytes()
    for _ in range(rounds):
        desk_of = folder / "scribbled"
        shutil.rmtree(desk_of, ignore_errors=True)
        shutil.copytree(whole, desk_of)
        hit: Sequence[int] = chance.sample(range(len(data) // PAGE), chance.randint(1, 6))
        with (desk_of / DATABASE).open("r+b") as file:
            for number in hit:
                file.seek(number * PAGE + chance.randrange(2000))
                file.write(chance.randbytes(2000))
        report = damage.put_it_right(desk_of, None)
        there = after(desk_of)
        named = sum(len(some.numbers) for some in report.lines) + report.rows.get("entry", 0)
        told.rounds, told.pages = told.rounds + 1, told.pages + len(hit)
        told.lines, told.back, told.named = told.lines + many, told.back + there, told.named + named
        if with_backup and there != many:
            told.wrong.append(f"pages {hit}: {there} of {many} lines, with a backup of after them")
        if there + named < many and "entry" not in report.unsure and "session" not in report.unsure:
            told.wrong.append(f"pages {hit}: {many - there} lines missing, {named} named")
    return told
