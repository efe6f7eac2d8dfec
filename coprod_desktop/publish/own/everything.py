"""The pages of a folder with everything in it: what is in here, and a paper people agreed on with all its versions. Private."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Bullets, Document, Heading
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.stories.words import plain, quiet

KIND, AGREED = "read-me", "agreed-paper"
PRIVATE = "Private: it holds people's words, names and needs"
TITLE = "What is in this folder"


@dataclass(frozen=True, kw_only=True)
class WhatIsIn:
    """What the page tells. `parts`: (heading, sentences); a sentence with " : " in it is a file and what it is."""

    on: datetime.date
    about: Sequence[str]
    parts: Sequence[tuple[str, Sequence[str]]]


def read_me(told: WhatIsIn) -> Paper:
    """Return the page as a paper."""
    parts: list[Block] = []
    for heading, sentences in told.parts:
        parts += [Heading(2, heading), Bullets(tuple(map(plain, sentences)))]
    return _paper(KIND, TITLE, told.on, (*map(plain, told.about), *parts))


def read_me_text(told: WhatIsIn) -> str:
    """Return the same as plain text, for whoever has nothing but a text editor."""
    lines = [TITLE.upper(), "", f"{PRIVATE}. {in_words(told.on)}.", "", *told.about]
    for heading, sentences in told.parts:
        lines += ["", heading.upper(), *(f"- {sentence}" for sentence in sentences)]
    return "\n".join(lines) + "\n"


def agreed_paper(
    title: str, on: datetime.date, versions: Sequence[tuple[str, Sequence[tuple[str, str]]]], signed: Sequence[str]
) -> Paper:
    """Return a paper with its versions, the newest first: (what version it is, its headings with what stands below)."""
    return _paper(AGREED, title, on, tuple(_versions(versions, signed)))


def _versions(versions: Sequence[tuple[str, Sequence[tuple[str, str]]]], signed: Sequence[str]) -> Iterator[Block]:
    for name, parts in versions:
        yield Heading(2, name)
        for heading, text in parts:
            yield Heading(3, heading)
            yield from (plain(line) for line in (text or "Nothing is written here yet.").splitlines() if line.strip())
    if signed:
        yield Heading(2, "Who signed up")
        yield Bullets(tuple(map(plain, signed)))


def _paper(kind: str, title: str, on: datetime.date, blocks: Sequence[Block]) -> Paper:
    document = Document(
        title=title,
        lang="en-GB",
        author="",
        subject=PRIVATE,
        blocks=(quiet(f"{PRIVATE}. {in_words(on)}."), Heading(1, title), *blocks),
        running_head=PRIVATE,
    )
    return Paper(kind=kind, document=document)
