"""The pictures that ship: symbols drawn by OpenMoji, and a leaf of the calendar for any day."""

from __future__ import annotations

from coprod_desktop import paths
from coprod_desktop.publish.document import Picture
from coprod_desktop.publish.easy.leaf import leaf
from coprod_desktop.publish.easy.words import CREDIT, word_list

SIDE = 480
"""Pixels, as the build draws the symbols."""


def picture(code: str) -> Picture | None:
    """Return a symbol of the word list as a picture, or a day's leaf of the calendar; None for any other code."""
    if code.startswith("day:"):
        return leaf(code)
    symbol = word_list().symbols.get(code)
    path = paths.picture(f"{code}.png")
    if symbol is None or not path.is_file():
        return None
    return Picture(path.read_bytes(), symbol.shows, SIDE, SIDE, CREDIT, ours=True)
