"""Everything that is kept about one person, as a record of one's own; and a draft of it for whoever answers the request.

Private. In the draft other people's words and names are covered before the paper is made: they are in no file of it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Bullets, Document, Facts, Heading
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.stories.words import plain, quiet

KIND, DRAFT = "about-a-person", "about-a-person-draft"
TITLE = "Everything that is kept about"
PRIVATE = "Private: it holds one person's data"
COVERED = "Draft for the information officer: other people's words and names are covered"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One thing that is kept: what it is called, what it says, where it stands, since when, and who got it."""

    what: str
    facts: tuple[tuple[str, str], ...]
    where: str = ""
    since: datetime.date | None = None
    got_by: str = ""
    by_others: bool = False
    """Whether the words are somebody else's, who named the person."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of the record."""

    title: str
    kept: tuple[Kept, ...]
    nothing: str = "Nothing."


@dataclass(frozen=True, kw_only=True)
class AboutPerson:
    """All of it."""

    name: str
    on: datetime.date
    parts: tuple[Part, ...]
    elsewhere: tuple[str, ...] = ()
    """Where copies stand besides: backups, papers that went out."""
    covered: bool = False


def about_person(about: AboutPerson) -> Paper:
    """Return the record as a paper."""
    title = f"{TITLE} {about.name}"
    document = Document(
        title=title,
        lang="en-GB",
        author="",
        subject=COVERED if about.covered else PRIVATE,
        blocks=(
            quiet(f"{PRIVATE}. {in_words(about.on)}."),
            Heading(1, title),
            *([plain(f"{COVERED}. █████ stands for what is covered, and says what it was.")] if about.covered else []),
            *_contents(about),
        ),
        running_head=COVERED if about.covered else PRIVATE,
    )
    return Paper(kind=DRAFT if about.covered else KIND, document=document)


def _contents(about: AboutPerson) -> Iterator[Block]:
    for part in about.parts:
        yield Heading(2, part.title)
        if not part.kept:
            yield plain(part.nothing)
        for one in part.kept:
            yield Heading(3, one.what)
            yield Facts(tuple((label, plain(value)) for label, value in _facts(one)))
    yield Heading(2, "Where copies stand besides")
    yield Bullets(tuple(map(plain, about.elsewhere or ("Nowhere that this program knows of.",))))


def _facts(one: Kept) -> Sequence[tuple[str, str]]:
    found = list(one.facts)
    if one.where:
        found.append(("Where it stands", one.where))
    if one.since is not None:
        found.append(("Kept since", in_words(one.since)))
    if one.got_by:
        found.append(("Who got it", one.got_by))
    return found


def as_json(about: AboutPerson) -> dict[str, Any]:
    """Return the same for a machine."""
    return {
        "about": about.name,
        "on": about.on.isoformat(),
        "covered": about.covered,
        "parts": [
            {
                "title": part.title,
                "kept": [
                    {
                        "what": one.what,
                        "facts": dict(one.facts),
                        "where": one.where,
                        "since": one.since.isoformat() if one.since else None,
                        "who_got_it": one.got_by,
                        "words_of_others": one.by_others,
                    }
                    for one in part.kept
                ],
            }
            for part in about.parts
        ],
        "elsewhere": list(about.elsewhere),
    }
