"""Asking again: the refusals that stand in the way of a line are shown first, and a yes names each of them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.permission import Circle, Permission, Purpose
from coprod_desktop.domain.record import Entry, SessionRecord
from coprod_desktop.errors import UserError
from coprod_desktop.services import permissions
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import permits, reading


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One refusal, as it is shown to who asks again. `who` is the person's name, "" for an answer about this line."""

    id: str
    who: str
    purpose: Purpose
    circle: str
    on: datetime.date | None
    is_line: bool
    """Whether it was answered about this line alone."""


@dataclass(frozen=True, kw_only=True)
class ToAsk:
    """A line somebody refused to have quoted, and every refusal that a yes has to name."""

    entry: Entry
    whose: str
    """Whose words they are, "" when nobody knows."""
    refusals: tuple[Shown, ...]


@dataclass(frozen=True, kw_only=True)
class Reply:
    """What somebody answered about these very words. `circle` None: no."""

    circle: Circle | None
    on: datetime.date
    asked_by: str | None = None
    over: tuple[str, ...] = ()


def to_ask(desk: Desk, session: str, entries: Sequence[str], circle: Circle = Circle.ANYONE) -> tuple[ToAsk, ...]:
    """Return those of the lines that a refusal keeps from being quoted to a circle; the others need no asking again.

    A line's own no of today is a key pressed a moment ago, and can be pressed again.
    """
    with desk.store.read() as connection:
        record = reading.session_record(connection, session)
        asked = [e for e in record.entries if e.id in set(entries)]
        subjects = [*(e.id for e in asked), *(p for e in asked for p in e.voices.people)]
        rows = {row.id: row for row in permits.of_many(connection, list(dict.fromkeys(subjects)))}
    found = [_of(record, entry, rows, circle) for entry in asked]
    return tuple(one for one in found if not all(r.on == desk.today() and r.is_line for r in one.refusals))


def refused_lines(desk: Desk, session: str, person: str) -> tuple[ToAsk, ...]:
    """Return a person's lines with a refusal of their own: after a general yes they are asked about one by one."""
    return to_ask(desk, session, [e.id for e in permissions.refused_lines(desk, session, person)])


def write_down(desk: Desk, session: str, replies: Mapping[str, Reply]) -> Changes:
    """Write down what was answered about each line (by its id), as one step. A yes closes only what it was shown."""
    for reply in replies.values():
        if reply.on > desk.today():
            raise UserError("This day is still to come.", "Write the day on which they were asked.")
    return permissions.ask_lines(desk, session, {entry: _answer(reply) for entry, reply in replies.items()})


def _answer(reply: Reply) -> permissions.Answer:
    return permissions.Answer(
        allowed=reply.circle is not None,
        circle=reply.circle or Circle.CAME,
        on=reply.on,
        asked_by=reply.asked_by,
        over=reply.over,
    )


def _of(record: SessionRecord, entry: Entry, rows: Mapping[str, Permission], circle: Circle) -> ToAsk:
    names = {p.id: p.name for p in (*record.people, *record.others)}
    answers = record.permissions
    refusals = answers.refusals(entry.voices, Purpose.QUOTE, circle) if answers else ()
    whose = names.get(entry.said_for or "") or names.get(entry.speaker or "", "")
    return ToAsk(entry=entry, whose=whose, refusals=tuple(_shown(rows[i], names) for i in refusals if i in rows))


def _shown(row: Permission, names: Mapping[str, str]) -> Shown:
    who = names.get(row.subject, "") if row.noun == "person" else ""
    return Shown(
        id=row.id, who=who, purpose=Purpose(row.purpose), circle=row.circle, on=row.on, is_line=row.noun == "entry"
    )
