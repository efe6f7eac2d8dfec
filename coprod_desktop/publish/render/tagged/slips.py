"""Slips to be cut apart: four on an A4 page, each with its number, lines to write on, and boxes to tick."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import IO

from coprod_desktop.publish.form import FormQuestion, Slips
from coprod_desktop.publish.render.every_format.characters import Spelling
from coprod_desktop.publish.render.tagged.canvas import TaggedCanvas
from coprod_desktop.publish.render.tagged.file import about
from coprod_desktop.publish.render.tagged.fonts import Faces
from coprod_desktop.publish.render.tagged.page_size import PageSize
from coprod_desktop.publish.render.tagged.pages import draw, paginate
from coprod_desktop.publish.render.tagged.pieces import Piece, Rule, Text, Together, Whole
from coprod_desktop.publish.render.tagged.setting import Setting, Sizes
from coprod_desktop.publish.render.tagged.ticks import Ticks, ticks
from coprod_desktop.publish.render.tagged.tree import Node

_LARGE = 16
_MOST = 32
"""A larger slip would have no room left to write in."""
_PAD = 24.0
"""From the edge of a slip to its words: what printers need, and room for scissors."""
_LINE = 9 * 72 / 25.4
"""Lines to write on are 9 mm apart at the least."""
_TITLE_LINES = 3
_PAGE = PageSize(0.0, 0.0, left=0.0, right=0.0, edge=-18.0)
"""The whole page: slips have no margins but their own."""


@dataclass(frozen=True)
class Beside(Whole):
    """A question with its boxes in the same line."""

    words: Text
    boxes: Ticks
    at: float
    before: float
    keep_next: bool = False

    @property
    def height(self) -> float:
        """That of the boxes, which are higher than words."""
        return self.boxes.height

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw both."""
        self.words.draw(canvas, x, top - (self.height - self.words.height) / 2)
        self.boxes.draw(canvas, x + self.at, top)


@dataclass(frozen=True)
class Slip(Whole):
    """What stands at the top and at the foot of one slip, and between them lines to write on."""

    top: Together
    foot: Together
    width: float
    tall: float
    line: float
    """Between two lines to write on."""
    colour: str
    before: float = 0.0
    keep_next: bool = False

    @property
    def height(self) -> float:
        """That of all slips."""
        return self.tall

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw it."""
        self.top.draw(canvas, x + _PAD, top - _PAD)
        foot = top - self.height + _PAD + self.foot.height
        y = top - _PAD - self.top.height - self.line
        while y >= foot + 0.25 * self.line:
            canvas.rule(x + _PAD, y, self.width - 2 * _PAD, self.colour, 0.8)
            y -= self.line
        self.foot.draw(canvas, x + _PAD, foot)


@dataclass(frozen=True)
class SlipRow(Whole):
    """Slips beside each other, and the lines to cut along."""

    slips: tuple[Slip, ...]
    colour: str
    before: float = 0.0
    keep_next: bool = False

    @property
    def height(self) -> float:
        """That of all slips."""
        return self.slips[0].height

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw them from left to right."""
        wide, low = self.slips[0].width, top - self.height
        for at, slip in enumerate(self.slips):
            slip.draw(canvas, x + at * wide, top)
        if wide < _PAGE.width:
            canvas.cut(x + wide, top, x + wide, low, self.colour)
        if low > 1:
            canvas.cut(x, low, x + _PAGE.width, low, self.colour)


def write_slips(
    slips: Slips, out: IO[bytes], *, made_on: datetime.datetime, numbers: range, body_pt: float
) -> tuple[str, ...]:
    """Write a slip for each number and return sentences about what is not as it was typed."""
    a_side = 1 if body_pt >= _LARGE else 2
    faces = Faces()
    setting = Setting(slips.document, faces, Spelling(faces.has), Sizes(min(body_pt, _MOST), 1.3), _PAGE)
    root = Node("Document")
    made = [_Setter(setting, _PAGE.width / a_side, _PAGE.room / a_side).slip(slips, n, root) for n in numbers]
    rows = [SlipRow(tuple(made[at : at + a_side]), setting.colours["line"]) for at in range(0, len(made), a_side)]
    pages = paginate(rows, _PAGE.room + 0.5)
    canvas = TaggedCanvas(out, about(slips.document, made_on))
    nothing = [None] * len(pages)
    draw(canvas, pages, _PAGE, nothing, nothing)
    canvas.save(root)
    return setting.warnings


class _Setter:
    """Sets slips of one size."""

    def __init__(self, setting: Setting, width: float, height: float) -> None:
        self._set, self._width, self._height = setting, width, height
        self._column, self._body = width - 2 * _PAD, setting.sizes.body

    def slip(self, slips: Slips, number: int, root: Node) -> Slip:
        """Return one slip; its words go under a part of their own in the structure tree."""
        node = root.add("Sect")
        title = self._text(f"{number}. {slips.title}", node.add("H1"), 1.35, strong=True)
        top = Together((title, self._session(slips.session, node.add("P")), self._text(slips.day, node.add("P"))))
        line = max(_LINE, 1.5 * self._body)
        asked = [piece for ask in slips.asks for piece in self._ask(ask, node)]
        name = self._text(slips.name, node.add("P"), strong=True, before=0.5)
        rule = Rule(self._column, self._set.colours["line"], 0.8, before=line - 2)
        last = self._text(slips.last, node.add("P"), before=0.4)
        colour = self._set.colours["line"]
        return Slip(top, Together((*asked, name, rule, last)), self._width, self._height, line, colour)

    def _session(self, title: str, node: Node) -> Text:
        """Return the session's title; a very long one ends in "…", so that there is room to write."""
        words, made = title, self._text(title, Node("P"))
        while len(made.lines) > _TITLE_LINES:
            words = words[: len(words) * 9 // 10].rstrip(" …")
            made = self._text(f"{words}…", Node("P"))
        return self._text(title if words == title else f"{words}…", node)

    def _ask(self, ask: FormQuestion, node: Node) -> tuple[Piece, ...]:
        words = self._text(ask.words, node.add("P"), strong=True, before=0.5)
        boxes = ticks(self._set, ask.choices, node.add("P"), self._column, 0.1 * self._body)
        at = sum(line.width for line in words.lines) + 0.6 * self._body
        if len(words.lines) == 1 and at + boxes.width <= self._column:
            return (Beside(words, boxes, at, words.before),)
        return words, boxes

    def _text(self, words: str, node: Node, times: float = 1.0, *, strong: bool = False, before: float = 0.0) -> Text:
        size, colour = times * self._body, self._set.colours["text" if strong else "quiet"]
        spans = self._set.spans(self._set.spelling.spell(words)[0], node, size, colour, strong=strong)
        return self._set.text(spans, size, 1.3 * size, before * self._body, width=self._column)
