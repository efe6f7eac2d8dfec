"""A row of the table, and the ways to measure one."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from typing import TypedDict


class Row(TypedDict):
    """One figure. `ours` and `floor` are in the unit that the name ends with."""

    name: str
    ours: float
    floor: float | None
    ratio: float | None
    target: str
    ok: bool


def against_floor(name: str, ours: float, floor: float, at_most: float) -> Row:
    """A figure that may be so many times its floor."""
    ratio = ours / floor
    return {
        "name": name,
        "ours": round(ours, 3),
        "floor": round(floor, 3),
        "ratio": round(ratio, 2),
        "target": f"at most {at_most} x",
        "ok": ratio <= at_most,
    }


def under(name: str, ours: float, limit: float, floor: float | None = None) -> Row:
    """A figure with a limit of its own."""
    return {
        "name": name,
        "ours": round(ours, 3),
        "floor": None if floor is None else round(floor, 3),
        "ratio": None if floor is None else round(ours / floor, 2),
        "target": f"under {limit:g}",
        "ok": ours < limit,
    }


def milliseconds(act: Callable[[], object], *, cpu: bool = False) -> float:
    """Return how long one call takes: by the wall clock, or in CPU time of this process."""
    clock = time.process_time_ns if cpu else time.perf_counter_ns
    before = clock()
    act()
    return (clock() - before) / 1e6


def in_turns(ours: Callable[[], object], floor: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Return the medians (ms) of two ways of doing a thing, taken in turns so that a busy machine slows both."""
    took: tuple[list[float], list[float]] = ([], [])
    for way in (ours, floor):
        way()
    gc.collect()
    for _ in range(rounds):
        for kept, way in zip(took, (ours, floor), strict=True):
            kept.append(milliseconds(way))
    return statistics.median(took[0]), statistics.median(took[1])


def percentile(values: Sequence[float], part: float) -> float:
    """Return the value that `part` per cent of all stay at or under."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part / 100))]
