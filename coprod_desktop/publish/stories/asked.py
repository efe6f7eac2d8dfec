"""Whom we asked and what came of it, and who looked at the paper before it left. Nothing of either may be silent."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.publish.document import Mark, Paragraph, Run, Tone
from coprod_desktop.publish.snapshot import PublicPoint, PublicSnapshot
from coprod_desktop.publish.stories.words import labelled


def what_came_of_it(point: PublicPoint) -> Iterator[Paragraph]:
    """Yield whom we asked about one point and what came of it, while it has no answer that is final."""
    if point.silence:
        yield Paragraph((Run(point.silence, tone=Tone.WAITING),), mark=Mark.CLOCK)


def members_check(snapshot: PublicSnapshot) -> Iterator[Paragraph]:
    """Yield who looked at the paper before it left and what they changed, or why nobody did."""
    if (told := labelled("Checked before it left", snapshot.members_check)) is not None:
        yield told
