"""What every format asks of the runs of a paragraph: language, address, whether there are words at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from unicodedata import category

from coprod_desktop.publish.document import Answer, Document, Heading, Run
from coprod_desktop.publish.render.every_format.characters import tidy

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_LONGEST_HEADING = 200
"""A list of headings is there to be skimmed."""
_ADDRESS = re.compile(r"(https?://|mailto:|tel:)[!-~]+", re.IGNORECASE)


def document_language(document: Document) -> str:
    """Return the language of the paper, British English if it names none that can be written down."""
    return document.lang if _TAG.fullmatch(document.lang) else "en-GB"


def language(lang: str | None, around: str) -> str | None:
    """Return a language tag to be written down: None if it is no tag, or says no more than what is around it."""
    if lang is None or not _TAG.fullmatch(lang) or f"{around}-".lower().startswith(f"{lang}-".lower()):
        return None
    return lang


def address(run: Run) -> str | None:
    """Return where a run leads, if it is a page, a mail address or a phone number; never anything that could run."""
    found = run.url and _ADDRESS.fullmatch(run.url.strip())
    return found[0] if found and is_seen(run.text) else None


def is_seen(text: str) -> bool:
    """Return whether text shows anything at all."""
    return any(not char.isspace() and category(char) not in ("Cf", "Mn") for char in tidy(text))


def has_words(runs: Iterable[Run]) -> bool:
    """Return whether any run shows anything."""
    return any(is_seen(run.text) for run in runs)


def one_line(text: str) -> str:
    """Return text for a file's properties and bookmarks."""
    return " ".join(tidy(text).split())


def with_title(document: Document) -> Document:
    """Return the document, with its title as first heading if it has no heading of level 1."""
    if any(isinstance(block, Heading) and block.level == 1 for block in document.blocks):
        return document
    return replace(document, blocks=(Heading(1, document.title), *document.blocks))


def heading_and_words(answer: Answer) -> tuple[str, str]:
    """Return what goes into an answer's heading after "You said", and what is too long for one and stands below it."""
    return (answer.heading, "") if len(answer.heading) <= _LONGEST_HEADING else ("", answer.heading)


class Levels:
    """Gives headings a level such that none is skipped, whatever was asked for."""

    def __init__(self) -> None:
        self.current = 0

    def heading(self, level: int) -> int:
        """Return the level of this heading and remember it."""
        self.current = max(1, min(level, self.current + 1, 6))
        return self.current

    def below(self) -> int:
        """Return the level of an answer under the last heading."""
        return min(self.current + 1, 6)
