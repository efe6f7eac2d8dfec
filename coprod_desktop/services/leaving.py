"""Somebody leaves a group: what hangs on them is somebody else's from then on, they are thanked, and nothing is forgotten."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.group_record import Member
from coprod_desktop.domain.in_whose_name import handed_on, is_theirs
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, promises
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.group_members import standing
from coprod_desktop.services.promises import PromiseLine
from coprod_desktop.store import groups as rows
from coprod_desktop.store import reading
from coprod_desktop.store.transaction import Transaction

_EVERY = 10_000
"""More promises than anybody has."""
_SAFE = "Nothing was changed."


@dataclass(frozen=True)
class Leaving:
    """What hangs on somebody in a group."""

    member: Member
    name: str
    group: str
    promises: Sequence[PromiseLine]
    """Open ones of the group and its sessions that they have."""
    to_look_at: int
    """Open lines of the log that are to be looked at again, and are in their name."""
    watches: int
    """Lines of the log that they keep an eye on."""
    only_chair: bool
    """Without them nobody chairs it."""
    heirs: Sequence[str]
    """The other members, who could take it on."""


def before(desk: Desk, member: str) -> Leaving:
    """Return what hangs on somebody, before they leave."""
    with desk.store.read() as connection:
        now = reading.one(connection, Member, member)
        listed = rows.members(connection, now.group_id)
        found = rows.one(connection, now.group_id)
        name = next((one.name for one in listed if one.member.id == member), None) or ""
        others = [one for one in listed if one.member.id != member and one.member.left_on is None]
        named = [one.name for one in others if one.name]
        open_ = _theirs(connection, now.group_id, name, named, desk.today())
        lines = rows.in_whose_name(connection, now.group_id)
    looked = sum(
        person == now.person_id if person else is_theirs(who, name, named) or is_theirs(watches, name, named)
        for _line, person, who, watches in lines
    )
    return Leaving(
        member=now,
        name=name,
        group=found.name if found is not None else "",
        promises=open_,
        to_look_at=looked,
        watches=sum(is_theirs(watches, name, named) for _line, _person, _who, watches in lines),
        only_chair=now.co_chair and not any(one.member.co_chair for one in others),
        heirs=tuple(named),
    )


def leave(
    desk: Desk, member: str, on: datetime.date, why: str = "", *, heir: str = "", thanked: bool = False
) -> Changes:
    """Write down that somebody left. What they promised and kept an eye on is `heir`'s; without one it is nobody's.

    One step: undo brings them back with all they had. UserError for a day before they joined, or still to come.
    """
    if on > desk.today():
        raise UserError(
            "That day is still to come.", f"Write it down on the day, or give the end of their term. {_SAFE}"
        )
    with desk.store.write("Somebody left a group") as tx:
        now = standing(tx, member)
        if now.left_on is not None:
            raise UserError("They left already.", _SAFE)
        if now.joined_on is not None and on < now.joined_on:
            raise UserError("They left before the day they joined.", f"Look at both days. {_SAFE}")
        name, others = _names(tx, now)
        for promise in _theirs(tx.connection, now.group_id, name, others, desk.today()):
            tx.change("point", promise.id, owner=handed_on(promise.who or "", name, heir, others), owner_agreed=None)
        for line, _person, _who, watches in rows.in_whose_name(tx.connection, now.group_id):
            if is_theirs(watches, name, others):
                tx.change("log_line", line, watched_by=handed_on(watches or "", name, heir, others))
        told = {"left_on": on, "left_why": why.strip() or None, "co_chair": False}
        tx.change("group_member", member, **told, **({"thanked_on": desk.today()} if thanked else {}))
        drafts.saved(tx, "group_member", member, ("left_on", "left_why", "heir"))
    return tx.changes


def come_back(desk: Desk, member: str) -> Changes:
    """Somebody who left is a member again; what others took on stays with them."""
    with desk.store.write("Somebody came back to a group") as tx:
        standing(tx, member)
        tx.change("group_member", member, left_on=None, left_why=None)
    return tx.changes


def _names(tx: Transaction, member: Member) -> tuple[str, Sequence[str]]:
    """Return a member's name, and the names of those who are in the group beside them."""
    listed = rows.members(tx.connection, member.group_id)
    name = next((one.name for one in listed if one.member.id == member.id), None) or ""
    return name, [one.name for one in listed if one.name and one.member.id != member.id and one.member.left_on is None]


def _theirs(
    connection: object, group: str, name: str, others: Sequence[str], today: datetime.date
) -> Sequence[PromiseLine]:
    """Return the open promises of a group that are in this name, as people write it."""
    found = promises.of_group(connection, group, today, _EVERY)
    return [line for line in found if not line.finished and is_theirs(line.who, name, others)]
