"""Papers for when somebody leaves a group: the page that hands over, a letter of thanks, and a reference of facts. Private."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Bullets, Document, Facts, Heading
from coprod_desktop.publish.paper import Paper
from coprod_desktop.publish.stories.words import counted, plain, quiet, sentence

HANDOVER, THANKS, REFERENCE = "handover", "group-thanks", "group-reference"
KINDS = (HANDOVER, THANKS, REFERENCE)
PRIVATE = "Private: it names people"
_BLANK = "_" * 44


@dataclass(frozen=True, kw_only=True)
class HandedOver:
    """What one of these papers is told from; all of it is words already."""

    group: str
    kind: str
    aim: str | None
    name: str
    part: str | None
    since: datetime.date | None
    until: datetime.date | None
    training: Sequence[str]
    came_to: int
    """To how many of the group's sessions they came."""
    promises: Sequence[tuple[str, str]]
    """(what was promised, who has it and by when) of what is open."""
    coming: Sequence[str]
    priorities: Sequence[str]
    to_ask: Sequence[str]
    """Who else is in the group, with their part."""
    signs: str | None
    on: datetime.date


def paper(kind: str, told: HandedOver) -> Paper:
    """Return one of the three papers."""
    title, blocks = {
        HANDOVER: (f"Handing over: {told.group}", _handover(told)),
        THANKS: (f"Thank you, {told.name}", _thanks(told)),
        REFERENCE: (f"A reference for {told.name}", _reference(told)),
    }[kind]
    document = Document(
        title=title,
        lang="en-GB",
        author=told.signs or "",
        subject=PRIVATE,
        blocks=(quiet(f"{PRIVATE}. {in_words(told.on)}."), Heading(1, title), *blocks),
        running_head=PRIVATE,
    )
    return Paper(kind=kind, document=document)


def _handover(told: HandedOver) -> Iterator[Block]:
    yield plain(f"{told.name} has been {_as(told)} of {told.group}. This page is for whoever takes on what they did.")
    if told.aim:
        yield plain(f"What the group wants to achieve: {sentence(told.aim)}")
    yield Heading(2, "What is promised and still open")
    if told.promises:
        yield Facts(tuple((what, plain(who)) for what, who in told.promises))
    else:
        yield plain("Nothing is open.")
    yield from _list("What comes next", told.coming, "Nothing is planned yet.")
    yield from _list("The work plan, first things first", told.priorities, "There is no work plan yet.")
    yield from _list("Who else to ask", told.to_ask, "Nobody else is in the group.")
    yield Heading(2, "What only they know")
    yield plain("Ask before they go, and write it here: who to ring, what was tried, what not to forget.")
    for _ in range(4):
        yield plain(_BLANK)


def _thanks(told: HandedOver) -> Iterator[Block]:
    yield plain(f"You have been {_as(told)} of {told.group}{_from_to(told)}.")
    if told.came_to:
        yield plain(
            f"You came to {counted(told.came_to, 'session', 'sessions')}. It takes time and strength to take part."
        )
    if told.aim:
        yield plain(f"Together we worked for this: {sentence(told.aim)}")
    yield plain("What you said and did stays in what the group decided. We are glad that you were with us.")
    yield plain("You are welcome back at any time, and you can ask us for a reference.")
    if told.signs:
        yield plain(f"With thanks, {told.signs}")


def _reference(told: HandedOver) -> Iterator[Block]:
    yield plain("This reference states facts from the group's records.")
    rows = [
        ("Name", told.name),
        ("Group", f"{told.group} ({told.kind.lower()})"),
        ("What the group was for", sentence(told.aim) if told.aim else ""),
        ("Part in the group", told.part or "Member"),
        ("From", in_words(told.since) if told.since else ""),
        ("Until", in_words(told.until) if told.until else "today"),
        ("Sessions they came to", str(told.came_to) if told.came_to else ""),
        ("Training they had for it", ", ".join(told.training)),
    ]
    yield Facts(tuple((label, plain(value)) for label, value in rows if value))
    yield plain("Signed:")
    yield plain(_BLANK)
    if told.signs:
        yield quiet(told.signs)


def _list(title: str, lines: Sequence[str], nothing: str) -> Iterator[Block]:
    yield Heading(2, title)
    yield Bullets(tuple(map(plain, lines))) if lines else plain(nothing)


def _as(told: HandedOver) -> str:
    return f"a member ({told.part})" if told.part else "a member"


def _from_to(told: HandedOver) -> str:
    if told.since is None:
        return ""
    until = f" to {in_words(told.until)}" if told.until else ""
    return f", from {in_words(told.since)}{until}"
