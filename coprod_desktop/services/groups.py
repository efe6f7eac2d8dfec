"""Groups and projects: begin one, change what is known about it, who works with it, take it away."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.words import one_line
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.group_record import Level, Partner, WorkGroup
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.row import LONGEST_LINE
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import groups, groups_kept, reading
from coprod_desktop.store.groups import GroupLine as GroupLine
from coprod_desktop.store.transaction import Transaction

LONGEST_NAME = 200
"""Letters of a name: it stands in lists, and at the head of papers."""
MOST_PENCE = 10**14
"""A thousand thousand million pounds."""
NEW = ("name",)
"""Fields of a new group that are kept while they are typed."""
_SAFE = "Nothing was changed."


def every(desk: Desk) -> Sequence[GroupLine]:
    """Return every group in the order of its name, those that ended last."""
    with desk.store.read() as connection:
        return groups.lines(connection, desk.today())


def one(desk: Desk, group: str) -> WorkGroup:
    """Return one group. UserError when it was taken away."""
    with desk.store.read() as connection:
        found = groups.one(connection, group)
    if found is None:
        raise _gone()
    return found


def terms_agreed(desk: Desk) -> Mapping[str, datetime.date]:
    """Return the day on which each group agreed its terms of reference last; groups without any are not in it."""
    with desk.store.read() as connection:
        return groups.terms_agreed(connection)


def add(desk: Desk, name: str, kind: str, **fields: Any) -> tuple[str, Changes]:
    """Begin a group. Returns its id."""
    made = WorkGroup(id=new_id(), name=_name(name), kind=kind, **fields)
    _right(made)
    with desk.store.write("Began a group") as tx:
        _not_called_so(tx, desk, made.name, made.id)
        tx.add(made, session=None)
        drafts.saved(tx, "work_group", "new", NEW)
    return made.id, tx.changes


def change(desk: Desk, group: str, **fields: Any) -> Changes:
    """Change fields of a group (names and types as in domain.group_record.WorkGroup); words that are empty are none."""
    told = {name: _told(name, value) for name, value in fields.items()}
    with desk.store.write("Changed the group") as tx:
        now = _standing(tx, group)
        if "name" in told:
            _not_called_so(tx, desk, told["name"], group)
        if told.get("end") is not None:
            told["no_end"] = False
        if told.get("no_end"):
            told["end"] = None
        _right(_with(now, told))
        tx.change("work_group", group, **told)
        drafts.saved(tx, "work_group", group, fields)
    return tx.changes


def remove(desk: Desk, group: str) -> Changes:
    """Take a group away into the Bin, with all that is its own. Its sessions stay, and so do their promises.

    UserError while promises of its own are open: nobody would be reminded of them any more.
    """
    with desk.store.write("Took a group away") as tx:
        _standing(tx, group)
        own = groups_kept.own_promises(tx.connection, group, is_open=True)
        if own:
            many = counted(own, "promise was", "promises were")
            one = "is open" if own == 1 else "are open"
            raise UserError(
                f"{many} made by this group, in no session, and {one}. Somebody waits for what was said.",
                f"{_SAFE} Write down how each ended first, or that the group was handed over.",
            )
        tx.remove("work_group", group)
    return tx.changes


def before_removing(desk: Desk, group: str) -> str:
    """Return in a sentence what goes with a group that is taken away, and what stays."""
    with desk.store.read() as connection:
        held = len(groups.sessions(connection, group))
        members = len(groups.members(connection, group))
    stays = f"{counted(held, 'session stays as it is', 'sessions stay as they are')}. " if held else ""
    with_it = f"{counted(members, 'member')}, its log and its papers" if members else "log and papers"
    return f"{stays}Its {with_it} went with it, and come back with it for 30 days."


# ---- partners


def partner(desk: Desk, partner: str) -> Partner:
    """Return one partner."""
    with desk.store.read() as connection:
        return reading.one(connection, Partner, partner)


def add_partner(desk: Desk, group: str, name: str, part: str = "") -> tuple[str, Changes]:
    """Write down an organisation that works with a group. Returns its id."""
    words = one_line(name)
    if not words:
        raise UserError("A partner needs a name.", _SAFE)
    not_too_long(words)
    with desk.store.write("Added a partner") as tx:
        _standing(tx, group)
        here = groups.partners(tx.connection, group)
        if any(one.name.casefold() == words.casefold() for one in here):
            raise UserError(f"“{words}” is a partner of this group already.", _SAFE)
        order = max((one.order for one in here), default=-1) + 1
        made = Partner(id=new_id(), group_id=group, name=words, part=part.strip() or None, order=order)
        tx.add(made, session=None)
        drafts.saved(tx, "partner", f"new {group}", ("name",))
    return made.id, tx.changes


def change_partner(desk: Desk, partner: str, **fields: Any) -> Changes:
    """Change fields of a partner."""
    with desk.store.write("Changed a partner") as tx:
        still_there.row(tx, "partner", partner)
        told = {name: value.strip() or None if isinstance(value, str) else value for name, value in fields.items()}
        if "name" in told and not one_line(told["name"] or ""):
            raise UserError("A partner needs a name.", _SAFE)
        not_too_long(told.get("name") or "")
        tx.change("partner", partner, **told)
        drafts.saved(tx, "partner", partner, fields)
    return tx.changes


def remove_partner(desk: Desk, partner: str) -> Changes:
    """Take a partner away; undo brings it back."""
    with desk.store.write("Took a partner away") as tx:
        still_there.row(tx, "partner", partner)
        tx.remove("partner", partner)
    return tx.changes


# ---- what has to hold


def standing(tx: Transaction, group: str) -> WorkGroup:
    """Return a group that is about to be written to. UserError when it was taken away."""
    return _standing(tx, group)


def _standing(tx: Transaction, group: str) -> WorkGroup:
    found = groups.one(tx.connection, group)
    if found is None:
        raise _gone()
    return found


def _gone() -> UserError:
    return UserError("That group was taken away, so nothing is written to it.", _SAFE)


def _told(name: str, value: Any) -> Any:
    if name == "name":
        return _name(value or "")
    if name == "level":
        return Level(value) if value else None
    return value.strip() or None if isinstance(value, str) else value


def _name(words: str) -> str:
    name = one_line(words)
    if not name:
        raise UserError("A group needs a name.", _SAFE)
    not_too_long(name)
    return name


def not_too_long(name: str) -> None:
    """Raise UserError for a name that is too long to stand in a list."""
    if len(name) > LONGEST_NAME:
        raise UserError(f"That is {len(name):,} letters, and a name has {LONGEST_NAME} at the most.", _SAFE)


def _not_called_so(tx: Transaction, desk: Desk, name: str, group: str) -> None:
    for line in groups.lines(tx.connection, desk.today()):
        if line.id != group and line.name.casefold() == name.casefold():
            raise UserError(
                f"There is a group called “{line.name}” already.", f"{_SAFE} Say what tells it from the other."
            )


def _with(group: WorkGroup, told: Mapping[str, Any]) -> WorkGroup:
    return WorkGroup(**{**vars(group), **told})


def _right(group: WorkGroup) -> None:
    """Raise UserError where days or numbers of a group do not go together."""
    start = group.start
    later: tuple[tuple[str, datetime.date | None], ...] = (
        ("end", group.end), ("review", group.review_on), ("committee", group.committee_on)
    )  # fmt: skip
    for what, day in later:
        if start is not None and day is not None and day < start:
            raise UserError(f"The day of its {what} is before the day it starts.", f"{_SAFE} Look at both days.")
    if group.clearance_days is not None and not 0 <= group.clearance_days <= 365:
        raise UserError("Clearance takes 0 to 365 days.", _SAFE)
    if group.money_pence is not None and group.money_pence < 0:
        raise UserError("Money it may spend is nothing or more.", _SAFE)
    if group.money_pence is not None and group.money_pence > MOST_PENCE:
        raise UserError("That is more money than there is. Write pounds as in 500 or 12,000.", _SAFE)
    long = next((v for v in vars(group).values() if isinstance(v, str) and len(v) > LONGEST_LINE), None)
    if long is not None:
        raise UserError(
            f"That is {len(long):,} letters, more than one field can show.", f"{_SAFE} Put it into a paper."
        )
