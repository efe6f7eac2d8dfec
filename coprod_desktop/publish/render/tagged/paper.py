"""The document tree as pieces of pages and, in the same breath, as the structure tree of the PDF."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

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
from coprod_desktop.publish.render.characters import Spelling
from coprod_desktop.publish.render.look import LIGHT, TONE, mark_token
from coprod_desktop.publish.render.runs import (
    Levels,
    address,
    document_language,
    has_words,
    heading_and_words,
    is_seen,
    language,
    one_line,
    with_title,
)
from coprod_desktop.publish.render.tagged.fonts import Faces
from coprod_desktop.publish.render.tagged.lines import Span, break_lines
from coprod_desktop.publish.render.tagged.pieces import Lead, Piece, Rule, Text, Together
from coprod_desktop.publish.render.tagged.table import Grid, column_widths
from coprod_desktop.publish.render.tagged.tree import Node

_TITLE_IN_BOOKMARKS = 90
_KEPT_WHOLE = 8
"""A table of up to this many rows is not begun at the foot of a page."""


@dataclass(frozen=True)
class Sizes:
    """Type sizes and spaces in points, all from the size of plain text."""

    body: float

    @property
    def leading(self) -> float:
        """Distance of lines of plain text."""
        return self.body * 1.45

    @property
    def small(self) -> float:
        """Page number and running head: 12 points at least, in large print as large as the text (UKAAF G003)."""
        return self.body if self.body >= 16 else max(12.0, self.body * 0.86)

    def heading(self, level: int) -> tuple[float, float]:
        """Return size and leading of a heading."""
        size = self.body * {1: 2.0, 2: 1.4, 3: 1.15}.get(level, 1.0)
        return size, size * 1.25

    def space(self, lines: float) -> float:
        """Return a space given in lines of plain text."""
        return self.leading * lines


class Typesetter:
    """Makes the pieces of one document. `root` is filled as they are made."""

    def __init__(self, document: Document, faces: Faces, spelling: Spelling, sizes: Sizes, column: float) -> None:
        self._document, self._faces, self._spelling, self._sizes = document, faces, spelling, sizes
        self._column = column
        self._levels = Levels()
        self._lang = document_language(document)
        self.root = Node("Document")

    def pieces(self) -> list[Piece]:
        """Return the whole paper; one without a title of level 1 gets the document's own."""
        return [piece for block in with_title(self._document).blocks for piece in self._block(block, self.root)]

    def line(self, text: str, size: float) -> Text:
        """Return one quiet line for the margin of a page, cut with "…" where it is too long."""
        text = self._spelling.spell(text)[0].replace("\n", " ")
        while True:
            lines = break_lines(self._spans(text, None, size, LIGHT["quiet"]), self._column)
            if len(lines) == 1:
                return Text(tuple(lines), size, size * 1.45)
            text = text.rstrip("…").rstrip().rpartition(" ")[0] + "…" if " " in text.strip() else text[: len(text) // 2]

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
                return self._paragraph(Paragraph((Run(f"Picture: {block.alt}"),)), parent)
            case Figure():
                return self._paragraph(Paragraph((Run(f"{block.caption}: {block.words}"),)), parent)
            case Pictured():
                return self._paragraph(block.words, parent)
            case _:
                assert_never(block)

    def _heading(self, block: Heading, parent: Node) -> list[Piece]:
        if not is_seen(block.text):
            return []
        level = self._levels.heading(block.level)
        size, leading = self._sizes.heading(level)
        spans = self._spans(
            self._spelling.spell(block.text)[0], parent.add(f"H{level}"), size, LIGHT["text"], strong=True
        )
        before = self._sizes.space({1: 0.6, 2: 1.5}.get(level, 1.0))
        heading = self._text(spans, size, leading, before)
        return [replace(heading, keep_next=True, bookmark=(_short(block.text), level))]

    def _paragraph(self, block: Paragraph, parent: Node) -> list[Piece]:
        if not has_words(block.runs):
            return []
        node = (parent.add("BlockQuote") if block.quote else parent).add("P")
        text = self._text(self._runs(block.runs, node), before=self._sizes.space(0.5), quote=block.quote)
        return [replace(text, lead=self._mark(block))]

    def _mark(self, block: Paragraph) -> Lead | None:
        if block.mark is None:
            return None
        return Lead(-1.75 * self._sizes.body, mark=block.mark, colour=LIGHT[mark_token(block)])

    def _bullets(self, block: Bullets, parent: Node) -> list[Piece]:
        items = [item for item in block.items if has_words(item.runs)]
        if not items:
            return []
        body = self._sizes.body
        listed = parent.add("L", attributes="<</O /List /ListNumbering /Disc>>")
        pieces: list[Piece] = []
        for number, item in enumerate(items):
            entry = listed.add("LI")
            label = self._spans("•", entry.add("Lbl"), body, LIGHT["text"])
            spans = self._runs(item.runs, entry.add("LBody"))
            before = self._sizes.space(0.25 if number else 0.5)
            text = self._text(spans, before=before, indent=1.3 * body)
            pieces.append(replace(text, lead=Lead(-1.1 * body, bullet=break_lines(label, body)[0])))
        return pieces

    def _facts(self, block: Facts, parent: Node) -> list[Piece]:
        pieces: list[Piece] = []
        for label, value in block.rows:
            if not has_words(value.runs):
                continue
            node = parent.add("P")
            said = self._spelling.spell(f"{label.rstrip(' :')}: ")[0]
            spans = self._spans(said, node, self._sizes.body, LIGHT["quiet"], strong=True)
            text = self._text(
                [*spans, *self._runs(value.runs, node)], before=self._sizes.space(0.15 if pieces else 0.4)
            )
            pieces.append(replace(text, lead=self._mark(value)))
        return pieces

    def _answer(self, block: Answer, parent: Node) -> list[Piece]:
        node = parent.add("Sect")
        level = self._levels.below()
        heading = node.add(f"H{level}")
        body, colour = self._sizes.body, LIGHT["you-said"]
        words, long_words = heading_and_words(block)
        spans = [
            *self._spans(f"{YOU_SAID} ", heading, body, colour, strong=True),
            *self._spans(self._spelling.spell(words)[0], heading, body, LIGHT["text"]),
        ]
        rule = Rule(self._column, colour, 1.5, before=self._sizes.space(1.1))
        said = self._text(spans, before=self._sizes.space(0.45))
        parts = (Paragraph((Run(long_words),)), *block.blocks)
        below = [piece for part in parts for piece in self._block(part, node)]
        said = replace(said, keep_next=bool(below), bookmark=(_short(block.heading) or YOU_SAID, level))
        return [Together((rule, said, *below))]

    def _table(self, block: Table, parent: Node) -> list[Piece]:
        if not block.header or not block.rows:
            return []
        node = parent.add("Table")
        pieces: list[Piece] = []
        if is_seen(block.caption):
            caption = self._spelling.spell(block.caption)[0]
            spans = self._spans(caption, node.add("Caption"), self._sizes.body, LIGHT["text"], strong=True)
            pieces.append(replace(self._text(spans, before=self._sizes.space(0.9)), keep_next=True))
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
        pieces.append(self._grid(cells, self._sizes.space(0.3 if pieces else 0.9)))
        return [Together(tuple(pieces))] if len(block.rows) <= _KEPT_WHOLE else pieces

    def _grid(self, cells: list[list[list[Span]]], before: float) -> Grid:
        gap = 1.4 * self._sizes.body
        columns = list(zip(*cells, strict=True))
        # a hair more, so that a sum in another order does not break the line
        best = [0.1 + max(line.width for cell in column for line in break_lines(cell, 1e6)) for column in columns]
        least = [0.1 + max(map(_longest_word, column)) for column in columns]
        widths = column_widths(least, best, self._column, gap)
        edges = [sum(widths[:at]) + gap * at for at in range(len(widths))]
        rows = [tuple(self._text(cell, width=width) for cell, width in zip(row, widths, strict=True)) for row in cells]
        width = edges[-1] + widths[-1]
        return Grid(rows[0], tuple(rows[1:]), tuple(edges), width, LIGHT["text"], LIGHT["line"], before)

    def _cell(self, text: str, node: Node, *, strong: bool = False) -> list[Span]:
        return self._spans(self._spelling.spell(text)[0].strip(), node, self._sizes.body, LIGHT["text"], strong=strong)

    def _runs(self, runs: Iterable[Run], node: Node) -> list[Span]:
        """Return runs as spans; a language shared by all is the paragraph's, others get an element of their own."""
        spelled = []
        for run in runs:
            text, replaced = self._spelling.spell(run.text, run.lang, run.dir)
            spelled.append((run, text, None if replaced else language(run.lang, self._lang)))
        languages = {lang for _, text, lang in spelled if text.strip()}
        if len(languages) == 1 and not node.kids:
            node.lang = languages.pop()
        spans: list[Span] = []
        for run, text, lang in spelled:
            own = lang if lang != node.lang else None
            url = address(run) if text.strip() else None
            inside = node.add("Link" if url else "Span", lang=own) if url or (own and text.strip()) else node
            colour = LIGHT["primary"] if url and run.tone is Tone.PLAIN else LIGHT[TONE[run.tone]]
            spans += self._spans(text, inside, self._sizes.body, colour, strong=run.strong, url=url)
        return spans

    def _spans(
        self, text: str, node: Node | None, size: float, colour: str, *, strong: bool = False, url: str | None = None
    ) -> list[Span]:
        if not text:
            return []
        content = node.content() if node is not None else None
        return [Span(part, face, size, colour, content, url) for face, part in self._faces.split(text, strong=strong)]

    def _text(
        self,
        spans: Iterable[Span],
        size: float | None = None,
        leading: float | None = None,
        before: float = 0.0,
        *,
        indent: float = 0.0,
        width: float | None = None,
        quote: bool = False,
    ) -> Text:
        indent = 1.2 * self._sizes.body if quote else indent
        lines = break_lines(spans, (self._column if width is None else width) - indent)
        bar = LIGHT["edge"] if quote else ""
        return Text(
            tuple(lines), size or self._sizes.body, leading or self._sizes.leading, before, indent=indent, bar=bar
        )


def _scope(which: str) -> str:
    return f"<</O /Table /Scope /{which}>>"


def _short(text: str) -> str:
    text = one_line(text)
    cut = text[:_TITLE_IN_BOOKMARKS]
    return text if cut == text else (cut.rpartition(" ")[0] or cut) + "…"


def _longest_word(spans: Iterable[Span]) -> float:
    return max((span.face.width(word, span.size) for span in spans for word in span.text.split()), default=0.0)
