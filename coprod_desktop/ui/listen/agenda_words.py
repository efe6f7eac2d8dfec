"""What the agenda card says at a moment, as plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.domain.agenda import Now, is_break, now, plan
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.hours import Hours
from coprod_desktop.domain.record import AgendaItem


@dataclass(frozen=True)
class Coming:
    """One item still to come: "11:10", "Break · 15 min", and whether its length is kept."""

    at: str
    words: str
    kept: bool


@dataclass(frozen=True)
class AgendaView:
    """Everything the card shows. Empty words are not shown."""

    done: Sequence[str]
    title: str
    left: str
    until: str
    coming: Sequence[Coming]
    next: str
    """What the button says; empty when nothing is left to go on to."""


def view(items: Sequence[AgendaItem], hours: Hours, finish: str | None, clock: str) -> AgendaView:
    """Return what to show at `clock` ("HH:MM"). `hours` are the session's."""
    stand = now(items, clock, finish, hours)
    rest = [i for i in items if not i.started]
    done = [i.title for i in items if i.finished]
    from_when = _rest_starts(stand, items, hours, clock)
    coming = [
        Coming(slot.start, f"{slot.item.title} · {slot.item.minutes} min", is_break(slot.item))
        for slot in plan(rest, from_when, hours)
    ]
    if stand.item is None:
        left = "Not started" if rest and not done else "All done" if items else ""
        until = _finish_words(rest, from_when, finish, hours) if rest else ""
        return AgendaView(done, "", left, until, coming, _next_words(stand, rest))
    left = f"{stand.left} min left" if stand.left >= 0 else f"{-stand.left} min over"
    until = f"until {stand.until}" if stand.left >= 0 else f"was until {stand.until}"
    ends = f"finish by {finish}" if finish else ""
    how = f"over by {_minutes(stand.over_by)}" if stand.over_by else "on time"
    words = " · ".join(part for part in (until, f"{ends}: {how}" if ends else "") if part)
    if stand.over_by and rest:
        words += f": {_minutes(stand.over_by)} must come from what is left, never from a break"
    return AgendaView(done, stand.item.title, left, words, coming, _next_words(stand, rest))


def _rest_starts(stand: Now, items: Sequence[AgendaItem], hours: Hours, clock: str) -> str:
    if stand.until is not None:
        return hours.later(stand.until, clock)
    return hours.start if hours.start and not any(i.started for i in items) else clock


def _finish_words(rest: Sequence[AgendaItem], at: str, finish: str | None, hours: Hours) -> str:
    if finish is None:
        return ""
    over = hours.minutes(at) + sum(i.minutes for i in rest) - hours.minutes(finish)
    return f"finish by {finish}: {f'over by {_minutes(over)}' if over > 0 else 'on time'}"


def _next_words(stand: Now, rest: Sequence[AgendaItem]) -> str:
    if not rest:
        return "That was the last" if stand.item is not None else ""
    first = "break" if is_break(rest[0]) else rest[0].title
    return f"Next: {first}" if stand.item is not None else f"Start: {first}"


def _minutes(n: int) -> str:
    return counted(n, "minute")
