"""A backup of a large workspace while people are written down: what it takes, and what Enter waits for it."""

from __future__ import annotations

import datetime
import gc
import random
import statistics
import threading
import time

from coprod_desktop.services import capture
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.program import content
from tests.benchmarks import material
from tests.benchmarks.bench_commit import DROPPED
from tests.benchmarks.rows import Row, against_floor, milliseconds, percentile, under

ENTRIES, SESSIONS = 62_000, 20
LINES = 400
BETWEEN = 0.01
"""Seconds between two lines: nobody writes as fast, and no backup would be over before the lines are."""


def rows() -> list[Row]:
    """Return the figures: one backup by itself, and lines with backups running one after another and without."""
    with material.workspace(*[ENTRIES // SESSIONS] * SESSIONS) as (store, (session, *_)):
        store.checkpoint()
        size = (store.folder / "workspace.db").stat().st_size / 1e6
        desk = Desk(store, _now, store.rescue_in(store.folder), content.load())
        alone, backed = _lines(desk, session), []
        took = [milliseconds(lambda: store.backups.make("asked", _now())) for _ in range(3)]
        stop = threading.Event()

        def back_up() -> None:
            while not stop.is_set():
                backed.append(milliseconds(lambda: store.backups.make("asked", _now())))

        other = threading.Thread(target=back_up)
        other.start()
        beside = _lines(desk, session)
        stop.set()
        other.join()
    floor = f"{size:.0f} MB, {len(backed)} backups meanwhile; medians {_median(beside)} and {_median(alone)}"
    return [
        under(f"Backup of {size:.0f} MB, proved (ms)", statistics.median(took), 3000),
        against_floor(f"Enter to durable commit beside a backup, p99 (ms): {floor}", *_p99(beside, alone), 3.0),
    ]


def _lines(desk: Desk, session: str) -> list[float]:
    chance = random.Random(1)
    gc.collect()
    took = []
    for _ in range(LINES):
        line = capture.NewLine(text=material.sentence(chance))
        took.append(milliseconds(lambda: capture.add(desk, session, line)))  # noqa: B023
        time.sleep(BETWEEN)
    return took[DROPPED:]


def _p99(beside: list[float], alone: list[float]) -> tuple[float, float]:
    return percentile(beside, 99), percentile(alone, 99)


def _median(took: list[float]) -> str:
    return f"{statistics.median(took):.1f}"


def _now() -> datetime.datetime:
    return datetime.datetime.now().astimezone()
