"""What papers begin and end with: whose they are, what they are about, when and where, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coprod_desktop.publish.dates import clock, with_weekday
from coprod_desktop.publish.document import Block, Document, Heading, Paragraph, Run, Tone
from coprod_desktop.publish.snapshot import PublicBrand, PublicSnapshot
from coprod_desktop.publish.story_words import plain, quiet, sentence


def told(snapshot: PublicSnapshot, title: str, blocks: Iterable[Block], running_head: str = "") -> Document:
    """Return a paper of one session with this title."""
    return Document(
        title=f"{title}: {snapshot.title}",
        lang="en-GB",
        author=snapshot.organisation or "",
        subject=f"{snapshot.title}, {with_weekday(snapshot.date)}",
        blocks=tuple(blocks),
        running_head=running_head or title,
        warnings=tuple(snapshot.warnings),
    )


def head(snapshot: PublicSnapshot, title: str, *, day: bool = True) -> Iterator[Block]:
    """Yield the organisation, the paper's title, the session's, and on `day` the day and the place."""
    if snapshot.organisation:
        yield quiet(snapshot.organisation)
    yield Heading(1, title)
    yield Paragraph((Run(snapshot.title, strong=True),))
    if day:
        yield plain(", ".join(part for part in (days(snapshot), snapshot.place) if part))


def draft(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield that this is a draft and why, when it is."""
    if snapshot.draft:
        why = sentence(", ".join(snapshot.draft_reasons))
        yield Paragraph((Run("This is a draft. ", tone=Tone.WAITING, strong=True), Run(why)))


def days(snapshot: PublicSnapshot) -> str:
    """Return "Thursday 17 September 2026", or from one day to another."""
    until = f" to {with_weekday(snapshot.end_date)}" if snapshot.end_date else ""
    return f"{with_weekday(snapshot.date)}{until}"


def times(snapshot: PublicSnapshot) -> str:
    """Return "10:30am to 12:30pm", "10:30am", or nothing."""
    if snapshot.start and snapshot.end:
        return f"{clock(snapshot.start)} to {clock(snapshot.end)}"
    return clock(snapshot.start) if snapshot.start else ""


def whom_to_ask(snapshot: PublicSnapshot, what: str = "To ask or tell us anything") -> str:
    """Say whom to ask: the session's contact, else the organisation's, else whoever gave out the paper."""
    contact = snapshot.contact or (reach(snapshot.brand) if snapshot.brand else "")
    return f"{what}: {contact}" if contact else f"{what}, speak to whoever gave you this paper."


def reach(brand: PublicBrand) -> str:
    """Return how the organisation's contact is reached: name, phone, text, mail and post, as far as known."""
    ways = (
        ("", brand.contact_name),
        ("phone ", brand.phone),
        ("text ", brand.text_number),
        ("email ", brand.mail),
        ("write to ", brand.post and ", ".join(brand.post.split("\n"))),
    )
    known = [f"{label}{way}" for label, way in ways if way]
    return ", ".join(known) if any(way for _, way in ways[1:]) else ""
