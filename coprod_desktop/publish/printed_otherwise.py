"""What in a paper will not be printed as it was typed, told before the paper is made: letters, languages, signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coprod_desktop.publish.document import (
    Answer,
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    Paragraph,
    Picture,
    Pictured,
    Run,
)
from coprod_desktop.publish.reflow import lists_for_tables, words_for_figures
from coprod_desktop.publish.render.every_format.runs import document_language


def otherwise(document: Document) -> tuple[str, ...]:
    """Return the sentences that making this paper as PDF and in braille would end with, in their order."""
    from coprod_desktop.publish.render.braille.words import BrailleWords
    from coprod_desktop.publish.render.every_format.characters import Spelling
    from coprod_desktop.publish.render.tagged.fonts import Faces

    told = [run for run in _all(document) if run.lang is not None or not run.text.isascii()]
    spelling = Spelling(Faces().has)
    braille = BrailleWords(contracted=False, lang=document_language(document))
    for run in told:
        spelling.spell(run.text, run.lang, run.dir)
        braille.lines((run,))
    return (*spelling.warnings, *braille.warnings)


def _all(document: Document) -> Iterator[Run]:
    yield Run(document.title)
    yield from _runs(words_for_figures(lists_for_tables(document)).blocks)


def _runs(blocks: Iterable[Block]) -> Iterator[Run]:
    for block in blocks:
        match block:
            case Heading():
                yield Run(block.text)
            case Paragraph():
                yield from block.runs
            case Bullets():
                yield from _runs(block.items)
            case Facts():
                yield from _runs(words for _, words in block.rows)
            case Answer():
                yield Run(block.heading)
                yield from _runs(block.blocks)
            case Picture():
                yield Run(block.alt)
            case Pictured():
                yield from block.words.runs
            case _:  # tables and figures have come as lists and words
                pass
