"""What Home shows, from one read."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coprod_desktop.services import promises, safeguarding, sessions, versions
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.promises import Promises
from coprod_desktop.services.safeguarding import SealedLine
from coprod_desktop.services.seen import readiness
from coprod_desktop.services.seen.readiness import Readiness
from coprod_desktop.services.sessions import SessionLine

LATELY = 6
"""How many of the latest sessions are shown."""


@dataclass(frozen=True)
class HomeSeen:
    """What Home shows, read in one go."""

    today: datetime.date
    sessions: Sequence[SessionLine]
    promises: Promises
    """Those that are open, the late ones first."""
    next: SessionLine | None
    ready: Readiness | None
    waiting: Mapping[str, int]
    """By session of late: how many things said have no answer yet."""
    sealed: Sequence[SealedLine]
    """Lines that are sealed and not taken out yet, without their words."""
    two_versions: int
    """How many places were changed on two laptops and wait for a choice."""

    @property
    def not_passed_on(self) -> int:
        """How many sealed lines are in nobody's record yet."""
        return sum(not line.is_passed_on for line in self.sealed)


def read(desk: Desk) -> HomeSeen:
    """Return what Home shows. Runs on the reading thread."""
    today = desk.today()
    lines = sessions.near(desk, today, LATELY)
    coming = sessions.next_or_today(lines, today)
    ready = readiness.of(desk, coming.id) if coming else None
    waiting = {s.id: sessions.waiting(desk, s.id) for s in lately(lines, today)}
    sealed, both = safeguarding.sealed(desk), len(versions.waiting(desk))
    return HomeSeen(today, lines, promises.due(desk), coming, ready, waiting, sealed, both)


def lately(lines: Sequence[SessionLine], today: datetime.date) -> Sequence[SessionLine]:
    """Return the latest sessions up to today."""
    return [s for s in lines if s.date <= today.isoformat()][:LATELY]
