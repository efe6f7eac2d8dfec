"""One document into one PDF file."""

from __future__ import annotations

import datetime
from typing import IO

from coprod_desktop.publish.document import Document
from coprod_desktop.publish.render.characters import Spelling
from coprod_desktop.publish.render.runs import document_language, one_line
from coprod_desktop.publish.render.tagged.canvas import TaggedCanvas
from coprod_desktop.publish.render.tagged.fonts import Faces
from coprod_desktop.publish.render.tagged.metadata import Metadata
from coprod_desktop.publish.render.tagged.pages import Sheet, draw, paginate
from coprod_desktop.publish.render.tagged.paper import Sizes, Typesetter


def write_file(document: Document, out: IO[bytes], *, made_on: datetime.datetime, body_pt: float) -> tuple[str, ...]:
    """Write the document as a PDF and return sentences about what is in it only as words."""
    faces, sizes = Faces(), Sizes(body_pt)
    sheet = Sheet(margin_line=sizes.small * 1.45)
    spelling = Spelling(faces.has)
    typesetter = Typesetter(document, faces, spelling, sizes, sheet.column)
    pages = paginate(typesetter.pieces(), sheet.room)
    head = typesetter.line(document.running_head or document.title, sizes.small)
    numbers = [typesetter.line(f"Page {n} of {len(pages)}", sizes.small) for n in range(1, len(pages) + 1)]
    canvas = TaggedCanvas(out, _about(document, made_on))
    draw(canvas, pages, sheet, head, numbers)
    canvas.save(typesetter.root)
    return spelling.warnings


def _about(document: Document, made_on: datetime.datetime) -> Metadata:
    return Metadata(
        title=one_line(document.title) or "Paper",
        author=one_line(document.author),
        subject=one_line(document.subject),
        creator="Co-production Desktop",
        lang=document_language(document),
        made_on=made_on.astimezone(datetime.UTC),
    )
