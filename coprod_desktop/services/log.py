"""The log: one line with Enter, its kind suggested; confirmed afterwards, with what is written behind it, and for whom it is.

What is behind a line is one field at a time, as the table of kinds asks for it (resources/content/log_kinds.json).
"""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from coprod_desktop.domain import log_rules
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.log_kinds import COLUMNS, LogKind
from coprod_desktop.domain.log_record import LogLine, Publicity
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.errors import UserError
from coprod_desktop.services import drafts, still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import log as rows
from coprod_desktop.store import not_again, reading
from coprod_desktop.store.log import DueLine as DueLine
from coprod_desktop.store.transaction import Transaction

SEVERAL = frozenset({"trained"})
"""Fields of several words or phrases, typed with commas between them."""
_NOTHING = "Nothing was changed."
_OWN = frozenset({"words", "on", "publicity", "follow_up", "kind"})
"""Fields that every line has, whatever its kind."""
CLOSED = rows.CLOSED


# ---- written down


def add(
    desk: Desk,
    words: str,
    button: str = "",
    *,
    group: str | None = None,
    session: str | None = None,
    kind: str | None = None,
    on: datetime.date | None = None,
    **values: Any,
) -> tuple[str, Changes]:
    """Write one line down. Its kind is suggested from its words, among those of the button, unless one is given.

    A line of a session is in the log of that session's group as well. Returns its id.
    """
    words = words.strip()
    log_rules.check_words(words)
    chosen = desk.content.log.suggest(button, words) if kind is None else known(desk, kind)
    day = on or desk.today()
    if chosen.promise:
        values = {**_pledged(words, day), **values}
    taken = {name: _taken(name, value) for name, value in values.items()}
    line = LogLine(
        id=new_id(),
        kind=chosen.kind,
        confirmed=kind is not None and not chosen.promise,
        on=day,
        session_id=session,
        words=words,
        publicity=chosen.publicity,
        follow_up=chosen.follow_up.day(day, values),
        **{**taken, **_closing(desk, chosen, day, taken)},
    )
    for name in values:
        log_rules.check_field(chosen, name, vars(line))
    with desk.store.write("Wrote a line of the log down") as tx:
        line = dataclasses.replace(line, group_id=_place(tx, group, session, words))
        tx.add(line, session=session)
        if group is not None:
            drafts.saved(tx, "work_group", group, ("new_log",))
        if session is not None:
            drafts.added(tx, session, "log")
    return line.id, tx.changes


def known(desk: Desk, kind: str) -> LogKind:
    """Return a kind that can be written down here. UserError for one that is not in the table."""
    found = desk.content.log.of(kind)
    if not found.known:
        names = ", ".join(row.kind for row in desk.content.log.written_here())
        raise UserError(f"There is no kind of line called “{kind}”.", f"There are: {names}. {_NOTHING}")
    return found


def _place(tx: Transaction, group: str | None, session: str | None, words: str) -> str | None:
    """Return the group a line belongs to. Nothing goes to what was taken away, nor into a session again what was struck."""
    if session is not None:
        still_there.session(tx, session)
        if not_again.NotAgain(tx.connection, session).holds(words):
            raise UserError("These words were taken out of this session, so they are not written down again.", _NOTHING)
        group = group or rows.group_of(tx.connection, session)
    if group is not None:
        still_there.row(tx, "work_group", group)
    elif session is None:
        raise UserError("A line of the log belongs to a group or to a session.", f"Choose one. {_NOTHING}")
    return group


# ---- what it is


def confirm(desk: Desk, line: str, kind: str | None = None) -> Changes:
    """Say that a line is what was suggested, or that it is another kind. It never goes further for it than it went.

    A pledge is a promise: it stands among the promises from then on, and no longer in the log. UserError while nobody is
    named whose it is, and for one of no group.
    """
    with desk.store.write("Said what kind of line it is") as tx:
        now = _standing(tx, line)
        chosen = desk.content.log.of(now.kind) if kind is None else known(desk, kind)
        if chosen.promise:
            _promise(tx, now)
        else:
            tx.change("log_line", line, **_as_kind(desk, now, chosen))
    return tx.changes


def _promise(tx: Transaction, now: LogLine) -> None:
    """Make a line a promise of its group. The line itself goes: what it says has one home."""
    if now.group_id is None:
        raise UserError(
            "A pledge is a promise of a group, and this session is of none.",
            f"Say on Get ready whose session it is, or write the promise on Answer. {_NOTHING}",
        )
    if not (now.who or "").strip():
        raise UserError(
            "A pledge needs somebody whose it is.", f"Open the line and say who pledged it, and by when. {_NOTHING}"
        )
    if now.linked:
        raise UserError("This is among the promises already.", _NOTHING)
    promise = Point(
        id=new_id(), you_said="", answer=AnswerKind.WILL, text=now.words, owner=now.who, due=now.by,
        group_id=now.group_id,
    )  # fmt: skip
    tx.add(promise, session=None)
    tx.change("log_line", now.id, linked=promise.id)
    tx.remove("log_line", now.id)


def _pledged(words: str, day: datetime.date) -> Mapping[str, Any]:
    from coprod_desktop.domain import pledged  # it reads notes: other lines do not wait for it

    who, due = pledged.who_and_when(words, day)
    return {"who": who, "by": due}


def _as_kind(desk: Desk, now: LogLine, chosen: LogKind) -> Mapping[str, Any]:
    fresh = {"kind": chosen.kind, "confirmed": True, "publicity": log_rules.narrowed(chosen, now.publicity)}
    if chosen.kind == now.kind:
        return fresh
    if now.follow_up == desk.content.log.of(now.kind).follow_up.day(now.on, vars(now)):
        fresh["follow_up"] = chosen.follow_up.day(now.on, vars(now))  # nobody had chosen another day
    return {**fresh, **_closing(desk, chosen, now.on, vars(now))}


# ---- what is behind it


def read(desk: Desk, line: str) -> Mapping[str, Any]:
    """Return every field of a line by its name, as a form shows it."""
    with desk.store.read() as connection:
        found = reading.one(connection, LogLine, line)
    return {**vars(found), **{name: ", ".join(getattr(found, name)) for name in SEVERAL}}


def change(desk: Desk, line: str, field: str, value: Any) -> Changes:
    """Change one field of a line; None takes out what stands there. UserError for what cannot be so.

    The field that a kind is closed by closes the line; another day to look again opens it.
    """
    if field == "kind":
        return _take_for(desk, line, value)
    if field not in COLUMNS | _OWN:
        raise UserError(f"A line of the log has no “{field}”.", _NOTHING)
    with desk.store.write("Changed a line of the log") as tx:
        now = _standing(tx, line)
        tx.change("log_line", line, **_checked(desk, now, field, value))
        drafts.saved(tx, "log_line", line, (field,))
    return tx.changes


def _take_for(desk: Desk, line: str, kind: str) -> Changes:
    """Let a line be another kind. A pledge becomes a promise only when somebody says that it is one (`confirm`)."""
    if not known(desk, kind).promise:
        return confirm(desk, line, kind)
    with desk.store.write("Said what kind of line it is") as tx:
        now = _standing(tx, line)
        chosen = desk.content.log.of(kind)
        fresh = {**_as_kind(desk, now, chosen), "confirmed": False}
        found = {name: value for name, value in _pledged(now.words, now.on).items() if getattr(now, name) is None}
        tx.change("log_line", line, **{**fresh, **found})
    return tx.changes


def _checked(desk: Desk, now: LogLine, field: str, value: Any) -> Mapping[str, Any]:
    kind, value = desk.content.log.of(now.kind), _taken(field, value)
    if field == "words":
        log_rules.check_words(value or "")
    elif field == "publicity":
        value = Publicity(value or Publicity.PRIVATE)
        log_rules.check_publicity(kind, value)
    elif field == "on":
        if value is None:
            raise UserError("A line needs its day.", _NOTHING)
        for name in ("until", "answered_on"):
            log_rules.check_field(kind, name, {**vars(now), "on": value})
    log_rules.check_field(kind, field, {**vars(now), field: value})
    fresh: dict[str, Any] = {field: value}
    if field == "follow_up" and value is not None:
        fresh["state"] = None  # it was closed, and is to be looked at again
    elif field == kind.closed_by:
        fresh |= {"state": None, **_closing(desk, kind, now.on, {**vars(now), **fresh})}
    if kind.follow_up.goes_by(field) and now.follow_up == kind.follow_up.day(now.on, vars(now)):
        after = {**vars(now), **fresh}
        fresh["follow_up"] = kind.follow_up.day(after["on"], after)  # nobody had chosen another day
    return fresh


def _closing(desk: Desk, kind: LogKind, day: datetime.date, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what follows once the field that closes a kind is filled; an answer has its day as well."""
    if not values.get(kind.closed_by):
        return {}
    dated = kind.closed_by != "answer" or values.get("answered_on") is not None
    return {"state": CLOSED} if dated else {"state": CLOSED, "answered_on": max(desk.today(), day)}


def _taken(field: str, value: Any) -> Any:
    if field in SEVERAL:
        parts = value.split(",") if isinstance(value, str) else value or ()
        return tuple(dict.fromkeys(filter(None, (part.strip() for part in parts))))
    return value.strip() or None if isinstance(value, str) else value


# ---- what becomes of it


def close(desk: Desk, line: str) -> Changes:
    """Say that nothing more is to be done about a line. Its day to look again stays, and is told of no more."""
    with desk.store.write("Closed a line of the log") as tx:
        _standing(tx, line)
        tx.change("log_line", line, state=CLOSED)
    return tx.changes


def take_away(desk: Desk, line: str) -> Changes:
    """Take a line away: into the Bin."""
    with desk.store.write("Took a line of the log away") as tx:
        _standing(tx, line)
        tx.remove("log_line", line)
    return tx.changes


def _standing(tx: Transaction, line: str) -> LogLine:
    still_there.row(tx, "log_line", line)
    return reading.one(tx.connection, LogLine, line)


# ---- read


def lines(
    desk: Desk,
    *,
    group: str | None = None,
    session: str | None = None,
    kinds: Sequence[str] | None = None,
    limit: int | None = None,
) -> tuple[LogLine, ...]:
    """Return lines of the log, the newest day first."""
    with desk.store.read() as connection:
        return rows.of(connection, group=group, session=session, kinds=kinds, limit=limit)


def due(desk: Desk, today: datetime.date, limit: int | None = None) -> Sequence[DueLine]:
    """Return the lines that are to be looked at again by a day, the longest due first."""
    with desk.store.read() as connection:
        return rows.due(connection, today, limit)


def group_names(desk: Desk) -> dict[str, str]:
    """Return what every group is called, by its id."""
    with desk.store.read() as connection:
        return rows.group_names(connection)
