"""The drawn signs as strokes in a square of 24 units, y downwards; one drawing for every format."""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.publish.document import Mark

BOX = 24.0
PEN = 2.4
"""Line width in the same units."""

Step = tuple[str, tuple[float, ...]]


@dataclass(frozen=True)
class Stroke:
    """Steps "M x y", "L x y" and "C" with two handles and an end; filled, or drawn as a line."""

    steps: tuple[Step, ...]
    filled: bool = False

    def as_svg(self) -> str:
        """Return the steps as the d of an SVG path."""
        return " ".join(letter + " ".join(f"{n:g}" for n in numbers) for letter, numbers in self.steps)


_R, _K = 9.0, 9.0 * 0.5523
"""Radius of the circles, and the handle that makes four Bezier curves one circle."""


def _line(*points: tuple[float, float]) -> Stroke:
    return Stroke(tuple(("L" if i else "M", point) for i, point in enumerate(points)))


_CIRCLE: tuple[Step, ...] = (
    ("M", (12, 12 - _R)),
    ("C", (12 + _K, 12 - _R, 12 + _R, 12 - _K, 12 + _R, 12)),
    ("C", (12 + _R, 12 + _K, 12 + _K, 12 + _R, 12, 12 + _R)),
    ("C", (12 - _K, 12 + _R, 12 - _R, 12 + _K, 12 - _R, 12)),
    ("C", (12 - _R, 12 - _K, 12 - _K, 12 - _R, 12, 12 - _R)),
)
_RIGHT_HALF: tuple[Step, ...] = (*_CIRCLE[:3], ("L", (12, 12 - _R)))

STROKES: dict[Mark, tuple[Stroke, ...]] = {
    Mark.TICK: (_line((3.5, 12.5), (9.5, 18.5), (20.5, 6)),),
    Mark.HALF: (Stroke(_CIRCLE), Stroke(_RIGHT_HALF, filled=True)),
    Mark.CLOCK: (Stroke(_CIRCLE), _line((12, 6.8), (12, 12), (15.6, 14.2))),
    Mark.CROSS: (_line((5.5, 5.5), (18.5, 18.5)), _line((18.5, 5.5), (5.5, 18.5))),
    Mark.ARROW: (_line((3, 12), (20.5, 12)), _line((14, 5.5), (20.5, 12), (14, 18.5))),
    Mark.BOX: (_line((2.5, 2.5), (21.5, 2.5), (21.5, 21.5), (2.5, 21.5), (2.5, 2.5), (21.5, 2.5)),),
    Mark.WARN: (
        _line((12, 3), (22, 20.5), (2, 20.5), (12, 3), (22, 20.5)),
        _line((12, 9.5), (12, 14)),
        _line((12, 17), (12, 17.6)),
    ),
}
