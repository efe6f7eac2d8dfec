"""The version for the web: every answer at once, the noes among them, each to be linked to; then what is still owed."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.errors import UserError
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Bullets, Document, Heading
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.stories import head, numbers
from coprod_desktop.publish.stories import lines as said
from coprod_desktop.publish.stories.asked import at_the_end
from coprod_desktop.publish.stories.figures import words_of_who_came
from coprod_desktop.publish.stories.votes import votes
from coprod_desktop.publish.stories.words import labelled, plain

TITLE = "Our answers to what you said"


def for_the_web(snapshot: PublicSnapshot) -> Document:
    """Return the version for the web. UserError when nothing has an answer yet."""
    answers = tuple(said.answers(snapshot))
    if not answers and not snapshot.votes:
        raise UserError("There is nothing for the web yet: no answers and no votes.", "Give answers on Answer.")
    blocks = (
        *head.head(snapshot, TITLE),
        *head.draft(snapshot),
        *said.count_of_answers(snapshot),
        *answers,
        *said.waiting(snapshot),
        *votes(snapshot),
        *said.access(snapshot),
        *numbers.earlier(snapshot),
        *_about(snapshot),
    )
    reasons = ", ".join(snapshot.draft_reasons)
    return head.told(snapshot, TITLE, blocks, f"Draft: {reasons}" if snapshot.draft else TITLE)


def _about(snapshot: PublicSnapshot) -> Iterator[Block]:
    yield Heading(2, "About this page")
    yield from filter(
        None,
        (
            labelled("What the session was about", snapshot.purpose),
            labelled("What could not change", snapshot.cannot_change),
            labelled("Who came", words_of_who_came(snapshot)),
        ),
    )
    lines = [
        *head.came_back_by(snapshot),
        "If you think an answer is wrong, or something is missing, tell us. It can be looked at again.",
        "You can change your mind about your words or your name. Then they are taken off this page.",
        f"This page says how things stood on {in_words(snapshot.as_of)}.",
    ]
    yield Bullets((*map(plain, lines), *head.ask_line(snapshot)))
    yield from at_the_end(snapshot)
