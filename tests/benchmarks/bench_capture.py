"""The live hour in the real window, with a long list and a full room: each key, each Enter, each name offered, a day of it."""

from __future__ import annotations

import random
import statistics
from itertools import cycle
from pathlib import Path

from PySide6.QtTest import QTest

from tests.benchmarks.listening import FIRST, Listening, Painted, listening
from tests.benchmarks.material import sentence
from tests.benchmarks.rows import Row, milliseconds, percentile, under

BEFORE, GUESTS = 2000, 50
LINES, DROPPED = 220, 20
KEYS, NAMES = 600, 120
HOURS, LINES_AN_HOUR, TICK = 8, 60, 15
"""A day of listening: a line a minute, and the clock told every so many seconds."""


def rows() -> list[Row]:
    """Return the figures: all the CPU that this process uses meanwhile, the writing thread's too."""
    with listening(BEFORE, GUESTS) as now:
        where = f"{BEFORE:,} entries, {GUESTS} people, p99 (ms of CPU)"
        enters = enter_to_row(now)[DROPPED:]
        keys = key_to_painted(now)[DROPPED:]
        names = at_to_names(now)[DROPPED:]
        found = [
            under(_named("Enter to row painted", where, enters), percentile(enters, 99), 33),
            under(_named("key to painted", where, keys), percentile(keys, 99), 16),
            under(_named("key to names offered", where, names), percentile(names, 99), 16),
        ]
        grown = growth(now, HOURS)
    many = HOURS * LINES_AN_HOUR
    return [*found, under(f"memory after {HOURS} hours and {many} lines, more than after the first (MB)", grown, 20)]


def _named(what: str, where: str, took: list[float]) -> str:
    return f"{what}, {where}; median {statistics.median(took):.1f}"


def enter_to_row(now: Listening) -> list[float]:
    """Enter lines one after another; return how long each took until its row was painted."""
    field, said = now.page.line.field, now.page.list
    watch, chance, took = Painted(said.viewport()), random.Random(5), []
    many = said.rows().rowCount()

    def enter() -> None:
        before = watch.times
        QTest.keyClick(field, "\r")
        watch.wait(now.app, before)
        now.app.processEvents()

    for n in range(1, LINES + 1):
        field.insertPlainText(sentence(chance))
        now.app.processEvents()
        took.append(milliseconds(enter, cpu=True))
        now.runner.wait_idle()
        assert said.rows().rowCount() == many + n
    return took


def key_to_painted(now: Listening) -> list[float]:
    """Type sentences; return how long each key took until it was painted, drafts written meanwhile among it."""
    field = now.page.line.field
    watch, chance, took = Painted(field.viewport()), random.Random(7), []

    def key(letter: str) -> None:
        before = watch.times
        now.press(letter)
        watch.wait(now.app, before)

    while len(took) < KEYS:
        for letter in sentence(chance):
            took.append(milliseconds(lambda letter=letter: key(letter), cpu=True))
        field.clear()
        now.settle()
    return took


def at_to_names(now: Listening) -> list[float]:
    """Type "@" and letters of names; return how long each key took until the names that fit were shown."""
    field, popup, took = now.page.line.field, now.page.line._completion.popup, []
    for name in cycle(FIRST):
        if len(took) >= NAMES:
            break
        field.clear()
        for letter in f"@{name[:3]}":
            took.append(milliseconds(lambda letter=letter: (now.press(letter), now.app.processEvents()), cpu=True))
            assert popup.isVisible()
    field.clear()
    now.settle()
    return took


def growth(now: Listening, hours: float) -> float:
    """Listen for so many hours of the page's own clock, a line a minute; return by how much memory grew (MB).

    The first hour is not counted: what is read once and kept is no leak.
    """
    chance = random.Random(9)
    _listen(now, min(1.0, hours), chance)
    before = _resident()
    _listen(now, max(hours - 1, 0), chance)
    return _resident() - before


def _listen(now: Listening, hours: float, chance: random.Random) -> None:
    for _ in range(round(hours * LINES_AN_HOUR)):
        now.page.line.field.insertPlainText(sentence(chance))
        QTest.keyClick(now.page.line.field, "\r")
        for _ in range(3600 // LINES_AN_HOUR // TICK):
            now.clock.on(TICK)
            now.page.hour.look()
        now.settle()


def _resident() -> float:
    """Return the memory this process holds, in MB; 0 where the system does not tell."""
    told = Path("/proc/self/statm")
    return int(told.read_text().split()[1]) * 4096 / 1e6 if told.exists() else 0.0
