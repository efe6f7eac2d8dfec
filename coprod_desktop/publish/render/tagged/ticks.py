"""Boxes to tick with a pen, each before its word. The boxes are drawn; read aloud are the words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coprod_desktop.publish.render.tagged.canvas import TaggedCanvas
from coprod_desktop.publish.render.tagged.pieces import Text, Whole
from coprod_desktop.publish.render.tagged.setting import Setting
from coprod_desktop.publish.render.tagged.tree import Node

_WIDE = 1e6
_BOX = 1.15
_BESIDE, _APART = 0.35, 0.8
"""From a box to its word and from there to the next box, in sizes of the type."""


@dataclass(frozen=True)
class Ticks(Whole):
    """Boxes with their words, in one line or more."""

    texts: tuple[Text, ...]
    places: tuple[tuple[float, int], ...]
    """Left edge and line of each box."""
    box: float
    leading: float
    colour: str
    before: float = 0.0
    keep_next: bool = False

    @property
    def height(self) -> float:
        """All lines."""
        return (1 + self.places[-1][1]) * self.leading

    @property
    def width(self) -> float:
        """From the first box to the end of the longest line."""
        return max(x + self._wide(text) for text, (x, _) in zip(self.texts, self.places, strict=True))

    def _wide(self, text: Text) -> float:
        words = max(line.width for line in text.lines)
        return self.box + (words + _BESIDE * text.size if words else 0.0)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw each box, and its word beside it."""
        for text, (left, line) in zip(self.texts, self.places, strict=True):
            above = top - line * self.leading
            canvas.frame(x + left, above - (self.leading + self.box) / 2, self.box, self.box, self.colour)
            if text.lines[0].bits:
                text.draw(canvas, x + left + self.box + _BESIDE * text.size, above - (self.leading - text.leading) / 2)


def ticks(setting: Setting, choices: tuple[str, ...], node: Node, room: float = _WIDE, before: float = 0.0) -> Ticks:
    """Return a box for each choice; a new line begins where there is no room left."""
    size = setting.sizes.body
    leading = 1.6 * size
    texts = tuple(setting.text(setting.words(word, node), width=_WIDE, aligned=False) for word in choices)
    for text in texts[:-1]:
        text.lines[-1].spaced = True  # read aloud they are words apart
    box = _BOX * size
    return Ticks(texts, tuple(_places(texts, box, room)), box, leading, setting.colours["text"], before)


def _places(texts: tuple[Text, ...], box: float, room: float) -> Iterator[tuple[float, int]]:
    x, line = 0.0, 0
    for text in texts:
        wide = box + _BESIDE * text.size + max(one.width for one in text.lines)
        if x and x + wide > room:
            x, line = 0.0, line + 1
        yield x, line
        x += wide + _APART * text.size
