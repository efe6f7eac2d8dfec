"""What was planned beside what it took, afterwards: how long, never because of whom."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.hours import Hours, is_clock
from coprod_desktop.domain.live_hour import Moment, What
from coprod_desktop.domain.record import AgendaItem
from coprod_desktop.domain.words import PartState

_HOUR = 60
LONGEST_PAUSE = 60
"""Minutes. A pause that nobody ended was forgotten: no more of it is counted."""


class Went(NamedTuple):
    """One part of the agenda: minutes as first planned, and what it took (None: it was not done, or nobody noted when)."""

    item: AgendaItem
    planned: int
    took: int | None

    @property
    def more(self) -> int:
        """Minutes that it took longer than planned; less than 0 when it was shorter."""
        return (self.took or 0) - self.planned

    @property
    def words(self) -> str:
        """How it went, beside its title: "planned 25 minutes, took 33"."""
        planned = f"planned {counted(self.planned, 'minute')}"
        if self.item.state is PartState.NEXT_TIME:
            return f"{planned}, kept for next time"
        if self.item.state is PartState.SKIPPED:
            return f"{planned}, not done"
        return f"{planned}, took {self.took}" if self.took is not None else planned


class AsItWent(NamedTuple):
    """A session's time, planned and as it was."""

    parts: tuple[Went, ...]
    began: str
    ended: str
    finish: str | None
    """The finish that was fixed."""
    late: int
    """Minutes past the fixed finish; less than 0 when it ended earlier, 0 also where none was fixed."""
    paused: int
    """Minutes of pauses that the room asked for."""

    @property
    def planned(self) -> int:
        """Minutes as first planned, all parts together."""
        return sum(part.planned for part in self.parts)

    @property
    def took(self) -> int:
        """Minutes that the parts took together."""
        return sum(part.took or 0 for part in self.parts)

    @property
    def words(self) -> str:
        """All of it in two or three sentences."""
        said = [f"Planned {length(self.planned)}, took {length(self.took)}: {self.began} to {self.ended}."]
        if self.finish:
            how = (
                f"{counted(abs(self.late), 'minute')} {'after' if self.late > 0 else 'before'} it"
                if self.late
                else "on time"
            )
            said.append(f"The finish was fixed at {self.finish}, and it ended {how}.")
        if self.paused:
            said.append(
                f"{counted(self.paused, 'minute')} of it {'was' if self.paused == 1 else 'were'} pauses that people asked for."
            )
        return " ".join(said)


def length(minutes: int) -> str:
    """Return minutes as people say them: "45 minutes", "2 hours", "2 hours 10 minutes"."""
    hours, rest = divmod(minutes, _HOUR)
    parts = [counted(hours, "hour")] if hours else []
    return " ".join([*parts, *([counted(rest, "minute")] if rest or not hours else [])])


def as_it_went(
    items: Sequence[AgendaItem], hours: Hours, finish: str | None, moments: Iterable[Moment] = ()
) -> AsItWent | None:
    """Return how long each part took beside what was planned; None while the agenda is not done, or was never followed."""
    done = [i for i in items if is_clock(i.started) and is_clock(i.finished)]
    if not done or any(i.started and not i.finished and not i.state for i in items):
        return None
    if hours.start is None:
        hours = Hours(hours.day, done[0].started)
    parts = tuple(Went(i, i.planned or i.minutes, _took(i, hours)) for i in items)
    began = min((str(i.started) for i in done), key=hours.minutes)
    first = hours.minutes(began)
    ended = max((str(i.finished) for i in done), key=lambda at: hours.minutes(at, not_before=first))
    late = hours.minutes(ended, not_before=first) - hours.minutes(finish, not_before=first) if finish else 0
    return AsItWent(parts, began, ended, finish, late, _paused(moments))


def _took(item: AgendaItem, hours: Hours) -> int | None:
    if not (item.started and item.finished and is_clock(item.started) and is_clock(item.finished)):
        return None
    began = hours.minutes(item.started)
    return max(0, hours.minutes(item.finished, not_before=began) - began)


def _paused(moments: Iterable[Moment]) -> int:
    """Return the minutes between each pause and what ended it."""
    since, seconds = None, 0.0
    for moment in moments:
        at = datetime.datetime.fromisoformat(moment.at)
        if moment.what is What.PAUSE:
            since = since or at
        elif since is not None and moment.what in {What.PAUSE_END, What.STARTED, What.FINISHED}:
            seconds += min((at - since).total_seconds(), LONGEST_PAUSE * 60)
            since = None
    return max(0, round(seconds / 60))
