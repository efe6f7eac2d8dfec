"""The sessions of a group: the next one takes what the group and the last one know; numbers stay with what they were given to."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, NamedTuple

from coprod_desktop.domain import dates, series
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.group_record import WorkGroup
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Session
from coprod_desktop.domain.words import Attending
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, groups, sessions, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import groups as rows
from coprod_desktop.store import reading
from coprod_desktop.store.transaction import Transaction

TAKEN_ALONG = (
    *("start", "end", "finish_by", "place", "format", "organisation", "locality", "nation", "contact", "ladder_aim"),
    *("repeats", "senior_listener", "host", "ways", "travel_note", "for_whom", "lead_name", "lead_phone", "why_method"),
)
"""What a session takes from the one before it in its group."""


def first_day(desk: Desk, group: str) -> datetime.date:
    """Return the day that is offered for the next session: as the last one repeats, else four weeks after it."""
    with desk.store.read() as connection:
        last = rows.last_session(connection, group)
    today = desk.today()
    return series.next_day(last.date, last.repeats, today) if last is not None else today + datetime.timedelta(28)


def plan_next(
    desk: Desk, group: str, on: datetime.date | None = None, *, with_members: bool = True, **said: Any
) -> tuple[str, Changes]:
    """Plan the next session of a group. It is numbered, carries on from the last one, and its members are on its list.

    `said` are fields of domain.record.Session that somebody chose: they stand in place of what the last one had.
    """
    day = on or first_day(desk, group)
    with desk.store.write("Planned the next session of a group") as tx:
        found = groups.standing(tx, group)
        last = rows.last_session(tx.connection, group)
        made = new_id()
        session = Session(id=made, key=made, date=day, **(_fields(desk, tx, found, last) | said))
        tx.add(session, session=made)
        for line in rows.members(tx.connection, group) if with_members else ():
            person = line.member.person_id
            if person is not None and line.member.left_on is None:
                tx.attend(person, made, role=line.member.role or "", attendance=Attending.INVITED)
    return made, tx.changes


def _fields(desk: Desk, tx: Transaction, group: WorkGroup, last: Session | None) -> dict[str, Any]:
    usual = desk.content.groups.session_types.get(group.kind, "workshop")
    known: dict[str, Any] = {name: getattr(last, name) for name in TAKEN_ALONG} if last is not None else {}
    known["locality"] = known.get("locality") or group.locality
    known["contact"] = known.get("contact") or group.contact
    return known | {
        "title": series.without_number(last.title) if last is not None else group.name,
        "type": last.type if last is not None else usual,
        "project": group.name,
        "group_id": group.id,
        "series": (last.series if last is not None else None) or group.name,
        "series_n": series.next_number(rows.numbers(tx.connection, group.id)),
        "follows": last.id if last is not None else None,
    }


def put_into(desk: Desk, session: str, group: str | None) -> Changes:
    """Say of which group a session is; None: of none. It gets the next number of the group, and keeps it whatever comes.

    One that came from another laptop, where it is of a group of that name, keeps the number it has there.
    """
    with desk.store.write("Said of which group a session is") as tx:
        still_there.session(tx, session)
        now = reading.one(tx.connection, Session, session)
        if now.group_id == group:
            return tx.changes
        if group is None:
            tx.change("session", session, group_id=None, series_n=None, series=None)
        else:
            found = groups.standing(tx, group)
            taken = rows.numbers(tx.connection, group)
            kept = now.series_n if now.series == found.name and now.series_n not in taken else None
            number = kept or series.next_number(taken)
            told: dict[str, Any] = {"group_id": group, "series_n": number, "series": found.name}
            tx.change("session", session, **told, project=now.project or found.name)
        _lines_too(tx, session, group)
    return tx.changes


def _lines_too(tx: Transaction, session: str, group: str | None) -> None:
    """What was decided in a session is in the log of its group."""
    for line in rows.lines_of_session(tx.connection, session):
        tx.change("log_line", line, group_id=group)


def renumber(desk: Desk, session: str, number: int | None) -> Changes:
    """Give a session another number. UserError for one that another session of the group has."""
    with desk.store.write("Numbered a session") as tx:
        still_there.session(tx, session)
        now = reading.one(tx.connection, Session, session)
        if number is not None and not series.is_number(number):
            raise UserError("A session has a number from 1 up.", "Nothing was changed.")
        taken = rows.numbers(tx.connection, now.group_id) if now.group_id else ()
        if number is not None and number != now.series_n and number in taken:
            raise UserError(f"Another session of the group is number {number}.", "Nothing was changed.")
        tx.change("session", session, series_n=number)
        drafts.saved(tx, "session", session, ("series_n",))
    return tx.changes


class Choices(NamedTuple):
    """What can be said of which group a session is, what it carries on from, and who gives the room: (words, value)."""

    groups: Sequence[tuple[str, str]]
    before: Sequence[tuple[str, str]]
    partners: Sequence[tuple[str, str]]


_AROUND = 60
"""So many sessions before it are offered."""


def choices(desk: Desk, session: str) -> Choices:
    """Return what can be chosen for a session: every group, earlier sessions (its group's first), its group's partners."""
    with desk.store.read() as connection:
        now = reading.one(connection, Session, session)
        named = [(line.name, line.id) for line in rows.lines(connection, desk.today())]
        partners = [one.name for one in rows.partners(connection, now.group_id)] if now.group_id else []
        earlier = rows.earlier(connection, session, now.date, now.group_id, _AROUND)
    before = [(f"{title}, {dates.plain(datetime.date.fromisoformat(day))}", one) for one, title, day in earlier]
    return Choices(named, before, [(name, name) for name in partners])


def change(desk: Desk, session: str, field: str, value: Any) -> Changes:
    """Change one of the fields of a series: group_id, series_n, follows, repeats, host or wrote_it."""
    if field == "group_id":
        return put_into(desk, session, value)
    if field == "series_n":
        return renumber(desk, session, value)
    if field == "follows":
        return follow(desk, session, value)
    if field not in {"repeats", "host", "wrote_it"}:
        raise UserError(f"A series has no “{field}”.", "Nothing was changed.")
    return sessions.change(desk, session, **{field: value})


def follow(desk: Desk, session: str, before: str | None) -> Changes:
    """Say which session this one carries on from: a wide survey first, a small group after. UserError for a circle."""
    with desk.store.write("Said what a session carries on from") as tx:
        still_there.session(tx, session)
        at, seen = before, {session}
        while at is not None:
            if at in seen:
                raise UserError("Then each would carry on from the other.", "Nothing was changed.")
            seen.add(at)
            at = (
                reading.one(tx.connection, Session, at).follows
                if reading.is_there(tx.connection, "session", at)
                else None
            )
        tx.change("session", session, follows=before)
    return tx.changes
