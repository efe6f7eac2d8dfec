"""Pictures on a page: one by itself, and the pairs of picture and sentence of Easy Read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coprod_desktop.publish.render.tagged.canvas import TaggedCanvas
from coprod_desktop.publish.render.tagged.images import Image
from coprod_desktop.publish.render.tagged.pieces import Piece, Text, Whole
from coprod_desktop.publish.render.tagged.tree import Node

BESIDE = 70.0
"""Width and height of the picture beside a sentence."""


@dataclass(frozen=True)
class Drawn(Whole):
    """An image of this size. Without a node it only decorates."""

    image: Image
    width: float
    high: float
    node: Node | None
    before: float = 0.0
    keep_next: bool = False

    @property
    def height(self) -> float:
        """As high as it is drawn."""
        return self.high

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw it."""
        box = (x, top - self.height, x + self.width, top)
        if self.node is None:
            canvas.image(self.image, box)
            return
        with canvas.figure(self.node, box):
            canvas.image(self.image, box)


@dataclass(frozen=True)
class Pair:
    """A picture, in the middle of its own column, and words beside it."""

    drawn: Drawn | None
    words: Text
    before: float = 0.0
    keep_next: bool = False

    @property
    def height(self) -> float:
        """That of the taller."""
        return max(self.drawn.height if self.drawn else 0.0, self.words.height)

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def split(self, room: float, page: float) -> tuple[Piece, Piece] | None:
        """Words longer than a page go on under one another; no other pair is cut."""
        count = int(room / self.words.leading)
        if self.height <= page or count < 2 or (self.drawn is not None and self.drawn.height > room):
            return None
        first, rest = self.words.cut(count)
        return replace(self, words=first, keep_next=False), rest

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the picture, and the words level with its middle; or both from the top, when there are more words."""
        if self.drawn is not None:
            side = x + self.words.column - BESIDE if self.words.from_right else x
            self.drawn.draw(canvas, side + (BESIDE - self.drawn.width) / 2, top)
        self.words.draw(canvas, x, top - (self.height - self.words.height) / 2)
