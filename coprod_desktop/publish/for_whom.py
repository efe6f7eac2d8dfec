"""A paper for the people who came says so on its face, in its first lines and on every page, in every format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coprod_desktop.publish.document import Block, Document, Heading, Paragraph, Run
from coprod_desktop.publish.paper import Event, Paper, Spreadsheet

NOT_TO_PASS_ON = "This paper is for the people who came. Please do not pass it on."
FOR_WHO_CAME = "For the people who came"
FILE_NAME = "for-who-came"
"""What the name of every file of such a paper has in it."""


def for_who_came(paper: Paper) -> Paper:
    """Return the paper as one that is for the people who came, and for nobody else."""
    return replace(
        paper,
        kind=f"{paper.kind}-{FILE_NAME}",
        document=_document(paper.document),
        sheet=_sheet(paper.sheet) if paper.sheet else None,
        events=tuple(map(_event, paper.events)),
    )


def _document(document: Document) -> Document:
    return replace(
        document,
        title=f"{document.title} ({FOR_WHO_CAME[:1].lower()}{FOR_WHO_CAME[1:]})",
        blocks=tuple(_said(document.blocks)),
        running_head=f"{document.running_head.rstrip('.')}. {FOR_WHO_CAME}",
    )


def _said(blocks: Sequence[Block]) -> list[Block]:
    """Put the sentence below the paper's title."""
    title = next((at for at, block in enumerate(blocks) if isinstance(block, Heading)), -1)
    line = Paragraph((Run(NOT_TO_PASS_ON, strong=True),))
    return [*blocks[: title + 1], line, *blocks[title + 1 :]]


def _sheet(sheet: Spreadsheet) -> Spreadsheet:
    first = (NOT_TO_PASS_ON, *(None for _ in sheet.columns[1:]))
    return replace(sheet, rows=(first, *sheet.rows))


def _event(event: Event) -> Event:
    return replace(event, description="\n".join(filter(None, (NOT_TO_PASS_ON, event.description))))
