"""The document tree as pieces of pages and, in the same breath, as the structure tree of the PDF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import assert_never

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.publish.document import (
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
from coprod_desktop.publish.reflow import list_for_table
from coprod_desktop.publish.render.every_format.look import TONE
from coprod_desktop.publish.render.every_format.runs import (
    Levels,
    has_words,
    heading_and_words,
    is_seen,
    one_line,
    with_title,
)
from coprod_desktop.publish.render.every_format.staying import KEPT_WHOLE, answered_at, stays_with
from coprod_desktop.publish.render.tagged.bars import figure_pieces
from coprod_desktop.publish.render.tagged.lines import Span, begins_right, break_lines
from coprod_desktop.publish.render.tagged.pictured import picture_pieces, pictured_pieces
from coprod_desktop.publish.render.tagged.pieces import Lead, Piece, Rule, Text, Together
from coprod_desktop.publish.render.tagged.setting import Setting
from coprod_desktop.publish.render.tagged.table import Grid, column_widths, padding_of
from coprod_desktop.publish.render.tagged.tree import Node

_TITLE_IN_BOOKMARKS = 90
_WORD = re.compile(r"[^ \n]+")
"""What a line never parts: the date "17 September 2026" is one such word."""
_SHORT = 4
"""Lines of a first paragraph that does not part from the second."""
_LAST_WORDS = 0.36
"""The part of a page that a paper's last words and what they stay with may take together."""
_ONE_PIECE = 0.6
"""The part of a page that a point and its answer may take to be never parted."""
_WHOLE, _FREE = 0.25, 0.15
"""The part of a page that they and what follows may take to be never cut, and how much of a page has to be free for a longer one.

It is cut after the answer: who, by when and what came of it may go on on the next page. Kept whole, answers of half a page
each left half of every page empty.
"""
_WITH_FACTS = 0.3
"""The part of a page that a table and what is told of it may take to be never parted."""
_TO_PART, _MUCH_FREE = 5, 0.2
"""A table of so many rows or more goes on on the next page where so much of a page would be left empty for it."""


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
        return _ended([*at_head, *self._blocks(rest, self.root)], _LAST_WORDS * self._set.sheet.room)

    def _blocks(self, blocks: Sequence[Block], parent: Node) -> list[Piece]:
        """Return blocks in order; words that introduce a list, and what is told of a table, do not part from it."""
        pieces: list[Piece] = []
        for before, block, after in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
            made = self._block(block, parent)
            last = made[-1] if made else None
            if isinstance(last, Text) and stays_with(block, after):
                made[-1] = _with_next(last)
            if isinstance(block, Facts) and isinstance(before, Table) and pieces:
                pieces[-1] = self._with_facts(pieces[-1], made)
            pieces += made
        return pieces

    def _with_facts(self, table: Piece, facts: Sequence[Piece]) -> Piece:
        """Return a table; a short one stays with what is told of it below."""
        is_short = isinstance(table, Together) and table.height + _high(facts) <= _WITH_FACTS * self._set.sheet.room
        return replace(table, keep_next=True) if isinstance(table, Together) and is_short else table

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
        return [replace(text, lead=self._set.sign(block))]

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
        label = self._set.words(f"{block.label} ", heading, strong=True, token="you-said")
        spans = self._set.words(words, heading)
        rule = Rule(self._set.sheet.column, self._set.colours["you-said"], 1.5, before=self._space(1.1), keep_next=True)
        said = self._set.text([*label, *spans], before=self._space(0.45), right=begins_right(spans))
        at = answered_at(block) + 1
        before = self._blocks((Paragraph((Run(long_words),)), *block.blocks[:at]), node)
        after = self._blocks(block.blocks[at:], node)
        said = replace(said, keep_next=bool(before or after), bookmark=(_short(block.heading) or block.label, level))
        room = self._set.sheet.room
        before = _chained(before, _ONE_PIECE * room - said.height, after, _WHOLE * room - said.height)
        whole = Together((rule, said, *before, *after))
        return [replace(whole, loose=_FREE if whole.height > _WHOLE * room else 0.0)]

    def _table(self, block: Table, parent: Node) -> list[Piece]:
        if not block.header or not block.rows:
            return []
        if self._too_wide(block):
            return self._blocks(tuple(list_for_table(block)), parent)
        node = parent.add("Table")
        pieces: list[Piece] = []
        if is_seen(block.caption):
            spans = self._set.words(block.caption, node.add("Caption"), strong=True)
            pieces.append(replace(self._set.text(spans, before=self._space(0.9)), keep_next=True))
        pieces.append(self._grid(self._cells(block, node), self._space(0.3 if pieces else 0.9)))
        if len(block.rows) > KEPT_WHOLE:
            return pieces
        return [Together(tuple(pieces), loose=_MUCH_FREE if len(block.rows) >= _TO_PART else 0.0)]

    def _too_wide(self, block: Table) -> bool:
        """Tell whether a column would have to break inside a word: then it is a list, as in large print."""
        texts = [[row[n] for row in (block.header, *block.rows) if n < len(row)] for n in range(len(block.header))]
        least = [max(_longest_word(self._cell(text, None, strong=True)) for text in column) for column in texts]
        return sum(least) + self._gap * (len(least) - 1) + len(least) > self._set.sheet.column

    @property
    def _gap(self) -> float:
        """Between two columns."""
        return 1.4 * self._set.sizes.body

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

    def _cell(self, text: str, node: Node | None, *, strong: bool = False) -> list[Span]:
        return self._set.words(text.strip(), node, strong=strong)

    def _grid(self, cells: Sequence[Sequence[list[Span]]], before: float) -> Grid:
        gap = self._gap
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
        wide = edges[-1] + widths[-1]
        below = tuple(rows[1:])
        return Grid(rows[0], below, tuple(edges), wide, strong, thin, before, padding=padding_of(len(below)))


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


def _chained(pieces: list[Piece], most: float, after: Sequence[Piece], with_facts: float) -> list[Piece]:
    """Return what was said and its answer as pieces that stay on one page, unless they are higher than `most` together.

    Who will do it and by when stay with them where they are not higher than `with_facts` with that.
    """
    if (high := _high(pieces)) > most:
        return pieces
    last, facts = len(pieces) - 1, [*takewhile(lambda piece: piece.keep_next, after)]
    to_next = bool(after) and high + _high(after[: len(facts) + 1]) <= with_facts
    return [
        replace(piece, keep_next=True) if isinstance(piece, Text) and (at < last or to_next) else piece
        for at, piece in enumerate(pieces)
    ]


def _high(pieces: Sequence[Piece]) -> float:
    return sum(piece.before + piece.height for piece in pieces)


def _scope(which: str) -> str:
    return f"<</O /Table /Scope /{which}>>"


def _short(text: str) -> str:
    return beginning(one_line(text), _TITLE_IN_BOOKMARKS)


def _longest_word(spans: Iterable[Span]) -> float:
    return max((span.face.width(word, span.size) for span in spans for word in _WORD.findall(span.text)), default=0.0)
