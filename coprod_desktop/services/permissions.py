"""Asking and writing down answers. Every answer is a new row that names what its writer was shown (design, section 7)."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.permission import (
    NO,
    NOT_ASKED,
    YES,
    Basis,
    Circle,
    Permission,
    Purpose,
    Standing,
    Voices,
)
from coprod_desktop.domain.record import Entry
from coprod_desktop.domain.value import Value, value
from coprod_desktop.domain.words import NameInPublic
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import permits, reading
from coprod_desktop.store.transaction import Transaction


@value
class Answer(Value):
    """What somebody answered. `circle` None: nobody asked after all, which takes back a yes and no no."""

    allowed: bool
    circle: Circle | None = Circle.ANYONE
    on: datetime.date | None = None
    asked_by: str | None = None
    helped: str | None = None
    basis: Basis = Basis.ASKED
    over: tuple[str, ...] = ()
    """Refusals beside the row's own that were shown when it was given: the person's, for a line's yes."""


ANYONE = Answer(allowed=True)
CAME = Answer(allowed=True, circle=Circle.CAME)
REFUSED = Answer(allowed=False, circle=Circle.CAME)
UNASKED = Answer(allowed=False, circle=None)


def as_answer(quote_ok: bool | None, circle: Circle = Circle.ANYONE) -> Answer:
    """Return what a yes, a no or nothing said means as an answer."""
    if quote_ok is None:
        return UNASKED
    return Answer(allowed=True, circle=circle) if quote_ok else REFUSED


def write(
    tx: Transaction, noun: str, subject: str, purpose: Purpose, answer: Answer, *, session: str | None = None
) -> None:
    """Write one answer of a line or person down, over everything that was answered about it before.

    Whoever allows it to those who came, and no further, refuses it to anyone.
    """
    before = [r for r in permits.of(tx.connection, subject) if r.purpose == purpose]

    def row(value: str, circle: Circle, over: Sequence[str]) -> Permission:
        return Permission(
            new_id(),
            noun,
            subject,
            purpose,
            circle,
            value,
            answer.basis,
            tuple(over),
            answer.on or datetime.date.fromisoformat(tx.today),
            answer.asked_by,
            answer.helped,
            session,
        )

    refusals = [r.id for r in before if r.value not in {YES, NOT_ASKED}]
    if answer.circle is None:
        yeses = [r.id for r in before if r.value == YES]
        if refusals and not yeses:
            raise UserError(
                "A no that was given stays a no. Nothing was changed.",
                "To change it, ask again, and write down the yes.",
            )
        rows = [row(NOT_ASKED, Circle.ANYONE, yeses)] if yeses else []
    elif not answer.allowed:
        rows = [row(NO, answer.circle, ())]
    elif answer.circle is Circle.CAME:
        rows = [row(NO, Circle.ANYONE, ()), row(YES, Circle.CAME, [*refusals, *answer.over])]
    else:
        rows = [row(YES, Circle.ANYONE, [*refusals, *answer.over])]
    permits.add(tx, rows)


def write_name(
    tx: Transaction,
    person: str,
    name: NameInPublic,
    *,
    circle: Circle | None = None,
    session: str | None = None,
    on: datetime.date | None = None,
    asked_by: str | None = None,
) -> None:
    """Write down how a name may appear, over every earlier answer. "Not at all" closes both circles."""
    before = [r.id for r in permits.of(tx.connection, person) if r.purpose == Purpose.NAME]
    circle = circle or (Circle.CAME if name is NameInPublic.NONE else Circle.ANYONE)
    day = on or datetime.date.fromisoformat(tx.today)
    made = Permission(
        new_id(), "person", person, Purpose.NAME, circle, name, Basis.ASKED, tuple(before), day, asked_by,
        session=session,
    )  # fmt: skip
    permits.add(tx, [made])


def write_helped(tx: Transaction, person: str, who: str | None) -> None:
    """Write the answers a person gave today again, with who helped them decide. No answer is another than it was."""
    given = list(permits.of_many(tx.connection, [person]))
    answered_since = {one for row in given for one in row.over}
    stand = [r for r in given if r.on and r.on.isoformat() == tx.today and r.value != NOT_ASKED]
    newest = {(r.purpose, r.circle): r for r in stand if r.id not in answered_since}
    rows = [row._replace(id=new_id(), helped=who) for row in newest.values() if row.helped != who]
    permits.add(tx, rows)


def general_refusals(tx: Transaction, voices: Voices) -> tuple[str, ...]:
    """Return the refusals to be quoted of the people of a line, as a yes for its words has to name them."""
    rows = [r for person in voices.people for r in permits.of(tx.connection, person)]
    return tuple(r.id for r in rows if r.purpose == Purpose.QUOTE and r.value not in {YES, NOT_ASKED})


def voices_changed(tx: Transaction, before: Voices, session: str | None) -> None:
    """Who said a line, or for whom, was put right: their no goes on closing it, and their yes is not the other's.

    The no is written for the line itself; a yes of the line is taken back when it was somebody else's.
    """
    entry = reading.one(tx.connection, Entry, before.line)
    left = [p for p in before.people if p not in entry.voices.people]
    for person in left:
        for row in permits.of(tx.connection, person):
            if row.purpose in {Purpose.QUOTE, Purpose.OTHER_WORDS} and row.value not in {YES, NOT_ASKED}:
                kept = row._replace(id=new_id(), noun="entry", subject=before.line, over=(), session=session)
                permits.add(tx, [kept])
    if left and entry.voices.people:
        yeses = [r for r in permits.of(tx.connection, before.line) if r.purpose == Purpose.QUOTE and r.value == YES]
        if yeses:
            taken = yeses[-1]._replace(id=new_id(), value=NOT_ASKED, over=tuple(r.id for r in yeses))
            permits.add(tx, [taken])


def fill_lines(tx: Transaction, session: str, person: str, answer: Answer) -> None:
    """Fill a person's general answer about quoting into their lines of a session that nobody asked about yet."""
    for entry in reading.rows(tx.connection, Entry, session):
        asked = [r for r in permits.of(tx.connection, entry.id) if r.purpose == Purpose.QUOTE]
        if entry.speaker == person and entry.said_for is None and not asked:
            write(tx, "entry", entry.id, Purpose.QUOTE, answer, session=session)


def refused_lines(desk: Desk, session: str, person: str) -> tuple[Entry, ...]:
    """Return a person's lines with a refusal of their own: after a general yes they are asked about one by one."""
    with desk.store.read() as connection:
        record = reading.session_record(connection, session)
    answers = record.permissions
    if answers is None:
        return ()
    return tuple(
        e
        for e in record.entries
        if person in {e.speaker, e.said_for}
        and answers.of_line(Voices(e.id, None, None), Purpose.QUOTE, Circle.ANYONE) is Standing.NO
    )


def ask_lines(desk: Desk, session: str, answers: dict[str, Answer], purpose: Purpose = Purpose.QUOTE) -> Changes:
    """Write down what was answered about several lines, as one step."""
    with desk.store.write("Noted what someone said about their words") as tx:
        for entry, answer in answers.items():
            write(tx, "entry", entry, purpose, answer, session=session)
    return tx.changes


def stands(desk: Desk, person: str, purpose: Purpose, circle: Circle = Circle.ANYONE) -> Standing:
    """Return how a question stands for a person."""
    with desk.store.read() as connection:
        return permits.of_everyone(connection).of_person(person, purpose, circle)
