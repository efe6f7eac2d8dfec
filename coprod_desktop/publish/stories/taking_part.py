"""What papers say of who can take part and how: before the day as facts, afterwards with what was tried and learnt."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.publish.document import Block, Facts, Heading
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.stories.words import listed, plain, sentence


def before_the_day(snapshot: PublicSnapshot, way: str) -> tuple[tuple[str, str | None], ...]:
    """Return labels and words for the facts of an agenda or a call-out; `way` is how it is held, in words."""
    part = snapshot.part
    return (
        ("Who it is for", part.for_whom),
        ("How to take part", _first_up(listed(part.ways)) if part.ways else way or None),
        ("Host", part.host),
        ("Who listens", part.senior_listener),
        ("Strands, chosen by members", "; ".join(part.strands)),
        ("Series", part.series),
        ("Getting there", part.travel_note),
    )


def afterwards(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield how people could take part, who could not come and what was tried, and why it was done so."""
    part = snapshot.part
    rows = (
        ("Host", part.host),
        ("Written up by", part.wrote_it),
        ("Who listened", part.senior_listener),
        ("Ways to take part", _first_up(listed(part.ways))),
        ("Strands, chosen by members", "; ".join(part.strands)),
        ("Who could not come because of the time", part.shuts_out),
        ("What we tried for people who could not come", part.could_not_come),
        ("Why we did it this way", part.why_method),
        ("Travel", part.travel_note),
        ("Print", part.print_note),
    )
    told = tuple((label, plain(sentence(text))) for label, text in rows if text)
    if told:
        yield Heading(2, "How people could take part")
        yield Facts(told)


def learnt(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield what was learnt; nothing where nobody wrote it down."""
    if snapshot.part.learnt:
        yield Heading(2, "What we learnt")
        yield plain(sentence(snapshot.part.learnt))


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]
