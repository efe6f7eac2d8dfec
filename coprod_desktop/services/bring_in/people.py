"""A list of people in: read and shown first, then put on a session's list in one step. Nobody is merged unasked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Need, Person
from coprod_desktop.errors import UserError
from coprod_desktop.services import backups, people
from coprod_desktop.services.backups import Why
from coprod_desktop.services.bring_in import people_rows
from coprod_desktop.services.bring_in.people_alike import Named, numbers
from coprod_desktop.services.bring_in.people_rows import Listed, ListedRow
from coprod_desktop.services.bring_in.people_rows import read_list as read_list
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import lists, reading
from coprod_desktop.store.transaction import Transaction

Place = tuple[str, int]
"""Key and order on a session's list."""


@dataclass(frozen=True)
class Chosen:
    """A row to bring in: somebody new, or (as was asked) the same as an earlier row or a person of the workspace."""

    row: Listed
    same_as: int | str | None = None


def is_list(desk: Desk, data: bytes) -> bool:
    """Tell whether a file can be read as a list of people."""
    try:
        return bool(read_list(data, desk.content.needs).rows)
    except UserError:
        return False


def look(desk: Desk, data: bytes) -> ListedRow:
    """Read a list, and say of each row which people of the workspace it may be. Nothing is stored."""
    found = read_list(data, desk.content.needs)
    with desk.store.read() as connection:
        here = lists.all_people(connection)
    known = Named()
    for person in here:
        known.add(person.id, person.name, person.contact)
    rows = [replace(row, like=(*row.like, *known.like(row.name, row.contact))) for row in found.rows]
    return replace(found, rows=tuple(rows))


def bring_in(desk: Desk, session: str, rows: Sequence[Chosen]) -> Changes:
    """Put these people on a session's list, in one step.

    Of somebody who is known already only gaps are filled: what was written down of them stays, and a no stays a no.
    Names are printed nowhere until each person has said so: `name_in_public` is never read from a list.
    """
    if not rows:
        raise UserError("Nobody is ticked yet.", "Tick those to bring in.")
    ids: dict[int, str] = {}
    backups.before(desk, Why.IMPORT)
    with desk.store.write("Brought a list of people in") as tx:
        known = {person.id for person in lists.all_people(tx.connection)}
        places = reading.next_places(tx.connection, session)
        for chosen in rows:
            same = chosen.same_as
            person = ids.get(same) if isinstance(same, int) else same
            if person is None:
                person = _add(desk, tx, session, chosen.row, next(places))
            elif person in known:
                _join(desk, tx, session, person, chosen.row, places)
            else:
                raise UserError(f"Row {chosen.row.number}: that person is no longer here.", "Nothing was stored.")
            known.add(person)
            ids[chosen.row.number] = person
    return tx.changes


def _add(desk: Desk, tx: Transaction, session: str, row: Listed, place: Place) -> str:
    key, order = place
    person = Person(
        id=new_id(),
        key=key,
        name=row.name,
        role=row.role,
        needs=tuple(Need(id=new_id(), need=words, ais=group) for words, group in row.needs),
        consents=_photo(desk, row),
        attendance=row.attendance,
        contact=row.contact,
        order=order,
    )
    tx.add(person, session=session)
    return person.id


def _join(desk: Desk, tx: Transaction, session: str, person: str, row: Listed, places: Iterator[Place]) -> None:
    if not reading.people(tx.connection, session, person):
        people.put_on(tx, session, person, row.role, next(places))
    (now,) = reading.people(tx.connection, session, person)
    tx.change_person(person, session, **_gaps(desk, now, row))
    have = [(need.need, need.ais or "") for need in now.needs]
    for words, group in row.needs:
        if not people_rows.is_said((words, group), have):
            tx.add(Need(id=new_id(), need=words, ais=group), session=session, person_id=person)


def _gaps(desk: Desk, now: Person, row: Listed) -> dict[str, Any]:
    """Return what the row says and nobody had written down, and a no to photos where there was a yes."""
    said: dict[str, Any] = {"role": row.role, "attendance": row.attendance}
    fields = {name: value for name, value in said.items() if value and not getattr(now, name)}
    consents = dict(now.consents or {})
    if row.photo is not None and ("photo" not in consents or not row.photo):
        fields["consents"] = consents | (_photo(desk, row) or {})
    more = [
        part
        for part in (row.contact or "").split("; ")
        if part and part.casefold() not in (now.contact or "").casefold() and not numbers(part) & numbers(now.contact)
    ]
    if more and now.consent_withdrawn_on is None:
        fields["contact"] = "; ".join(filter(None, (now.contact, *more)))
    return fields


def _photo(desk: Desk, row: Listed) -> dict[str, str] | None:
    """Return the answer about photos as the people page writes it: the day of a yes, or no."""
    if row.photo is None:
        return None
    return {"photo": desk.today().isoformat() if row.photo else "no"}
