"""What was decided, learnt or told in a session, on its paper: a list of each kind, newest last."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from coprod_desktop.publish.document import Block, Bullets, Heading, Paragraph, Run, Tone
from coprod_desktop.publish.snapshot import PublicLogged, PublicSnapshot
from coprod_desktop.publish.stories.words import sentence

TITLE = "What we decided and learnt"


def logged(snapshot: PublicSnapshot) -> Iterator[Block]:
    """Yield the lines of the log that may be read by anyone; nothing when there are none."""
    if not snapshot.log:
        return
    yield Heading(2, TITLE)
    for heading, lines in groupby(snapshot.log, key=lambda line: line.heading):
        yield Heading(3, heading)
        yield Bullets(tuple(map(_line, lines)))


def _line(line: PublicLogged) -> Paragraph:
    behind = (Run(f" {label}: {sentence(text)}", tone=Tone.QUIET, aside=True) for label, text in line.said)
    return Paragraph((Run(sentence(line.words)), *behind))
