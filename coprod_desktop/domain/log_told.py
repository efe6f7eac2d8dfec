"""What a paper may take of a line of the log (log_record.LogTold): of who it was the job alone, small numbers hidden."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from coprod_desktop.domain import dates
from coprod_desktop.domain.check.job_titles import job_title
from coprod_desktop.domain.log_kinds import LogKind, LogKinds, Printed
from coprod_desktop.domain.log_record import LogLine, LogSaid, LogTold, Publicity
from coprod_desktop.domain.measures import FEWER, SMALL


def told(kinds: LogKinds, lines: Iterable[LogLine], *, members: bool = False) -> tuple[LogTold, ...]:
    """Return those of these lines that papers may tell of, by kind and then by day.

    `members`: the paper is for the members of the group alone. Who comes to a session need not be one.
    """
    wide = {Publicity.ANYONE, Publicity.MEMBERS} if members else {Publicity.ANYONE}
    found = [(kinds.of(line.kind), line) for line in lines]
    may = [(kind, line) for kind, line in found if line.confirmed and kind.publish and line.publicity in wide]
    names = kinds.names()
    may.sort(key=lambda one: (names.index(one[0].kind), one[1].on, one[1].id))
    return tuple(_told(kind, line) for kind, line in may)


def _told(kind: LogKind, line: LogLine) -> LogTold:
    return LogTold(
        id=line.id,
        kind=kind.kind,
        heading=kind.many,
        on=line.on,
        until=line.until if kind.asked("until") else None,
        words=line.words,
        said=tuple(said(kind, line)),
    )


def said(kind: LogKind, line: LogLine) -> Iterator[LogSaid]:
    """Yield what may be printed of what stands behind a line, in the order its kind asks for it."""
    for field in kind.asks:
        value = getattr(line, field.field)
        if value in (None, ()) or field.field == "until" or field.printed is Printed.NEVER:
            continue
        if field.printed is Printed.JOB:
            if (job := job_title(value)) is not None:
                yield LogSaid(label=field.label, text=job, who=True)
        else:
            yield LogSaid(label=field.label, text=_text(value))


def _text(value: object) -> str:
    if isinstance(value, datetime.date):
        return dates.plain(value)
    if isinstance(value, int):
        return FEWER if 0 < value < SMALL else f"{value:,}"
    return ", ".join(value) if isinstance(value, tuple) else str(value)
