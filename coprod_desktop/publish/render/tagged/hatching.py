"""Patterns that tell bars apart in black and white."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points."""

_GAP = 6.0


class Pattern(Enum):
    """How a box is filled; all but the first have an edge."""

    SOLID = auto()
    EMPTY = auto()
    SLANTED = auto()
    BACK_SLANTED = auto()
    UPRIGHT = auto()
    LEVEL = auto()
    CROSSED = auto()


def hatching(box: Box, pattern: Pattern) -> Iterator[Box]:
    """Yield lines (from x, y to x, y) that fill the box when cut off at its edge."""
    left, bottom, right, top = box
    height = top - bottom
    if pattern in (Pattern.SLANTED, Pattern.CROSSED):
        for x in _steps(left - height, right):
            yield x, bottom, x + height, top
    if pattern in (Pattern.BACK_SLANTED, Pattern.CROSSED):
        for x in _steps(left - height, right):
            yield x, top, x + height, bottom
    if pattern is Pattern.UPRIGHT:
        yield from ((x, bottom, x, top) for x in _steps(left, right))
    if pattern is Pattern.LEVEL:
        yield from ((left, y, right, y) for y in _steps(bottom, top))


def _steps(begin: float, end: float) -> Iterator[float]:
    for number in range(int((end - begin) / _GAP) + 1):
        yield begin + (number + 0.5) * _GAP
