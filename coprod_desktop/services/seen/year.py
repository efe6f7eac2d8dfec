"""What a report over many sessions reads: numbers of all of them, and words of no more than it tells one by one."""

from __future__ import annotations

import datetime
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coprod_desktop.domain import came, money
from coprod_desktop.domain import promises as rules
from coprod_desktop.domain.check.job_titles import who_on_paper
from coprod_desktop.domain.group_record import WorkGroup
from coprod_desktop.domain.measures import SMALL
from coprod_desktop.domain.people_record import Claim, ClaimState
from coprod_desktop.domain.promises import KEPT, Standing
from coprod_desktop.domain.record import Person, Point, Session
from coprod_desktop.domain.report_kinds import ReportKind
from coprod_desktop.domain.report_span import Span
from coprod_desktop.domain.words import Attending, Group, Nation, Rung
from coprod_desktop.domain.year_numbers import numbers
from coprod_desktop.domain.year_record import (
    Money,
    OwnPromise,
    PromiseAt,
    RungTold,
    SessionHeld,
    YearCounts,
    YearFacts,
)
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.seen import in_bank, year_group
from coprod_desktop.store import formats as stored
from coprod_desktop.store import year as rows
from coprod_desktop.store.year import Chosen

MOST_LISTED = 400
"""Sessions listed one by one; of more the newest are."""
MOST_TOLD = 40
"""Sessions whose words are read."""


@dataclass(frozen=True, kw_only=True)
class YearSeen:
    """What was read: the facts, which sessions to read the words of, and how things of the sessions were settled."""

    facts: YearFacts
    told: tuple[str, ...]
    chosen: Chosen


def chosen_by(span: Span, group: WorkGroup | None, only: Sequence[str] | None = None) -> Chosen:
    """Return which sessions a report is about."""
    return Chosen(
        since=span.since,
        until=span.until,
        group=group.id if group else None,
        project=group.name if group else None,
        only=None if only is None else tuple(only),
    )


def read(
    desk: Desk, kind: ReportKind, span: Span, group: WorkGroup | None, only: Sequence[str] | None = None
) -> YearSeen:
    """Return what a report of this kind tells of these days, of a group or of all: what is still to come is in none."""
    today = desk.today()
    coming = span.until is None or span.until > today
    chosen = chosen_by(Span(span.since, today) if kind.headings and coming else span, group, only)
    with desk.store.read() as connection:
        found = rows.sessions(connection, chosen)
        listed = rows.on_lists(connection, chosen)
        promised = rows.promises(connection, chosen)
        stands = rows.stands(connection, promised, today)
        said, problems = rows.lines_said(connection, chosen)
        first = min((row["date"] for row in found), default=None)
        before = rows.came_before(connection, datetime.date.fromisoformat(first)) if first else frozenset()
        own = rows.own_promises(connection, chosen)
        claims = rows.claims(connection, chosen)
        beside = rows.claims_by_group(connection, chosen) if chosen.group and only is None else {}
        ours = stored.organisation(connection)
    about = year_group.read(desk, kind, chosen, group, today)
    sessions = _sessions(found, listed)
    held = [one for one in sessions if one.was_held]
    ids = {one.id for one in held}
    places = [PromiseAt(id=row.id, session=row.session, standing=stands[row.id], due=None) for row in promised]
    by_groups = tuple(one for found_ in own if (one := _own(*found_, today)) is not None)
    counts = _counts(sessions, [one for one in listed if one.session in ids], places, claims, before)
    most = MOST_LISTED if kind.headings else len(sessions) or 1  # a log lists all
    counts = replace(counts, stands=Counter(counts.stands) + Counter(one.standing for one in by_groups))
    few = any(0 < _money(some).people < SMALL for some in beside.values())
    counts = replace(counts, said=said, access_problems=problems, money=replace(counts.money, tells_others=few))
    facts = YearFacts(
        span=span,
        as_of=today,
        counts=counts,
        numbers=numbers(counts),
        sessions=tuple(sessions[-most:]),
        sessions_more=max(0, len(sessions) - most),
        organisation=_one(row["organisation"] for row in found) if not (ours and ours.name) else ours.name,
        nation=_nation(found),
        group=about.group,
        own=by_groups,
        log=about.log,
        log_more=about.log_more,
        papers=about.papers,
        measures=about.measures,
        rungs=tuple(sorted((*_rungs(held), *about.rungs), key=lambda one: one.on)),
        reported=about.reported,
        back=about.back,
        in_bank=in_bank.read(desk) if kind.of_all else None,
    )
    return YearSeen(facts=facts, told=to_tell(held, places), chosen=chosen)


def to_tell(held: Sequence[SessionHeld], promised: Sequence[PromiseAt], most: int = MOST_TOLD) -> tuple[str, ...]:
    """Return the sessions whose words are read, oldest first: those with something late or refused, then the newest."""
    if len(held) <= most:
        return tuple(one.id for one in held)
    weight: dict[str, int] = defaultdict(int)
    for one in promised:
        bad = one.standing in {None, Standing.OVERDUE, Standing.CHANGED_TO_NO}
        weight[one.session] += 100 if bad else 1 if one.standing in KEPT else 0
    place = {one.id: n for n, one in enumerate(held)}
    first = sorted(place, key=lambda id_: (min(weight[id_], 100) < 100, -place[id_]))[:most]
    return tuple(sorted(first, key=lambda id_: place[id_]))


# ---- sessions


def _sessions(found: Sequence[Mapping[str, Any]], listed: Sequence[rows.OnList]) -> list[SessionHeld]:
    by_session: dict[str, list[Person]] = defaultdict(list)
    for one in listed:
        attendance = Attending(one.attendance) if one.attendance else None
        by_session[one.session].append(Person(id=one.person, name="", role=one.role, attendance=attendance))
    return [_session(row, by_session.get(row["id"], ())) for row in found]


def _session(row: Mapping[str, Any], people: Sequence[Person]) -> SessionHeld:
    door = Session(
        id=row["id"], title="", type="", date=_day(row["date"]), attended=row["attended"], headcount=row["headcount"]
    )
    count = came.count_who_came(door, people)
    return SessionHeld(
        id=row["id"],
        date=_day(row["date"]),
        end_date=_day(row["end_date"]) if row["end_date"] else None,
        title=row["title"],
        type=row["type"],
        place=row["place"],
        locality=row["locality"],
        project=row["project"],
        for_whom=row["for_whom"],
        series=row["series"],
        series_n=row["series_n"],
        state=row["state"],
        state_why=row["state_why"],
        moved_from=_day(row["moved_from"]) if row["moved_from"] else None,
        learnt=row["learnt"],
        came=count.groups,
        came_in_all=count.total,
        ladder_aim=Rung(row["ladder_aim"]) if row["ladder_aim"] in set(Rung) else None,
        ladder_actual=Rung(row["ladder_actual"]) if row["ladder_actual"] in set(Rung) else None,
    )


def _day(words: str) -> datetime.date:
    return datetime.date.fromisoformat(words)


def _one(names: Iterable[str | None]) -> str | None:
    found = {name for name in names if name}
    return found.pop() if len(found) == 1 else None


def _nation(found: Sequence[Mapping[str, Any]]) -> Nation | None:
    said = Counter(row["nation"] for row in found if row["nation"] in set(Nation))
    return Nation(said.most_common(1)[0][0]) if said else None


def _rungs(held: Sequence[SessionHeld]) -> Iterable[RungTold]:
    for one in held:
        if one.ladder_aim or one.ladder_actual:
            yield RungTold(
                on=one.date,
                aimed=one.ladder_aim.value if one.ladder_aim else None,
                reached=one.ladder_actual.value if one.ladder_actual else None,
                by="the session",
            )


def _own(day: datetime.date, group: str, promise: Point, today: datetime.date) -> OwnPromise | None:
    stands = rules.standing(promise, today)
    if stands is None:
        return None
    last = rules.latest(promise, today)
    why = promise.reason or (last.text if last is not None and stands is Standing.CHANGED_TO_NO else None)
    return OwnPromise(
        id=promise.id, on=day, group=group, what=rules.words_of(promise), owner=who_on_paper(promise, promise.owner),
        due=promise.due, standing=stands, stands=rules.in_words(promise, today), why=why,
    )  # fmt: skip


# ---- numbers


def _counts(
    sessions: Sequence[SessionHeld],
    listed: Sequence[rows.OnList],
    promised: Sequence[PromiseAt],
    claims: Sequence[Mapping[str, Any]],
    before: frozenset[str],
) -> YearCounts:
    held = [one for one in sessions if one.was_held]
    groups: Counter[Group] = Counter()
    for one in held:
        groups.update(dict(one.came))
    here = {one.person for one in listed if one.attendance == Attending.HERE}
    stands = Counter(one.standing for one in promised)
    noes = stands.pop(None, 0)
    return YearCounts(
        sessions=len(held),
        cancelled=sum(not one.was_held for one in sessions),
        times_came=sum(one.came_in_all for one in held),
        not_counted=sum(not one.came_in_all for one in held),
        groups=dict(groups),
        people=len(here) or None,
        first_time=len(here - before),
        stands={stand: n for stand, n in stands.items() if stand is not None},
        noes=noes,
        money=_money(claims),
    )


def _money(claims: Sequence[Mapping[str, Any]]) -> Money:
    paid, people = 0, set()
    for row in claims:
        claim = Claim(
            id="", kind="", pence=row["pence"], state=ClaimState(row["state"]), agreed_pence=row["agreed_pence"],
            paid_on=_day(row["paid_on"]) if row["paid_on"] else None, paid_pence=row["paid_pence"], on=datetime.date.min,
        )  # fmt: skip
        if pence := money.paid(claim):
            paid += pence
            people.add(row["person_id"])
    return Money(paid=paid, people=len(people))
