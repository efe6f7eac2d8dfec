"""The engagement log as committees print it: Date, Type, Location, a row for each session, oldest first.

Sessions that were moved or cancelled stay in it with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from coprod_desktop.errors import UserError
from coprod_desktop.publish.dates import in_words
from coprod_desktop.publish.document import Block, Document, Heading, Table
from coprod_desktop.publish.easy.progress import meetings
from coprod_desktop.publish.imprint import imprint
from coprod_desktop.publish.paper import Paper, Spreadsheet
from coprod_desktop.publish.public_year import PublicHeld, PublicYear
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.stories.words import counted, plain, quiet
from coprod_desktop.publish.stories.year.body import LOG_COLUMNS as COLUMNS
from coprod_desktop.publish.stories.year.body import log_row, log_rows

KIND = "engagement-log"
TITLE = "Engagement log"


def engagement_log(year: PublicYear) -> Paper:
    """Return the log of a time, as a paper and as a list. UserError when there are no sessions."""
    if not year.held:
        raise UserError("There are no sessions to list in that time.", "Choose other dates. No log was made.")
    listed = log_rows(year.held)
    document = Document(
        title=TITLE,
        lang="en-GB",
        author=year.organisation or "",
        subject=f"{TITLE}, {_days(year.held)}",
        blocks=(*_head(year), Table("Events that have taken place", COLUMNS, listed)),
        running_head=TITLE,
    )
    document = imprint(document, year)
    return Paper(
        kind=KIND,
        document=document,
        sheet=Spreadsheet(title=TITLE, columns=COLUMNS, rows=listed),
        easy=replace(meetings(year), fingerprint=document.fingerprint),
    )


def _head(year: PublicYear) -> Iterator[Block]:
    if year.organisation:
        yield quiet(year.organisation)
    yield Heading(1, TITLE)
    if year.group:
        yield plain(year.group.name)
    yield plain(f"{_days(year.held)}. {counted(sum(one.held for one in year.held), 'event', 'events')}.")
    if gone := sum(not one.held for one in year.held):
        yield plain(
            f"{counted(gone, 'event was', 'events were')} cancelled, and {'stands' if gone == 1 else 'stand'} here with the reason."
        )
    if year.held_more:
        yield plain(
            f"{counted(year.held_more, 'earlier event is', 'earlier events are')} not listed: choose fewer months."
        )


def _days(held: Sequence[PublicHeld]) -> str:
    first, last = min(one.date for one in held), max(one.end_date or one.date for one in held)
    return in_words(first) + (f" to {in_words(last)}" if last != first else "")


def in_order(snapshots: Sequence[PublicSnapshot]) -> tuple[PublicSnapshot, ...]:
    """Return sessions by the day they ended; of two that ended on one day, the shorter first."""
    return tuple(sorted(snapshots, key=lambda s: (_last(s), _last(s) - s.date, s.start or "")))


def _last(snapshot: PublicSnapshot) -> date:
    return snapshot.end_date or snapshot.date


def period(snapshots: Sequence[PublicSnapshot]) -> str:
    """Return the days from the first session to the last: "24 August 2023 to 18 December 2023"."""
    first, last = min(s.date for s in snapshots), max(_last(s) for s in snapshots)
    return in_words(first) + (f" to {in_words(last)}" if last != first else "")


def rows(snapshots: Sequence[PublicSnapshot]) -> tuple[tuple[str, str, str], ...]:
    """Return date, type and location of each session, in words."""
    return tuple(log_row(s.date, s.end_date, s.type, s.part.otherwise, s.place, s.part.for_whom) for s in snapshots)


def table(snapshots: Sequence[PublicSnapshot]) -> Iterator[Block]:
    """Yield the log itself."""
    yield Table("Events that have taken place", COLUMNS, rows(snapshots))


def organisation(snapshots: Sequence[PublicSnapshot]) -> str:
    """Return whose sessions they are: the name on the papers, else the one that every session gives."""
    named = {s.brand.name for s in snapshots if s.brand and s.brand.name}
    named = named or {s.organisation for s in snapshots if s.organisation}
    return named.pop() if len(named) == 1 else ""
