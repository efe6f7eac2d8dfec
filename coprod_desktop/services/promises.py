"""Promises: where each stands today, how they go, which paper tells of them. Follow up, Promises and Home are views of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from coprod_desktop.domain import answers, dates, looked_at
from coprod_desktop.domain import promises as rules
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.promises import Standing
from coprod_desktop.domain.record import Point, Session, Telling, Update
from coprod_desktop.domain.words import AnswerKind, UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import joining, reading
from coprod_desktop.store import promises as rows
from coprod_desktop.store.promises import NO as NO
from coprod_desktop.store.promises import OfSession
from coprod_desktop.store.promises import Tally as Tally
from coprod_desktop.store.transaction import Transaction

AT_ONCE = 100
"""So many promises are shown at once, of those that are open and of those that are over; one can ask for more."""
_OPEN = {"all": None, "late": True, "due": False}
"""Which promises are shown -> whether the open ones among them are late; None: all of them."""
_ENDED = {
    "all": (*rules.KEPT, Standing.CHANGED_TO_NO),
    "kept": (*rules.KEPT,),
    "no": (Standing.CHANGED_TO_NO, NO),
}
"""... -> those that are over. A no from the beginning is no promise, and stands with the noes only."""


@dataclass(frozen=True, kw_only=True)
class PromiseLine:
    """One promise in a list. `state` says in words where it stands today (rules: domain.promises)."""

    id: str
    session: str
    """Where it is followed up: the session it was made in, or the newest whose paper tells of it."""
    session_title: str
    session_date: datetime.date | None
    """Of the session it was made in; None when only papers that tell of it are here."""
    you_said: str
    """"" when only papers that tell of it are here."""
    what: str
    who: str | None
    due: datetime.date | None
    standing: Standing | None
    """None: a no from the beginning, which is no promise."""
    state: str
    days_late: int
    """By how many days it was kept late or is overdue; 0 when it is neither."""
    last_update: datetime.date | None
    days_without_news: int | None
    """Since the last word on an open promise; None when it is closed or nothing was ever heard."""
    updates: tuple[Update, ...] = ()
    """Dated lines, oldest first: what was added, and what later papers told."""
    tells: bool = False
    """Its day is the one by which people are told more."""
    reopened: bool = False
    """A no came back of it, and nothing of the answer was changed since."""
    told_in: frozenset[str] = frozenset()
    """Sessions whose paper tells of it, other than its own."""
    group: str | None = None
    """The group whose promise it is. One that was made in no session is followed up there; `session_title` is its name."""

    @property
    def late(self) -> bool:
        """Past its date (or said not to be done), and neither kept nor turned into a no."""
        return self.standing is Standing.OVERDUE

    @property
    def finished(self) -> bool:
        """Kept, or a no: nothing more is awaited."""
        return self.standing not in rules.OPEN and not self.reopened

    @property
    def alone(self) -> bool:
        """Only papers that tell of it are here, not the session in which it was made."""
        return self.session_date is None and self.group is None


@dataclass(frozen=True, kw_only=True)
class Promises:
    """Some promises, and how many there are in all."""

    lines: tuple[PromiseLine, ...]
    kept: Tally
    alone: int = 0
    """Of how many only later papers are here."""
    more: bool = False
    """There are more of these than are shown."""


# ---- seen


def seen(desk: Desk, which: str = "all", limit: int | None = AT_ONCE) -> Promises:
    """Return promises of every session as of today: "all", "late", "due", "kept", "no" or "alone"; late ones first.

    Of those that are open `limit` by their day, and of those that are over the newest `limit`; None: all of them.
    """
    today, one_more = desk.today(), None if limit is None else limit + 1
    with desk.store.read() as connection:
        kept, alone = rows.how_many(connection, today), rows.nowhere(connection)
        found = [alone] if which == "alone" else []
        if which in _OPEN:
            found.append(rows.every_open(connection, today, one_more, late=_OPEN[which]))
        if which in _ENDED:
            found.append(rows.every_ended(connection, _ENDED[which], one_more))
    lines = [line for some in found for line in _lines(some[:limit], today)]
    more = limit is not None and any(len(some) > limit for some in found)
    return Promises(lines=tuple(sorted(lines, key=_order)), kept=kept, alone=len(alone), more=more)


def due(desk: Desk, limit: int = 50) -> Promises:
    """Return the first open promises of every session by their day, the late ones first; and how many there are."""
    today = desk.today()
    with desk.store.read() as connection:
        kept = rows.how_many(connection, today)
        found = rows.every_open(connection, today, limit)
    return Promises(lines=tuple(sorted(_lines(found, today), key=_order)), kept=kept)


def lines(desk: Desk, session: str | None = None) -> tuple[PromiseLine, ...]:
    """Return promises as of today, of one session or of all: late ones first, then by date, finished ones last."""
    if session is None:
        return seen(desk, limit=None).lines
    with desk.store.read() as connection:
        found = rows.with_session(connection, session)
    return tuple(sorted((p for p in _lines(found, desk.today()) if p.standing or p.reopened), key=_order))


def up_to(desk: Desk, session: str) -> tuple[PromiseLine, ...]:
    """Return what a session promised or tells of, and the first AT_ONCE open ones made before it, as `lines`.

    Of a session of a project, those made in the same project.
    """
    with desk.store.read() as connection:
        about = reading.one(connection, Session, session)
        before = rows.open_before(connection, about.date, AT_ONCE, about.project)
        found = [*rows.with_session(connection, session), *before]
    once = {point.id: (where, point) for where, point in found}
    return tuple(sorted((p for p in _lines(once.values(), desk.today()) if p.standing), key=_order))


def of_group(connection: Any, group: str, today: datetime.date, most: int) -> Sequence[PromiseLine]:
    """Return the promises of a group and of its sessions: `most` that are open, and `most` that are over."""
    found = [one for is_open in (True, False) for one in rows.of_group(connection, group, is_open=is_open, limit=most)]
    return tuple(sorted(_lines(found, today), key=_order))


def one_line(desk: Desk, promise: str) -> PromiseLine | None:
    """Return one promise that was made in no session; None when it is not there."""
    with desk.store.read() as connection:
        if not reading.stands(connection, "point", promise):
            return None
        (point,) = rows.of_ids(connection, [promise])
        return _line(rows.NOWHERE, point, desk.today())


def to_tell(desk: Desk, session: str) -> tuple[PromiseLine, ...]:
    """Return the open promises of earlier sessions that this session's paper does not tell of yet."""
    return not_told(up_to(desk, session), session)


def not_told(lines: Iterable[PromiseLine], session: str) -> tuple[PromiseLine, ...]:
    """Return those of these promises that were made before, are open, and are not on this session's paper yet."""
    return tuple(p for p in lines if not p.finished and session not in {p.session, *p.told_in})


def might_be(desk: Desk, alone: PromiseLine) -> tuple[PromiseLine, ...]:
    """Return the promises made in a session that it could be, those most like it first."""
    words = set(rules.alike(alone.what, None)[0].split())

    def unlike(line: PromiseLine) -> tuple[float, datetime.date]:
        theirs = set(rules.alike(line.what, None)[0].split())
        shared = len(words & theirs) / max(1, len(words | theirs))
        return -shared - (line.due == alone.due) * 0.25, line.due or datetime.date.max

    return tuple(sorted((p for p in lines(desk) if not p.alone), key=unlike))


def _lines(found: Iterable[tuple[OfSession, Point]], today: datetime.date) -> list[PromiseLine]:
    return [_line(where, point, today) for where, point in found]


def _line(where: OfSession, point: Point, today: datetime.date) -> PromiseLine:
    elsewhere = tuple(dict.fromkeys(t.session for t in point.tellings if t.session != where.id))
    return PromiseLine(
        id=point.id,
        session=where.id or (elsewhere[-1] if elsewhere else ""),
        session_title=where.title,
        session_date=where.date,
        you_said=point.you_said,
        what=_called(point),
        who=point.owner,
        due=point.due,
        standing=rules.standing(point, today),
        state=_reopened(point) or rules.in_words(point, today),
        days_late=rules.days_late(point, today),
        last_update=rules.last_heard(point, today),
        days_without_news=rules.days_without_news(point, today),
        updates=tuple(
            Update(id=n.id, on=n.happened_on or n.said_on, state=n.state, text=n.text)
            for n in rules.news(point)
            if n.said_on != datetime.date.min
        ),
        tells=answers.tells(point),
        reopened=point.reopened,
        told_in=frozenset(elsewhere),
        group=point.group_id,
    )


def _called(point: Point) -> str:
    """Return what a promise is called in a list: its words; of one without, what people said and the bare answer."""
    bare = rules.words_of(point)
    if point.text or not point.you_said or bare == point.you_said:
        return bare
    return f"{point.you_said.rstrip('.')}: {bare[:1].lower()}{bare[1:]}"


def _reopened(point: Point) -> str:
    """Return that a no came back, with what they said, while nothing of the answer was changed for it."""
    if not point.reopened:
        return ""
    said = looked_at.noes(point)[-1]
    words = f": “{said.back}”" if said.back else ""
    return f"Open again. On {dates.plain(said.on)} somebody said no to this answer{words}"


def _order(line: PromiseLine) -> tuple[bool, bool, datetime.date, datetime.date]:
    never = datetime.date.max
    return not line.late, line.finished, line.due or never, line.session_date or never


# ---- done


def add_update(desk: Desk, promise: str, on: datetime.date, state: UpdateState, text: str | None = None) -> Changes:
    """Add a dated line on a promise, wherever it was made; nothing is overwritten."""
    if state is UpdateState.CHANGED_TO_NO and not (text or "").strip():
        raise UserError("A no needs its reason.", "Say why in plain words. Nothing was changed.")
    if on > desk.today():
        raise UserError("This day is still to come.", "Write the day on which it was so. Nothing was changed.")
    with desk.store.write("Added how a promise goes") as tx:
        still_there.promise(tx, promise)
        session = reading.session_of(tx.connection, "point", promise)
        tx.add(Update(id=new_id(), on=on, state=state, text=text or None), session=session, point_id=promise)
    return tx.changes


def tell(desk: Desk, session: str, promises: Sequence[str]) -> Changes:
    """Let this session's paper tell how these promises go; one that it tells of already stays once."""
    with desk.store.write("Put earlier promises on this paper") as tx:
        still_there.session(tx, session)
        told = {t.promise for t in rows.told_in(tx.connection, session)}
        order = reading.next_order(tx.connection, "telling", session)
        wanted = [p for p in dict.fromkeys(promises) if p not in told]
        for i, point in enumerate(rows.of_ids(tx.connection, wanted)):
            still_there.promise(tx, point.id)
            telling = Telling(
                id=new_id(),
                key=reading.next_key(tx.connection, "telling", session, "e"),
                text=rules.words_of(point),
                due=point.due,
                owner=point.owner,
                answer=point.answer,
                promise=point.id,
                order=order + i,
            )
            tx.add(telling, session=session)
    return tx.changes


def tell_of_elsewhere(desk: Desk, session: str, words: str, due: datetime.date | None = None) -> Changes:
    """Let this session's paper tell of a promise that was made where this workspace was not: a letter, an older meeting.

    It is joined to a promise in the same words that is here; else it is one of its own, without a session. Nobody is
    named: whoever gave it has not been asked.
    """
    if not words.strip():
        raise UserError("There are no words of the promise yet.", "Type it as it was said. Nothing was changed.")
    with desk.store.write("Wrote down a promise made elsewhere") as tx:
        still_there.session(tx, session)
        telling = Telling(
            id=new_id(),
            key=reading.next_key(tx.connection, "telling", session, "e"),
            text=" ".join(words.split()),
            due=due,
            answer=AnswerKind.WILL,
            promise=new_id(),
            order=reading.next_order(tx.connection, "telling", session),
        )
        tx.add(telling, session=session)
        joining.make_alone(tx, telling.id, telling.promise)
        joining.join(tx, session)
        drafts.added(tx, session, "earlier", "due")
    return tx.changes


def join(desk: Desk, alone: str, promise: str) -> Changes:
    """Say that a promise of which only later papers are here is this one, made in a session that is here."""
    with desk.store.write("Joined a promise to where it was made") as tx:
        for one in (alone, promise):
            still_there.promise(tx, one)
        if alone not in rows.without_session(tx.connection):
            raise UserError("It is known where that was promised.", "Nothing was changed.")
        for telling in rows.tellings_of(tx.connection, alone):
            joining.put_under(tx, telling, promise)
    return tx.changes


def print_told(tx: Transaction, session: str, told_on: datetime.date) -> None:
    """Note what a session's paper told of each promise: from now on none of them can be taken away."""
    for point in rows.of_session(tx.connection, session):
        now: dict[str, Any] = {
            "text": rules.words_of(point),
            "due": point.due,
            "owner": point.owner,
            "answer": point.answer,
        }
        own = [t for t in point.tellings if t.session == session]
        before = own[-1] if own else None
        if point.answer is None or (before and all(getattr(before, k) == v for k, v in now.items())):
            continue
        if before and before.told_on == told_on and before.answer == point.answer:
            tx.change("telling", before.id, **now)
        else:
            tx.add(Telling(id=new_id(), promise=point.id, told_on=told_on, order=point.order, **now), session=session)
    for telling in rows.told_in(tx.connection, session):
        if telling.status is None and telling.told_on is None:
            tx.change("telling", telling.id, told_on=told_on, text=telling.text, due=telling.due, owner=telling.owner)


def cannot_go(tx: Transaction, promise: str) -> None:
    """Raise UserError when a promise was printed: it can be answered, and not taken away."""
    printed = rows.printed(tx.connection, promise)
    if printed is not None:
        raise UserError(
            "People have this on paper, so it stays.",
            "Say on Follow up how it goes: done, or changed to no and why. Nothing was changed.",
        )
