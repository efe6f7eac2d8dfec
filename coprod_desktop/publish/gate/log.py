"""Lines of the log that were written down in a session, and may be read by anyone (domain.log_told)."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.domain.check.scan import Where
from coprod_desktop.domain.log_record import LogTold
from coprod_desktop.publish.gate.door import Door
from coprod_desktop.publish.snapshot import PublicLogged, PublicText


def logged(door: Door) -> tuple[PublicLogged, ...]:
    """Return what papers tell of them. UserError while something private in one of them is not settled."""
    return tuple(_lines(door))


def _lines(door: Door) -> Iterator[PublicLogged]:
    for line in door.record.log:
        words = door.written(line.id, line.words)
        if words:
            yield PublicLogged(
                heading=door.own(line.heading), on=line.on, until=line.until, words=words, said=tuple(_said(door, line))
            )


def _said(door: Door, line: LogTold) -> Iterator[tuple[PublicText, PublicText]]:
    for one in line.said:
        text = door.written(line.id, one.text, Where.OWNER if one.who else Where.WRITTEN)
        if text:
            yield door.own(one.label), text
