"""A paper as a PDF that is PDF/UA-1 and PDF/A-2a: tagged for screen readers, and lasting."""

from __future__ import annotations

import datetime
from pathlib import Path

from coprod_desktop.domain.format_table import Format
from coprod_desktop.publish.document import Document
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import NameOf, Pressed, PressSettings
from coprod_desktop.publish.render.every_format.whole import whole_file


def press(paper: Paper, form: Format, settings: PressSettings, name_of: NameOf) -> Pressed:
    """Make the standard print of a paper (publish.press)."""
    path = name_of(form.apart, form.ending)
    return Pressed((path,), render_pdf(paper.document, path, made_on=settings.made_on))


def render_pdf(
    document: Document,
    target: Path,
    *,
    made_on: datetime.datetime,
    body_pt: float = 14,
    margin_pt: float | None = None,
) -> tuple[str, ...]:
    """Write the document to target and return sentences about what the PDF could print only as words.

    The same document and made_on give the same bytes. A run that fails leaves the file that was there.
    """
    from coprod_desktop.publish.render.tagged.file import Layout, write_file

    with whole_file(target) as path, path.open("wb") as out:
        return write_file(document, out, made_on=made_on, layout=Layout(body_pt, margin_pt=margin_pt)).warnings
