"""The answers a point had before, read from what each change replaced."""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Connection, or_, select

from coprod_desktop.domain.record import AnswerBefore, Point
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.store import schema

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
    return tuple(replace(one, before=_before(one, changes[one.id])) if one.id in changes else one for one in points)


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
