"""A group as a timeline: what is next, due, promised, decided, agreed, and what was.

What stands on it comes from SOURCES: each reads rows of one kind, no more of them than are shown.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.group_record import Partner, WorkGroup
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.seen import agreed_days, back_days, group_days, group_log
from coprod_desktop.services.seen.group_row import OLDEST_FIRST, Look, Section, Source, TimelineRow
from coprod_desktop.store import groups
from coprod_desktop.store.groups import MemberLine

AT_ONCE = 40
"""So many rows of a section are shown at once; one can ask for more."""
SOURCES: tuple[Source, ...] = (
    Source(group_days.sessions, frozenset({"session"})),
    Source(group_days.due, frozenset({"work_group", "group_member", "person"})),
    Source(agreed_days.papers, agreed_days.NOUNS),
    Source(group_days.promised, frozenset({"point", "promise_update", "telling", "session"})),
    Source(group_log.logged, frozenset({"log_line", "session"})),
    Source(back_days.looked_back, back_days.NOUNS),
    Source(back_days.targets, back_days.NOUNS),
)
"""What stands on a timeline. One more kind is one more line, and a function that reads it."""


@dataclass(frozen=True)
class GroupSeen:
    """One group as the page shows it."""

    group: WorkGroup
    kind: str
    """In words."""
    members: Sequence[MemberLine]
    partners: Sequence[Partner]
    rows: Sequence[TimelineRow]
    many: Mapping[Section, int]
    """How many rows of each section are shown."""
    more: bool
    """There are more of some section than are shown."""
    today: datetime.date
    terms_agreed: datetime.date | None = None
    """When its terms of reference were agreed last; None while there are none."""


def read(desk: Desk, group: str, most: int = AT_ONCE) -> GroupSeen | None:
    """Return a group with its timeline; None when it was taken away. On the reading thread."""
    today = desk.today()
    with desk.store.read() as connection:
        found = groups.one(connection, group)
        if found is None:
            return None
        look = Look(connection, found, today, desk.content, most)
        rows = [row for source in SOURCES for row in source.read(look)]
        terms = groups.terms_agreed(connection, group).get(group)
        members, partners = groups.members(connection, group), groups.partners(connection, group)
    kept = {section: in_order(some) for section, some in _by_section(rows).items()}
    shown = {section: some[:most] for section, some in kept.items()}
    return GroupSeen(
        group=found,
        kind=desk.content.groups.words(found.kind),
        members=members,
        partners=partners,
        rows=tuple(row for section in Section for row in shown.get(section, ())),
        many={section: len(some) for section, some in shown.items()},
        more=any(len(some) > most for some in kept.values()),
        today=today,
        terms_agreed=terms,
    )


def touches(changes: Changes) -> bool:
    """Tell whether what was changed may be on a timeline, or beside it."""
    nouns = frozenset({"work_group", "group_member", "partner", "person"}).union(*(one.nouns for one in SOURCES))
    return any(ref.noun in nouns for ref in changes.all())


def in_order(rows: Sequence[TimelineRow]) -> Sequence[TimelineRow]:
    """Return the rows of one section in their order; what has no day stands last."""
    if not rows:
        return ()
    dated = [row for row in rows if row.day is not None]
    ahead = rows[0].section in OLDEST_FIRST
    dated.sort(key=lambda row: (row.day, row.words), reverse=not ahead)
    return (*dated, *(row for row in rows if row.day is None))


def _by_section(rows: Sequence[TimelineRow]) -> Mapping[Section, Sequence[TimelineRow]]:
    ordered = sorted(rows, key=lambda row: row.section.place)
    return {section: list(some) for section, some in groupby(ordered, key=lambda row: row.section)}
