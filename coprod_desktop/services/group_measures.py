"""Measures of a group or a session: one number of one question on one day, checked before it is written down."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from coprod_desktop.domain.before_and_after import check
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.looked_back_record import GroupMeasure
from coprod_desktop.services import drafts, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.looking_back import Of
from coprod_desktop.store import looking_back as rows
from coprod_desktop.store import reading
from coprod_desktop.store.transaction import Transaction

FIELDS = ("question", "value", "asked", "answered", "source", "on", "by")
"""What is typed of a new number; drafts go by these names."""


def add(desk: Desk, of: Of, **fields: Any) -> tuple[str, Changes]:
    """Write a number down (fields as in domain.looked_back_record.GroupMeasure). Returns its id.

    UserError, in a sentence, for one that cannot be: over 100 %, nobody asked, more answers than were asked.
    """
    made = GroupMeasure(id=new_id(), **{"on": desk.today(), **fields}, group_id=of.group, session_id=of.session)
    with desk.store.write("Wrote down a number") as tx:
        if of.session is not None:
            still_there.session(tx, of.session)
        else:
            still_there.row(tx, "work_group", str(of.group))
        check(made, _others(tx, made), desk.today())
        tx.add(made, session=of.session)
        drafts.saved(tx, "group_measure", f"new {of.id}", FIELDS)
    return made.id, tx.changes


def change(desk: Desk, row: str, **fields: Any) -> Changes:
    """Change a number. UserError as for `add`."""
    with desk.store.write("Changed a number") as tx:
        still_there.row(tx, "group_measure", row)
        now = dataclasses.replace(reading.one(tx.connection, GroupMeasure, row), **fields)
        check(now, _others(tx, now), desk.today())
        tx.change("group_measure", row, **fields)
        drafts.saved(tx, "group_measure", row, fields)
    return tx.changes


def remove(desk: Desk, row: str) -> Changes:
    """Take a number away; undo brings it back."""
    with desk.store.write("Took a number away") as tx:
        still_there.row(tx, "group_measure", row)
        tx.remove("group_measure", row)
    return tx.changes


def every(desk: Desk, of: Of) -> Sequence[GroupMeasure]:
    """Return the numbers of a group and its sessions, or of one session, the oldest first."""
    with desk.store.read() as connection:
        return rows.measures(connection, group=of.group, session=of.session)


def _others(tx: Transaction, made: GroupMeasure) -> list[GroupMeasure]:
    asked = " ".join(made.question.casefold().split())
    found = rows.measures(tx.connection, group=made.group_id, session=made.session_id)
    return [m for m in found if m.id != made.id and " ".join(m.question.casefold().split()) == asked]
