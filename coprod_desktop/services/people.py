"""People: the list, their part in a session, needs, consents, and changing their mind."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from coprod_desktop.domain import permission_fields
from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.needs import OTHER, as_chosen
from coprod_desktop.domain.permission import NOT_ASKED, YES, Circle, Purpose
from coprod_desktop.domain.record import Need, Person
from coprod_desktop.domain.words import Attending, NameInPublic
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, need_lines, permissions, still_there, still_to_ask
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.need_lines import NeedLine
from coprod_desktop.services.rights import special
from coprod_desktop.store import joined, lists, needs_kept, permits, reading, whose
from coprod_desktop.store.lists import PersonLine as PersonLine
from coprod_desktop.store.transaction import Transaction

NEW = ("name", "role")
"""What is typed on People of somebody who is to be added."""


def add(desk: Desk, session: str, name: str, role: str, **fields: Any) -> tuple[str, Changes]:
    """Add someone new to the workspace and to a session's list. Returns their id."""
    _named(name)
    made = new_id()
    name = name.strip()
    with desk.store.write("Added someone to the list") as tx:
        still_there.session(tx, session)
        key, order = next(reading.next_places(tx.connection, session))
        person = Person(id=made, key=key, name=name, role=role.strip(), order=order, **fields)
        tx.add(person, session=session)
        need_lines.keep(tx, desk, session, made)
        drafts.added(tx, session, "person", "role")
        drafts.saved(tx, "people", "new", NEW)
        permits.add(tx, permission_fields.of_person(person, made, session))
    return made, tx.changes


def bring(desk: Desk, session: str, person: str, role: str) -> Changes:
    """Put someone who is in the workspace already on a session's list, with the needs they had in their newest session.

    Nobody should be asked twice; who arranges them this time is open again.
    """
    with desk.store.write("Put someone on the list") as tx:
        still_there.session(tx, session)
        still_there.row(tx, "person", person)
        if any(p.id == person for p in reading.people(tx.connection, session)):
            raise UserError("They are on this list already.", "Nothing was changed.")
        put_on(tx, session, person, role)
        need_lines.keep(tx, desk, session, person)
    return tx.changes


def put_on(tx: Transaction, session: str, person: str, role: str) -> None:
    """Put a person of the workspace on a session's list, with the needs they had in their newest session, or that were kept."""
    key, order = next(reading.next_places(tx.connection, session))
    put_all_on(tx, session, {person: {"key": key, "role": role, "order": order}})


def put_all_on(tx: Transaction, session: str, parts: Mapping[str, Mapping[str, Any]]) -> None:
    """Put people on a session's list as `put_on` does; `parts` has the part of each in it. Each session is read once."""
    newest = lists.newest_sessions(tx.connection, parts)
    before: dict[str, Person] = {}
    for known in set(newest.values()):
        here = {person for person, last in newest.items() if last == known}
        before |= _listed(tx, known, here)
    tx.attend_all(parts, session)
    now = _listed(tx, session, parts)
    again: list[tuple[Need, dict[str, str]]] = []
    for person in parts:
        needs = before[person].needs if person in before else needs_kept.of(tx.connection, person)
        have = {need.need for need in now[person].needs}
        again += [(_again(need), {"person_id": person}) for need in needs if need.need not in have]
    tx.add_many(again, session=session)


def _again(need: Need) -> Need:
    return Need(id=new_id(), need=need.need, ais=need.ais, reviewed=need.reviewed, review_by=need.review_by)


def _listed(tx: Transaction, session: str, who: Collection[str]) -> dict[str, Person]:
    """Return these people as a session has them; one alone is read alone."""
    one = next(iter(who)) if len(who) == 1 else None
    return {person.id: person for person in reading.people(tx.connection, session, one) if person.id in who}


def change(desk: Desk, session: str, person: str, **fields: Any) -> Changes:
    """Change fields of a person and of their part in the session (as in domain.record.Person)."""
    if "name" in fields:
        _named(fields["name"])
    with desk.store.write("Changed someone on the list") as tx:
        still_there.session(tx, session)
        still_there.row(tx, "person", person)
        own = {k: v for k, v in fields.items() if k != "name_in_public"}
        if "name" in own:
            need_lines.called_otherwise(tx, desk, person, own["name"])
        if own:
            tx.change_person(person, session, **own)
        if "name_in_public" in fields:
            permissions.write_name(tx, person, NameInPublic(fields["name_in_public"]), session=session)
        drafts.saved(tx, "person", f"{session} {person}", fields)
    return tx.changes


def agree(
    desk: Desk, session: str, person: str, kind: str, answer: str | None, *, helped: str | None = None
) -> Changes:
    """Someone was asked for one permission: "no", the day on which they said yes, or None for not asked after all.

    About quoting the answer may also be "people who came": a yes to them, and to nobody else. `helped`: who helped them.
    """
    with desk.store.write("Noted what someone agreed to") as tx:
        still_there.session(tx, session)
        _agreed(tx, session, person, permission_fields.CONSENT_KEYS[kind], answer, helped)
    return tx.changes


def helped_decide(desk: Desk, session: str, person: str, who: str | None) -> Changes:
    """Somebody helped this person decide: their answers of today are written again with who it was. The answers stay."""
    with desk.store.write("Noted who helped someone decide") as tx:
        still_there.session(tx, session)
        permissions.write_helped(tx, person, who)
        drafts.saved(tx, "person", f"{session} {person}", ("helped",))
    return tx.changes


def who_helped(desk: Desk, person: str) -> str:
    """Return who helped somebody with the answer they gave last, "" for nobody."""
    with desk.store.read() as connection:
        given = permits.of(connection, person)
    return next((row.helped or "" for row in reversed(given)), "")


def _agreed(
    tx: Transaction, session: str, person: str, purpose: Purpose, told: str | None, helped: str | None = None
) -> None:
    value, on = permission_fields.answer_in(told)
    if told == Circle.CAME:
        answer = permissions.CAME
    elif value == YES:
        answer = permissions.Answer(allowed=True, on=on)
    else:
        answer = permissions.UNASKED if value == NOT_ASKED else permissions.REFUSED
    answer = dataclasses.replace(answer, helped=helped)
    permissions.write(tx, "person", person, purpose, answer, session=session)
    if purpose is Purpose.QUOTE and answer.allowed:
        permissions.fill_lines(tx, session, person, answer)


def arrive(desk: Desk, session: str, person: str, *, quote: str | None = None) -> Changes:
    """Someone is here; permission to quote them is asked once, here: "anyone", "people who came", "no", or None."""
    with desk.store.write("Someone arrived") as tx:
        still_there.session(tx, session)
        tx.change_person(person, session, attendance=Attending.HERE)
        if quote is not None:
            _agreed(tx, session, person, Purpose.QUOTE, YES if quote == Circle.ANYONE else quote)
    return tx.changes


def remove(desk: Desk, session: str, person: str) -> Changes:
    """Take someone off a session's list; what they said stays, said by nobody named."""
    with desk.store.write("Took someone off the list") as tx:
        part = next((p for p in reading.people(tx.connection, session) if p.id == person), None)
        if part is None:
            raise UserError("They are not on this list.", "Nothing was changed.")
        need_lines.gone(tx, need_lines.in_session(tx, desk, session, person))
        still_to_ask.gone(tx, session, person)
        tx.leave(person, session)
    return tx.changes


def add_need(desk: Desk, session: str, person: str, need: str, ais: str | None = None) -> tuple[str, Changes]:
    """Write down one more need of a person, in their words, with its group: as given, else as the words say. Returns its id."""
    words = as_chosen(need)
    if not words:
        raise UserError("There are no words for the need yet.", "Pick one, or write it as they said it.")
    read = desk.content.needs.read(words, ais)
    if read.nothing:
        raise UserError(
            f"“{words}” says that nothing is needed, so there is nothing to arrange.", "It was not written down."
        )
    made = new_id()
    group = ais or (None if read.group == OTHER else read.group)
    with desk.store.write("Wrote down a need") as tx:
        special.require(tx)
        still_there.session(tx, session)
        tx.add(Need(id=made, need=words, ais=group), session=session, person_id=person)
        for other in need_lines.to_come(tx, desk, person, session):
            if all(words.casefold() != need.need.casefold() for need in _needs_of(tx, other, person)):
                tx.add(Need(id=new_id(), need=words, ais=group), session=other, person_id=person)
                need_lines.keep(tx, desk, other, person)
        need_lines.keep(tx, desk, session, person)
        still_to_ask.a_need_was_told(tx, session, person)
        drafts.saved(tx, "person", f"{session} {person}", ("new_need",))
    return made, tx.changes


def remove_need(desk: Desk, need: str) -> Changes:
    """Take one need away, here and on the lists to come, with its lines; undo brings all of it back."""
    with desk.store.write("Took a need away") as tx:
        for one in _alike(tx, desk, need):
            need_lines.gone(tx, [one])
            tx.remove("need", one.need.id)
        if reading.stands(tx.connection, "need", need):  # it asks for nothing, or its person is on no list
            tx.remove("need", need)
    return tx.changes


def change_need(desk: Desk, need: str, /, **fields: Any) -> Changes:
    """Change one need: its words, who arranges it, by when, whether it was met, why not, when to look at it again.

    Its words and its group are changed on the lists to come too: a need is the person's, not the session's.
    """
    if fields.get("need"):
        fields["need"] = as_chosen(fields["need"])
    of_the_person = {name: value for name, value in fields.items() if name in _THE_PERSONS}
    with desk.store.write("Changed a need") as tx:
        still_there.row(tx, "need", need)
        if fields.get("need"):
            special.require(tx)
        found = _alike(tx, desk, need)
        tx.change("need", need, **fields)
        for one in found:
            told = fields if one.need.id == need else of_the_person
            if told:
                tx.change("need", one.need.id, **told)
                need_lines.changed(tx, desk, one.need.id, one, told)
        if not found and (owner := whose.of_need(tx.connection, need)) is not None:
            need_lines.keep(tx, desk, owner.session, owner.person)
        drafts.saved(tx, "need", need, fields)
    return tx.changes


_THE_PERSONS = frozenset({"need", "ais", "review_by", "reviewed"})
"""Fields of a need that are the same on every list the person is on; the others are of one session."""


def _alike(tx: Transaction, desk: Desk, need: str) -> list[NeedLine]:
    """Return a need with its line, and the same need of that person on the lists to come."""
    owner = whose.of_need(tx.connection, need)
    if owner is None:
        return []
    here = need_lines.in_session(tx, desk, owner.session, owner.person)
    found = [one for one in here if one.need.id == need]
    for other in need_lines.to_come(tx, desk, owner.person, owner.session) if found else ():
        words = found[0].need.need.casefold()
        there = need_lines.in_session(tx, desk, other, owner.person)
        found += [one for one in there if one.need.need.casefold() == words]
    return found


def _needs_of(tx: Transaction, session: str, person: str) -> Sequence[Need]:
    return next((p.needs for p in reading.people(tx.connection, session, person)), ())


def same_person(desk: Desk, one: str, other: str, *, parted: bool = False) -> Changes:
    """Two on the list are one person: what either refuses counts for both. `parted` takes them apart again."""
    if one == other:
        raise UserError("That is one person already.", "Nothing was changed.")
    with desk.store.write() as tx:
        for person in (one, other):
            still_there.row(tx, "person", person)
        joined.join(tx, one, other, parted=parted)
    return Changes(changed=tuple(Ref("person", person) for person in (one, other)))


def on_list(desk: Desk, session: str) -> tuple[Person, ...]:
    """Return the people on a session's list."""
    with desk.store.read() as connection:
        return reading.people(connection, session)


def every(desk: Desk, *, with_bin: bool = False) -> Sequence[PersonLine]:
    """Return everyone in the workspace; `with_bin`: those too who were taken off every list they were on."""
    with desk.store.read() as connection:
        away = frozenset() if with_bin else lists.only_in_bin(connection)
        return [line for line in lists.all_people(connection) if line.id not in away]


def sessions_of(desk: Desk, person: str) -> tuple[str, ...]:
    """Return the ids of the sessions a person is on the list of, newest first."""
    with desk.store.read() as connection:
        return lists.sessions_of(connection, person)


def _named(name: str) -> None:
    if not name.strip():
        raise UserError("A person on the list needs a name, or any words you know them by.", "Nothing was changed.")
