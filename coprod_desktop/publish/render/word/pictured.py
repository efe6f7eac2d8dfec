"""Easy Read in Word: a table a part of each topic, pictures in the left column and words in the right.

The heading is the head of its column, so that Word finds a header row, and says again on the next page what goes on there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

from coprod_desktop.publish.document import Block, Heading, Pictured, Tone
from coprod_desktop.publish.render.every_format.look import LIGHT, TONE
from coprod_desktop.publish.render.every_format.runs import has_words
from coprod_desktop.publish.render.word.xml import w

PICTURE = 1440
"""The longest side of a picture beside words, in twentieths of a point: an inch."""
_SIDE = 170
_MARGINS = (("top", 40), ("left", _SIDE), ("bottom", 40), ("right", _SIDE))
_LEFT = PICTURE + 2 * _SIDE
_KEPT = 8
"""Rows: so many are not parted by a page's end, where they begin a topic."""


@dataclass(frozen=True)
class PicturedRows:
    """Rows that follow one another, and the heading that stands over them."""

    heading: Heading | None
    rows: tuple[Pictured, ...]
    kept: bool
    """They are not parted by a page's end."""

    @property
    def colour(self) -> str:
        """The colour of the frame, "#RRGGBB": the one that the heading has, else that of any line."""
        tone = self.heading.tone if self.heading else Tone.PLAIN
        return LIGHT["line" if tone is Tone.PLAIN else TONE[tone]]


def in_tables(blocks: Sequence[Block]) -> Iterator[Block | PicturedRows]:
    """Yield the blocks of a paper with those that are rows of Easy Read put together; any other paper's as they are."""
    at = 0
    while at < len(blocks):
        heading = blocks[at]
        first = at + 1 if isinstance(heading, Heading) else at
        end = _end_of_rows(blocks, first)
        if end == first:
            yield heading
            at += 1
            continue
        rows = tuple(row for row in blocks[first:end] if isinstance(row, Pictured))
        over = heading if isinstance(heading, Heading) else None
        begins = over is None or over.level <= 2  # our answer stands below what people said, on their page
        yield PicturedRows(over, rows, kept=begins and len(rows) <= _KEPT)
        at = end


def _end_of_rows(blocks: Sequence[Block], start: int) -> int:
    at = start
    while at < len(blocks) and isinstance(blocks[at], Pictured):
        at += 1
    return at


def has_rows(rows: Iterable[Pictured]) -> bool:
    """Tell whether anything of these would be shown."""
    return any(row.picture is not None or has_words(row.words.runs) for row in rows)


def table(
    head: Sequence[Any], rows: Iterable[tuple[Sequence[Any], Sequence[Any]]], *, width: int, colour: str, title: str, kept: bool
) -> Any:  # fmt: skip
    """Return the table. `head` and each row's picture and words are paragraphs; `width` is in twentieths of a point."""
    rows = list(rows)
    element = w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val="TableNormal"),
            w("tblW", w=width, type="dxa"),
            _frame(colour),
            w("tblLayout", type="fixed"),
            w("tblCellMar", *(w(side, w=wide, type="dxa") for side, wide in _MARGINS)),
            w("tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1),
            w("tblCaption", val=title),
            w("tblDescription", val="A picture on the left, and words on the right that say the same."),
        ),
        w("tblGrid", w("gridCol", w=_LEFT), w("gridCol", w=width - _LEFT)),
    )
    if head:
        element.append(_row((), head, width, header=True, kept=True))
    for at, (picture, words) in enumerate(rows, start=1):
        element.append(_row(picture, words, width, kept=kept and at < len(rows)))
    return element


def _frame(colour: str) -> Any:
    sides = ("top", "left", "bottom", "right")
    return w("tblBorders", *(w(side, val="single", sz=12, space=0, color=colour.lstrip("#")) for side in sides))


def _row(picture: Sequence[Any], words: Sequence[Any], width: int, *, kept: bool, header: bool = False) -> Any:
    properties = w("trPr", w("cantSplit"), w("tblHeader") if header else None)
    row = w("tr", properties, _cell(picture, _LEFT), _cell(words, width - _LEFT))
    if kept:
        for style in row.iter(qn("w:pStyle")):
            if style.getparent().find(qn("w:keepNext")) is None:
                style.addnext(w("keepNext"))
    return row


def _cell(paragraphs: Sequence[Any], width: int) -> Any:
    empty = [w("p", w("pPr", w("pStyle", val="BesideWords")))]
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa"), w("vAlign", val="center")), *(paragraphs or empty))
