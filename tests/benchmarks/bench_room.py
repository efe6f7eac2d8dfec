"""Typing while the room sees something, beside typing while its screen is blank: the facilitator must not notice it."""

from __future__ import annotations

import random

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod_desktop.domain.room import RoomChoice, RoomShows
from tests.benchmarks.listening import Listening, Painted, listening
from tests.benchmarks.material import sentence
from tests.benchmarks.rows import Row, milliseconds, percentile, under

BEFORE, GUESTS = 2000, 50
LINES, DROPPED, LONGEST = 205, 5, 12  # of fewer than a hundred, the 99th in a hundred is the worst
MESSAGE = RoomChoice(shows=RoomShows.MESSAGE, words="Tea is at the back. We go on at ten to three.")
"""A message is the dearest to show: the gate looks at it again after each line, while the next one is typed."""


def rows() -> list[Row]:
    """Return the figures, each with the same of the same run while the room screen is blank as its floor."""
    with listening(BEFORE, GUESTS) as now:
        blank = measured(now)
        show_in_room(now)
        shown = measured(now)
        assert not now.page.on_screen.screen.is_blank
    where = f"room screen on, {BEFORE:,} entries, {GUESTS} people, p99 (ms of CPU)"
    return [
        under(f"Enter to row painted, {where}", shown[0], 33, blank[0]),
        under(f"key to painted, {where}", shown[1], 16, blank[1]),
    ]


def measured(now: Listening) -> tuple[float, float]:
    """Type lines as they come, one after another without a rest; return the 99th percentile of Enters and of keys."""
    field, said, chance = now.page.line.field, now.page.list, random.Random(11)
    words, list_ = Painted(field.viewport()), Painted(said.viewport())
    enters: list[float] = []
    keys: list[float] = []

    def key(letter: str) -> None:
        before = words.times
        now.press(letter)
        words.wait(now.app, before)

    def enter() -> None:
        before = list_.times
        QTest.keyClick(field, "\r")
        list_.wait(now.app, before)
        now.app.processEvents()

    for _ in range(LINES):
        typed = [milliseconds(lambda letter=letter: key(letter), cpu=True) for letter in sentence(chance, LONGEST)]
        enters.append(milliseconds(enter, cpu=True))
        keys += typed
    now.settle()
    return percentile(enters[DROPPED:], 99), percentile(keys, 99)


def show_in_room(now: Listening) -> None:
    """Send a message to the room screen, in a window of the laptop, and wait until it is there."""
    screen = now.page.on_screen.screen
    screen.show_in_window()
    screen.send(MESSAGE)
    while screen.view.is_blank and screen.wrong is None:
        now.settle()
    assert screen.wrong is None
    assert screen.is_open
    QApplication.processEvents()
