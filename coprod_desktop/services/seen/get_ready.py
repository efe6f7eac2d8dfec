"""What the Get ready page shows, from one read."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from coprod_desktop.domain.lead_times import Plan
from coprod_desktop.domain.record import AgendaItem, ChecklistItem, GroundRule, Person, Session
from coprod_desktop.services import lead_times, notices, people, prepare, promises, sessions
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.notices import NoticeSeen
from coprod_desktop.services.people import PersonLine
from coprod_desktop.services.promises import PromiseLine


@dataclass(frozen=True, kw_only=True)
class ReadySeen:
    """A session as far as it is prepared."""

    session: Session
    today: datetime.date
    agenda: tuple[AgendaItem, ...]
    people: tuple[Person, ...]
    everyone: Sequence[PersonLine]
    checklist: tuple[ChecklistItem, ...]
    rules: tuple[GroundRule, ...]
    notice: NoticeSeen
    promised: Sequence[PromiseLine]
    """What was promised before, is still open, and is not told on this session's paper yet; the late ones first."""
    kept: Sequence[AgendaItem] = ()
    """Parts that earlier sessions kept for next time."""
    plan: Plan = field(default_factory=Plan)
    """What has to be done by when."""


def read(desk: Desk, session: str) -> ReadySeen:
    """Return what is prepared. Runs on the reading thread."""
    return ReadySeen(
        session=sessions.one(desk, session),
        today=desk.today(),
        agenda=prepare.agenda(desk, session),
        people=people.on_list(desk, session),
        everyone=people.every(desk),
        checklist=prepare.checklist(desk, session),
        rules=prepare.ground_rules(desk, session),
        notice=notices.seen(desk, session),
        promised=promises.to_tell(desk, session),
        kept=prepare.kept_for_next_time(desk, session),
        plan=lead_times.read(desk, session),
    )
