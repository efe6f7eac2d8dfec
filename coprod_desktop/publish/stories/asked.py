"""Whom we asked and what came of it, and who looked at the paper before it left. Nothing of either may be silent."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.domain.looked_at import QUESTIONS
from coprod_desktop.publish.document import Block, Bullets, Heading, Mark, Paragraph, Run, Tone
from coprod_desktop.publish.snapshot import PublicPoint, PublicSnapshot
from coprod_desktop.publish.stories.contact import WHO_TO_ASK, names_contact
from coprod_desktop.publish.stories.words import labelled, plain


def what_came_of_it(point: PublicPoint) -> Iterator[Paragraph]:
    """Yield whom we asked about one point and what came of it, while it has no answer that is final."""
    if point.silence:
        yield Paragraph((Run(point.silence, tone=Tone.WAITING),), mark=Mark.CLOCK)


def what_came_back(point: PublicPoint) -> Iterator[Paragraph]:
    """Yield that a no came back of a point, and what it changed."""
    if point.said_back:
        yield plain(point.said_back)


def three_questions(snapshot: PublicSnapshot, *, in_a_letter: bool = False) -> Iterator[Block]:
    """Yield the three questions that go with each paper and letter, and whom to tell; a letter's last lines say that."""
    yield Heading(2, "Tell us what you think of this")
    yield Bullets(tuple(map(plain, QUESTIONS)))
    yield plain(
        "Say the number of what you mean: it stands before “You said”. You need not say who you are. "
        "A no means that we look at it again."
    )
    if not in_a_letter and names_contact(snapshot):  # else the lines above have just said it
        yield plain(f"How to reach us stands under “{WHO_TO_ASK}”.")


def at_the_end(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield what stands at the end of each paper that answers: who looked at it, and the three questions."""
    yield from members_check(snapshot)
    yield from three_questions(snapshot)


def members_check(snapshot: PublicSnapshot) -> Iterator[Paragraph]:
    """Yield who looked at the paper before it left and what they changed, or why nobody did."""
    if (told := labelled("Checked before it left", snapshot.members_check)) is not None:
        yield told
