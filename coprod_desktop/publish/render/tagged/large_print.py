"""A paper in large print: 18 points or what people asked for, and lists where there were tables (UKAAF G003)."""

from __future__ import annotations

import datetime
from pathlib import Path

from coprod_desktop.domain.format_table import Format
from coprod_desktop.publish.document import Document
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.press import NameOf, Pressed, PressSettings
from coprod_desktop.publish.reflow import lists_for_tables
from coprod_desktop.publish.render.tagged.pdf import render_pdf


def press(paper: Paper, form: Format, settings: PressSettings, name_of: NameOf) -> Pressed:
    """Make the large print of a paper (publish.press)."""
    path = name_of(form.apart, form.ending)
    made = render_large_print(paper.document, path, made_on=settings.made_on, body_pt=settings.large_pt)
    return Pressed((path,), made)


def render_large_print(
    document: Document, target: Path, *, made_on: datetime.datetime, body_pt: float = 18
) -> tuple[str, ...]:
    """Write the document in large print and return sentences about what could be printed only as words."""
    return render_pdf(lists_for_tables(document), target, made_on=made_on, body_pt=body_pt)
