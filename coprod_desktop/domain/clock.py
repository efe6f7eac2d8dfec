"""The live hour: what could be shortened when time runs short, whose support ends before the read-back, what the room is
asked for now, and the pace of the clock itself.

Times of day are "HH:MM" outside, minutes of the session's night inside (domain.hours). Nothing here knows who took long.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from coprod_desktop.domain.agenda import Now, is_break, now, on_now, plan, to_come
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.hours import Hours
from coprod_desktop.domain.live_hour import Moment, What
from coprod_desktop.domain.record import AgendaItem

LEAST = 5
"""Minutes that a part keeps, however short time is. One that was planned shorter keeps all of them."""
READ_BACK_BEFORE = 10
"""Minutes before somebody's support ends by which their words are read back."""
OFFERED = 3
STEP = 5
"""Minutes that one key adds to a part, or takes from it."""
_READ_BACK = re.compile(
    r"\bread(?:ing|s)?[ -]?(?:(?:it|this|that|them|all|everything|(?:your|our|the|people's) words) )*back\b"
)


def is_read_back(item: AgendaItem) -> bool:
    """Tell whether in this part people hear their words again, by its kind or its title."""
    return _READ_BACK.search(f"{item.kind or ''} {item.title}".replace("_", " ").casefold()) is not None


def least(item: AgendaItem) -> int:
    """Return the minutes below which a part is never shortened: a break and the read-back keep all, others half."""
    if is_break(item) or is_read_back(item):
        return item.minutes
    first = item.planned or item.minutes
    return min(item.minutes, max(LEAST, (first + 1) // 2))


class Offer(NamedTuple):
    """A part that could give minutes, and how many."""

    item: AgendaItem
    by: int

    @property
    def to(self) -> int:
        """How long the part is then."""
        return self.item.minutes - self.by


def could_give(items: Sequence[AgendaItem], stand: Now) -> tuple[Offer, ...]:
    """Return up to three parts that could give what is short, each all that it can; () when time is not short.

    Never the break, never the read-back, never a part that is over, and never below a part's least length. Of the part
    on now, only minutes that have not gone by.
    """
    short = stand.over_by
    if not short:
        return ()
    doing = on_now(items)
    found = [Offer(item, item.minutes - least(item)) for item in to_come(items)]
    if doing is not None:
        gone = doing.minutes - stand.left
        found.insert(0, Offer(doing, doing.minutes - max(least(doing), gone)))
    most = sorted((offer for offer in found if offer.by > 0), key=lambda offer: -offer.by)[:OFFERED]
    return tuple(Offer(offer.item, min(offer.by, short)) for offer in found if offer in most)


class Early(NamedTuple):
    """Somebody's support ends before their words would be read back."""

    item: AgendaItem
    """The read-back."""
    starts: str
    before: str
    """By when it has to be done, for them to take part."""
    until: str


def reads_back_too_late(items: Sequence[AgendaItem], clock: str, hours: Hours, until: Iterable[str]) -> Early | None:
    """Return the read-back if it is planned to start after somebody's support has ended, or too near to it.

    `until` are the times at which the support of people who are here ends. One that is over already tells nothing.
    """
    rest = to_come(items)
    read_back = next((item for item in rest if is_read_back(item)), None)
    if read_back is None:
        return None
    stand = now(items, clock, None, hours)
    start = hours.later(stand.until, clock) if stand.until else _first_start(items, hours, clock)
    starts = next(slot.start for slot in plan(rest, start, hours) if slot.item is read_back)
    at, begins = hours.minutes(clock), hours.minutes(starts)
    for end in sorted(hours.minutes(one) for one in until):
        before = end - READ_BACK_BEFORE
        if at < end and begins > before:
            return Early(read_back, starts, hours.clock(before), hours.clock(end))
    return None


def _first_start(items: Sequence[AgendaItem], hours: Hours, clock: str) -> str:
    return hours.start if hours.start and not any(item.started for item in items) else clock


def can_come_sooner(items: Sequence[AgendaItem], item: AgendaItem) -> bool:
    """Tell whether a part that is still to come is not the next one already."""
    return item in to_come(items)[1:]


# ---- what the room is asked for

SIGNALS: Mapping[What, str] = {
    What.SLOW: "Slower, please",
    What.STOP: "Stop, please",
    What.PAUSE: "We need a minute",
    What.READING: "Reading aloud",
}
"""What can be asked of the room by one key each, in the words the room reads. Nobody is named as who needed it."""
END_OF: Mapping[What, What] = {
    What.SLOW: What.PAUSE_END,
    What.STOP: What.PAUSE_END,
    What.PAUSE: What.PAUSE_END,
    What.READING: What.READING_END,
}
_OVER = frozenset({What.PAUSE_END, What.READING_END, What.STARTED, What.FINISHED})
"""What ends every signal: it is taken off, or the room goes on to another part."""


class Signal(NamedTuple):
    """What the room is asked for at the moment."""

    what: What
    at: str
    """Since when: ISO 8601 with its zone."""

    @property
    def words(self) -> str:
        """What the room reads."""
        return SIGNALS[self.what]


def signal(moments: Iterable[Moment]) -> Signal | None:
    """Return what the room is asked for after these moments, in the order they were written down; None for nothing."""
    asked = None
    for moment in moments:
        if moment.what in SIGNALS:
            asked = Signal(moment.what, moment.at)
        elif moment.what in _OVER:
            asked = None
    return asked


# ---- several tables at once


def tables(item: AgendaItem | None) -> tuple[str, ...]:
    """Return what the tables that work on a part at once are called: "Table 1", "Table 2"; () when all are together."""
    many = item.tables if item is not None and item.tables and item.tables > 1 else 0
    return tuple(f"Table {n}" for n in range(1, many + 1))


def tables_at_work(items: Sequence[AgendaItem]) -> tuple[str, ...]:
    """Return the tables of the part that is on, or else of the last one that was done at several tables."""
    doing = on_now(items)
    last = next((item for item in reversed(items) if item.finished and tables(item)), None)
    return tables(doing) or tables(last)


# ---- the pace of the clock

TICK_S = 15
"""Seconds after which the clock is looked at again at the latest: a laptop that slept is noticed so soon."""
SLEPT_S = 90
"""A look that comes so much later than it was to come: the laptop slept, or its clock was set."""


def next_look(at: datetime.datetime) -> float:
    """Return the seconds after which to look at the clock again: at the next full minute, so that no minute shows late."""
    return min(TICK_S, 60 - at.second - at.microsecond / 1_000_000)


class Jump(NamedTuple):
    """The clock on the wall went on otherwise than time did."""

    minutes: int
    """How far it went on (less than 0: back) between two looks that are never far apart."""
    since: datetime.datetime
    """When all was still well."""

    @property
    def words(self) -> str:
        """What to say of it, once."""
        if self.minutes < 0:
            return f"The clock of this laptop was put back by {counted(-self.minutes, 'minute')}."
        gone = counted(self.minutes, "minute")
        return f"This laptop slept, or its clock was put on: {gone} went by after {self.since:%H:%M}."


def jump(before: datetime.datetime, here: datetime.datetime) -> Jump | None:
    """Return how far the clock went on between two looks, when that is more than the wait between them; else None.

    Summer time is no jump: the times carry their zone.
    """
    apart = here.timestamp() - before.timestamp()
    if -SLEPT_S < apart < TICK_S + SLEPT_S:
        return None
    return Jump(round(apart / 60), before)
