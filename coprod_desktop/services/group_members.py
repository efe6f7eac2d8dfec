"""Who is in a group: put somebody in, change their part in it, write down that they left, or that they are back."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Any

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.words import one_line
from coprod_desktop.domain.group_record import Member
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Person
from coprod_desktop.domain.words import Group
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, groups, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import groups as rows
from coprod_desktop.store import joined, lists, reading
from coprod_desktop.store.groups import MemberLine as MemberLine
from coprod_desktop.store.transaction import Transaction

NEW = ("name", "role")
"""Fields of a new member that are kept while they are typed."""
_SAFE = "Nothing was changed."


class SeveralOfThatName(UserError):
    """More than one person is called so: `people` are (id, name, role)."""

    def __init__(self, name: str, people: Sequence[tuple[str, str, str]]) -> None:
        super().__init__(f"{len(people)} people here are called {name}.", f"Say which of them it is. {_SAFE}")
        self.people = tuple(people)


def of(desk: Desk, group: str) -> Sequence[MemberLine]:
    """Return the members of a group, co-chairs first, those who left last."""
    with desk.store.read() as connection:
        return rows.members(connection, group)


def groups_of(desk: Desk, person: str) -> Sequence[tuple[str, str, Member]]:
    """Return (group id, its name, their part in it) of every group somebody is or was in."""
    with desk.store.read() as connection:
        return rows.of_person(connection, person)


def add(
    desk: Desk, group: str, name: str, role: str = "", *, person: str | None = None, **fields: Any
) -> tuple[str, Changes]:
    """Put somebody into a group by name, or by `person`; whoever is not known yet is on no list. Returns the member's id.

    SeveralOfThatName when the name alone does not say who it is; UserError for somebody who is in it already.
    """
    name = one_line(name)
    if person is None and not name:
        raise UserError("A member needs a name, or any words you know them by.", _SAFE)
    groups.not_too_long(name)
    with desk.store.write("Put somebody into a group") as tx:
        groups.standing(tx, group)
        who = person or _who(tx, name)
        here = rows.members(tx.connection, group)
        same = joined.groups(tx.connection).get(who, frozenset({who}))  # somebody can be known twice
        before = next((one.member for one in here if one.member.person_id in same), None)
        if before is not None and before.left_on is None:
            called = next(one.name for one in here if one.member.id == before.id)
            raise UserError(f"{called} is a member of this group already.", _SAFE)
        if before is not None:
            tx.change("group_member", before.id, left_on=None, left_why=None, role=role.strip() or before.role)
            made = before.id
        else:
            order = max((one.member.order for one in here), default=-1) + 1
            member = Member(
                id=new_id(), group_id=group, person_id=who, role=role.strip() or None,
                joined_on=fields.pop("joined_on", desk.today()), order=order, **_told(fields),
            )  # fmt: skip
            _right(member)
            tx.add(member, session=None)
            made = member.id
        drafts.saved(tx, "group_member", f"new {group}", NEW)
    return made, tx.changes


def _who(tx: Transaction, name: str) -> str:
    called = [line for line in lists.all_people(tx.connection) if line.name.casefold() == name.casefold()]
    if len(called) > 1:
        raise SeveralOfThatName(name, [(line.id, line.name, line.role) for line in called])
    if called:
        return called[0].id
    person = Person(id=new_id(), key="", name=name, role="")
    tx.add_unlisted(person)
    return person.id


def change(desk: Desk, member: str, **fields: Any) -> Changes:
    """Change fields of somebody's part in a group; `training` is typed with commas between."""
    with desk.store.write("Changed somebody's part in a group") as tx:
        now = standing(tx, member)
        told = _told(fields)
        _right(Member(**{**vars(now), **told}))
        tx.change("group_member", member, **told)
        drafts.saved(tx, "group_member", member, fields)
    return tx.changes


def remove(desk: Desk, member: str) -> Changes:
    """Take somebody out who was put in by mistake; undo brings them back. Who leaves is written down (services.leaving)."""
    with desk.store.write("Took somebody out of a group") as tx:
        standing(tx, member)
        tx.remove("group_member", member)
    return tx.changes


def standing(tx: Transaction, member: str) -> Member:
    """Return a member who is about to be written to. UserError when they were taken away, or their group was."""
    still_there.row(tx, "group_member", member)
    now = reading.one(tx.connection, Member, member)
    groups.standing(tx, now.group_id)
    return now


def _told(fields: dict[str, Any]) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for name, value in fields.items():
        if name == "training" and not isinstance(value, tuple):
            parts = re.split(r"[,;\n]", value or "")
            told[name] = tuple(dict.fromkeys(filter(None, (part.strip() for part in parts))))
        elif name == "mix":
            told[name] = Group(value).value if value else None
        else:
            told[name] = value.strip() or None if isinstance(value, str) else value
    return told


def _right(member: Member) -> None:
    """Raise UserError where days do not go together."""
    begun = member.joined_on
    later = (("Their term ends", member.term_end), ("They left", member.left_on))
    for what, day in later:
        if begun is not None and day is not None and day < begun:
            raise UserError(f"{what} before the day they joined.", f"{_SAFE} Look at both days.")


def ended(member: Member, today: datetime.date) -> bool:
    """Tell whether somebody's term is over."""
    return member.left_on is None and member.term_end is not None and member.term_end < today
