"""Papers as lists for a spreadsheet."""

from __future__ import annotations

from coprod_desktop.domain.words import ANSWER_WORDS
from coprod_desktop.publish.paper import Sheet
from coprod_desktop.publish.snapshot import PublicSnapshot


def promises(snapshot: PublicSnapshot) -> Sheet:
    """Return each point with its answer, then the promises of earlier papers, a row each."""
    rows = [
        (p.you_said, ANSWER_WORDS[p.answer] if p.answer else None, p.text, p.owner, p.due, p.going)
        for p in snapshot.points
    ]
    rows += [(None, None, p.text, None, p.due, p.said) for p in snapshot.earlier]
    return Sheet(
        title="Promises",
        columns=("You said", "Answer", "What we said", "Who", "By when", "How it is going"),
        rows=tuple(rows),
    )


def agenda_list(snapshot: PublicSnapshot) -> Sheet:
    """Return the agenda, a row an item."""
    rows = tuple((item.start, item.minutes, item.title, item.leads) for item in snapshot.agenda)
    return Sheet(title="Agenda", columns=("Starts", "Minutes", "What", "Who leads"), rows=rows)
