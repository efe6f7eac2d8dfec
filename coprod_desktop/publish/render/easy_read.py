"""A paper as an Easy Read draft: a picture and a short sentence beside it, few on a page, in large type (practice B11)."""

from __future__ import annotations

import datetime
from pathlib import Path

from coprod_desktop.publish.document import Document
from coprod_desktop.publish.easy import EasyRead
from coprod_desktop.publish.render.whole import whole_file

NOT_CHECKED = "Easy Read draft, not checked yet"
"""At the head of every page, until a named group has checked the paper."""


def render_easy_read(
    document: Document, target: Path, *, made_on: datetime.datetime, easy: EasyRead
) -> tuple[str, ...]:
    """Write the document as Easy Read and return sentences about what is in it only as words."""
    from coprod_desktop.publish.easy import easy_document

    return draw_easy_read(easy_document(document, easy), target, made_on=made_on, is_draft=easy.is_draft)


def draw_easy_read(document: Document, target: Path, *, made_on: datetime.datetime, is_draft: bool) -> tuple[str, ...]:
    """Write a document that is made of short sentences already: at most four pictures a page, no pair ever cut."""
    from coprod_desktop.publish.render.tagged.file import Layout, write_file

    layout = Layout(body_pt=18, lines_apart=1.6, pairs=4, head=NOT_CHECKED if is_draft else "")
    with whole_file(target) as path, path.open("wb") as out:
        return write_file(document, out, made_on=made_on, layout=layout)
