"""Who is still to be asked, later and by which way: a line of the checklist each, so that it is ticked off as others are.

Nothing is answered for anybody: what was not asked stays open. The same line, ticked, says that somebody was asked what
they need and needs nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.checklist import asking_line
from coprod_desktop.domain.record import ChecklistItem, Person, Session
from coprod_desktop.domain.still_open import still_open
from coprod_desktop.domain.words import Phase
from coprod_desktop.services import still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading
from coprod_desktop.store.transaction import Transaction

BY_PHONE, ON_CHECK_MY_WORDS = "by phone", "on Check my words"
WAYS = (BY_PHONE, ON_CHECK_MY_WORDS)
NOTHING_NEEDED = "asked what they need: nothing"
_LATER = "ask what is still open"


@dataclass(frozen=True)
class Asking:
    """How it stands with one person: the way they are to be asked ("" when nobody put it off), and what was asked."""

    way: str = ""
    nothing_needed: bool = False


@dataclass(frozen=True)
class ToAsk:
    """Somebody who is still to be asked, by which way, and what is open."""

    person: str
    name: str
    way: str
    open: tuple[str, ...]


def later(desk: Desk, session: str, person: str, way: str) -> Changes:
    """The rest is asked later: the answers stay open, and the person is on the list of who is still to be asked."""
    with desk.store.write("Put asking off") as tx:
        _write(tx, desk, session, person, _LATER, way=way, done=False)
    return tx.changes


def nothing_needed(desk: Desk, session: str, person: str) -> Changes:
    """Somebody was asked what they need to take part, and needs nothing."""
    with desk.store.write("Noted that nothing is needed") as tx:
        _write(tx, desk, session, person, NOTHING_NEEDED, way=None, done=True)
    return tx.changes


def no_more(desk: Desk, session: str, person: str) -> Changes:
    """Somebody need not be asked later any more, or what was noted was a slip."""
    with desk.store.write("Took somebody off the list of who is to be asked") as tx:
        still_there.session(tx, session)
        gone(tx, session, person)
    return tx.changes


def gone(tx: Transaction, session: str, person: str) -> None:
    """The line goes: its person does, or a need was written down after all."""
    line = asking_line(session, person)
    if reading.stands(tx.connection, "checklist_item", line):
        tx.remove("checklist_item", line)


def a_need_was_told(tx: Transaction, session: str, person: str) -> None:
    """A need was written down: that nothing is needed is true no more."""
    line = asking_line(session, person)
    if reading.stands(tx.connection, "checklist_item", line):
        found = reading.one(tx.connection, ChecklistItem, line)
        if found.done and found.note is None:
            tx.remove("checklist_item", line)


def of(desk: Desk, session: str, person: str) -> Asking:
    """Return how it stands with one person."""
    with desk.store.read() as connection:
        line = asking_line(session, person)
        if not reading.stands(connection, "checklist_item", line):
            return Asking()
        found = reading.one(connection, ChecklistItem, line)
    return Asking("" if found.done else found.note or BY_PHONE, found.done and found.note is None)


def everyone(people: Sequence[Person], checks: Sequence[ChecklistItem], session: str) -> tuple[ToAsk, ...]:
    """Return who of a session is still to be asked."""
    lines = {line.id: line for line in checks if not line.done}
    asked = ((person, lines.get(asking_line(session, person.id))) for person in people)
    return tuple(ToAsk(p.id, p.name, line.note or BY_PHONE, still_open(p)) for p, line in asked if line is not None)


def _write(tx: Transaction, desk: Desk, session: str, person: str, words: str, *, way: str | None, done: bool) -> None:
    still_there.session(tx, session)
    still_there.row(tx, "person", person)
    (who,) = reading.people(tx.connection, session, person)
    line, text = asking_line(session, person), f"{who.name}: {words}"
    phase = Phase.BEFORE if reading.one(tx.connection, Session, session).date > desk.today() else Phase.AFTER
    if reading.is_there(tx.connection, "checklist_item", line):
        if not reading.stands(tx.connection, "checklist_item", line):
            tx.update("checklist_item", line, {"deleted_at": None}, "restore")
        tx.change("checklist_item", line, text=text, note=way, done=done)
        return
    order = reading.next_order(tx.connection, "checklist_item", session)
    made = ChecklistItem(id=line, phase=phase, text=text, note=way, done=done, for_person=person, order=order)
    tx.add(made, session=session)
