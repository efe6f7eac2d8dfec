"""Who can take part in a session and how, its days, why it is done so, and what was learnt: one field at a time.

Fields inside a list are named with a dot: "ways.online". Strands and days are typed as words: one strand a line, days
with commas between.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Any

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import Session
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading

WAYS = "ways."
FIELDS = frozenset(
    ("ways", "strands", "days", "senior_listener", "for_whom", "locality", "series", "series_n", "shuts_out", "repeats")
) | {"host", "wrote_it", "could_not_come", "why_method", "travel_note", "print_note", "learnt"}
"""Columns of a session that are changed here."""
_STAYS = "It stays as you typed it, and is not saved yet."
_MOST_DAYS = 60
_MOST_STRANDS = 40


def ways(desk: Desk) -> Sequence[str]:
    """Return the ways to take part that are offered."""
    return desk.content.pick_list("ways to take part")


def read(desk: Desk, session: str) -> Mapping[str, Any]:
    """Return every field by its name, as it is typed."""
    with desk.store.read() as connection:
        found = reading.one(connection, Session, session)
    typed = {"strands": "\n".join(found.strands), "days": ", ".join(dates.plain(day) for day in found.days)}
    return {**vars(found), **typed, **{f"{WAYS}{way}": way in found.ways for way in ways(desk)}}


def change(desk: Desk, session: str, field: str, value: Any) -> Changes:
    """Change one field; None takes it out. UserError, with what was typed left there, for what cannot be."""
    with desk.store.write("Changed how people take part") as tx:
        still_there.session(tx, session)
        now = reading.one(tx.connection, Session, session)
        tx.change("session", session, **_columns(desk, now, field, value))
        drafts.saved(tx, "taking_part", session, (field,))
    return tx.changes


def _columns(desk: Desk, now: Session, field: str, value: Any) -> dict[str, Any]:
    if field.startswith(WAYS):
        way = field.removeprefix(WAYS)
        wanted = {*now.ways} | {way} if value else {*now.ways} - {way}
        known = tuple(one for one in ways(desk) if one in wanted)
        return {"ways": known + tuple(one for one in now.ways if one in wanted and one not in known)}
    if field == "strands":
        return {"strands": _strands(value or "")}
    if field == "days":
        days = read_days(value or "", now.date)
        return {"days": days, "end_date": days[-1] if len(days) > 1 else now.end_date if not now.days else None}
    return {field: value}


def _strands(typed: str) -> tuple[str, ...]:
    """Return the strands, one a line, each once."""
    found = dict.fromkeys(line.strip() for line in typed.splitlines() if line.strip())
    if len(found) > _MOST_STRANDS:
        raise UserError(f"{len(found)} strands are more than anybody can choose from.", _STAYS)
    return tuple(found)


def read_days(typed: str, first: datetime.date) -> tuple[datetime.date, ...]:
    """Return the days that were typed, the session's first day among them, in their order.

    UserError for what is no day, or is before the first one. A day without a year is the next one from the first on.
    """
    found = {first}
    for part in re.split(r"[,;\n]| and ", typed):
        if not part.strip():
            continue
        day = dates.parse_date(part, first)
        if day < first:
            raise UserError(
                f"{dates.plain(day)} is before the first day, {dates.plain(first)}.",
                f"Change the day of the session first, or choose a later one. {_STAYS}",
            )
        found.add(day)
    if len(found) > _MOST_DAYS:
        raise UserError(f"{len(found)} days are too many for one session: make a series of it.", _STAYS)
    return tuple(sorted(found)) if len(found) > 1 else ()
