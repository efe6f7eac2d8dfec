"""What a document says, in order, so that a rendered file can be held against it."""

from __future__ import annotations

from collections.abc import Iterator

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
    Table,
)


def told(document: Document, bullet: str = "") -> str:
    """Return all words of a document in reading order, without spaces."""
    return squeeze("".join(text for block in document.blocks for text in _words(block, bullet)))


def squeeze(text: str) -> str:
    """Return text without spaces: where lines break is no matter."""
    return "".join(text.split())


def _words(block: Block, bullet: str) -> Iterator[str]:
    match block:
        case Heading():
            yield block.text
        case Paragraph():
            yield from (run.text for run in block.runs)
        case Bullets():
            for item in block.items:
                yield bullet
                yield from _words(item, bullet)
        case Facts():
            for label, value in block.rows:
                yield f"{label}:"
                yield from _words(value, bullet)
        case Answer():
            yield f"{block.label} {block.heading}"
            for part in block.blocks:
                yield from _words(part, bullet)
        case Picture():
            yield block.alt
        case Figure():
            yield from (block.caption, block.words, block.words)
        case Pictured():
            yield block.picture.alt if block.picture else ""
            yield from _words(block.words, bullet)
        case Table():
            yield block.caption
            for row in (block.header, *block.rows):
                yield from row
