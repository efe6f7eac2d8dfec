"""A paper that is for some people only says so on its face, in its first lines and on every page, in every format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_desktop.publish.document import Block, Document, Heading, Paragraph, Run
from coprod_desktop.publish.paper import Event, Paper, Spreadsheet


@dataclass(frozen=True)
class OnlyFor:
    """Whom a paper is for."""

    whom: str
    """As it stands in a sentence: "the people who came"."""
    file_name: str
    """What the name of every file of such a paper has in it."""

    @property
    def head(self) -> str:
        """What stands on every page."""
        return f"For {self.whom}"

    @property
    def sentences(self) -> tuple[str, str]:
        """What the first lines say."""
        return f"This paper is for {self.whom}.", "Please do not pass it on."

    @property
    def words(self) -> str:
        """Both sentences."""
        return " ".join(self.sentences)


WHO_CAME = OnlyFor("the people who came", "for-who-came")
MEMBERS = OnlyFor("members of the group only", "for-members-only")


def only_for(whom: OnlyFor, paper: Paper) -> Paper:
    """Return the paper as one that is for these people, and for nobody else."""
    return replace(
        paper,
        kind=f"{paper.kind}-{whom.file_name}",
        document=_document(whom, paper.document),
        sheet=_sheet(whom, paper.sheet) if paper.sheet else None,
        events=tuple(_event(whom, one) for one in paper.events),
    )


def _document(whom: OnlyFor, document: Document) -> Document:
    return replace(
        document,
        title=f"{document.title} ({whom.head[:1].lower()}{whom.head[1:]})",
        blocks=tuple(_said(whom, document.blocks)),
        running_head=f"{document.running_head.rstrip('.')}. {whom.head}",
    )


def _said(whom: OnlyFor, blocks: Sequence[Block]) -> list[Block]:
    """Put the sentences below the paper's title."""
    title = next((at for at, block in enumerate(blocks) if isinstance(block, Heading)), -1)
    line = Paragraph((Run(whom.words, strong=True),))
    return [*blocks[: title + 1], line, *blocks[title + 1 :]]


def _sheet(whom: OnlyFor, sheet: Spreadsheet) -> Spreadsheet:
    first = (whom.words, *(None for _ in sheet.columns[1:]))
    return replace(sheet, rows=(first, *sheet.rows))


def _event(whom: OnlyFor, event: Event) -> Event:
    return replace(event, description="\n".join(filter(None, (whom.words, event.description))))
