"""A paper as an Easy Read draft: a picture and a short sentence beside it, a topic a page, in large type (practice B11)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coprod_desktop.domain.format_table import Format
from coprod_desktop.publish.document import Document
from coprod_desktop.publish.easy.chosen import EasyRead
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import NameOf, Pressed, PressSettings
from coprod_desktop.publish.render.every_format.whole import whole_file

if TYPE_CHECKING:
    from coprod_desktop.publish.easy.telling import Telling, Topic
    from coprod_desktop.publish.render.tagged.file import Layout

MOST_PAGES: Final = 12
"""What is longer comes in parts, each a paper of its own."""
_ROWS: Final = 9
_AT_FIRST: Final = 24
_MORE: Final = 3
"""Topics laid out to see how many a part holds: at first, and more than the part before held."""


def press(paper: Paper, form: Format, settings: PressSettings, name_of: NameOf) -> Pressed:
    """Make the Easy Read of a paper, in as many files as it has parts (publish.press)."""
    paths, warnings = [], list[str]()
    for apart, document in documents(paper, form, settings):
        path = name_of(apart, form.ending)
        warnings += draw_easy_read(document, path, made_on=settings.made_on, is_draft=settings.easy.is_draft)
        paths.append(path)
    return Pressed(tuple(paths), (*_in_parts(len(paths)), *warnings))


def documents(paper: Paper, form: Format, settings: PressSettings) -> Iterator[tuple[str, Document]]:
    """Yield the parts of an Easy Read, each with what sets its file apart; only one of them is held at a time."""
    from coprod_desktop.publish.easy.pages import PartOf, easy_document
    from coprod_desktop.publish.easy.written import of_paper

    telling = of_paper(paper, settings.easy.written)
    parts = next((parts for told, parts in settings.easy_parts if told is paper.easy), None)
    if parts is None:
        parts = in_parts(telling, settings.easy)
        settings.easy_parts[:] = [(paper.easy or telling, parts)]
    for number, topics in enumerate(parts, start=1):
        document = easy_document(telling, settings.easy, topics, PartOf(number, len(parts)))
        yield part_of_name(form, settings.easy, number, len(parts)), document


def part_of_name(form: Format, easy: EasyRead, number: int = 1, of: int = 1) -> str:
    """Return what sets a file of Easy Read apart in its name: that it is a draft, and which part of how many."""
    apart = f"{form.apart}{'-draft' if easy.is_draft else ''}"
    return apart if of == 1 else f"{apart}-part-{number}"


def in_parts(telling: Telling, easy: EasyRead) -> Sequence[Sequence[Topic]]:
    """Return the topics of each part, of at most MOST_PAGES pages; none is cut in two.

    A few more than fit are laid out at a time, so that no long paper is ever held whole.
    """
    waiting, size = telling.topics, _AT_FIRST
    parts: list[Sequence[Topic]] = []
    while waiting or not parts:
        some = waiting[:size]
        is_whole = not parts and len(some) == len(waiting)
        fit = _fitting(telling, easy, some, is_whole=is_whole)
        if fit == len(some) < len(waiting):
            size *= 2
            continue
        parts.append(some[:fit])
        waiting, size = waiting[fit:], fit + _MORE
    return parts


def _fitting(telling: Telling, easy: EasyRead, topics: Sequence[Topic], *, is_whole: bool) -> int:
    """Return how many of these topics one part holds; the page that says there is more has its room."""
    from coprod_desktop.publish.easy.pages import PartOf, easy_document
    from coprod_desktop.publish.render.tagged.file import pages_of_topics

    document = easy_document(telling, easy, topics, PartOf() if is_whole else PartOf(1, 2))
    starts, pages = pages_of_topics(document, _layout(document, is_draft=easy.is_draft))
    if pages <= MOST_PAGES or len(starts) != len(topics):
        return len(topics)
    ends = (max(end, start + 1) for start, end in pairwise((*starts, pages)))
    return max(1, sum(1 for end in ends if end < MOST_PAGES))


def draw_easy_read(document: Document, target: Path, *, made_on: datetime.datetime, is_draft: bool) -> tuple[str, ...]:
    """Write a document that is made of short sentences already; no pair of picture and sentence is ever cut."""
    from coprod_desktop.publish.render.tagged.file import write_file

    with whole_file(target) as path, path.open("wb") as out:
        written = write_file(document, out, made_on=made_on, layout=_layout(document, is_draft=is_draft))
    return written.warnings


def _layout(document: Document, *, is_draft: bool) -> Layout:
    from coprod_desktop.publish.easy.pages import DRAFT_HEAD
    from coprod_desktop.publish.render.tagged.file import Layout

    head = document.running_head
    if is_draft and not head.startswith(DRAFT_HEAD):
        head = ". ".join(filter(None, (DRAFT_HEAD, head)))
    return Layout(body_pt=18, lines_apart=1.35, pairs=_ROWS, head=head)


def _in_parts(parts: int) -> tuple[str, ...]:
    if parts == 1:
        return ()
    return (
        f"The Easy Read is in {parts} parts, each a file of its own of at most {MOST_PAGES} pages. Give people the "
        "parts they want.",
    )
