"""Figures: numbers as bars from 0, each with its label and its number in words, told apart without colour too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coprod_desktop.publish.document import Figure, Tone
from coprod_desktop.publish.render.every_format.look import TONE
from coprod_desktop.publish.render.every_format.runs import is_seen, one_line
from coprod_desktop.publish.render.tagged.canvas import TaggedCanvas
from coprod_desktop.publish.render.tagged.hatching import Pattern
from coprod_desktop.publish.render.tagged.pieces import Piece, Text, Together, Whole
from coprod_desktop.publish.render.tagged.setting import Setting
from coprod_desktop.publish.render.tagged.tree import Node

_PATTERN = {
    Tone.PLAIN: Pattern.LEVEL,
    Tone.WE_WILL: Pattern.BACK_SLANTED,
    Tone.DONE: Pattern.CROSSED,
    Tone.NO: Pattern.SLANTED,
    Tone.WAITING: Pattern.EMPTY,
    Tone.YOU_SAID: Pattern.UPRIGHT,
    Tone.QUIET: Pattern.LEVEL,
}
"""For all tones of a figure but the one it has most of, which is solid."""
_BESIDE = 0.42
"""The part of the column that labels may take before they go above their bars."""
_FIRST_PAGE = 0.45
"""The part of a page that is left for bars under headings and a caption."""


@dataclass(frozen=True)
class BarRow:
    """One bar with its words."""

    label: Text
    shown: Text
    length: float
    colour: str
    pattern: Pattern


@dataclass(frozen=True)
class BarsPlan:
    """What all rows of a figure share: where bars begin, how thick they are, where the words go."""

    axis: float
    beside: bool
    """Labels stand left of the bars; else above them."""
    after: bool
    """Numbers stand at the end of their bars; else below them."""
    thick: float
    gap: float
    line: str

    def height(self, row: BarRow) -> float:
        """Return the height of a row."""
        bar = max(self.thick, row.shown.height) if self.after else self.thick + row.shown.height
        return max(bar, row.label.height) if self.beside else row.label.height + bar


@dataclass(frozen=True)
class Bars(Whole):
    """The rows of a figure, or as many as a page holds. One element of the tree, put into words by its alt."""

    rows: tuple[BarRow, ...]
    plan: BarsPlan
    width: float
    node: Node
    before: float = 0.0
    keep_next: bool = False

    @property
    def height(self) -> float:
        """All rows."""
        return _height(self.plan, self.rows)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw every row, and the line the bars begin at."""
        with canvas.figure(self.node, (x, top - self.height, x + self.width, top)):
            for row in self.rows:
                self._row(canvas, row, x, top)
                top -= self.plan.height(row) + self.plan.gap

    def _row(self, canvas: TaggedCanvas, row: BarRow, x: float, top: float) -> None:
        plan, height = self.plan, self.plan.height(row)
        if plan.beside:
            row.label.draw(canvas, x, top - (height - row.label.height) / 2)
        else:
            row.label.draw(canvas, x, top)
            top, height = top - row.label.height, height - row.label.height
        if plan.after:
            bar_top = top - (height - plan.thick) / 2
            row.shown.draw(canvas, x + plan.axis + row.length + plan.gap, top - (height - row.shown.height) / 2)
        else:
            bar_top = top
            row.shown.draw(canvas, x + plan.axis, top - plan.thick)
        left = x + plan.axis
        if row.length:
            canvas.filled((left, bar_top - plan.thick, left + row.length, bar_top), row.colour, row.pattern)
        canvas.bar(left - 1.5, bar_top + plan.gap / 4, plan.thick + plan.gap / 2, plan.line, 1.5)


def figure_pieces(setting: Setting, block: Figure, parent: Node) -> list[Piece]:
    """Return caption and bars, which say their words to who cannot see them. What no page could hold is there in words."""
    node = parent.add("Sect")
    pieces: list[Piece] = []
    space = setting.sizes.space
    if is_seen(block.caption):
        spans = setting.words(block.caption, node.add("Caption"), strong=True)
        pieces.append(replace(setting.text(spans, before=space(0.9)), keep_next=True))
    drawn = _bars(setting, block, node)
    pieces += drawn
    if not drawn and is_seen(block.words):
        pieces.append(setting.text(setting.words(block.words, node.add("P")), before=space(0.5)))
    if not node.kids:
        parent.kids.remove(node)
    return [Together(tuple(pieces))] if pieces else []


def _bars(setting: Setting, block: Figure, parent: Node) -> list[Piece]:
    rows, plan = _planned(setting, block)
    pages = list(_by_page(rows, plan, setting.sheet.room))
    if not pages or max(_height(plan, page) for page in pages) > setting.sheet.room:
        return []
    made: list[Piece] = []
    at = 0
    for number, page in enumerate(pages, 1):
        named = "; ".join(f"{bar.label}: {bar.shown}" for bar in block.bars[at : at + len(page)])
        if len(pages) == 1:
            alt = block.words if is_seen(block.words) else f"{block.caption}. {named}"
        else:
            alt = f"{block.caption}, part {number} of {len(pages)}. {named}"
        figure = parent.add("Figure", alt=one_line(alt))
        made.append(Bars(tuple(page), plan, setting.sheet.column, figure, setting.sizes.space(0.4)))
        at += len(page)
    return made


def _planned(setting: Setting, block: Figure) -> tuple[list[BarRow], BarsPlan]:
    """Return rows and how they are laid out: side by side while there is room, in large print one under another."""
    column, body = setting.sheet.column, setting.sizes.body
    gap = 0.5 * body
    labels, beside = _labels(setting, block, column)
    axis = max(map(_width, labels), default=0.0) + gap if beside else 2.0
    numbers = [_words(setting, bar.shown, column - axis, strong=True) for bar in block.bars]
    number = max(map(_width, numbers), default=0.0)
    after = number <= 0.45 * (column - axis)
    longest = column - axis - (number + gap if after else 0.0)
    most = max((bar.value for bar in block.bars), default=0)
    usual = _usual_tone(block)
    rows = []
    for bar, label, shown in zip(block.bars, labels, numbers, strict=True):
        sign = setting.lead(bar.mark, TONE[bar.tone], -1.5) if bar.mark else None
        length = longest * max(0, bar.value) / most if most > 0 else 0.0
        pattern = Pattern.SOLID if bar.tone is usual else _PATTERN[bar.tone]
        rows.append(BarRow(replace(label, lead=sign), shown, length, setting.colours[TONE[bar.tone]], pattern))
    return rows, BarsPlan(axis, beside, after, 1.15 * body, gap, setting.colours["text"])


def _labels(setting: Setting, block: Figure, column: float) -> tuple[list[Text], bool]:
    """Return the labels and whether they stand beside their bars, on two lines at most."""
    signed = 1.5 * setting.sizes.body if any(bar.mark for bar in block.bars) else 0.0
    beside = [_words(setting, bar.label, _BESIDE * column, signed) for bar in block.bars]
    words = [label.split() for label in (bar.label for bar in block.bars)]
    cut = any(len(label.lines) > max(1, len(parts)) for label, parts in zip(beside, words, strict=True))
    if not cut and all(len(label.lines) <= 2 for label in beside):
        return beside, True
    return [_words(setting, bar.label, column, signed) for bar in block.bars], False


def _usual_tone(block: Figure) -> Tone | None:
    """Return the tone that most of a figure's length is in; a quiet one, for what is left over, only if all are."""
    sums: dict[Tone, int] = {}
    for bar in block.bars:
        sums[bar.tone] = sums.get(bar.tone, 0) + max(0, bar.value)
    return max(sums, key=lambda tone: (tone is not Tone.QUIET, sums[tone]), default=None)


def _words(setting: Setting, text: str, column: float, indent: float = 0.0, *, strong: bool = False) -> Text:
    text_set = setting.text(
        setting.words(one_line(text), None, strong=strong), width=column, indent=indent, aligned=False
    )
    text_set.lines[-1].spaced = True  # who reads the letters of the figure hears label and number apart
    return text_set


def _width(text: Text) -> float:
    return text.indent + max((line.width for line in text.lines), default=0.0)


def _height(plan: BarsPlan, rows: Sequence[BarRow]) -> float:
    return sum(map(plan.height, rows)) + plan.gap * (len(rows) - 1)


def _by_page(rows: Sequence[BarRow], plan: BarsPlan, room: float) -> Iterator[list[BarRow]]:
    """Yield as many rows at a time as a page holds, all at once if it holds them with what stands above."""
    page: list[BarRow] = []
    limit = _FIRST_PAGE * room if _height(plan, rows) > 0.8 * room else room
    for row in rows:
        if page and _height(plan, [*page, row]) > limit:
            yield page
            page, limit = [], room
        page.append(row)
    if page:
        yield page
