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

    told = easy_document(document, easy)
    found = draw_easy_read(told, target, made_on=made_on, is_draft=easy.is_draft)
    return (*(warning for warning in told.warnings if warning not in document.warnings), *found)


def draw_easy_read(document: Document, target: Path, *, made_on: datetime.datetime, is_draft: bool) -> tuple[str, ...]:
    """Write a document that is made of short sentences already: at most four pictures a page, no pair ever cut."""
    from coprod_desktop.publish.render.tagged.file import Layout, write_file

    layout = Layout(body_pt=18, lines_apart=1.6, pairs=4, head=_head(document.running_head) if is_draft else "")
    with whole_file(target) as path, path.open("wb") as out:
        return write_file(document, out, made_on=made_on, layout=layout)


def _head(said: str) -> str:
    """Return what stands at the head of a draft: that nobody has checked it, and what the paper itself says there."""
    return said if said.startswith(NOT_CHECKED.split(",")[0]) else ". ".join(filter(None, (NOT_CHECKED, said)))
