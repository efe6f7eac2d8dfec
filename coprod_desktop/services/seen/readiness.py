"""What is not ready for a session yet, each thing in plain words. No names: Home may be seen over a shoulder."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from coprod_desktop.domain import agenda, dates
from coprod_desktop.domain.came import count_who_came
from coprod_desktop.domain.checklist import asking_line, need_line
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.needs import Needs, ReadNeed
from coprod_desktop.domain.record import AgendaItem, ChecklistItem, GroundRule, Need, Person, Session
from coprod_desktop.domain.words import AWAY, Attending, Phase
from coprod_desktop.services import need_lines
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading

DROP_IN = "drop-in"
"""The type of a session that people come to as they like."""
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
            desk.content.needs,
        )


def look(
    session: Session,
    people: Sequence[Person],
    items: Sequence[AgendaItem],
    checklist: Sequence[ChecklistItem],
    rules: Sequence[GroundRule],
    today: datetime.date,
    needs: Needs,
) -> Readiness:
    """Return how a session with these parts stands."""
    finish = session.finish_by or session.end
    of_needs = [one for one in need_lines.of(people, checklist, needs) if one.line is not None]
    told = {one.line.id for one in of_needs if one.line and _told_as_need(one.person, one.need, today)}
    made = {need_line(one.need.id) for one in of_needs} | {asking_line(session.id, p.id) for p in people}
    found = [
        *_needs(_asked_for(people, needs), session.date, today),
        *_checklist([line for line in checklist if line.id not in told], people, today),
        *_missing(items, [line for line in checklist if line.id not in made], rules),
        *_leave_early(_asked_for(people, needs), finish),
        *(NotReady(worry) for worry in agenda.worries(items, session.start, finish, session.date)),
    ]
    if not people and session.type != DROP_IN:  # people come and go: there is no list of them, and nobody signs in
        found.append(NotReady("Nobody is on the list yet"))
    if not (session.lead_name and session.lead_phone):
        found.append(NotReady("No name and number to ring if someone may be at risk"))
    return Readiness(coming(session, people), tuple(sorted(found, key=lambda thing: not thing.late)))


def coming(session: Session, people: Sequence[Person]) -> str:
    """Return how many are here and coming, or how many are on the list when nobody was asked yet, or ""."""
    came = count_who_came(session, people)
    sure = sum(p.attendance is Attending.COMING for p in people)
    if came.seen:
        return f"{_counted(came.total)} here" + (f", {sure} more coming" if sure else "")
    if sure:
        return f"{_counted(sure)} coming"
    return f"{_counted(len(people))} on the list" if people else ""


def _counted(people: int) -> str:
    return counted(people, "person", "people")


def _may_come(person: Person) -> bool:
    return person.attendance not in AWAY


class _Asked(NamedTuple):
    """A need of somebody who may come, and what it means."""

    need: Need
    read: ReadNeed


def _asked_for(people: Sequence[Person], needs: Needs) -> list[_Asked]:
    asked = [_Asked(need, needs.read(need.need, need.ais)) for p in people if _may_come(p) for need in p.needs]
    return [one for one in asked if not one.read.nothing]


def _told_as_need(person: Person, need: Need, today: datetime.date) -> bool:
    """Tell whether a need is told of by itself, or asks for nothing here: then its line is not told of once more."""
    if need.met or not _may_come(person):
        return True
    return not need.who_arranges or bool(need.by and need.by < today)


def _needs(asked: Sequence[_Asked], day: datetime.date, today: datetime.date) -> Iterator[NotReady]:
    waiting = [one for one in asked if not one.need.met]
    for need, _read in waiting:
        if need.who_arranges and need.by and need.by < today:
            yield NotReady(f"{_first_up(need.need)} was due {_ago(need.by, today)}. Is it arranged?", late=True)
    nobody = [one for one in waiting if not one.need.who_arranges]
    interpreters = [one for one in nobody if any("interpreter" in row.need for row in one.read.known)]
    if interpreters:
        many = counted(len(interpreters), "interpreter")
        yield _unarranged(f"{many} not booked yet", interpreters, day, today)
    others = [one for one in nobody if one not in interpreters]
    named = list(dict.fromkeys(one.need.need.casefold() for one in others))
    if len(named) > _NAMED_ONE_BY_ONE:
        words = f"{len(named)} things people need, and nobody is arranging them yet: {_and_more(named)}"
        yield _unarranged(words, others, day, today)
    elif others:
        for name in named:
            alike = [one for one in others if one.need.need.casefold() == name]
            words = f"{_first_up(alike[0].need.need)}: nobody is arranging this yet"
            yield _unarranged(words, alike, day, today)


def _unarranged(words: str, asked: Sequence[_Asked], day: datetime.date, today: datetime.date) -> NotReady:
    by = min((one.need.by for one in asked if one.need.by), default=None)
    if by is not None:
        return NotReady(f"{words}. It was due {_ago(by, today)}", late=True) if by < today else NotReady(words)
    lead = max(one.read.lead for one in asked)
    if not lead or day <= today:
        return NotReady(words)
    by = dates.working_days_before(day, lead)
    takes = f"it takes about {lead} working days"
    if by < today:
        return NotReady(f"{words}, and {takes}: ring today", late=True)
    return NotReady(f"{words}: book by {by.day} {dates.MONTHS[by.month - 1]}, {takes}")


def _leave_early(asked: Sequence[_Asked], finish: str | None) -> Iterator[NotReady]:
    """Yield whose support ends before the session does: no names, Home may be seen over a shoulder."""
    for until in sorted({one.read.until for one in asked if one.read.until and finish and one.read.until < finish}):
        what = next(one.read.leaves or one.need.need for one in asked if one.read.until == until)
        yield NotReady(f"{_first_up(what)} until {until}, and the session ends at {finish}: read back before that")


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
        things = counted(rest, f"{more}thing")
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
