"""What the question before a strike says: what was written from the line, which backups still hold it, and what holds it."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.domain.record import Point
from coprod_desktop.services import backups, capture, holds
from coprod_desktop.services.backups import Holding
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.holds import Hold
from coprod_desktop.store import migrate, reading, store


@dataclass(frozen=True)
class BeforeStrike:
    """What somebody should know who strikes a line."""

    points: Sequence[Point]
    copies: Sequence[Holding]
    holds: Sequence[Hold]


def before_strike(desk: Desk, session: str, entry: str) -> BeforeStrike:
    """Return what to know before a line is struck."""
    return BeforeStrike(
        capture.points_with(desk, session, entry), copies_with(desk, entry), holds.covering(desk, entry)
    )


def copies_with(desk: Desk, entry: str) -> Sequence[Holding]:
    """Return the backups that hold a line's words, the newest first, and what an older program kept before an upgrade."""
    with desk.store.read() as connection:
        written = reading.written_at(connection, "entry", entry)
    return copies_since(desk, written) if written is not None else ()


def copies_since(desk: Desk, written: str) -> Sequence[Holding]:
    """Return the copies that hold what was written at a time (UTC, as a row tells it) and goes now."""
    return [*backups.holding(desk, written), *_older_programs_copies(desk, written)]


def _older_programs_copies(desk: Desk, written: str) -> Sequence[Holding]:
    found = []
    for copy in migrate.copies(desk.store.folder / store.DATABASE):
        with contextlib.suppress(OSError):
            made = datetime.datetime.fromtimestamp(copy.stat().st_mtime).astimezone()
            if made >= datetime.datetime.fromisoformat(written):
                until = datetime.datetime.fromtimestamp(migrate.until(copy)).astimezone()
                found.append(Holding(made.date(), until.date(), second=False))
    return found
