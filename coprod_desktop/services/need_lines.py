"""What somebody needs has its line on the checklist of every session they are on the list of: one, and never two.

The line has who arranges it and by when: what was said of the need, else counted back from the day by how long it takes.
The need is the home of both; the line shows them, and what is changed on the line is changed there.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from coprod_desktop.domain.checklist import asking_line, book_by, need_line, need_words
from coprod_desktop.domain.record import ChecklistItem, Need, Person, Session
from coprod_desktop.domain.words import Phase
from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import lists, reading, whose
from coprod_desktop.store.transaction import Transaction

if TYPE_CHECKING:
    from coprod_desktop.domain.needs import Needs, ReadNeed

SHARED = ("who_arranges", "by")
"""Fields of a need that stand on its line, there called who and by."""
_ON_LINE = {"who_arranges": "who", "by": "by"}


class NeedLine(NamedTuple):
    """A need of somebody on the list, what it means, and its line; None where there is none yet."""

    person: Person
    need: Need
    read: ReadNeed
    line: ChecklistItem | None


def of(people: Sequence[Person], checks: Sequence[ChecklistItem], needs: Needs) -> Iterator[NeedLine]:
    """Yield every need that asks for something, with its line. A line is that of one need at the most.

    Lines typed elsewhere count where they say the need's words of that person, or mean the same.
    """
    read_once = functools.cache(needs.read)  # on a long list many need the same
    asked = [(p, n, read_once(n.need, n.ais)) for p in people for n in p.needs]
    asked = [one for one in asked if not one[2].nothing]
    own = {need_line(need.id) for _person, need, _read in asked}
    left = {line.id: line for line in checks}
    found: dict[str, ChecklistItem] = {}
    for _person, need, _read in asked:
        if (line := left.pop(need_line(need.id), None)) is not None:
            found[need.id] = line
    theirs = [line for line in left.values() if line.id not in own]
    for fits in (_says, _means):
        for person, need, read in asked:
            line = next((c for c in theirs if c.id in left and fits(person, need, read, c, needs)), None)
            if need.id not in found and line is not None:
                found[need.id] = left.pop(line.id)
    for person, need, read in asked:
        yield NeedLine(person, need, read, found.get(need.id))


def _says(person: Person, need: Need, _read: ReadNeed, line: ChecklistItem, _needs: Needs) -> bool:
    return line.for_person in {person.id, None} and line.text.casefold() == need_words(person, need).casefold()


def _means(person: Person, _need: Need, read: ReadNeed, line: ChecklistItem, needs: Needs) -> bool:
    return line.for_person == person.id and bool(set(needs.read(line.text).known) & set(read.known))


def keep(tx: Transaction, desk: Desk, session: str, who: str | None = None) -> None:
    """Give every need of a session's people its line, or of one of them."""
    about = reading.one(tx.connection, Session, session)
    checks = reading.rows(tx.connection, ChecklistItem, session)
    order = reading.next_order(tx.connection, "checklist_item", session)
    there = reading.ids(tx.connection, "checklist_item", session)
    new: list[ChecklistItem] = []
    for one in of(reading.people(tx.connection, session, who), checks, desk.content.needs):
        if one.line is not None:
            if one.line.id == need_line(one.need.id):
                tx.change("checklist_item", one.line.id, text=need_words(one.person, one.need))
            continue
        by = one.need.by or book_by(about.date, one.read.lead, desk.today())
        made = ChecklistItem(
            id=need_line(one.need.id), phase=Phase.BEFORE, text=need_words(one.person, one.need),
            who=one.need.who_arranges, by=by, for_person=one.person.id, order=order,
        )  # fmt: skip
        if made.id in there:  # it was taken away before
            tx.update("checklist_item", made.id, {"deleted_at": None}, "restore")
            tx.change("checklist_item", made.id, text=made.text, who=made.who, by=made.by)
        else:
            new.append(made)
            order += 1
    tx.add_many([(line, {}) for line in new], session=session)


def changed(tx: Transaction, desk: Desk, need: str, before: NeedLine, fields: Mapping[str, Any]) -> None:
    """A need was changed: its line says so too. What nobody put a date to is counted back anew when the words change."""
    owner = whose.of_need(tx.connection, need)
    line = before.line
    if owner is None or line is None:
        if owner is not None:
            keep(tx, desk, owner.session, owner.person)
        return
    now = reading.one(tx.connection, Need, need)
    new: dict[str, Any] = {_ON_LINE[name]: fields[name] for name in SHARED if name in fields}
    if _is_ours(before):
        new["text"] = need_words(before.person, now)
    if now.by is None and {"need", "ais", "by"} & fields.keys():
        lead = desk.content.needs.read(now.need, now.ais).lead
        new["by"] = book_by(reading.one(tx.connection, Session, owner.session).date, lead, desk.today())
    tx.change("checklist_item", line.id, **new)
    if desk.content.needs.read(now.need, now.ais).nothing and _is_ours(before):
        tx.remove("checklist_item", line.id)


def gone(tx: Transaction, found: Sequence[NeedLine]) -> None:
    """These needs go, or the person comes off the list: so do the lines that were made for them."""
    for one in found:
        if one.line is not None and _is_ours(one):
            tx.remove("checklist_item", one.line.id)


def _is_ours(one: NeedLine) -> bool:
    """Tell whether a line is one the program made for the need; one in words of its own is left as it is."""
    line = one.line
    return line is not None and (
        line.id == need_line(one.need.id) or line.text.casefold() == need_words(one.person, one.need).casefold()
    )


def in_session(tx: Transaction, desk: Desk, session: str, who: str | None = None) -> list[NeedLine]:
    """Return the needs of a session's people, or of one of them, with their lines."""
    checks = reading.rows(tx.connection, ChecklistItem, session)
    return list(of(reading.people(tx.connection, session, who), checks, desk.content.needs))


def line_changed(tx: Transaction, desk: Desk, item: str, fields: Mapping[str, Any]) -> None:
    """A line was changed on the checklist: who and by when are changed on its need."""
    names = {there: here for here, there in _ON_LINE.items()}
    told = {names[name]: value for name, value in fields.items() if name in names}
    session = reading.session_of(tx.connection, "checklist_item", item)
    if not told or session is None:
        return
    line = reading.one(tx.connection, ChecklistItem, item)
    for one in in_session(tx, desk, session, line.for_person) if line.for_person else ():
        if one.line is not None and one.line.id == item:
            tx.change("need", one.need.id, **told)


def refuse_if_needed(tx: Transaction, desk: Desk, item: str) -> None:
    """Raise UserError when a line is that of a need somebody still has: it goes with the need, and not by itself."""
    session = reading.session_of(tx.connection, "checklist_item", item)
    for one in in_session(tx, desk, session) if session else ():
        if one.line is not None and one.line.id == item:
            raise UserError(
                f"{one.person.name} needs this, so the line stays.",
                "When it is arranged, tick it. When it is not needed any more, take the need away under Who is coming.",
            )


def day_moved(tx: Transaction, desk: Desk, session: str, before: Session) -> None:
    """The session is on another day: what was counted back from the old one is counted back from the new one."""
    now = reading.one(tx.connection, Session, session)
    if now.date == before.date:
        return
    for one in in_session(tx, desk, session):
        line = one.line
        if line is None or one.need.by is not None or not _is_ours(one):
            continue
        if line.by == book_by(before.date, one.read.lead, line.by or desk.today()):
            tx.change("checklist_item", line.id, by=book_by(now.date, one.read.lead, desk.today()))


def called_otherwise(tx: Transaction, desk: Desk, person: str, name: str) -> None:
    """Somebody is called otherwise: the lines of their needs say so, on every list they are on."""
    for session in lists.sessions_of(tx.connection, person):
        asking = asking_line(session, person)
        if reading.stands(tx.connection, "checklist_item", asking):
            said = reading.one(tx.connection, ChecklistItem, asking).text.partition(": ")[2]
            tx.change("checklist_item", asking, text=f"{name}: {said}")
        for one in in_session(tx, desk, session, person):
            if one.line is not None and _is_ours(one):
                text = need_words(one.person, one.need).replace(one.person.name, name, 1)
                tx.change("checklist_item", one.line.id, text=text)


def to_come(tx: Transaction, desk: Desk, person: str, besides: str) -> Iterator[str]:
    """Yield the other sessions, today's and those to come, whose list a person is on."""
    today = desk.today()
    for session in lists.sessions_of(tx.connection, person):
        if session != besides and reading.one(tx.connection, Session, session).date >= today:
            yield session
