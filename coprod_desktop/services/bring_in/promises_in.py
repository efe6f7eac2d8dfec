"""Promises of a file that other sessions made: which they are, what was said of them, and where they join."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from coprod_desktop.domain import answers, promises
from coprod_desktop.domain.record import Point, SessionRecord, Telling
from coprod_desktop.domain.words import EarlierStatus
from coprod_desktop.services.bring_in.session_file import SessionFile
from coprod_desktop.services.bring_in.session_file_private import Private
from coprod_desktop.store import bin as bins
from coprod_desktop.store import joining, merging, reading
from coprod_desktop.store import promises as stored
from coprod_desktop.store.transaction import Transaction

_OURS = frozenset({"answer", "owner"})
"""What is told here of the promise itself, which has them too."""


def told(file: SessionFile, today: datetime.date) -> SessionRecord:
    """Return a file's record with what it tells of earlier promises as it was told: when, and of which.

    Without a day of its own a paper speaks from the session's; never from one that is still to come.
    """
    record = file.record
    day = min(record.session.as_of or record.session.date, today)
    known = {telling.id: telling for telling in file.private.tellings}
    earlier = []
    for telling in record.earlier:
        more = known.get(telling.id)
        if more is None:
            earlier.append(replace(telling, told_on=day))
            continue
        status = None if more.status is None else telling.status
        told_on = more.told_on or (None if status is None else day)
        earlier.append(
            replace(
                telling,
                status=status,
                told_on=told_on,
                promise=more.promise,
                answer=more.answer,
                owner=more.owner,
            )
        )
    return replace(record, earlier=tuple(earlier))


def columns(ours: Telling, theirs: Telling) -> dict[str, Any]:
    """Return the columns of a telling that two laptops put together.

    A file of an older program has to say something of each promise; where nothing was said here, that is none.
    """
    found = {name: value for name, value in merging.columns(theirs).items() if name not in _OURS}
    if ours.status is None and theirs.status in {EarlierStatus.ON_TRACK, promises.for_file(ours).status}:
        for name in ("status", "done_on", "decided_on", "last_update", "reason"):
            del found[name]
    return found


def owner_anew(tx: Transaction, theirs: Point) -> None:
    """An owner that another laptop typed, and who has not agreed there, has not agreed here either."""
    now = reading.one(tx.connection, Point, theirs.id)
    if now.owner == theirs.owner and answers.may_name_owner(now) and not answers.may_name_owner(theirs):
        tx.change("point", theirs.id, given=(*now.given, answers.OWNER_AGREED))


def find_session(tx: Transaction, promise: Point, session: str) -> None:
    """The session in which a promise was made has come, after a paper that told of it."""
    tx.update("point", promise.id, {**merging.columns(promise), "session_id": session})
    here = stored.updates_of(tx.connection, promise.id)
    for row in here:
        tx.update("promise_update", row, {"session_id": session})
    for update in promise.updates:
        if update.id in here:
            continue
        if reading.is_there(tx.connection, "promise_update", update.id):  # it came with a paper that told of it
            tx.update("promise_update", update.id, {"point_id": promise.id, "session_id": session})
        else:
            tx.add(update, session=session, point_id=promise.id)


def _is(tx: Transaction, telling: str, promise: str) -> None:
    """What a paper tells of is this promise; so is what other papers tell of with it, where only papers were known."""
    before = stored.told_of(tx.connection, telling)
    alone = before in stored.without_session(tx.connection)
    for one in stored.tellings_of(tx.connection, before) if before and alone else [telling]:
        joining.put_under(tx, one, promise)


def _back_where_printed(tx: Transaction, promise: str | None) -> None:
    """A promise that was taken away here is back once it is known that people have it on paper from another laptop."""
    if promise is None or reading.stands(tx.connection, "point", promise):
        return
    if reading.is_there(tx.connection, "point", promise) and stored.printed(tx.connection, promise) is not None:
        bins.put_back(tx, "point", promise)


def bring_in(tx: Transaction, session: str, private: Private, ids: Mapping[str, str]) -> None:
    """Bring in what goes between laptops of promises, and join what the file tells to what is here."""
    for telling in private.tellings:
        promise, here = ids.get(telling.promise, telling.promise), ids.get(telling.id, telling.id)
        if not reading.is_there(tx.connection, "telling", here):
            if telling.text and reading.is_there(tx.connection, "point", promise):  # of this session's own promise
                tx.add(replace(telling, status=None, promise=promise), session=session)
        elif not reading.is_there(tx.connection, "point", promise):
            joining.make_alone(tx, here, promise)
            _is(tx, here, promise)
        elif promise not in stored.without_session(tx.connection):
            _is(tx, here, promise)
        joining.told_first(tx, here, telling.told_on)
        _back_where_printed(tx, stored.told_of(tx.connection, here))
    joining.join(tx, session)
    ours = {t.promise: stored.told_of(tx.connection, ids.get(t.id, t.id)) for t in private.tellings}
    for promise, update in private.updates:
        of = ours.get(promise) or ids.get(promise, promise)
        if not reading.is_there(tx.connection, "point", of):
            continue
        if not reading.is_there(tx.connection, "promise_update", update.id):
            tx.add(update, session=reading.session_of(tx.connection, "point", of), point_id=of)
