"""What a paper may take of a line of the log: nothing of one that is private, not confirmed, or of a kind that is never printed.

There is no field here for what is never printed: scores, and questions for providers with their answers.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coprod_desktop.domain import dates
from coprod_desktop.domain.check.job_titles import job_title
from coprod_desktop.domain.log_kinds import LogField, LogKind, LogKinds, Printed, Typed
from coprod_desktop.domain.log_record import LogLine, Publicity


@dataclass(frozen=True, kw_only=True)
class LogSaid:
    """What stands behind a line, and what it is called there."""

    label: str
    text: str
    who: bool = False
    """It says who: a job or a team, and nobody's name."""


@dataclass(frozen=True, kw_only=True)
class LogTold:
    """One line as papers may take it."""

    id: str
    kind: str
    many: str
    """What lines of its kind are called together: "Decisions"."""
    on: datetime.date
    until: datetime.date | None = None
    words: str
    said: tuple[LogSaid, ...] = ()


def told(kinds: LogKinds, lines: Iterable[LogLine], *, members: bool = False) -> tuple[LogTold, ...]:
    """Return those of these lines that papers may tell of, by kind and then by day.

    `members`: the paper is for the members of the group alone. Who comes to a session need not be one.
    """
    wide = {Publicity.ANYONE, Publicity.MEMBERS} if members else {Publicity.ANYONE}
    found = [(kinds.of(line.kind), line) for line in lines]
    names = kinds.names()
    may = [(kind, line) for kind, line in found if line.confirmed and kind.publish and line.publicity in wide]
    may.sort(key=lambda one: (names.index(one[0].kind), one[1].on, one[1].id))
    return tuple(_told(kind, line) for kind, line in may)


def _told(kind: LogKind, line: LogLine) -> LogTold:
    return LogTold(
        id=line.id,
        kind=kind.kind,
        many=kind.many,
        on=line.on,
        until=line.until if kind.asked("until") else None,
        words=line.words,
        said=tuple(_said(kind, line)),
    )


def _said(kind: LogKind, line: LogLine) -> Iterator[LogSaid]:
    for field in kind.asks:
        value = getattr(line, field.field)
        if value in (None, ()) or field.field == "until" or field.printed is Printed.NEVER:
            continue
        if field.printed is Printed.JOB:
            if (job := job_title(value)) is not None:
                yield LogSaid(label=field.label, text=job, who=True)
        else:
            yield LogSaid(label=field.label, text=_text(field, value))


def _text(field: LogField, value: object) -> str:
    if field.how is Typed.DATE and isinstance(value, datetime.date):
        return dates.plain(value)
    if isinstance(value, int):
        return f"{value:,}"
    return ", ".join(value) if isinstance(value, tuple) else str(value)
