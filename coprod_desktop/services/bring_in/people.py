"""A list of people in: read and shown first, then put on a session's list in one step. Nobody is merged unasked."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coprod_desktop.domain import permission_fields
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.needs import Needs
from coprod_desktop.domain.permission import NO, Purpose
from coprod_desktop.domain.record import Need, Person
from coprod_desktop.domain.words import NameInPublic
from coprod_desktop.errors import UserError
from coprod_desktop.services import backups, need_lines, people, permissions
from coprod_desktop.services.backups import Why
from coprod_desktop.services.bring_in import people_again, people_rows
from coprod_desktop.services.bring_in.people_alike import Named, numbers
from coprod_desktop.services.bring_in.people_list.values import Differs, Listed, ListedRow, row_of
from coprod_desktop.services.bring_in.people_rows import read_list as read_list
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.rights import special
from coprod_desktop.store import lists, permits, reading
from coprod_desktop.store.transaction import Transaction

Progress = Callable[[float, str], None]
_EVERY = 25
"""Rows between two words of progress."""
Place = tuple[str, int]
"""Key and order on a session's list."""


@dataclass(frozen=True)
class Chosen:
    """A row to bring in: somebody new, or (as was asked) the same as an earlier row or a person of the workspace."""

    row: Listed
    same_as: int | str | None = None
    take: tuple[Differs, ...] = ()
    """Those of `row.differs` in which the list is right, and what was written down before is not."""


def is_list(desk: Desk, data: bytes) -> bool:
    """Tell whether a file can be read as a list of people."""
    try:
        return bool(read_list(data, desk.content.needs, only_tables=True).rows)
    except UserError:
        return False


def look(
    desk: Desk,
    data: bytes,
    *,
    name: str | None = None,
    meanings: Mapping[int, str] | None = None,
    sheet: str | None = None,
    session: str | None = None,
    progress: Progress = lambda *_: None,
) -> ListedRow:
    """Read a list, and say of each row which people of the workspace it may be. Nothing is stored.

    `name` is the file's; `meanings` what somebody chose for its columns, by place; `sheet` which of `where.others` is
    to be read; `session` the one they are to come into, whose answers `differs` compares. `progress(part, words)` is
    called as it goes, and may raise to end it.
    """
    progress(0.0, "Reading the list")
    found = read_list(data, desk.content.needs, name=name, meanings=meanings, sheet=sheet, progress=progress)
    with desk.store.read() as connection:
        known = Named()
        for person in lists.all_people(connection):
            known.add(person.id, person.name, person.contact)
    rows = [_known(row, known) for row in found.rows]
    now = _as_written(desk, {row.same for row in rows if row.same is not None}, session)
    needs = desk.content.needs
    return replace(found, rows=tuple(_differing(row, now.get(row.same or ""), needs) for row in rows))


def _known(row: Listed, known: Named) -> Listed:
    like = known.like(row.name, row.contact)
    if not like:
        return row
    row = replace(row, like=(*row.like, *like))
    same = people_again.same_person(row)
    return row if same is None else replace(row, same=same)


def _as_written(desk: Desk, who: set[str], session: str | None) -> Mapping[str, Person]:
    """Return people as they are written down for a session; who is not on its list, as for the newest they were at.

    Of those only what goes with them into the next session counts: how they are reached, and what they need.
    """
    found: dict[str, Person] = {}
    if not who:
        return found
    with desk.store.read() as connection:
        here = reading.people(connection, session) if session else ()
        found = {person.id: person for person in here if person.id in who}
        for other in lists.sessions(connection) if len(found) < len(who) else ():
            for person in reading.people(connection, other.id):
                if person.id in who and person.id not in found:
                    found[person.id] = replace(person, attendance=None, role="")
            if len(found) == len(who):
                break
    return found


def _differing(row: Listed, now: Person | None, needs: Needs) -> Listed:
    differs = people_again.differs(row, now, needs) if now is not None else ()
    return replace(row, differs=differs) if differs else row


def bring_in(desk: Desk, session: str, rows: Sequence[Chosen], *, progress: Progress = lambda *_: None) -> Changes:
    """Put these people on a session's list, in one step. `progress(part, words)` may raise to end it: nothing is stored then.

    Of somebody who is known already only gaps are filled: what was written down of them stays, and a no stays a no.
    `take` says in what the list is right instead. A list never gives a yes.
    Names are printed nowhere until each person has said so: `name_in_public` is never read from a list.
    """
    if not rows:
        raise UserError("Nobody is ticked yet.", "Tick those to bring in.")
    backups.before(desk, Why.IMPORT)
    with desk.store.write("Brought a list of people in") as tx:
        if any(chosen.row.needs for chosen in rows):
            special.require(tx)
        tx.is_step = True  # else undo after a list that said nothing new would take what was done before it
        bringing = _Bringing(tx, session)
        for done, chosen in enumerate(rows):
            if not done % _EVERY:
                progress(done / len(rows), f"{done:,} of {len(rows):,} are in")
            bringing.take(chosen)
        bringing.add_new()
        bringing.join(progress)
        need_lines.keep(tx, desk, session)
    return tx.changes


class _Bringing:
    """Puts rows on a session's list: those who are new all at once; what is said of somebody known after all are on it."""

    def __init__(self, tx: Transaction, session: str) -> None:
        self._tx, self._session = tx, session
        self._known = {person.id for person in lists.all_people(tx.connection)}
        self._places = reading.next_places(tx.connection, session)
        self._rows: dict[int, str] = {}
        """Row -> the person whom it became."""
        self._new: dict[str, Person] = {}
        self._put_on: dict[str, dict[str, Any]] = {}
        """Who is known, and comes onto this list: their part in it."""
        self._here = {person.id for person in reading.people(tx.connection, session)}
        self._joins: list[tuple[str, Chosen]] = []

    def take(self, chosen: Chosen) -> None:
        """Take one more row. UserError when who it is the same as is gone."""
        same = chosen.same_as
        person = self._rows.get(same) if isinstance(same, int) else same
        if person is None:
            made = _person(chosen.row, next(self._places))
            self._new[made.id], person = made, made.id
        elif person in self._known or person in self._new:
            if person not in self._here and person not in self._new:
                key, order = next(self._places)
                self._put_on[person] = {
                    "key": key, "role": chosen.row.role, "order": order, "attendance": chosen.row.attendance,
                }  # fmt: skip
                self._here.add(person)
            self._joins.append((person, chosen))
        else:
            raise UserError(f"Row {row_of(chosen.row.number)}: that person is no longer here.", "Nothing was stored.")
        self._rows[chosen.row.number] = person

    def add_new(self) -> None:
        """Write down those who are new, and put those who were known on the list."""
        if self._put_on:
            people.put_all_on(self._tx, self._session, self._put_on)
        new = list(self._new.values())
        self._tx.add_people(new, self._session)
        answers = (row for person in new for row in permission_fields.of_person(person, person.id, self._session))
        permits.add(self._tx, answers, fold=False)  # what fields show of a no was just written
        self._new = {}

    def join(self, progress: Progress) -> None:
        """Write down what rows say of people who are on the list by now, in their order."""
        here = {person.id: person for person in reading.people(self._tx.connection, self._session)}
        met: set[str] = set()
        for done, (person, chosen) in enumerate(self._joins):
            if not done % _EVERY:
                progress(done / len(self._joins), f"{done:,} of {len(self._joins):,} who were known are compared")
            if person in met:  # an earlier row has changed what is written down
                (here[person],) = reading.people(self._tx.connection, self._session, person)
            met.add(person)
            self._join(here[person], chosen)

    def _join(self, now: Person, chosen: Chosen) -> None:
        tx, session, row, person = self._tx, self._session, chosen.row, now.id
        if fields := _fields(now, chosen):
            tx.change_person(person, session, **fields)
        for purpose in map(permission_fields.CONSENT_KEYS.__getitem__, row.refused):
            if purpose is Purpose.NAME:
                permissions.write_name(tx, person, NameInPublic.NONE, session=session)
            else:
                permissions.write(tx, "person", person, purpose, permissions.REFUSED, session=session)
        self._needs(now, chosen)

    def _needs(self, now: Person, chosen: Chosen) -> None:
        """Add what nobody had written down, and change what the list is right in."""
        have = [(need.need, need.ais or "") for need in now.needs]
        differing = {one.now for one in chosen.row.differs if one.field == people_again.NEED}
        new = [
            Need(id=new_id(), need=words, ais=group)
            for words, group in chosen.row.needs
            if words not in differing and not people_rows.is_said((words, group), have)
        ]
        for need in new:
            self._tx.add(need, session=self._session, person_id=now.id)
        other = [one for one in chosen.take if one.field == people_again.NEED]
        for one in other:
            for need in (need for need in now.needs if need.need == one.had):
                self._tx.change("need", need.id, need=one.now)


def _person(row: Listed, place: Place) -> Person:
    key, order = place
    return Person(
        id=new_id(),
        key=key,
        name=row.name,
        role=row.role,
        needs=tuple(Need(id=new_id(), need=words, ais=group) for words, group in row.needs),
        consents=dict.fromkeys(row.refused, NO) or None,
        attendance=row.attendance,
        contact=row.contact,
        order=order,
    )


def _fields(now: Person, chosen: Chosen) -> dict[str, Any]:
    """Return what the row says and nobody had written down, and what the list was said to be right in."""
    row, taken = chosen.row, {one.field for one in chosen.take}
    said: dict[str, tuple[str, Any]] = {
        "role": (people_again.ROLE, row.role),
        "attendance": (people_again.COMING, row.attendance),
    }
    fields = {
        name: value for name, (field, value) in said.items() if value and (not getattr(now, name) or field in taken)
    }
    contact = _contact(now.contact, chosen)
    if contact != now.contact and now.consent_withdrawn_on is None:
        fields["contact"] = contact
    return fields


def _contact(had: str | None, chosen: Chosen) -> str | None:
    parts = people_again.parts(had)
    for one in (one for one in chosen.take if one.field == people_again.CONTACT):
        parts = [one.now if part == one.had else part for part in parts]
    left = {one.now for one in chosen.row.differs if one.field == people_again.CONTACT}
    whole = "; ".join(parts)
    more = [
        part
        for part in people_again.parts(chosen.row.contact)
        if part not in left and part.casefold() not in whole.casefold() and not numbers(part) & numbers(whole)
    ]
    return "; ".join([*parts, *more]) or None
