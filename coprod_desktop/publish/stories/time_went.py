"""How the time of a session went beside what was planned: a picture, and the same in words."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.publish.document import Bar, Block, Bullets, Figure, Heading, Tone
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.stories.words import plain

LEAST_BARS = 2
"""Fewer parts than these are quicker read than drawn."""


def time_went(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield how long each part took beside what was planned, and which were not done; nothing while it is not over."""
    went = snapshot.time
    if went is None:
        return
    done = [part for part in went.parts if part.took is not None]
    bars = tuple(
        Bar(part.title, part.took or 0, f"{part.took} min, planned {part.planned}", tone=Tone.WE_WILL) for part in done
    )
    yield Heading(2, "How the time went")
    yield plain(went.words)
    if len(bars) >= LEAST_BARS and any(bar.value for bar in bars):
        words = " ".join(f"{part.title}: {part.words}." for part in done)
        yield Figure("Minutes each part took", bars, words)
    left_out = [plain(f"{part.title}: {part.words}") for part in went.parts if part.took is None]
    if left_out:
        yield Bullets(tuple(left_out))
