"""The engagement log as committees print it: Date, Type, Location, a row for each session, oldest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from coprod_desktop.errors import UserError
from coprod_desktop.publish.dates import in_range, in_words
from coprod_desktop.publish.document import Block, Document, Heading, Table
from coprod_desktop.publish.easy.progress import meetings
from coprod_desktop.publish.imprint import imprint
from coprod_desktop.publish.paper import Paper, Spreadsheet
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.stories.words import counted, plain, quiet

KIND = "engagement-log"
TITLE = "Engagement log"
COLUMNS = ("Date", "Type", "Location")


def engagement_log(snapshots: Sequence[PublicSnapshot]) -> Paper:
    """Return the log of these sessions, as a paper and as a list. UserError when there are none."""
    if not snapshots:
        raise UserError("There are no sessions to list in that time.", "Choose other dates. No log was made.")
    ordered = in_order(snapshots)
    document = Document(
        title=TITLE,
        lang="en-GB",
        author=organisation(ordered),
        subject=f"{TITLE}, {period(ordered)}",
        blocks=(*_head(ordered), *table(ordered)),
        running_head=TITLE,
    )
    document = imprint(document, *ordered)
    return Paper(
        kind=KIND,
        document=document,
        sheet=Spreadsheet(title=TITLE, columns=COLUMNS, rows=rows(ordered)),
        easy=replace(meetings(ordered), fingerprint=document.fingerprint),
    )


def _head(snapshots: Sequence[PublicSnapshot]) -> Iterator[Block]:
    if name := organisation(snapshots):
        yield quiet(name)
    yield Heading(1, TITLE)
    yield plain(f"{period(snapshots)}. {counted(len(snapshots), 'event', 'events')}.")


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
    return tuple((in_range(s.date, s.end_date), _type(s), _where(s)) for s in snapshots)


def _type(snapshot: PublicSnapshot) -> str:
    """Return the type; of one that was moved or cancelled also that, and why."""
    kind = snapshot.type[:1].upper() + snapshot.type[1:]
    return f"{kind}. {snapshot.part.otherwise}" if snapshot.part.otherwise else kind


def _where(snapshot: PublicSnapshot) -> str:
    """Return the place, and whom it was for: "MS Teams (third sector providers)"."""
    for_whom = f"({snapshot.part.for_whom})" if snapshot.part.for_whom else ""
    return " ".join(part for part in (snapshot.place, for_whom) if part)


def table(snapshots: Sequence[PublicSnapshot]) -> Iterator[Block]:
    """Yield the log itself."""
    yield Table("Events that have taken place", COLUMNS, rows(snapshots))


def organisation(snapshots: Sequence[PublicSnapshot]) -> str:
    """Return whose sessions they are: the name on the papers, else the one that every session gives."""
    named = {s.brand.name for s in snapshots if s.brand and s.brand.name}
    named = named or {s.organisation for s in snapshots if s.organisation}
    return named.pop() if len(named) == 1 else ""
