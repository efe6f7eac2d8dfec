"""Numbered slips, for people who would rather write than speak. They hold nothing but which session they are for."""

from __future__ import annotations

from coprod_desktop.publish.document import Document
from coprod_desktop.publish.form import HOW_NAMED, MAY_WE_PRINT, Slips
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.stories import head

KIND = "slips"
TITLE = "What I want to say"


def slips(snapshot: PublicSnapshot) -> Slips:
    """Return what every slip says."""
    return Slips(
        document=Document(
            title=f"{TITLE}: {snapshot.title}",
            lang="en-GB",
            author=(snapshot.brand.name if snapshot.brand else None) or snapshot.organisation or "",
            subject=f"{snapshot.title}, {head.days(snapshot)}",
            blocks=(),
        ),
        title=TITLE,
        session=snapshot.title,
        day=head.days(snapshot),
        asks=(MAY_WE_PRINT, HOW_NAMED),
        name="My name, if I want to give it:",
        last="No tick means no. You can write on the back. You can ask for help.",
    )
