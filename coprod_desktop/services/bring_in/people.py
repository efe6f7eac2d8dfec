"""A list of people in: read and shown first, then put on a session's list in one step. Nobody is merged unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coprod_desktop.domain import permission_fields
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.needs import Needs
from coprod_desktop.domain.permission import NO
from coprod_desktop.domain.record import Need, Person
from coprod_desktop.errors import UserError
from coprod_desktop.services import backups, need_lines, people, permissions
from coprod_desktop.services.backups import Why
from coprod_desktop.services.bring_in import people_again, people_rows
from coprod_desktop.services.bring_in.people_alike import Named, numbers
from coprod_desktop.services.bring_in.people_list.values import Differs, Listed, ListedRow
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
        here = lists.all_people(connection)
        now = {person.id: person for person in (reading.people(connection, session) if session else ())}
    known = Named()
    for person in here:
        known.add(person.id, person.name, person.contact)
    rows = [_known(row, known, now, desk.content.needs) for row in found.rows]
    return replace(found, rows=tuple(rows))


def _known(row: Listed, known: Named, now: Mapping[str, Person], needs: Needs) -> Listed:
    row = replace(row, like=(*row.like, *known.like(row.name, row.contact)))
    same = people_again.same_person(row)
    if same is None:
        return row
    return replace(row, same=same, differs=people_again.differs(row, now[same], needs) if same in now else ())


def bring_in(desk: Desk, session: str, rows: Sequence[Chosen], *, progress: Progress = lambda *_: None) -> Changes:
    """Put these people on a session's list, in one step. `progress(part, words)` may raise to end it: nothing is stored then.

    Of somebody who is known already only gaps are filled: what was written down of them stays, and a no stays a no.
    `take` says in what the list is right instead. A list never gives a yes.
    Names are printed nowhere until each person has said so: `name_in_public` is never read from a list.
    """
    if not rows:
        raise UserError("Nobody is ticked yet.", "Tick those to bring in.")
    ids: dict[int, str] = {}
    backups.before(desk, Why.IMPORT)
    with desk.store.write("Brought a list of people in") as tx:
        if any(chosen.row.needs for chosen in rows):
            special.require(tx)
        known = {person.id for person in lists.all_people(tx.connection)}
        places = reading.next_places(tx.connection, session)
        for done, chosen in enumerate(rows):
            if not done % _EVERY:
                progress(done / len(rows), f"{done:,} of {len(rows):,} are in")
            same = chosen.same_as
            person = ids.get(same) if isinstance(same, int) else same
            if person is None:
                person = _add(tx, session, chosen.row, next(places))
            elif person in known:
                _join(tx, session, person, chosen, places)
            else:
                raise UserError(f"Row {chosen.row.number}: that person is no longer here.", "Nothing was stored.")
            known.add(person)
            ids[chosen.row.number] = person
        need_lines.keep(tx, desk, session)
    return tx.changes


def _add(tx: Transaction, session: str, row: Listed, place: Place) -> str:
    key, order = place
    person = Person(
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
    tx.add(person, session=session)
    permits.add(tx, permission_fields.of_person(person, person.id, session))
    return person.id


def _join(tx: Transaction, session: str, person: str, chosen: Chosen, places: Iterator[Place]) -> None:
    row = chosen.row
    if not reading.people(tx.connection, session, person):
        people.put_on(tx, session, person, row.role, next(places))
    (now,) = reading.people(tx.connection, session, person)
    tx.change_person(person, session, **_fields(now, chosen))
    for purpose in map(permission_fields.CONSENT_KEYS.__getitem__, row.refused):
        permissions.write(tx, "person", person, purpose, permissions.REFUSED, session=session)
    have = [(need.need, need.ais or "") for need in now.needs]
    differing = {one.now for one in row.differs if one.field == people_again.NEED}
    for words, group in row.needs:
        if words not in differing and not people_rows.is_said((words, group), have):
            tx.add(Need(id=new_id(), need=words, ais=group), session=session, person_id=person)
    for one in (one for one in chosen.take if one.field == people_again.NEED):
        for need in (need for need in now.needs if need.need == one.had):
            tx.change("need", need.id, need=one.now)


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
