"""One document into one PDF file."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import IO, NamedTuple

from coprod_desktop.publish.document import Document
from coprod_desktop.publish.render.every_format.characters import Spelling
from coprod_desktop.publish.render.every_format.runs import document_language, is_seen, one_line
from coprod_desktop.publish.render.tagged.canvas import TaggedCanvas
from coprod_desktop.publish.render.tagged.even import spread
from coprod_desktop.publish.render.tagged.fonts import Faces
from coprod_desktop.publish.render.tagged.framed import begins_topic, framed
from coprod_desktop.publish.render.tagged.metadata import Metadata
from coprod_desktop.publish.render.tagged.page_size import PageSize
from coprod_desktop.publish.render.tagged.pages import Placed, draw, paginate
from coprod_desktop.publish.render.tagged.paper import Typesetter
from coprod_desktop.publish.render.tagged.pieces import Text, Together
from coprod_desktop.publish.render.tagged.setting import LARGE, Setting, Sizes
from coprod_desktop.publish.render.tagged.tree import Node

_VERY_LARGE = 30
"""From these sizes on the margins make room for signs and words of that size: from this one, and before it from `LARGE`."""
_LEADING, _MOST_LINES = 1.25, 3
"""Of what is said at the foot: print so large that it takes more says it at the end only."""
_WHOLE = 8
"""Lines: a page number and a copy code of ours are never cut. Whatever else is given as one leaves the page its room."""


@dataclass(frozen=True)
class Layout:
    """How a paper is laid out, where that is not the same for all."""

    body_pt: float = 14
    lines_apart: float = 1.45
    pairs: int | None = None
    """Easy Read: at most so many pairs of picture and words on a page, spread evenly down it, with a frame a topic."""
    head: str = ""
    """Said at the head of every page; if empty, the document's own running head at every page but the first."""
    margin_pt: float | None = None
    """Size of the running head and the page number, where it is not to follow from that of the text."""


class Written(NamedTuple):
    """How many pages a file has, and sentences about what is in it only as words."""

    pages: int
    warnings: tuple[str, ...]


class Laid(NamedTuple):
    """A document as pages, not drawn yet."""

    pages: list[Placed]
    setting: Setting
    root: Node


def write_file(document: Document, out: IO[bytes], *, made_on: datetime.datetime, layout: Layout) -> Written:
    """Write the document as a PDF."""
    pages, setting, root = lay_out(document, layout)
    sheet = setting.sheet
    if layout.pairs is not None:
        pages = framed(spread(pages, sheet.room), sheet.column, setting.colours["primary"])
    canvas = TaggedCanvas(out, about(document, made_on))
    heads = _heads(document, setting, layout, len(pages))
    feet = (_feet(document, setting, layout, number, len(pages)) for number in range(1, len(pages) + 1))
    draw(canvas, pages, sheet, heads, feet)
    canvas.save(root)
    return Written(len(pages), setting.warnings)


def pages_of_topics(document: Document, layout: Layout) -> tuple[tuple[int, ...], int]:
    """Return on which page each heading of level 2 stands, from 0, and how many pages there are. Nothing is written."""
    pages = lay_out(document, layout).pages
    return tuple(n for n, page in enumerate(pages) for piece, _ in page if begins_topic(piece)), len(pages)


def lay_out(document: Document, layout: Layout) -> Laid:
    """Return the document as pages: what stands on each, and where. Nothing is written."""
    lines_apart = layout.lines_apart if layout.body_pt < _VERY_LARGE else min(layout.lines_apart, 1.3)
    faces, sizes = Faces(), Sizes(layout.body_pt, lines_apart, layout.margin_pt)
    spelling = Spelling(faces.has)
    sheet = _sheet(sizes)
    sheet = _sheet(sizes, *_heights(document, Setting(document, faces, spelling, sizes, sheet), layout))
    setting = Setting(document, faces, spelling, sizes, sheet)
    typesetter = Typesetter(document, setting)
    higher = 0.0 if layout.head else sheet.head
    pages = paginate(typesetter.pieces(), sheet.room, layout.pairs, first_higher=higher)
    return Laid(pages, setting, typesetter.root)


def _sheet(sizes: Sizes, head: float = 0.0, foot: float = 0.0) -> PageSize:
    if sizes.body < LARGE:
        return PageSize(head, foot)
    if sizes.body < _VERY_LARGE:
        return PageSize(head, foot, right=52.0)
    return PageSize(head, foot, left=1.75 * sizes.body + 22, right=32.0, edge=28.0)


def _heights(document: Document, setting: Setting, layout: Layout) -> tuple[float, float]:
    """Return the height of the tallest head and foot, however many pages there will be."""
    heads = _head(document, setting, layout), _feet(document, setting, layout, 999, 1000)
    first, second = (text.height if text else 0.0 for text in heads)
    return first, second


def _head(document: Document, setting: Setting, layout: Layout) -> Text | None:
    return setting.margin(one_line(layout.head or document.running_head or document.title))


def _heads(document: Document, setting: Setting, layout: Layout, pages: int) -> Iterator[Text | None]:
    head = _head(document, setting, layout)
    for number in range(pages):
        yield head if number or layout.head else None


def _feet(document: Document, setting: Setting, layout: Layout, number: int, pages: int) -> Text | Together | None:
    """Return the page number and, above it in large type, what the paper says at the foot of its pages.

    It is in the text at the end too, where a screen reader finds it: a paper of one page has only that. Easy Read has
    a page for it.
    """
    page = _foot(document, setting, number, pages)
    if page is None or layout.pairs is not None or pages == 1 or not is_seen(document.foot):
        return page
    size = max(LARGE, setting.sizes.body)
    words = setting.spelling.spell(one_line(document.foot))[0]
    said = setting.text(setting.spans(words, None, size, setting.colours["text"]), size, size * _LEADING)
    if len(said.lines) > _MOST_LINES:
        return page
    return Together((said, replace(page, before=0.3 * size)))


def _foot(document: Document, setting: Setting, number: int, pages: int) -> Text | None:
    """Return the page number with the copy code behind it, or below it where the print is too large for one line."""
    page, code = f"Page {number} of {pages}", document.fingerprint and f"Copy code {document.fingerprint}"
    if not code:
        return setting.margin(page)
    ways = (" · ", "\n")
    longest = [setting.margin(f"Page 999 of 999{way}{code}", _WHOLE) for way in ways]
    lines = [len(text.lines) if text else 0 for text in longest]
    return setting.margin(page + ways[lines[1] == lines[0] > 1] + code, _WHOLE)


def about(document: Document, made_on: datetime.datetime) -> Metadata:
    """Return what goes into the file's properties."""
    return Metadata(
        title=one_line(document.title) or "Paper",
        author=one_line(document.author),
        subject=one_line(document.subject),
        creator="Co-production Desktop",
        lang=document_language(document),
        made_on=made_on.astimezone(datetime.UTC),
    )
