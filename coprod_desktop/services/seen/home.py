"""What Home shows, from one read."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Flag, auto

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.group_due import GroupDue
from coprod_desktop.services import asking, bank, groups_due, promises, safeguarding, sessions, versions
from coprod_desktop.services.asking import Due, Silent
from coprod_desktop.services.bank import Due as Review
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.promises import Promises
from coprod_desktop.services.safeguarding import SealedLine
from coprod_desktop.services.seen import money, needs_met, readiness
from coprod_desktop.services.seen.money import OwedSeen
from coprod_desktop.services.seen.needs_met import Due as ToLookAt
from coprod_desktop.services.seen.readiness import Readiness
from coprod_desktop.services.seen.rules_set import standing
from coprod_desktop.services.sessions import SessionLine

LATELY = 6
"""How many of the latest sessions are shown."""


class Part(Flag):
    """What of Home is costly to read."""

    NOTHING = 0
    SESSIONS = auto()
    """The latest sessions, the next one and what is not ready for it, what waits for an answer."""
    PROMISES = auto()
    ALL = SESSIONS | PROMISES


_TELLS = {
    **dict.fromkeys(("entry", "person", "attendance", "need", "permission"), Part.SESSIONS),
    **dict.fromkeys(("agenda_item", "checklist_item", "ground_rule"), Part.SESSIONS),
    **dict.fromkeys(("promise_update", "telling"), Part.PROMISES),
    **dict.fromkeys(("set_aside", "paper", "sent", "settlement", "hold", "vote", "notice_given"), Part.NOTHING),
    **dict.fromkeys(("organisation", "plain_word", "easy_choice", "easy_check", "own_picture"), Part.NOTHING),
    **dict.fromkeys(("easy_sentence", "easy_mark", "format_asked", "member_check"), Part.NOTHING),
    **dict.fromkeys(("moment", "read_back", "sheet_photo"), Part.NOTHING),
    **dict.fromkeys(("bank", "rate", "claim", "privacy", "keep_rule", "deletion"), Part.NOTHING),
    **dict.fromkeys(("about_you_question", "local_figure", "list_columns"), Part.NOTHING),
    **dict.fromkeys(("work_group", "group_member", "partner", "log_line", "agreed_paper"), Part.NOTHING),
    **dict.fromkeys(("paper_version", "signed_up", "looked_back", "group_measure"), Part.NOTHING),
}
"""Which part a row added or changed can make another; of any other kind, and of what went, either part may tell."""


def told_by(changes: Changes) -> Part:
    """Return the parts that may be others now."""
    found = Part.ALL if changes.removed else Part.NOTHING
    for ref in (*changes.added, *changes.changed):
        found |= _TELLS.get(ref.noun, Part.ALL)
    return found


@dataclass(frozen=True)
class Near:
    """The sessions around today."""

    sessions: Sequence[SessionLine]
    next: SessionLine | None
    ready: Readiness | None
    waiting: Mapping[str, int]
    """By session of late: how many things said have no answer yet."""


@dataclass(frozen=True)
class HomeSeen:
    """What Home shows."""

    today: datetime.date
    near: Near
    promises: Promises
    """Those that are open, the late ones first."""
    sealed: Sequence[SealedLine]
    """Lines that are sealed and not taken out yet, without their words."""
    silent: Sequence[Silent]
    """Questions past their day without a reply, the longest first."""
    nothing_back: Sequence[Due]
    """Sessions whose people were to hear from us by a day, and no paper went out: the soonest first."""
    owed: OwedSeen
    """What people are to be paid."""
    reviews: Sequence[ToLookAt]
    """Needs that are to be looked at again by today."""
    two_versions: int
    """How many places were changed on two laptops and wait for a choice."""
    to_review: Sequence[Review] = ()
    """Who in the bank of people is to be asked again by today, the longest due first."""
    past: int = 0
    """How many records are past the time they are kept."""
    groups: Sequence[GroupDue] = ()
    """What groups have to remember that is late or soon, the soonest first."""

    @property
    def not_passed_on(self) -> int:
        """How many sealed lines are in nobody's record yet."""
        return sum(not line.is_passed_on for line in self.sealed)


def read(desk: Desk, before: HomeSeen | None = None, stale: Part = Part.ALL) -> HomeSeen:
    """Return what Home shows; of `before`, from the same day, only what is stale is read again. On the reading thread."""
    today = desk.today()
    if before is None or before.today != today:
        near, due = _near(desk, today), promises.due(desk)
    else:
        near = _near(desk, today) if Part.SESSIONS in stale else before.near
        due = promises.due(desk) if Part.PROMISES in stale else before.promises
    silent, back = asking.silent(desk), asking.nothing_back(desk)
    waiting = len(versions.waiting(desk))
    return HomeSeen(
        today=today,
        near=near,
        promises=due,
        sealed=safeguarding.sealed(desk),
        silent=silent,
        nothing_back=back,
        owed=money.owed(desk),
        two_versions=waiting,
        reviews=needs_met.due(desk),
        to_review=bank.due(desk, today),
        past=_past(desk),
        groups=groups_due.near(desk),
    )


def _past(desk: Desk) -> int:
    rules = standing(desk)
    if not rules:
        return 0
    from coprod_desktop.domain.keep_rules import Kind, cutoff
    from coprod_desktop.store import past_keeping  # it knows how to let go, which takes much to load

    until = {kind: cutoff(desk.today(), rules[kind]) for kind in Kind if kind in rules}
    with desk.store.read() as connection:
        return past_keeping.how_many(connection, until)


def _near(desk: Desk, today: datetime.date) -> Near:
    lines = sessions.near(desk, today, LATELY)
    coming = sessions.next_or_today(lines, today)
    ready = readiness.of(desk, coming.id) if coming else None
    return Near(lines, coming, ready, {s.id: sessions.waiting(desk, s.id) for s in lately(lines, today)})


def lately(lines: Sequence[SessionLine], today: datetime.date) -> Sequence[SessionLine]:
    """Return the latest sessions up to today."""
    return [s for s in lines if s.date <= today.isoformat()][:LATELY]
