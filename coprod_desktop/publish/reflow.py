"""Tables as lists, for large print, braille, Easy Read and the ear, where columns cannot be followed (UKAAF G003)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coprod_desktop.publish.document import Block, Bullets, Document, Figure, Paragraph, Run, Table


def lists_for_tables(document: Document) -> Document:
    """Return the document with every table as a list: its caption, then one item a row, each value with its label."""
    return replace(document, blocks=tuple(part for block in document.blocks for part in _listed(block)))


def words_for_figures(document: Document) -> Document:
    """Return the document with the words of every figure in its place, for who cannot see a picture."""
    return replace(document, blocks=tuple(part for block in document.blocks for part in _worded(block)))


def _worded(block: Block) -> Iterator[Block]:
    if isinstance(block, Figure):
        yield Paragraph((Run(f"{block.caption.rstrip(' :')}: ", strong=True), Run(block.words)))
    else:
        yield block


def _listed(block: Block) -> Iterator[Block]:
    if isinstance(block, Table):
        yield from list_for_table(block)
    else:
        yield block


def list_for_table(table: Table) -> Iterator[Paragraph | Bullets]:
    """Yield a table's caption, and its rows as a list; nothing for a table with nothing in it."""
    if not table.header or not table.rows:
        return
    if table.caption.strip():
        yield Paragraph((Run(table.caption, strong=True),))
    yield Bullets(tuple(_row(table.header, row) for row in table.rows))


def _row(header: tuple[str, ...], row: tuple[str, ...]) -> Paragraph:
    first, *others = (*row, *[""] * len(header))[: len(header)]
    parts = [f"{label}: {text}" for label, text in zip(header[1:], others, strict=True) if text.strip()]
    return Paragraph((Run(first, strong=True), Run("".join(f"\n{part}" for part in parts))))
