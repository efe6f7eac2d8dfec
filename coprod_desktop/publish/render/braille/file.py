"""A paper in Unified English Braille, for an embosser or a braille display. A braille reader checks it first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import assert_never

from coprod_desktop.domain.format_table import Format
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
)
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import NameOf, Pressed, PressSettings
from coprod_desktop.publish.reflow import lists_for_tables, words_for_figures
from coprod_desktop.publish.render.braille.cells import FEWEST_CELLS, FEWEST_LINES, MOST_CELLS, MOST_LINES
from coprod_desktop.publish.render.braille.page import Piece, as_file, pages
from coprod_desktop.publish.render.braille.words import BrailleWords
from coprod_desktop.publish.render.every_format.runs import (
    document_language,
    has_words,
    heading_and_words,
    is_seen,
    one_line,
    with_title,
)
from coprod_desktop.publish.render.every_format.whole import whole_file

CHECK = "A braille reader must check this file before it is given out."
_PARAGRAPH = 2
_OVER = 2
"""Empty cells before a paragraph, and before the lines a list item runs over to."""


def press(paper: Paper, form: Format, settings: PressSettings, name_of: NameOf) -> Pressed:
    """Make the braille files of a paper (publish.press)."""
    size = {"cells": settings.cells, "lines": settings.lines}
    paths = (name_of("contracted", form.ending), name_of("uncontracted", form.ending))
    made = [render_braille(paper.document, path, contracted=path is paths[0], **size) for path in paths]
    return Pressed(paths, tuple(warning for warnings in made for warning in warnings))


def render_braille(
    document: Document, target: Path, *, contracted: bool, cells: int = 40, lines: int = 25
) -> Sequence[str]:
    """Write the paper as a BRF file: ASCII braille, CRLF, a form feed between pages. Returns warnings."""
    content, warnings = braille_file(document, contracted=contracted, cells=cells, lines=lines)
    with whole_file(target) as path:
        path.write_bytes(content)
    return warnings


def braille_file(
    document: Document, *, contracted: bool, cells: int = 40, lines: int = 25
) -> tuple[bytes, tuple[str, ...]]:
    """Return the file's bytes, and sentences about what is in it otherwise than it was written."""
    cells = max(FEWEST_CELLS, min(cells, MOST_CELLS))
    lines = max(FEWEST_LINES, min(lines, MOST_LINES))
    words = BrailleWords(contracted=contracted, lang=document_language(document))
    pieces = [*_front(document, words, cells, lines), *_body(document, words)]
    return as_file(pages(pieces, cells=cells, lines=lines)), words.warnings


def _front(document: Document, words: BrailleWords, cells: int, lines: int) -> Iterator[Piece]:
    kind = "contracted" if words.contracted else "uncontracted"
    title = Run(one_line(document.title) or "Paper")
    yield Piece(words.lines((title,)), centred=True, heading=True)
    for text in (
        one_line(document.author),
        f"Unified English Braille, {kind}, {cells} cells by {lines} lines.",
        CHECK,
    ):
        if text:
            yield Piece([words.line(text)], first=_PARAGRAPH, blank=True)


def _body(document: Document, words: BrailleWords) -> Iterator[Piece]:
    first = True
    for block in with_title(words_for_figures(lists_for_tables(document))).blocks:
        for piece in _pieces(block, words):
            yield Piece(piece.lines, piece.first, piece.over, piece.blank, piece.heading, piece.centred, new_page=first)
            first = False


def _pieces(block: Block, words: BrailleWords) -> Iterator[Piece]:
    match block:
        case Heading():
            yield from _heading(block.text, words, centred=block.level == 1)
        case Paragraph():
            yield from _piece(block.runs, words, first=_PARAGRAPH)
        case Bullets():
            for item in block.items:
                yield from _piece(item.runs, words, over=_OVER)
        case Facts():
            for label, value in block.rows:
                if has_words(value.runs):
                    runs = (Run(f"{label.rstrip(' :')}: "), *value.runs)
                    yield from _piece(runs, words, over=_OVER)
        case Answer():
            heading, below = heading_and_words(block)
            yield from _heading(f"{block.label}: {heading}" if heading else f"{block.label}:", words)
            yield from _piece((Run(below),), words, first=_PARAGRAPH)
            for part in block.blocks:
                yield from _pieces(part, words)
        case Picture():
            yield from _piece((Run(f"Picture: {block.alt}"),), words, first=_PARAGRAPH)
        case Pictured():
            yield from _pieces(block.words, words)
        case Table() | Figure():  # the document has come as lists and words
            raise AssertionError(block)
        case _:
            assert_never(block)


def _heading(text: str, words: BrailleWords, *, centred: bool = False) -> Iterator[Piece]:
    if is_seen(text):
        yield Piece(words.lines((Run(text),)), blank=True, heading=True, centred=centred)


def _piece(runs: Iterable[Run], words: BrailleWords, *, first: int = 0, over: int = 0) -> Iterator[Piece]:
    if lines := words.lines(runs):
        yield Piece(lines, first=first, over=over)
