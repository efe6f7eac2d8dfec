"""A theme read back to the room: how its sentence stands now, and what a paper tells of it. Nothing outvotes anybody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from coprod_desktop.domain.live_hour import Heard, ReadBack

SAID = {Heard.RIGHT: "right", Heard.CHANGE: "change it", Heard.MISSING: "something is missing"}
"""What the room said, as a paper says it."""
COUNT_TO = 10
"""Seconds to wait before a silence is filled (practice: count to ten)."""


def of_theme(rows: Iterable[ReadBack], theme: str) -> Sequence[ReadBack]:
    """Return what was said to one theme, first first."""
    return sorted((row for row in rows if row.theme == theme), key=lambda row: (row.on, row.at, row.id))


def sentence_now(rows: Iterable[ReadBack], theme: str) -> str:
    """Return how a theme's sentence stands: as it was last changed, else as it was last read; "" before that."""
    for row in reversed(of_theme(rows, theme)):
        if row.answer is Heard.CHANGE and row.words:
            return row.words
        if row.before:
            return row.before
    return ""


def heard(rows: Iterable[ReadBack], theme: str) -> Sequence[Heard]:
    """Return what the room said to a theme in its order, each once in a row.

    A "right" that follows takes no "something is missing" away: a majority never votes out one person's experience.
    """
    said: list[Heard] = []
    for row in of_theme(rows, theme):
        if said[-1:] != [row.answer]:
            said.append(row.answer)
    return said


def told(said: Sequence[Heard]) -> str:
    """Return it in words: "right", "change it, then right"; "" for a theme that was not read back."""
    return ", then ".join(SAID[one] for one in said)
