"""Questions to those who can answer: asked, chased, put to somebody above, agreed, declined, replied. Each with its day.

A step is only ever added. Where the point has a field of its own for what a step says, both are written in one go.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.domain import asking as rules
from coprod_desktop.domain import dates
from coprod_desktop.domain.as_it_came import as_it_came, in_one_line
from coprod_desktop.domain.asking import Question
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Point, Session
from coprod_desktop.domain.week_after import Asking, AskingStep
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import promises as rows
from coprod_desktop.store import reading
from coprod_desktop.store.transaction import Transaction

_NOTHING = "Nothing was written down."


@dataclass(frozen=True, kw_only=True)
class Silent:
    """A question whose day is past without a reply."""

    session: str
    session_title: str
    point: str
    you_said: str
    question: Question


@dataclass(frozen=True, kw_only=True)
class Due:
    """A session whose people wait for an answer: nothing has gone back to them."""

    session: str
    title: str
    reply_by: datetime.date


def default_day(desk: Desk, session: str | None = None) -> datetime.date:
    """Return the day by which a reply is wanted: in two weeks, or some days before people are to hear, if that is sooner."""
    usual = desk.today() + datetime.timedelta(rules.DAYS)
    if session is None:
        return usual
    with desk.store.read() as connection:
        until = reading.one(connection, Session, session).reply_by
    if until is None or until <= desk.today():
        return usual
    return min(usual, max(desk.today(), dates.working_days_before(until, 3)))


def ask(
    desk: Desk, points: Sequence[str], to_whom: str, on: datetime.date, reply_by: datetime.date | None = None
) -> Changes:
    """Write down that these points were put to somebody, and by when a reply is wanted."""
    who = _who(to_whom)
    _in_order(desk, on, reply_by)
    with desk.store.write("Asked somebody") as tx:
        for point in dict.fromkeys(points):
            _add(tx, point, AskingStep.ASKED, who, on, reply_by)
            tx.change("point", point, asked_who=who, asked_on=on, chased_on=None)
    return tx.changes


def chase(
    desk: Desk, points: Sequence[str], on: datetime.date, reply_by: datetime.date | None = None, *, who: str = ""
) -> Changes:
    """Write down that whoever has these questions was asked again: `who` of those who have them, else who is to reply first."""
    _in_order(desk, on, reply_by)
    with desk.store.write("Asked again") as tx:
        for point in points:
            _add(tx, point, AskingStep.CHASED, _has_it(tx, point, on, who), on, reply_by)
            tx.change("point", point, chased_on=on)
    return tx.changes


def escalate(
    desk: Desk, points: Sequence[str], to_whom: str, on: datetime.date, reply_by: datetime.date | None = None
) -> Changes:
    """Write down that these questions were put to somebody above who was asked."""
    who = _who(to_whom)
    _in_order(desk, on, reply_by)
    with desk.store.write("Asked somebody above") as tx:
        for point in points:
            _has_it(tx, point, on)
            _add(tx, point, AskingStep.ESCALATED, who, on, reply_by)
    return tx.changes


def agreed(desk: Desk, points: Sequence[str], on: datetime.date) -> Changes:
    """Write down that who an answer is from agreed to it. From now on papers may name them, as they chose.

    Where nobody is written down as the owner, it is who was asked.
    """
    _in_order(desk, on, None)
    with desk.store.write("Wrote down that they agreed") as tx:
        for point in points:
            now = _point(tx, point)
            asked = rules.question(now)
            who = (now.owner or "").strip() or (asked.to_whom if asked else "")
            if not who:
                raise UserError("Nobody is written down who could have agreed.", f"Say who does it first. {_NOTHING}")
            _add(tx, point, AskingStep.AGREED, who, on)
            tx.change("point", point, owner=who, owner_agreed=on)
    return tx.changes


def declined(desk: Desk, points: Sequence[str], on: datetime.date, words: str = "", *, who: str = "") -> Changes:
    """Write down that who was asked does not take it on, in their words if they gave any.

    An answer that stood under their name, agreed to or not, is theirs no more: it asks again who does it.
    """
    _in_order(desk, on, None)
    with desk.store.write("Wrote down that they said no") as tx:
        for point in points:
            theirs = _has_it(tx, point, on, who)
            _add(tx, point, AskingStep.DECLINED, theirs, on, words=words)
            if rules.is_the_same(_point(tx, point).owner, theirs):
                tx.change("point", point, owner=None, owner_agreed=None)
            drafts.entered(tx, f"reply:{point}")
    return tx.changes


def replied(desk: Desk, point: str, on: datetime.date, words: str, *, who: str = "") -> Changes:
    """Keep a reply as it came, beside its question. The answer people get is written from it, and is another thing."""
    if not as_it_came(words):
        raise UserError("Type or paste the reply first.", _NOTHING)
    _in_order(desk, on, None)
    with desk.store.write("Kept a reply") as tx:
        _add(tx, point, AskingStep.REPLIED, _has_it(tx, point, on, who), on, words=words)
        drafts.entered(tx, f"reply:{point}")
    return tx.changes


def points(desk: Desk, session: str) -> Sequence[Point]:
    """Return a session's points with all that was asked about each."""
    with desk.store.read() as connection:
        return rows.of_session(connection, session)


def of_point(desk: Desk, point: str) -> Point:
    """Return one point with all that was asked about it. Raises UserError when it is gone."""
    with desk.store.read() as connection:
        found = rows.of_ids(connection, [point])
    if not found:
        raise UserError("That point is no longer in this workspace.", "")
    return found[0]


def silent(desk: Desk) -> Sequence[Silent]:
    """Return the questions of every session whose day is past and to which nothing came, the longest first."""
    today = desk.today()
    with desk.store.read() as connection:
        asked = rows.asked(connection)
    of = {point.id: session for session, point in asked}
    return tuple(
        Silent(
            session=of[point.id].id,
            session_title=of[point.id].title,
            point=point.id,
            you_said=point.you_said,
            question=question,
        )
        for point, question in rules.silent((point for _, point in asked), today)
    )


def nothing_back(desk: Desk) -> Sequence[Due]:
    """Return the sessions with a day by which people were to hear from us, and no paper since the day: soonest first."""
    with desk.store.read() as connection:
        found = rows.reply_due(connection)
    return tuple(Due(session=s.id, title=s.title, reply_by=day) for s, day in found)


def _who(to_whom: str) -> str:
    who = in_one_line(to_whom)
    if not who:
        raise UserError("Say who was asked: a name or a job title.", _NOTHING)
    return who


def _in_order(desk: Desk, on: datetime.date, reply_by: datetime.date | None) -> None:
    if on > desk.today():
        raise UserError("That day is still to come.", f"Write it down on the day, or choose an earlier one. {_NOTHING}")
    if reply_by is not None and reply_by < on:
        raise UserError("The day for the reply is before the day of the question.", f"Choose a later one. {_NOTHING}")


def _point(tx: Transaction, point: str) -> Point:
    still_there.row(tx, "point", point)
    return rows.of_ids(tx.connection, [point])[0]


def _has_it(tx: Transaction, point: str, on: datetime.date, who: str = "") -> str:
    """Return who has the question, of several the one who is meant. UserError when nobody has, or only after the day."""
    now = _point(tx, point)
    asked = rules.of_whom(now, who) if who else rules.question(now)
    if asked is None:
        raise UserError("Nobody was asked this yet.", f"Write down first who was asked, and when. {_NOTHING}")
    if on < asked.put[-1][1][-1]:
        day = dates.plain(asked.put[-1][1][-1])
        raise UserError(f"They were asked on {day}, which is later than this day.", f"Look at the day. {_NOTHING}")
    return asked.to_whom


def _add(
    tx: Transaction,
    point: str,
    step: AskingStep,
    who: str,
    on: datetime.date,
    reply_by: datetime.date | None = None,
    words: str = "",
) -> None:
    still_there.row(tx, "point", point)
    said = as_it_came(words) or None
    row = Asking(id=new_id(), point=point, step=step, to_whom=who, on=on, reply_by=reply_by, words=said)
    tx.add(row, session=reading.session_of(tx.connection, "point", point))
