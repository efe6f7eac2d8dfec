"""The answers a point had before, and what a no that came back changed: read from what each change replaced."""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, func, or_, select

from coprod_desktop.domain.looked_at import CHANGES, is_no
from coprod_desktop.domain.record import AnswerBefore, ChangedSince, Point
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.store import schema
from coprod_desktop.store.mapping import encode_row

_NAMES = ("answer", "text", "reason")
_ONCE_ANSWERED = '%"answer":"%'


class _Change(NamedTuple):
    at: str
    old: dict[str, Any]


def with_before(connection: Connection, session: str, points: Iterable[Point]) -> tuple[Point, ...]:
    """Return points of a session with the answers they had before."""
    p, r = schema.point, schema.revision
    of_session = select(r.c.row_id, r.c.at, r.c.old).join(p, p.c.id == r.c.row_id)
    of_session = of_session.where(p.c.session_id == session, r.c.noun == "point")
    changes: dict[str, list[_Change]] = defaultdict(list)
    changed = {row.row_id for row in connection.execute(of_session.where(r.c.old.like(_ONCE_ANSWERED)))}
    if changed:
        words = or_(*(r.c.old.like(f'%"{name}":%') for name in _NAMES))
        for row in connection.execute(of_session.where(words).order_by(r.c.seq)):
            if row.row_id in changed:
                changes[row.row_id].append(_Change(row.at, json.loads(row.old)))
    found = (replace(one, before=_before(one, changes[one.id])) if one.id in changes else one for one in points)
    return tuple(
        replace(one, since_no=_since_no(connection, one)) if any(map(is_no, one.said_back)) else one for one in found
    )


def _since_no(connection: Connection, point: Point) -> ChangedSince:
    """Return what was changed of a point since the last no came back."""
    b, r, u = schema.said_back, schema.revision, schema.promise_update
    last = select(func.max(b.c.hlc)).where(b.c.id.in_([said.id for said in point.said_back if is_no(said)]))
    no = connection.execute(last).scalar()
    was: dict[str, Any] = {}
    for old in connection.execute(
        select(r.c.old).where(r.c.row_id == point.id, r.c.hlc > no).order_by(r.c.seq)
    ).scalars():
        was = {name: value for name, value in json.loads(old).items() if name in CHANGES} | was
    now = encode_row(point)
    names = frozenset(name for name, value in was.items() if (value or None) != (now[name] or None))
    news = select(u.c.id).where(u.c.point_id == point.id, u.c.hlc > no, u.c.deleted_at.is_(None)).limit(1)
    due, answer = was.get("due"), was.get("answer")
    return ChangedSince(
        names=names,
        answer=AnswerKind(answer) if answer in set(AnswerKind) else None,
        due=datetime.date.fromisoformat(due) if due else None,
        news=connection.execute(news).first() is not None,
        had=frozenset(name for name in names if was[name]),
    )


def _before(point: Point, changes: Sequence[_Change]) -> tuple[AnswerBefore, ...]:
    state: dict[str, Any] = {name: getattr(point, name) for name in _NAMES}
    found = []
    for change in reversed(changes):
        earlier = state | {name: change.old[name] for name in _NAMES if name in change.old}
        if earlier["answer"] != state["answer"] and earlier["answer"] in set(AnswerKind):
            found.append(_as_it_was(earlier, change.at))
        state = earlier
    return tuple(reversed(found))


def _as_it_was(earlier: Mapping[str, Any], until: str) -> AnswerBefore:
    return AnswerBefore(
        answer=AnswerKind(earlier["answer"]),
        until=datetime.datetime.fromisoformat(until).astimezone().date(),
        text=earlier["text"],
        reason=earlier["reason"],
    )
