"""What papers begin and end with: whose they are, what they are about, when and where, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coprod_desktop.publish.dates import from_to, in_words, with_weekday
from coprod_desktop.publish.document import Block, Document, Heading, Paragraph, Run, Tone
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.stories.contact import WHO_TO_ASK, after_to_ask, names_contact, with_ways
from coprod_desktop.publish.stories.words import aside, listed, plain, pounds, quiet, sentence


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
    if snapshot.part.otherwise:
        yield plain(sentence(snapshot.part.otherwise))


def may_spend(snapshot: PublicSnapshot) -> Iterator[Paragraph]:
    """Yield what the group may spend, where that has a limit: nobody should plan beyond it and hear so afterwards."""
    if snapshot.may_spend_pence is not None:
        yield plain(f"This group may spend up to {pounds(snapshot.may_spend_pence)}.")


def draft(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield that this is a draft and why, when it is; Easy Read says so at the head of every page."""
    if snapshot.draft:
        why = sentence(", ".join(snapshot.draft_reasons))
        yield aside(Paragraph((Run("This is a draft. ", tone=Tone.WAITING, strong=True), Run(why))))


def days(snapshot: PublicSnapshot) -> str:
    """Return "Thursday 17 September 2026", or from one day to another."""
    if snapshot.part.days:
        return listed([with_weekday(day) for day in snapshot.part.days])
    until = f" to {with_weekday(snapshot.end_date)}" if snapshot.end_date else ""
    return f"{with_weekday(snapshot.date)}{until}"


def times(snapshot: PublicSnapshot) -> str:
    """Return "10:30am to 12:30pm", "10:30am", or nothing."""
    return from_to(snapshot.start, snapshot.end)


def ask_line(snapshot: PublicSnapshot) -> tuple[Paragraph, ...]:
    """Return whom to ask as a line of its own; nothing when the end of the paper says it anyway."""
    return () if names_contact(snapshot) else (whom_to_ask(snapshot),)


def whom_to_ask(snapshot: PublicSnapshot, what: str = "To ask or tell us anything") -> Paragraph:
    """Say whom to ask: at the end of the paper, else the session's contact, else whoever gave out the paper."""
    if names_contact(snapshot):
        return plain(f"{what}, see “{WHO_TO_ASK}” below.")
    return with_ways(
        f"{what}: {after_to_ask(snapshot.contact)}"
        if snapshot.contact
        else f"{what}, speak to whoever gave you this paper."
    )


def came_back_by(snapshot: PublicSnapshot) -> Iterator[str]:
    """Yield the day by which people were to hear from us; once it is past, that this is later than we said."""
    if snapshot.reply_by:
        yield f"We said we would come back to you by {in_words(snapshot.reply_by)}."
        if snapshot.reply_by < snapshot.as_of and snapshot.draft:
            yield "That day is past, and not everything has an answer. We are sorry."
