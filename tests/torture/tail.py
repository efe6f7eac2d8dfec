"""The end of the log cut off, or zeros from there on, as a loss of power leaves it: at every byte."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from coprod_desktop.services import capture, sessions, workspace
from coprod_desktop.store import cipher, pages, wal
from coprod_desktop.store.store import DATABASE

LOG = f"{DATABASE}-wal"
FRAME = 4096 + 24


@dataclass
class Tail:
    """How many places were tried, how many lines were looked for at them, and what was wrong."""

    places: int = 0
    lines: int = 0
    wrong: list[str] = field(default_factory=list)


def cut_everywhere(folder: Path, *, last: int, step: int = 1, seed: int = 0) -> Tail:
    """Cut the log of a killed program at every `step`th byte of its last frames, and zero it from there.

    Every line whose transaction ended before must be read, and nothing may be called damage.
    """
    left, key, ends = _killed(folder)
    data = (left / LOG).read_bytes()
    database, tail = (left / DATABASE).read_bytes(), Tail()
    keys = pages.keys_of(left / DATABASE, key)
    start = max(0, len(data) - last * FRAME)
    tried = left / "tried"
    tried.mkdir()
    for at in range(start + random.Random(seed).randrange(step), len(data) + 1, step):
        for zeros in (0, len(data) - at):
            log = data[:at] + bytes(zeros)
            (tried / LOG).write_bytes(log)
            if wal.look(tried / LOG, keys).is_damaged:
                tail.wrong.append(f"{at}: called damage")
            must = sum(end <= at for end in ends)
            (tried / DATABASE).write_bytes(database)
            (tried / f"{DATABASE}-shm").unlink(missing_ok=True)
            tail.places += 1
            tail.lines += must
            if (there := _lines(tried, key)) < must:
                tail.wrong.append(f"{at}: {there} of {must} lines")
    return tail


def _killed(folder: Path) -> tuple[Path, bytes, list[int]]:
    """Return the files that a killed program left, the key, and where in the log each line's transaction ended."""
    workspace.create(folder / "desk", None)
    desk = workspace.unlock(folder / "desk", None)
    session, _ = sessions.start_now(desk)
    desk.store.checkpoint()
    ends = []
    for n in range(12):
        capture.add(desk, session, capture.NewLine(text=f"Line {n}. The bus was late."))
        ends.append((folder / "desk" / LOG).stat().st_size)
    key = desk.store.raw_key()
    left = Path(shutil.copytree(folder / "desk", folder / "left"))
    workspace.close(desk)
    return left, key, ends


def _lines(folder: Path, key: bytes) -> int:
    connection = cipher.connect(folder / DATABASE, key)
    try:
        return int(connection.execute("SELECT count(*) FROM entry").fetchone()[0])
    finally:
        connection.close()
