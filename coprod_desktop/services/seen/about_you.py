"""What counting "about you" forms shows: what is asked, how many forms wait, and what is written down, beside the area."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.services import about_you
from coprod_desktop.services.about_you import Question
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.seen import who_is_missing
from coprod_desktop.services.seen.who_is_missing import MissingSeen


@dataclass(frozen=True)
class AboutYouSeen:
    """`beside` is of this session alone, small counts hidden; what only waits is told as a number of forms."""

    questions: Sequence[Question]
    forms: int
    """Typed in, and not written down yet."""
    beside: MissingSeen


def read(desk: Desk, session: str) -> AboutYouSeen:
    """Return it for one session."""
    forms, _ = about_you.running(desk, session)
    beside = who_is_missing.read(desk, until=datetime.date.max, sessions=(session,))
    return AboutYouSeen(about_you.questions(desk), forms, beside)
