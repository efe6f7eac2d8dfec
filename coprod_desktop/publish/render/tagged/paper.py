"""The document tree as pieces of pages and, in the same breath, as the structure tree of the PDF."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import assert_never

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.publish.document import (
    YOU_SAID,
    Answer,
    Block,
    Bullets,
    Document,
    Facts,
    Figure,
    Heading,
    Paragraph,
    Picture,
    Pictured,
    Run,
    Table,
    Tone,
)
from coprod_desktop.publish.render.every_format.look import TONE
from coprod_desktop.publish.render.every_format.runs import (
    Levels,
    has_words,
    heading_and_words,
    is_seen,
    one_line,
    with_title,
)
from coprod_desktop.publish.render.tagged.bars import figure_pieces
from coprod_desktop.publish.render.tagged.lines import Span, begins_right, break_lines
from coprod_desktop.publish.render.tagged.pictured import picture_pieces, pictured_pieces
from coprod_desktop.publish.render.tagged.pieces import Lead, Piece, Rule, Text, Together
from coprod_desktop.publish.render.tagged.setting import Setting
from coprod_desktop.publish.render.tagged.table import Grid, column_widths
from coprod_desktop.publish.render.tagged.tree import Node

_TITLE_IN_BOOKMARKS = 90
_KEPT_WHOLE = 8
"""A table of up to this many rows is not begun at the foot of a page."""
_SHORT = 4
"""Lines of a first paragraph that does not part from the second."""
_WITH_HEADING = 0.3
"""The part of a page that a heading and such a paragraph may take together."""


class Typesetter:
    """Makes the pieces of one document. `root` is filled as they are made."""

    def __init__(self, document: Document, setting: Setting) -> None:
        self._document, self._set = document, setting
        self._space = setting.sizes.space
        self._levels = Levels()
        self.root = Node("Document")

    def pieces(self) -> list[Piece]:
        """Return the whole paper; one without a title of level 1 gets the document's own, under a logo."""
        blocks = self._document.blocks
        logo = next((at for at, block in enumerate(blocks) if not isinstance(block, Picture)), len(blocks))
        rest = with_title(replace(self._document, blocks=blocks[logo:])).blocks
        at_head = [
            piece
            for block in blocks[:logo]
            if isinstance(block, Picture)
            for piece in picture_pieces(self._set, block, self.root, at_head=True)
        ]
        return _ended([*at_head, *self._blocks(rest, self.root)], _WITH_HEADING * self._set.sheet.room)

    def _blocks(self, blocks: Sequence[Block], parent: Node) -> list[Piece]:
        """Return blocks in order; words that introduce a list do not part from it."""
        pieces: list[Piece] = []
        for block, after in zip_longest(blocks, blocks[1:]):
            made = self._block(block, parent)
            last = made[-1] if made else None
            if isinstance(last, Text) and isinstance(after, Bullets | Facts) and _introduces(block):
                made[-1] = _with_next(last)
            pieces += made
        return pieces

    def _block(self, block: Block, parent: Node) -> list[Piece]:
        match block:
            case Heading():
                return self._heading(block, parent)
            case Paragraph():
                return self._paragraph(block, parent)
            case Bullets():
                return self._bullets(block, parent)
            case Facts():
                return self._facts(block, parent)
            case Answer():
                return self._answer(block, parent)
            case Table():
                return self._table(block, parent)
            case Picture():
                return picture_pieces(self._set, block, parent, at_head=False)
            case Figure():
                return figure_pieces(self._set, block, parent)
            case Pictured():
                return pictured_pieces(self._set, block, parent)
            case _:
                assert_never(block)

    def _heading(self, block: Heading, parent: Node) -> list[Piece]:
        if not is_seen(block.text):
            return []
        level = self._levels.heading(block.level)
        size, leading = self._set.sizes.heading(1 if block.new_page and block.tone is Tone.PLAIN else level)
        words = self._set.spelling.spell(block.text)[0]
        colour = self._set.colours[TONE[block.tone]]
        spans = self._set.spans(words, parent.add(f"H{level}"), size, colour, strong=True)
        before = self._space({1: 0.6, 2: 1.5}.get(level, 1.0))
        heading = self._set.text(spans, size, leading, before)
        pieces: list[Piece] = [
            replace(heading, keep_next=True, bookmark=(_short(block.text), level), new_page=block.new_page)
        ]
        if level == 1:
            wide = min(4.5 * self._set.sizes.body, self._set.sheet.column)
            shift = self._set.sheet.column - wide if heading.from_right else 0.0
            pieces.append(Rule(wide, self._set.colours["primary"], 4.0, before=self._space(0.3), shift=shift))
        return pieces

    def _paragraph(self, block: Paragraph, parent: Node) -> list[Piece]:
        if not has_words(block.runs):
            return []
        node = (parent.add("BlockQuote") if block.quote else parent).add("P")
        text = self._set.text(self._set.runs(block.runs, node), before=self._space(0.5), quote=block.quote)
        text = replace(text, lead=self._set.sign(block))
        return [_with_next(text) if block.with_next else text]

    def _bullets(self, block: Bullets, parent: Node) -> list[Piece]:
        """Return the items of a list; neither the first nor the last is left alone on a page."""
        items = [item for item in block.items if has_words(item.runs)]
        if not items:
            return []
        listed = parent.add("L", attributes="<</O /List /ListNumbering /Disc>>")
        made = [
            self._item(item, listed.add("LI"), self._space(0.25 if number else 0.5))
            for number, item in enumerate(items)
        ]
        return [_with_next(item) if at in (0, len(made) - 2) and made[1:] else item for at, item in enumerate(made)]

    def _item(self, item: Paragraph, entry: Node, before: float) -> Text:
        """Return one item; a drawn sign stands where its bullet would."""
        body = self._set.sizes.body
        lead = self._set.sign(item, -1.45)
        if lead is None:
            label = self._set.spans("•", entry.add("Lbl"), body, self._set.colours["text"])
            lead = Lead(-1.1 * body, bullet=break_lines(label, body)[0])
        spans = self._set.runs(item.runs, entry.add("LBody"))
        return replace(self._set.text(spans, before=before, indent=(1.55 if lead.mark else 1.3) * body), lead=lead)

    def _facts(self, block: Facts, parent: Node) -> list[Piece]:
        pieces: list[Text] = []
        for label, value in block.rows:
            if not has_words(value.runs):
                continue
            node = parent.add("P")
            spans = self._set.words(f"{label.rstrip(' :')}: ", node, strong=True, token="quiet")
            before = self._space(0.15 if pieces else 0.4)
            said = self._set.runs(value.runs, node)
            text = self._set.text([*spans, *said], before=before, right=False)
            if len(text.lines) > 1 and begins_right(said):
                text = self._set.text([*spans, *said], before=before, right=True)
            pieces.append(replace(text, lead=self._set.sign(value)))
        return [*map(_with_next, pieces[:-1]), *pieces[-1:]]

    def _answer(self, block: Answer, parent: Node) -> list[Piece]:
        node = parent.add("Sect")
        level = self._levels.below()
        heading = node.add(f"H{level}")
        words, long_words = heading_and_words(block)
        label = self._set.words(f"{YOU_SAID} ", heading, strong=True, token="you-said")
        spans = self._set.words(words, heading)
        rule = Rule(self._set.sheet.column, self._set.colours["you-said"], 1.5, before=self._space(1.1), keep_next=True)
        said = self._set.text([*label, *spans], before=self._space(0.45), right=begins_right(spans))
        parts = (Paragraph((Run(long_words),)), *block.blocks)
        below = self._blocks(parts, node)
        said = replace(said, keep_next=bool(below), bookmark=(_short(block.heading) or YOU_SAID, level))
        first = below[0] if len(below) > 1 else None
        if isinstance(first, Text) and said.height + first.height <= _WITH_HEADING * self._set.sheet.room:
            below[0] = _with_next(first)
        return [Together((rule, said, *below), loose=True)]

    def _table(self, block: Table, parent: Node) -> list[Piece]:
        if not block.header or not block.rows:
            return []
        node = parent.add("Table")
        pieces: list[Piece] = []
        if is_seen(block.caption):
            spans = self._set.words(block.caption, node.add("Caption"), strong=True)
            pieces.append(replace(self._set.text(spans, before=self._space(0.9)), keep_next=True))
        pieces.append(self._grid(self._cells(block, node), self._space(0.3 if pieces else 0.9)))
        return [Together(tuple(pieces))] if len(block.rows) <= _KEPT_WHOLE else pieces

    def _cells(self, block: Table, node: Node) -> list[list[list[Span]]]:
        head = node.add("THead").add("TR")
        cells = [[self._cell(text, head.add("TH", attributes=_scope("Column")), strong=True) for text in block.header]]
        below = node.add("TBody")
        columns = len(block.header)
        # in a small table row headers say nothing that the order does not, and outnumber the cells
        heads = len(block.rows) * (columns - 1) >= len(block.rows) + columns
        for texts in block.rows:
            row = below.add("TR")
            first = row.add("TH", attributes=_scope("Row")) if heads and is_seen("".join(texts[:1])) else row.add("TD")
            nodes = [first, *(row.add("TD") for _ in range(columns - 1))]
            padded = (*texts, *[""] * columns)[:columns]
            cells.append([self._cell(text, node) for text, node in zip(padded, nodes, strict=True)])
        return cells

    def _cell(self, text: str, node: Node, *, strong: bool = False) -> list[Span]:
        return self._set.words(text.strip(), node, strong=strong)

    def _grid(self, cells: Sequence[Sequence[list[Span]]], before: float) -> Grid:
        gap = 1.4 * self._set.sizes.body
        columns = list(zip(*cells, strict=True))
        # a hair more, so that a sum in another order does not break the line
        best = [0.1 + max(line.width for cell in column for line in break_lines(cell, 1e6)) for column in columns]
        least = [0.1 + max(map(_longest_word, column)) for column in columns]
        widths = column_widths(least, best, self._set.sheet.column, gap)
        edges = [sum(widths[:at]) + gap * at for at in range(len(widths))]
        rows = [
            tuple(self._set.text(cell, width=wide) for cell, wide in zip(row, widths, strict=True)) for row in cells
        ]
        strong, thin = self._set.colours["text"], self._set.colours["line"]
        return Grid(rows[0], tuple(rows[1:]), tuple(edges), edges[-1] + widths[-1], strong, thin, before)


def _ended(pieces: list[Piece], most: float) -> list[Piece]:
    """Return a paper whose last words, such as a copy code or a licence, never have a page to themselves.

    `most` is the height that they and what is kept with them may have together.
    """
    for at in range(len(pieces) - 2, max(len(pieces) - 4, 0) - 1, -1):
        before = pieces[at]
        if sum(piece.height + piece.before for piece in pieces[at:]) > most:
            break
        if isinstance(before, Text):
            pieces[at] = _with_next(before)
        elif isinstance(before, Together) and isinstance(before.pieces[-1], Text):
            inner = (*before.pieces[:-1], _with_next(before.pieces[-1]))
            pieces[at] = replace(before, pieces=inner, keep_next=True)
    return pieces


def _with_next(text: Text) -> Text:
    return replace(text, keep_next=True) if len(text.lines) <= _SHORT else text


def _introduces(block: Block) -> bool:
    """Tell whether a paragraph is there for what follows it, as the caption of a list is."""
    if not isinstance(block, Paragraph):
        return False
    words = [run for run in block.runs if is_seen(run.text)]
    return bool(words) and (all(run.strong for run in words) or words[-1].text.rstrip().endswith(":"))


def _scope(which: str) -> str:
    return f"<</O /Table /Scope /{which}>>"


def _short(text: str) -> str:
    return beginning(one_line(text), _TITLE_IN_BOOKMARKS)


def _longest_word(spans: Iterable[Span]) -> float:
    return max((span.face.width(word, span.size) for span in spans for word in span.text.split()), default=0.0)
