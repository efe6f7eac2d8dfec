"""The posting list: which pack goes to whom, by which way and where. It names people, so it is private."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.domain import dates
from coprod_desktop.publish.document import Block, Bullets, Document, Heading, Paragraph, Run, Table
from coprod_desktop.publish.stories.words import plain, quiet

_NOTHING = "Nothing can be sent"
_BODY_PT = 12


@dataclass(frozen=True, kw_only=True)
class Posted:
    """One person on the list."""

    name: str
    pack: str
    """The name of their folder; "" when the folders are by format."""
    way: str
    """Also why something is not sent: "do not post: someone else opens their post"."""
    where: str
    formats: tuple[str, ...]
    missing: tuple[str, ...]


def posting_list(
    target: Path, *, kind: str, code: str, made_on: datetime.datetime, posted: Sequence[Posted]
) -> tuple[str, ...]:
    """Write the list as a tagged PDF and return sentences about what is not as it was typed."""
    from coprod_desktop.publish.render.tagged.pdf import render_pdf

    title = "Private: posting list"
    document = Document(
        title=title,
        lang="en-GB",
        author="",
        subject="Who gets which copy",
        blocks=tuple(_blocks(title, kind, code, made_on, posted)),
        running_head="Private. It names people",
    )
    return render_pdf(document, target, made_on=made_on, body_pt=_BODY_PT)


def _blocks(title: str, kind: str, code: str, made_on: datetime.datetime, posted: Sequence[Posted]) -> Iterator[Block]:
    yield Heading(1, title)
    yield plain(
        "This list names people and says how to reach them. Keep it safe, and destroy it when all have their copy."
    )
    yield quiet(f"{kind}. Copies made on {dates.plain(made_on.date())}. Copy code {code}.")
    wanting = [one for one in posted if one.missing]
    if wanting:
        yield Heading(2, f"Look at these first ({len(wanting)})")
        yield Bullets(tuple(_missing(one) for one in wanting))
    there = sorted((one for one in posted if one.formats), key=lambda one: one.way)
    if there:
        yield _table(there)
    left = [one for one in posted if not one.formats]
    if left:
        yield Heading(2, f"{_NOTHING} ({len(left)})")
        yield Bullets(tuple(plain(one.name) for one in left))


def _missing(one: Posted) -> Paragraph:
    return Paragraph((Run(f"{one.name}: ", strong=True), Run(" ".join(one.missing))))


def _table(there: Sequence[Posted]) -> Table:
    packed = any(one.pack for one in there)
    header = ("Name", *(("Pack",) if packed else ()), "To", "What, one copy each", "Sent on")
    rows = ((one.name, *((one.pack,) if packed else ()), _to(one), "; ".join(one.formats), "") for one in there)
    return Table("Who gets a copy", header, tuple(rows))


def _to(one: Posted) -> str:
    words = one.way[:1].upper() + one.way[1:]
    return f"{words}: {one.where}" if one.where else words
