"""Clock times of an agenda, and what is wrong with it. Times of day are "HH:MM" outside, minutes of its night inside."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from coprod_desktop.domain.hours import ANY_DAY, Hours, is_clock
from coprod_desktop.domain.record import AgendaItem
from coprod_desktop.domain.value import Value, value

LONGEST_WITHOUT_BREAK = 60
"""Minutes. Practice: a break of at least 10 minutes in every hour."""
SHORTEST_BREAK = 10


@value
class Slot(Value):
    """One agenda item with its planned times."""

    item: AgendaItem
    start: str
    end: str


@value
class Now(Value):
    """Where the session stands: the item being done, the next one, and minutes left (negative when over)."""

    item: AgendaItem | None
    left: int
    until: str | None
    next: AgendaItem | None
    over_by: int
    """Minutes by which the rest of the plan runs past the fixed finish; 0 when it fits."""
    spare: int | None = None
    """Minutes between the end of the rest and the fixed finish: less than 0 when it runs past. None: no finish, or not on."""


def is_break(item: AgendaItem) -> bool:
    """Tell whether an item is a break, by its kind or its title."""
    words = (item.kind or item.title).lower().split()
    return "break" in words or words[:1] == ["tea"] or "lunch" in words


def is_over(item: AgendaItem) -> bool:
    """Tell whether nothing more is done of an item today: it is finished, skipped, or kept for next time."""
    return bool(item.finished or item.state)


def on_now(items: Sequence[AgendaItem]) -> AgendaItem | None:
    """Return the item that is being done."""
    return next((item for item in items if is_clock(item.started) and not is_over(item)), None)


def to_come(items: Sequence[AgendaItem]) -> tuple[AgendaItem, ...]:
    """Return the items that are still to be done today, in order, without the one on now."""
    return tuple(item for item in items if not item.started and not is_over(item))


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
    doing, rest = on_now(items), to_come(items)
    after = rest[0] if rest else None
    if doing is None or doing.started is None:
        return Now(None, 0, None, after, 0)
    hours = hours or Hours(ANY_DAY, next(i.started for i in items if is_clock(i.started)))
    began = hours.minutes(doing.started)
    until, at = began + doing.minutes, hours.minutes(clock, not_before=began)
    spare = None
    if finish:
        ends = max(until, at) + sum(i.minutes for i in rest)
        spare = hours.minutes(finish, not_before=began) - ends
    return Now(doing, until - at, hours.clock(until), after, max(0, -(spare or 0)), spare)
