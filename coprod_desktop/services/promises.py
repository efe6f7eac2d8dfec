"""Promises of every session and where each stands today: what Follow up, Promises and Home show."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coprod_desktop.domain import answers
from coprod_desktop.domain import promises as rules
from coprod_desktop.domain.promises import Standing
from coprod_desktop.domain.record import EarlierPromise, Point, Session, Update
from coprod_desktop.domain.words import UPDATE_WORDS, UpdateState
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import promises as rows
from coprod_desktop.store import reading
from coprod_desktop.store.promises import OfSession

DONE = UPDATE_WORDS[UpdateState.DONE]
WAITING = "Not due yet"
NO_DATE = "No date given"


@dataclass(frozen=True, kw_only=True)
class PromiseLine:
    """One promise in a list. `state` says in words where it stands today (rules: domain.promises)."""

    noun: str
    """"point" or "earlier_promise"."""
    id: str
    session: str
    session_title: str
    session_date: datetime.date
    you_said: str
    """"" for a promise from an earlier paper."""
    what: str
    who: str | None
    due: datetime.date | None
    standing: Standing
    state: str
    days_late: int
    """By how many days it was kept late or is overdue; 0 when it is neither."""
    last_update: datetime.date | None
    days_without_news: int | None
    """Since the last update on an open promise; None when it is closed or nothing was ever heard."""
    updates: tuple[Update, ...] = ()
    """Dated lines on a point, oldest first."""

    @property
    def late(self) -> bool:
        """Past its date (or said not to be done), and neither kept nor turned into a no."""
        return self.standing is Standing.OVERDUE

    @property
    def finished(self) -> bool:
        """Kept, or turned into a no: nothing more is awaited."""
        return self.standing not in {Standing.OVERDUE, Standing.NOT_DUE}


def lines(desk: Desk, session: str | None = None) -> tuple[PromiseLine, ...]:
    """Return promises as of today, of one session or of all: late ones first, then by date, finished ones last.

    Over all sessions, a promise that was brought into a later session's list is given once, from there.
    """
    found = _read(desk, session)
    return tuple(sorted(found if session else _once(found), key=_order))


def up_to(desk: Desk, session: str) -> tuple[PromiseLine, ...]:
    """Return the promises of a session and of those before it, in the order of `lines`."""
    found = _read(desk, None)
    with desk.store.read() as connection:
        day = reading.one(connection, Session, session).date
    return tuple(sorted(_once(p for p in found if p.session == session or p.session_date <= day), key=_order))


def _read(desk: Desk, session: str | None) -> list[PromiseLine]:
    today = desk.today()
    with desk.store.read() as connection:
        points, earlier = rows.points(connection, session), rows.earlier(connection, session)
    found = [line for where, p in points if (line := _of_point(where, p, today)) is not None]
    return found + [_of_earlier(where, p, today) for where, p in earlier]


def _of_point(where: OfSession, point: Point, today: datetime.date) -> PromiseLine | None:
    standing = rules.point_standing(point, today)
    if standing is None:
        return None
    last = rules.latest(point, today)
    is_open = standing in {Standing.OVERDUE, Standing.NOT_DUE}
    return PromiseLine(
        noun="point",
        id=point.id,
        session=where.id,
        session_title=where.title,
        session_date=where.date,
        you_said=point.you_said,
        what=point.text or (answers.words(point.answer) if point.answer else ""),
        who=point.owner,
        due=point.due,
        standing=standing,
        state=rules.point_in_words(point, today) or _waiting(standing, point.due),
        days_late=rules.point_days_late(point, today),
        last_update=last.on if last else None,
        days_without_news=(today - last.on).days if last and is_open else None,
        updates=point.updates,
    )


def _of_earlier(where: OfSession, promise: EarlierPromise, today: datetime.date) -> PromiseLine:
    return PromiseLine(
        noun="earlier_promise",
        id=promise.id,
        session=where.id,
        session_title=where.title,
        session_date=where.date,
        you_said="",
        what=promise.text,
        who=None,
        due=promise.due,
        standing=rules.standing(promise, today),
        state=rules.in_words(promise, today),
        days_late=rules.days_late(promise, today),
        last_update=promise.last_update,
        days_without_news=rules.days_without_update(promise, today),
    )


def _waiting(standing: Standing, due: datetime.date | None) -> str:
    if standing is Standing.KEPT:
        return DONE
    return WAITING if due else NO_DATE


def _once(found: Iterable[PromiseLine]) -> Iterator[PromiseLine]:
    brought: dict[tuple[str, datetime.date | None], str] = {}
    for line in sorted(found, key=lambda p: p.session_date, reverse=True):
        same = (line.what.strip().casefold(), line.due)
        if brought.get(same, line.session) != line.session:
            continue
        if line.noun == "earlier_promise":
            brought[same] = line.session
        yield line


def _order(line: PromiseLine) -> tuple[bool, bool, datetime.date, datetime.date]:
    never = datetime.date.max
    return not line.late, line.finished, line.due or never, line.session_date
