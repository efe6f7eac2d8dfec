"""Clock times of an agenda, and what is wrong with it. Times of day are "HH:MM" outside, minutes of its night inside."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.domain.hours import ANY_DAY, Hours, is_clock
from coprod_desktop.domain.record import AgendaItem

LONGEST_WITHOUT_BREAK = 60
"""Minutes. Practice: a break of at least 10 minutes in every hour."""
SHORTEST_BREAK = 10


@dataclass(frozen=True)
class Slot:
    """One agenda item with its planned times."""

    item: AgendaItem
    start: str
    end: str


@dataclass(frozen=True)
class Now:
    """Where the session stands: the item being done, the next one, and minutes left (negative when over)."""

    item: AgendaItem | None
    left: int
    until: str | None
    next: AgendaItem | None
    over_by: int
    """Minutes by which the rest of the plan runs past the fixed finish; 0 when it fits."""


def is_break(item: AgendaItem) -> bool:
    """Tell whether an item is a break, by its kind or its title."""
    words = (item.kind or item.title).lower().split()
    return "break" in words or words[:1] == ["tea"] or "lunch" in words


def plan(items: Sequence[AgendaItem], start: str, hours: Hours | None = None) -> tuple[Slot, ...]:
    """Return each item with its times, one after another from `start`. `hours` are the session's, if it is known."""
    hours = hours or Hours(ANY_DAY, start)
    at, slots = hours.minutes(start), []
    for item in items:
        slots.append(Slot(item, hours.clock(at), hours.clock(at + item.minutes)))
        at += item.minutes
    return tuple(slots)


def worries(
    items: Sequence[AgendaItem], start: str | None, finish: str | None, day: datetime.date = ANY_DAY
) -> tuple[str, ...]:
    """Return what to say about an agenda: no break in an hour, a short break, past the finish, clocks that change."""
    said, without = [], 0
    for item in items:
        if is_break(item):
            if item.minutes < SHORTEST_BREAK and sum(i.minutes for i in items) > LONGEST_WITHOUT_BREAK:
                said.append(f'"{item.title}" is {item.minutes} minutes. People need at least {SHORTEST_BREAK}.')
            without = 0
            continue
        was, without = without, without + item.minutes
        if was <= LONGEST_WITHOUT_BREAK < without:
            said.append(f'No break in the hour before the end of "{item.title}".')
    if start and items:
        hours = Hours(day, start)
        ends = hours.minutes(start) + sum(i.minutes for i in items)
        over = ends - hours.minutes(finish) if finish else 0
        if over > 0:
            said.append(f"It runs {over} minutes past the finish at {finish}.")
        if change := hours.change(max(ends, hours.minutes(finish or start))):
            said.append(change)
    return tuple(said)


def now(items: Sequence[AgendaItem], clock: str, finish: str | None, hours: Hours | None = None) -> Now:
    """Return where the session stands at `clock`, from the items' started and finished times."""
    doing = next((i for i in items if is_clock(i.started) and not i.finished), None)
    rest = [i for i in items if not i.started]
    if doing is None or doing.started is None:
        return Now(None, 0, None, rest[0] if rest else None, 0)
    hours = hours or Hours(ANY_DAY, next(i.started for i in items if is_clock(i.started)))
    began = hours.minutes(doing.started)
    until, at = began + doing.minutes, hours.minutes(clock, not_before=began)
    ends = max(until, at) + sum(i.minutes for i in rest)
    over = max(0, ends - hours.minutes(finish, not_before=began)) if finish else 0
    return Now(doing, until - at, hours.clock(until), rest[0] if rest else None, over)
