"""The work plan of a group: its priorities, in an order that a vote gave, or people moved them into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.log_record import LogLine, Publicity
from coprod_desktop.domain.record import Vote
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, groups, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import groups as rows
from coprod_desktop.store import reading
from coprod_desktop.store.transaction import Transaction

KIND = "priority"
NEW = ("new_priority",)
_SAFE = "Nothing was changed."


@dataclass(frozen=True)
class PlanSeen:
    """The work plan as it is shown."""

    lines: Sequence[LogLine]
    voted: Sequence[tuple[str, str]]
    """(id, question) of votes of the group's sessions that can give it an order, the newest first."""
    starters: Sequence[str]
    """Themes to start from, that are not in it yet."""


def read(desk: Desk, group: str) -> PlanSeen:
    """Return the work plan of a group, its first priority first."""
    with desk.store.read() as connection:
        lines = rows.plan(connection, group)
        voted = rows.votes(connection, group)
    here = {line.words.casefold() for line in lines}
    starters = [theme for theme in desk.content.groups.themes if theme.casefold() not in here]
    return PlanSeen(lines, voted, starters)


def add(desk: Desk, group: str, words: str) -> tuple[str, Changes]:
    """Put a priority last on the work plan. Returns its id."""
    with desk.store.write("Added to the work plan") as tx:
        groups.standing(tx, group)
        made = _add(tx, desk, group, words)
        drafts.saved(tx, "work_group", group, NEW)
    return made, tx.changes


def _add(tx: Transaction, desk: Desk, group: str, words: str, vote: str | None = None) -> str:
    said = " ".join(words.split())
    if not said:
        raise UserError("A priority needs its words.", _SAFE)
    lines = rows.plan(tx.connection, group)
    if any(line.words.casefold() == said.casefold() for line in lines):
        raise UserError(f"“{said}” is on the work plan already.", _SAFE)
    order = max((line.order for line in lines), default=-1) + 1
    line = LogLine(
        id=new_id(), kind=KIND, confirmed=True, on=desk.today(), group_id=group, words=said, order=order,
        publicity=Publicity.PRIVATE, vote_id=vote,
    )  # fmt: skip
    tx.add(line, session=None)
    return line.id


def change(desk: Desk, line: str, words: str) -> Changes:
    """Change the words of a priority."""
    with desk.store.write("Changed the work plan") as tx:
        still_there.row(tx, "log_line", line)
        if not words.strip():
            raise UserError("A priority needs its words.", _SAFE)
        tx.change("log_line", line, words=" ".join(words.split()))
        drafts.saved(tx, "log_line", line, ("words",))
    return tx.changes


def move(desk: Desk, group: str, line: str, by: int) -> Changes:
    """Move a priority up or down; at an end it stays."""
    with desk.store.write("Moved a priority") as tx:
        ids = [one.id for one in rows.plan(tx.connection, group)]
        if line not in ids:
            raise UserError("That priority was taken away.", _SAFE)
        at = ids.index(line)
        ids.insert(max(0, min(len(ids) - 1, at + by)), ids.pop(at))
        for order, one in enumerate(ids):
            tx.change("log_line", one, order=order)
    return tx.changes


def remove(desk: Desk, line: str) -> Changes:
    """Take a priority off the work plan; undo brings it back."""
    with desk.store.write("Took a priority off the work plan") as tx:
        still_there.row(tx, "log_line", line)
        tx.remove("log_line", line)
    return tx.changes


def order_by_vote(desk: Desk, group: str, vote: str) -> Changes:
    """Put the work plan into the order a vote gave: what has most votes first, what was not voted on last, as it was.

    What is not on the plan yet comes onto it. Each line says which vote gave it its place.
    """
    with desk.store.write("Put the work plan into the order of a vote") as tx:
        groups.standing(tx, group)
        found = reading.one(tx.connection, Vote, vote)
        chosen = [one for one in found.options if not one.withdrawn and one.label.strip()]
        if not chosen:
            raise UserError("Nothing could be voted for in that vote.", _SAFE)
        votes = {" ".join(one.label.split()).casefold(): one.votes for one in chosen}
        here = {line.words.casefold() for line in rows.plan(tx.connection, group)}
        for one in chosen:
            words = " ".join(one.label.split())
            if words.casefold() not in here:
                _add(tx, desk, group, words, vote)
                here.add(words.casefold())
        lines = rows.plan(tx.connection, group)
        ranked = sorted(lines, key=lambda line: (-votes.get(line.words.casefold(), -1), line.order))
        for order, line in enumerate(ranked):
            given = vote if line.words.casefold() in votes else None
            tx.change("log_line", line.id, order=order, vote_id=given)
    return tx.changes
