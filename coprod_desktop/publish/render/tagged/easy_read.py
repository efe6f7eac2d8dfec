"""A paper as an Easy Read draft: a picture and a short sentence beside it, few on a page, in large type (practice B11)."""

from __future__ import annotations

import datetime
from pathlib import Path

from coprod_desktop.domain.format_table import Format
from coprod_desktop.publish.document import Document
from coprod_desktop.publish.easy import EasyRead
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import NameOf, Pressed, PressSettings
from coprod_desktop.publish.render.every_format.whole import whole_file

NOT_CHECKED = "Easy Read draft, not checked yet"
"""At the head of every page, until a named group has checked the paper."""
MOST_PAGES = 24
"""The most people with learning disabilities should get (practice B11)."""


def press(paper: Paper, form: Format, settings: PressSettings, name_of: NameOf) -> Pressed:
    """Make the Easy Read of a paper (publish.press)."""
    draft = "-draft" if settings.easy.is_draft else ""
    path = name_of(f"{form.apart}{draft}", form.ending)
    return Pressed((path,), render_easy_read(paper.document, path, made_on=settings.made_on, easy=settings.easy))


def render_easy_read(
    document: Document, target: Path, *, made_on: datetime.datetime, easy: EasyRead
) -> tuple[str, ...]:
    """Write the document as Easy Read and return what to know about it: what is in it only as words, that it is long."""
    from coprod_desktop.publish.easy import easy_document

    return draw_easy_read(easy_document(document, easy), target, made_on=made_on, is_draft=easy.is_draft)


def draw_easy_read(document: Document, target: Path, *, made_on: datetime.datetime, is_draft: bool) -> tuple[str, ...]:
    """Write a document that is made of short sentences already: at most four rows a page, no pair ever cut."""
    from coprod_desktop.publish.render.tagged.file import Layout, write_file

    head = _head(document.running_head) if is_draft else document.running_head
    layout = Layout(body_pt=18, lines_apart=1.5, pairs=4, head=head)
    with whole_file(target) as path, path.open("wb") as out:
        written = write_file(document, out, made_on=made_on, layout=layout)
    return (*_too_long(written.pages), *written.warnings)


def _too_long(pages: int) -> tuple[str, ...]:
    if pages <= MOST_PAGES:
        return ()
    return (
        f"The Easy Read has {pages} pages. That is long for Easy Read: {MOST_PAGES} pages are the most people should "
        "get. Think about a shorter paper, or one for each part.",
    )


def _head(said: str) -> str:
    """Return what stands at the head of a draft: that nobody has checked it, and what the paper itself says there."""
    return said if said.startswith(NOT_CHECKED.split(",")[0]) else ". ".join(filter(None, (NOT_CHECKED, said)))
