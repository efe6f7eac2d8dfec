"""What of a group's timeline comes from the papers it agreed on: each paper, and when it is to be looked at again."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.domain.agreed import says
from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.group_due import AHEAD, What
from coprod_desktop.services.seen.group_row import Look, Section, TimelineRow
from coprod_desktop.store import agreed as stored
from coprod_desktop.store.agreed import PaperHeld

NOUNS = frozenset({"agreed_paper", "paper_version", "signed_up"})


def papers(look: Look) -> Iterator[TimelineRow]:
    """Yield the papers of a group, and of those that hold the day by which they are looked at again."""
    for held in stored.every(look.connection, group=look.group.id):
        yield from _paper(held, look)


def _paper(held: PaperHeld, look: Look) -> Iterator[TimelineRow]:
    opens, newest, holds = Ref("agreed_paper", held.paper.id), held.newest, held.agreed
    ready = look.content.agreed.of(held.paper.kind).ready
    how = "Ready to use" if ready and holds is None else says(newest.state, newest.agreed_on, newest.checked_by)
    later = holds is not None and holds is not newest
    detail = f"Version {newest.n}. {how}{f'. Version {holds.n} holds until then' if later and holds else ''}"
    done = ready or holds is newest
    yield TimelineRow(
        section=Section.AGREED, opens=opens, words=held.paper.title, day=holds.agreed_on if holds else None,
        detail=detail, state="done" if done else "waiting", state_words="Agreed" if done and not ready else "Draft" if not done else "Ready",
    )  # fmt: skip
    if holds is not None and holds.review_by is not None:
        days = (holds.review_by - look.today).days
        late, soon = days < 0, days <= AHEAD[What.PAPER]
        yield TimelineRow(
            section=Section.DUE, opens=opens, words=f"Look again at: {held.paper.title}", day=holds.review_by,
            detail="What was agreed is looked at again by this day", state="late" if late else "look" if soon else "waiting",
            state_words="Late" if late else "Soon" if soon else "To come",
        )  # fmt: skip
