"""A directory of groups and projects as a list for a spreadsheet: what each is, and whom to ask. No member's name is in it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from coprod_desktop.domain.group_record import Partner, WorkGroup
from coprod_desktop.domain.measures import in_fives
from coprod_desktop.publish.paper import Cell, Spreadsheet

KIND = "directory-of-groups"
COLUMNS = (
    "Group", "Kind", "Service", "Place", "Level", "What it is about", "What it wants to achieve", "What it may decide",
    "Money it may spend", "Members", "Partners", "Whom to ask", "From", "Until", "Terms of reference agreed",
)  # fmt: skip


class Listed(NamedTuple):
    """One group of the directory."""

    group: WorkGroup
    kind: str
    """In words."""
    members: int
    partners: Sequence[Partner]
    terms_agreed: datetime.date | None = None


def directory(listed: Sequence[Listed]) -> Spreadsheet:
    """Return the list, a line a group, in the order given."""
    return Spreadsheet(title="Groups and projects", columns=COLUMNS, rows=tuple(map(_row, listed)))


def _row(one: Listed) -> tuple[Cell, ...]:
    group = one.group
    level = group.level.value.replace("_", " ") if group.level is not None else None
    until = group.end.isoformat() if group.end else "no end date" if group.no_end else None
    money = None if group.money_pence is None else f"£{group.money_pence / 100:,.2f}"
    return (
        group.name, one.kind, group.area, group.locality, level, group.issue, group.aim, group.may_decide, money,
        in_fives(one.members) if one.members else None, ", ".join(map(_partner, one.partners)) or None, group.contact,
        group.start.isoformat() if group.start else None, until, one.terms_agreed or "not yet",
    )  # fmt: skip


def _partner(one: Partner) -> str:
    led = [word for word, is_so in (("user-led", one.user_led), ("independent", one.independent)) if is_so]
    return f"{one.name} ({', '.join(led)})" if led else one.name
