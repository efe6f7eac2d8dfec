"""What the question before a strike says: what was written from the line, which copies still hold it, and what holds it."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.domain.record import Point
from coprod_desktop.services import capture, holds
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.holds import Hold
from coprod_desktop.store import migrate, reading, store


@dataclass(frozen=True)
class KeptCopy:
    """A copy of the database that the program made before an upgrade, and the day after which it is deleted."""

    made: datetime.date
    until: datetime.date


@dataclass(frozen=True)
class BeforeStrike:
    """What somebody should know who strikes a line."""

    points: Sequence[Point]
    copies: Sequence[KeptCopy]
    holds: Sequence[Hold]


def before_strike(desk: Desk, session: str, entry: str) -> BeforeStrike:
    """Return what to know before a line is struck."""
    return BeforeStrike(
        capture.points_with(desk, session, entry), copies_with(desk, entry), holds.covering(desk, entry)
    )


def copies_with(desk: Desk, entry: str) -> Sequence[KeptCopy]:
    """Return the copies that the program made since a line was written: they hold its words."""
    with desk.store.read() as connection:
        written = reading.written_at(connection, "entry", entry)
    if written is None:
        return ()
    found = []
    for copy in migrate.copies(desk.store.folder / store.DATABASE):
        with contextlib.suppress(OSError):
            made = datetime.datetime.fromtimestamp(copy.stat().st_mtime).astimezone()
            if made >= datetime.datetime.fromisoformat(written):
                until = datetime.datetime.fromtimestamp(migrate.until(copy)).astimezone()
                found.append(KeptCopy(made.date(), until.date()))
    return found
