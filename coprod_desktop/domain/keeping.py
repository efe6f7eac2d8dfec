"""Which backups are kept, and which go: a pure rule, so that a clock a year off deletes nothing wrong.

Backups stand in the order of the database's own clock, which never goes back. No backup goes because it is old by the
clock on the wall, but for one reason: it holds something that was struck or erased, and eight weeks have passed since.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import NamedTuple

RECENT, DAYS, WEEKS = 12, 14, 8
"""The newest so many; the newest of each of the last so many days, and weeks, that have one."""
GONE_WEEKS = 8
"""A backup that holds what was struck goes at the latest so many weeks after the day of the strike."""


class Mark(NamedTuple):
    """What the rule looks at of one backup."""

    name: str
    clock: int
    """The database's clock when it was made."""
    day: datetime.date
    passing: bool = False
    """Made only for the time until the next one: before something was erased."""


class GoneMark(NamedTuple):
    """When something came here and when it was struck or erased here, by the database's clock, and the day of that."""

    came: int
    here: int
    day: datetime.date

    @property
    def until(self) -> datetime.date:
        """The day on which the last backup that holds it goes."""
        return self.day + datetime.timedelta(weeks=GONE_WEEKS)


def holds(backup: Mark, gone: GoneMark) -> bool:
    """Tell whether a backup still holds something that is gone by now."""
    return gone.came <= backup.clock < gone.here


def to_go(backups: Collection[Mark], gone: Iterable[GoneMark], today: datetime.date) -> frozenset[str]:
    """Return the names of the backups that are to be deleted. The newest one never is."""
    ordered = sorted(backups, key=lambda one: (one.clock, one.name), reverse=True)
    due = [one for one in gone if today >= one.until]
    staying = [one for n, one in enumerate(ordered) if not n or not (one.passing or any(holds(one, g) for g in due))]
    kept = {
        *(one.name for one in staying[:RECENT]),
        *_newest_of_each(staying, lambda one: one.day, DAYS),
        *_newest_of_each(staying, lambda one: one.day.isocalendar()[:2], WEEKS),
    }
    return frozenset(one.name for one in ordered) - kept


def _newest_of_each(ordered: Sequence[Mark], part: Callable[[Mark], Hashable], most: int) -> Iterable[str]:
    first: dict[Hashable, str] = {}
    for one in ordered:
        first.setdefault(part(one), one.name)
    return list(first.values())[:most]
