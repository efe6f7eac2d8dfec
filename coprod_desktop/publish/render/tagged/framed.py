"""The frames of Easy Read: one around each topic, drawn behind its words."""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.publish.render.tagged.canvas import TaggedCanvas
from coprod_desktop.publish.render.tagged.pages import Placed
from coprod_desktop.publish.render.tagged.pieces import Piece, Text, Whole

_AROUND = 12.0
"""Points between the frame and what is in it."""


@dataclass(frozen=True)
class Frame(Whole):
    """The outline of a box around what is drawn after it."""

    width: float
    high: float
    colour: str
    before: float = 0.0
    keep_next: bool = False

    @property
    def height(self) -> float:
        """As high as what is in it."""
        return self.high

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw it, a little larger than what is in it."""
        box = (x - _AROUND, top - self.high - _AROUND, self.width + 2 * _AROUND, self.high + 2 * _AROUND)
        canvas.frame(*box, self.colour)


def begins_topic(piece: Piece) -> bool:
    """Tell whether a piece is the heading of a topic."""
    return isinstance(piece, Text) and piece.bookmark is not None and piece.bookmark[1] == 2


def framed(pages: list[Placed], width: float, colour: str) -> list[Placed]:
    """Return the pages with a frame around each topic; one that goes on on the next page has one on each."""
    made: list[Placed] = []
    inside = False
    for page in pages:
        starts = [n for n, (piece, _) in enumerate(page) if begins_topic(piece)]
        if inside and page and 0 not in starts:
            starts.insert(0, 0)
        ends = [*starts[1:], len(page)] if starts else []
        groups = [page[start:end] for start, end in zip(starts, ends, strict=True)]
        frames: Placed = [(_around(group, width, colour), group[0][1]) for group in groups]
        made.append([*frames, *page])
        inside = bool(starts)
    return made


def _around(group: Placed, width: float, colour: str) -> Frame:
    last, at = group[-1]
    return Frame(width, at + last.height - group[0][1], colour)
