"""What is not ready for a session yet, each thing in plain words. No names: Home may be seen over a shoulder."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from coprod_desktop.domain import agenda, dates
from coprod_desktop.domain.record import AgendaItem, ChecklistItem, GroundRule, Need, Person, Session
from coprod_desktop.domain.words import AWAY, Attending, Phase
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading

_NAMED_ONE_BY_ONE = 2
_NAMED_BY_DAYS = 7


@dataclass(frozen=True)
class NotReady:
    """One thing to see to; `late` when its date has gone by."""

    words: str
    late: bool = False


@dataclass(frozen=True)
class Readiness:
    """How a session stands: who is coming ("11 people coming", or "") and what is not ready, late things first."""

    coming: str
    not_ready: tuple[NotReady, ...]


def of(desk: Desk, session: str) -> Readiness:
    """Return how a session stands today."""
    with desk.store.read() as connection:
        return look(
            reading.one(connection, Session, session),
            reading.people(connection, session),
            reading.rows(connection, AgendaItem, session),
            reading.rows(connection, ChecklistItem, session),
            reading.rows(connection, GroundRule, session),
            desk.today(),
        )


def look(
    session: Session,
    people: Sequence[Person],
    items: Sequence[AgendaItem],
    checklist: Sequence[ChecklistItem],
    rules: Sequence[GroundRule],
    today: datetime.date,
) -> Readiness:
    """Return how a session with these parts stands."""
    finish = session.finish_by or session.end
    found = [
        *_needs([n for p in people if _may_come(p) for n in p.needs], today),
        *_checklist(checklist, people, today),
        *_missing(items, checklist, rules),
        *(NotReady(worry) for worry in agenda.worries(items, session.start, finish, session.date)),
    ]
    if not people:
        found.append(NotReady("Nobody is on the list yet"))
    if not (session.lead_name and session.lead_phone):
        found.append(NotReady("No name and number to ring if someone may be at risk"))
    return Readiness(coming(people), tuple(sorted(found, key=lambda thing: not thing.late)))


def coming(people: Sequence[Person]) -> str:
    """Return how many are here and coming, or how many are on the list when nobody was asked yet, or ""."""
    here = sum(p.attendance is Attending.HERE for p in people)
    sure = sum(p.attendance is Attending.COMING for p in people)
    if here:
        return f"{_counted(here)} here" + (f", {sure} more coming" if sure else "")
    if sure:
        return f"{_counted(sure)} coming"
    return f"{_counted(len(people))} on the list" if people else ""


def _counted(people: int) -> str:
    return "1 person" if people == 1 else f"{people} people"


def _may_come(person: Person) -> bool:
    return person.attendance not in AWAY


def _needs(needs: Iterable[Need], today: datetime.date) -> Iterator[NotReady]:
    waiting = [n for n in needs if not n.met]
    for need in waiting:
        if need.who_arranges and need.by and need.by < today:
            yield NotReady(f"{_first_up(need.need)} was due {_ago(need.by, today)}. Is it arranged?", late=True)
    nobody = [n for n in waiting if not n.who_arranges]
    interpreters = [n for n in nobody if "interpreter" in n.need.casefold()]
    if interpreters:
        many = "1 interpreter" if len(interpreters) == 1 else f"{len(interpreters)} interpreters"
        yield _unarranged(f"{many} not booked yet", interpreters, today)
    others = [n for n in nobody if n not in interpreters]
    named = list(dict.fromkeys(n.need.casefold() for n in others))
    if len(named) > _NAMED_ONE_BY_ONE:
        words = f"{len(named)} things people need, and nobody is arranging them yet: {_and_more(named)}"
        yield _unarranged(words, others, today)
    elif others:
        for name in named:
            alike = [n for n in others if n.need.casefold() == name]
            yield _unarranged(f"{_first_up(alike[0].need)}: nobody is arranging this yet", alike, today)


def _unarranged(words: str, needs: Sequence[Need], today: datetime.date) -> NotReady:
    by = min((n.by for n in needs if n.by), default=None)
    if by is not None and by < today:
        return NotReady(f"{words}. It was due {_ago(by, today)}", late=True)
    return NotReady(words)


def _checklist(lines: Sequence[ChecklistItem], people: Sequence[Person], today: datetime.date) -> Iterator[NotReady]:
    names = {p.id: p.name for p in people}
    waiting = [c for c in lines if c.phase is Phase.BEFORE and not c.done]
    late = [c for c in waiting if c.by and c.by < today]
    for line in late:
        words = line.text.removeprefix(f"{names.get(line.for_person or '', '')}: ").rstrip(".")
        yield NotReady(f"Was due {_ago(line.by or today, today)}: {_first_up(words)}", late=True)
    rest = len(waiting) - len(late)
    if rest:
        more = "more " if late else ""
        things = f"1 {more}thing" if rest == 1 else f"{rest} {more}things"
        yield NotReady(f"{things} to do on the checklist before the day")


def _missing(
    items: Sequence[AgendaItem], checklist: Sequence[ChecklistItem], rules: Sequence[GroundRule]
) -> Iterator[NotReady]:
    parts = {"agenda": items, "ground rules": rules, "access checklist": checklist}
    empty = [name for name, rows in parts.items() if not rows]
    if empty:
        listed = " or ".join(part for part in (", ".join(empty[:-1]), empty[-1]) if part)
        yield NotReady(f"No {listed} yet")


def _and_more(names: Sequence[str]) -> str:
    first = ", ".join(names[:_NAMED_ONE_BY_ONE])
    more = len(names) - _NAMED_ONE_BY_ONE
    return f"{first} and {more} more" if more else first


def _ago(date: datetime.date, today: datetime.date) -> str:
    if (today - date).days <= _NAMED_BY_DAYS:
        return dates.near(date, today)
    return f"on {date.day} {dates.MONTHS[date.month - 1]}"


def _first_up(words: str) -> str:
    return words[:1].upper() + words[1:]
