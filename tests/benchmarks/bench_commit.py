"""Enter to durable commit: one line through the verb, against the very same statements sent raw."""

from __future__ import annotations

import gc
import random
import shutil
import statistics
import tempfile
from pathlib import Path
from typing import Any

from sqlalchemy import event

from coprod_desktop.services import capture, workspace
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import cipher
from coprod_desktop.store.store import DATABASE
from tests.benchmarks import material
from tests.benchmarks.rows import Row, against_floor, milliseconds

LINES, DROPPED = 320, 20
Statements = list[tuple[str, Any]]


def rows() -> list[Row]:
    """Return the figure: three copies of one workspace, one to time, one to record, one to replay into."""
    with tempfile.TemporaryDirectory(prefix="coprod-bench-") as folder:
        with material.workspace(200) as (store, (session,)):
            store.checkpoint()
            for copy in ("timed", "recorded", "raw"):
                shutil.copytree(store.folder, Path(folder) / copy)
        chance = random.Random(1)
        said = [material.sentence(chance) for _ in range(LINES)]
        recorded = _record(Path(folder) / "recorded", session, said)
        ours, floor = _both(Path(folder), session, said, recorded)
    return [against_floor("Enter to durable commit, median (ms)", ours, floor, 2.0)]


def _record(folder: Path, session: str, said: list[str]) -> list[Statements]:
    """Return the statements that each line takes, with their values."""
    desk = workspace.unlock(folder, None)
    recorded: list[Statements] = []
    event.listen(
        desk.store._writer,
        "before_cursor_execute",
        lambda _c, _cursor, statement, values, *_: recorded[-1].append((statement, values)),
    )
    event.listen(desk.store._writer, "commit", lambda _c: recorded[-1].append(("COMMIT", ())))
    for words in said:
        recorded.append([])
        _add(desk, session, words)
    workspace.close(desk)
    return recorded


def _both(folder: Path, session: str, said: list[str], recorded: list[Statements]) -> tuple[float, float]:
    desk = workspace.unlock(folder / "timed", None)
    other = workspace.unlock(folder / "raw", None)
    raw = cipher.connect(folder / "raw" / DATABASE, other.store._key)
    workspace.close(other)
    gc.collect()
    took = [
        (milliseconds(lambda: _add(desk, session, words)), milliseconds(lambda: _replay(raw, statements)))  # noqa: B023
        for words, statements in zip(said, recorded, strict=True)
    ][DROPPED:]
    raw.close()
    workspace.close(desk)
    return statistics.median(ours for ours, _ in took), statistics.median(floor for _, floor in took)


def _add(desk: Desk, session: str, words: str) -> None:
    capture.add(desk, session, capture.NewLine(text=words))


def _replay(raw: Any, statements: Statements) -> None:
    for statement, values in statements:
        if isinstance(values, list):
            raw.executemany(statement, values)
        else:
            raw.execute(statement, values).fetchall()
