"""A disk that is full at whichever write: nothing that was saved is lost, what was refused was not half saved, work goes on."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from coprod_desktop.errors import NotOnDisk
from coprod_desktop.services import capture, workspace
from coprod_desktop.services.desk import Desk
from tests.torture import disks
from tests.torture.doings import new_workspace

_BLOCK = 4096
_BLOCKS = 24
"""After so many blocks it begins again with none."""
_FILLER = "holiday.mov"


@dataclass
class Full:
    """How often the disk was full, how many lines were saved meanwhile, and what was wrong."""

    times: int = 0
    saved: int = 0
    refused: int = 0
    way: str = ""
    wrong: list[str] = field(default_factory=list)


def fill_at_every_write(folder: Path, times: int) -> Full:
    """Leave one block more free each time, save lines until one is refused, make room, and save one more."""
    full = Full()
    try:
        with disks.small(folder / "disk", 24_000) as disk:
            full.way = "a small disk"
            _fill(disk, times, full)
    except disks.CannotMount:
        (folder / "desk").mkdir()
        full.way = "files that cannot grow"
        _stop_growing(folder / "desk", times, full)
    return full


def _fill(disk: Path, times: int, full: Full) -> None:
    session = new_workspace(disk / "desk")
    desk = workspace.unlock(disk / "desk", None)
    said: list[str] = []
    for n in (time % _BLOCKS for time in range(times)):
        room = os.statvfs(disk)
        with (disk / _FILLER).open("wb") as file:
            file.write(bytes(max(0, (room.f_bavail - n) * _BLOCK)))
        _save_until_refused(desk, session, said, full, n)
        (disk / _FILLER).unlink()
        _save(desk, session, said)
        full.wrong += _missing(desk, session, said, f"{n} blocks free")
        if n % 10 == 9:  # also opened anew
            workspace.close(desk)
            desk = workspace.unlock(disk / "desk", None)
    full.wrong += desk.store.complaints()
    full.saved = len(said)
    workspace.close(desk)


def _stop_growing(folder: Path, times: int, full: Full) -> None:
    session = new_workspace(folder / "own")
    desk = workspace.unlock(folder / "own", None)
    said: list[str] = []
    for n in (time % _BLOCKS for time in range(times)):
        desk.store.checkpoint()
        largest = max(path.stat().st_size for path in (folder / "own").iterdir())
        with disks.short_files(largest // 1024 + 4 * n):
            _save_until_refused(desk, session, said, full, n)
        _save(desk, session, said)
        full.wrong += _missing(desk, session, said, f"{n} blocks free")
    full.wrong += desk.store.complaints()
    full.saved = len(said)
    workspace.close(desk)


def _save(desk: Desk, session: str, said: list[str]) -> None:
    words = f"{len(said)}. " + "Nobody rang me, so I sat there in my coat. " * (len(said) % 40)
    capture.add(desk, session, capture.NewLine(text=words.strip()))
    said.append(words.strip())


def _save_until_refused(desk: Desk, session: str, said: list[str], full: Full, n: int) -> None:
    full.times += 1
    for _ in range(400):
        try:
            _save(desk, session, said)
        except NotOnDisk:
            full.refused += 1
            return
    full.wrong.append(f"{n} blocks free: it never filled up")


def _missing(desk: Desk, session: str, said: list[str], when: str) -> list[str]:
    there = [line.text for line in capture.lines(desk, session)]
    return [] if there == said else [f"{when}: {len(there)} lines, {len(said)} were saved"]
