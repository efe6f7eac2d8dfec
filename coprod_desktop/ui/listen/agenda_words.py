"""What the agenda card says at a moment, as plain words, and what can be done with each part of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coprod_desktop.domain import clock as rules
from coprod_desktop.domain.agenda import Now, is_break, now, plan, to_come
from coprod_desktop.domain.clock import STEP, Signal
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.hours import Hours
from coprod_desktop.domain.record import AgendaItem
from coprod_desktop.domain.value import Value, value
from coprod_desktop.domain.words import PartState


class Act(NamedTuple):
    """Something that can be done with a part: what it is called here, its words, and its key where it has one."""

    name: str
    words: str
    key: str = ""
    more: str = ""
    """What it does, said in full."""


MORE = Act("more", f"+{STEP} min", "Alt+5", f"{STEP} minutes more for what is on now")
LESS = Act("less", f"−{STEP} min", "", f"{STEP} minutes less")
BACK = Act("back", "Back", "Alt+B", "Back to the part before")
SKIP = Act("skip", "Skip", "Delete", "Leave it out today")
LATER = Act("next_time", "Next time", "", "Keep it for next time")
SWAP = Act("swap", "Swap", "Alt+Down", "Swap it with the one after it")
FIRST = Act("first", "Do it next", "Alt+Up", "Make it the next part")
TABLES = Act("tables", "Tables…", "", "How many tables work on it at once")
PUT_BACK = Act("put_back", "Put back", "", "It is to come after all")


@value
class Coming(Value):
    """One part still to come: "11:10", "Break · 15 min", whether its length is kept, and what can be done with it."""

    at: str
    words: str
    kept: bool
    id: str = ""
    acts: tuple[Act, ...] = ()


class Off(NamedTuple):
    """A part that is left out today, or kept for next time."""

    id: str
    words: str


class Give(NamedTuple):
    """A part that could give what is short: by how many minutes it is shortened, its title, and how long it is then."""

    id: str
    by: int
    title: str
    to: int

    @property
    def words(self) -> str:
        """What the button says after the minutes."""
        return f"{self.title}, then {self.to} min"


class First(NamedTuple):
    """The read-back that has to come sooner: what to say, its id where one press brings it forward."""

    words: str
    id: str


@value
class AgendaView(Value):
    """Everything the card shows. Empty words are not shown."""

    done: Sequence[str]
    title: str
    left: str
    until: str
    coming: Sequence[Coming]
    next: str
    """What the button says; empty when nothing is left to go on to."""
    finish: str = ""
    """The fixed finish, and whether it will be kept."""
    part: str = ""
    """The id of the part on now."""
    acts: tuple[Act, ...] = ()
    tables: str = ""
    short: str = ""
    gives: tuple[Give, ...] = ()
    first: First | None = None
    off: tuple[Off, ...] = ()
    signal: Signal | None = None


def view(
    items: Sequence[AgendaItem],
    hours: Hours,
    finish: str | None,
    clock: str,
    ends: Mapping[str, str] | None = None,
    signal: Signal | None = None,
) -> AgendaView:
    """Return what to show at `clock` ("HH:MM"). `hours` are the session's; `ends`: when support ends -> what it is."""
    stand, rest = now(items, clock, finish, hours), to_come(items)
    done = [i.title for i in items if i.finished and not i.state]
    from_when = _rest_starts(stand, items, hours, clock)
    return AgendaView(
        done,
        stand.item.title if stand.item else "",
        _left(stand, items, rest),
        _until(stand),
        [_coming(slot.start, slot.item, rest) for slot in plan(rest, from_when, hours)],
        _next_words(stand, rest),
        finish=_finish_words(stand, rest, from_when, finish, hours),
        part=stand.item.id if stand.item else "",
        acts=_acts_now(stand, done=bool(done)),
        tables=_tables(stand.item),
        short=f"{_minutes(stand.over_by)} short" if stand.over_by else "",
        gives=tuple(Give(give.item.id, give.by, give.item.title, give.to) for give in rules.could_give(items, stand)),
        first=_first(items, clock, hours, ends or {}),
        off=tuple(Off(i.id, _off_words(i)) for i in items if i.state),
        signal=signal,
    )


def spoken(view: AgendaView, here: int) -> str:
    """Say where things stand, for who asks by a key: what is on, how long, what is next, the finish, how many are here."""
    coming = view.coming[0] if view.coming else None
    parts = (
        f"Now: {view.title}, {view.left}" if view.title else view.left,
        f"Next: {coming.words}, at {coming.at}" if coming else "",
        view.finish,
        f"{view.signal.words}" if view.signal else "",
        f"{counted(here, 'person', 'people')} here" if here else "",
    )
    return ". ".join(part for part in parts if part)


def _rest_starts(stand: Now, items: Sequence[AgendaItem], hours: Hours, clock: str) -> str:
    if stand.until is not None:
        return hours.later(stand.until, clock)
    return hours.start if hours.start and not any(i.started for i in items) else clock


def _left(stand: Now, items: Sequence[AgendaItem], rest: Sequence[AgendaItem]) -> str:
    if stand.item is not None:
        return f"{stand.left} min left" if stand.left >= 0 else f"{-stand.left} min over"
    if any(i.finished for i in items):
        return "Between parts" if rest else "All done"
    return "Not started" if items else ""


def _until(stand: Now) -> str:
    if stand.item is None:
        return ""
    return f"until {stand.until}" if stand.left >= 0 else f"was until {stand.until}"


def _finish_words(stand: Now, rest: Sequence[AgendaItem], at: str, finish: str | None, hours: Hours) -> str:
    """Say the fixed finish, always, and whether it will be kept as things stand."""
    if finish is None or not (rest or stand.item):
        return ""
    spare = stand.spare
    if spare is None:
        spare = hours.minutes(finish) - hours.minutes(at) - sum(i.minutes for i in rest)
    how = f"{-spare} min short" if spare < 0 else f"on time, {spare} min in hand" if spare else "on time"
    return f"Finish by {finish}: {how}"


def _next_words(stand: Now, rest: Sequence[AgendaItem]) -> str:
    if not rest:
        return "That was the last" if stand.item is not None else ""
    first = "break" if is_break(rest[0]) else rest[0].title
    return f"Next: {first}" if stand.item is not None else f"Start: {first}"


# ---- parts, and what can be done with each


def _coming(at: str, item: AgendaItem, rest: Sequence[AgendaItem]) -> Coming:
    words = " · ".join(part for part in (item.title, f"{item.minutes} min", _tables(item)) if part)
    acts = [FIRST] if item is not rest[0] else []
    acts += [SWAP] if item is not rest[-1] else []
    acts += [MORE._replace(key="+", more=f"{STEP} minutes more")]
    acts += [LESS._replace(key="-")] if _gives_way(item) else []
    acts += [SKIP, LATER] if not rules.is_read_back(item) else [LATER]
    return Coming(at, words, is_break(item) or rules.is_read_back(item), item.id, (*acts, TABLES))


def _acts_now(stand: Now, *, done: bool) -> tuple[Act, ...]:
    if stand.item is None:
        return (BACK,) if done else ()
    less = (LESS,) if _gives_way(stand.item) else ()
    return (MORE, *less, *((BACK,) if done else ()), SKIP, LATER, TABLES)


def _gives_way(item: AgendaItem) -> bool:
    """Tell whether a part can be made shorter by hand: a break and the read-back only back to what was planned."""
    if is_break(item) or rules.is_read_back(item):
        return item.minutes > (item.planned or item.minutes)
    return item.minutes > 1


def _tables(item: AgendaItem | None) -> str:
    many = len(rules.tables(item))
    return f"{many} tables at once" if many else ""


def _off_words(item: AgendaItem) -> str:
    return f"{item.title} · {'next time' if item.state is PartState.NEXT_TIME else 'left out today'}"


def _first(items: Sequence[AgendaItem], clock: str, hours: Hours, ends: Mapping[str, str]) -> First | None:
    """Say that somebody's support ends before the read-back; one press makes it the next part, if it is not that yet."""
    early = rules.reads_back_too_late(items, clock, hours, ends)
    if early is None:
        return None
    what = ends.get(early.until, "Support")
    words = f"{what} until {early.until}: read back before {early.before}. It is planned for {early.starts}."
    return First(words, early.item.id if rules.can_come_sooner(items, early.item) else "")


def _minutes(n: int) -> str:
    return counted(n, "minute")
