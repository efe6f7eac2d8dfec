"""What a session file carries from one laptop to another beside the session: answers, changes, what is gone or sealed.

All of it is optional, and private as the whole file is. A value that is not as it should be is left out: of an answer
that means it opens nothing.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from coprod_desktop.domain.ids import is_id
from coprod_desktop.domain.permission import Permission
from coprod_desktop.domain.record import Row, Telling, Update
from coprod_desktop.domain.words import AnswerKind, EarlierStatus, UpdateState
from coprod_desktop.services.bring_in import rows_beside

KEYS = ("permissions", "revisions", "gone", "sealed", "tellings", "promise_updates", *rows_beside.KEYS)
Json = dict[str, Any]
_NOUNS = frozenset({"entry", "person"})


class Revision(NamedTuple):
    """One change of one row: when and where (clock and device are its name), and the columns as they were before."""

    noun: str
    row_id: str
    hlc: int
    device: str
    at: str
    old: Mapping[str, Any]


class Gone(NamedTuple):
    """Something struck or erased: its id, its kind, and its key in the file."""

    id: str
    noun: str
    key: str
    why: str
    words: str | None = None
    """A hash of its words keyed by its id, to know it again in files without ids."""


class Added(NamedTuple):
    """A dated line on a promise that another session made and this one tells of."""

    promise: str
    update: Update


@dataclass(frozen=True, kw_only=True)
class Private:
    """See the module."""

    permissions: tuple[Permission, ...] = ()
    revisions: tuple[Revision, ...] = ()
    gone: tuple[Gone, ...] = ()
    sealed: tuple[str, ...] = ()
    tellings: tuple[Telling, ...] = ()
    """Of which promise each paper of this session told, when, and whether it said anything of its own."""
    updates: tuple[Added, ...] = ()
    beside: tuple[Row, ...] = ()
    """See rows_beside."""


def read(data: Json) -> Private:
    """Take it from a file's top level."""
    return Private(
        permissions=tuple(_permissions(data.get("permissions"))),
        revisions=tuple(_revisions(data.get("revisions"))),
        gone=tuple(
            Gone(
                row["uid"],
                str(row.get("noun", "entry")),
                str(row.get("key", "")),
                str(row.get("why", "struck")),
                _text(row.get("words")),
            )
            for row in _rows(data.get("gone"))
        ),
        sealed=tuple(uid for uid in _list(data.get("sealed")) if is_id(uid)),
        tellings=tuple(_tellings(data.get("tellings"))),
        updates=tuple(_updates(data.get("promise_updates"))),
        beside=rows_beside.read(data),
    )


def as_json(private: Private) -> Json:
    """Make the keys of the file's top level; those with nothing in them stay out, but for the changes."""
    out: Json = {
        "permissions": [_permission_out(row) for row in private.permissions],
        "gone": [{"uid": g.id, "noun": g.noun, "key": g.key, "why": g.why, "words": g.words} for g in private.gone],
        "sealed": list(private.sealed),
        "tellings": [_telling_out(t) for t in private.tellings],
        "promise_updates": [
            {"uid": u.id, "promise": promise, "on": u.on.isoformat(), "state": str(u.state), "text": u.text}
            for promise, u in private.updates
        ],
    } | rows_beside.as_json(private.beside)
    revisions = [
        {"noun": r.noun, "uid": r.row_id, "hlc": r.hlc, "device": r.device, "at": r.at, "old": dict(r.old)}
        for r in private.revisions
    ]
    return {k: v for k, v in out.items() if v} | {"revisions": revisions}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _rows(value: Any) -> Iterator[Json]:
    yield from (row for row in _list(value) if isinstance(row, dict) and is_id(row.get("uid")))


def _permissions(value: Any) -> Iterator[Permission]:
    for row in _list(value):
        if not isinstance(row, dict) or not is_id(row.get("id")) or not is_id(row.get("uid")):
            continue
        if str(row.get("of")) not in _NOUNS:
            continue
        words = [str(row.get(key) or "") for key in ("purpose", "circle", "value", "basis")]
        over = tuple(i for i in _list(row.get("over")) if is_id(i))
        yield Permission(
            row["id"], row["of"], row["uid"], words[0], words[1], words[2], words[3], over, _said_on(row),
            _text(row.get("asked_by")), _text(row.get("helped")), _text(row.get("session")),
        )  # fmt: skip


def _permission_out(row: Permission) -> Json:
    out: Json = {
        "id": row.id,
        "of": row.noun,
        "uid": row.subject,
        "purpose": str(row.purpose),
        "circle": str(row.circle),
        "value": str(row.value),
        "basis": str(row.basis),
        "over": list(row.over),
        "on": row.on.isoformat() if row.on else None,
        "asked_by": row.asked_by,
        "helped": row.helped,
        "session": row.session,
    }
    return {k: v for k, v in out.items() if v is not None}


def _tellings(value: Any) -> Iterator[Telling]:
    """Of a promise another session made, the words stand in the file's own list; of its own, here."""
    for row in _rows(value):
        words = row.get("as_told")
        words = words if isinstance(words, dict) else {}
        promise, answer = row.get("promise"), row.get("answer")
        if is_id(promise):
            yield Telling(
                id=row["uid"],
                text=_text(words.get("text")) or "",
                due=_day(words.get("due")),
                status=None if row.get("said") is False else EarlierStatus.ON_TRACK,
                promise=str(promise),
                told_on=_day(row.get("told_on")),
                answer=AnswerKind(answer) if answer in set(AnswerKind) else None,
                owner=_text(row.get("owner")),
            )


def _telling_out(telling: Telling) -> Json:
    out: Json = {"uid": telling.id, "promise": telling.promise}
    out |= {"told_on": telling.told_on.isoformat()} if telling.told_on else {}
    out |= {"answer": telling.answer.value} if telling.answer else {}
    out |= {"owner": telling.owner} if telling.owner else {}
    out |= {"said": False} if telling.status is None else {}
    if telling.made is None:  # of its own promise
        out["as_told"] = {"text": telling.text, "due": telling.due.isoformat() if telling.due else None}
    return out


def _updates(value: Any) -> Iterator[Added]:
    for row in _rows(value):
        on, state, promise = _day(row.get("on")), row.get("state"), row.get("promise")
        if on is not None and state in set(UpdateState) and is_id(promise):
            update = Update(id=row["uid"], on=on, state=UpdateState(state), text=_text(row.get("text")))
            yield Added(str(promise), update)


def _revisions(value: Any) -> Iterator[Revision]:
    for row in _rows(value):
        old, hlc, device = row.get("old"), row.get("hlc"), row.get("device")
        is_number = isinstance(hlc, int) and not isinstance(hlc, bool) and 0 <= hlc < 2**63
        if isinstance(old, dict) and is_number and isinstance(device, str) and isinstance(row.get("noun"), str):
            yield Revision(row["noun"], row["uid"], int(hlc or 0), device, str(row.get("at") or ""), old)


def _said_on(row: Json) -> datetime.date | None:
    """Return the day of an answer. A day that cannot be read may lie ahead: of a yes it counts as one that does."""
    day = _day(row.get("on"))
    if day is None and row.get("on") is not None and str(row.get("value")) not in {"no", "not sure", "not at all"}:
        return datetime.date.max
    return day


def _day(value: Any) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
