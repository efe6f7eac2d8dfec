"""One paper in the shapes its formats need: a tree to read, rows for a sheet, dates for a calendar. One snapshot feeds all."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from decimal import Decimal

from coprod_desktop.domain.permission import Circle
from coprod_desktop.publish.document import Document
from coprod_desktop.publish.easy.telling import Telling
from coprod_desktop.publish.snapshot import PublicSnapshot
from coprod_desktop.publish.taking_part import PublicTakingPart

Cell = str | int | Decimal | datetime.date | None


@dataclass(frozen=True, kw_only=True)
class Spreadsheet:
    """A list for spreadsheets. Texts stay texts whatever they begin with; dates are dates."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Event:
    """A day for a calendar. `uid` stays the same for the same promise, so that a newer file brings it up to date."""

    uid: str
    day: datetime.date
    summary: str
    description: str = ""
    end_day: datetime.date | None = None
    """The last day, when it is more than one."""
    place: str = ""
    start: str | None = None
    """Times of day "HH:MM", local; None for the whole day."""
    end: str | None = None
    remind_days: int = 0
    """How many days before it the calendar says so; 0 for not at all."""
    cancelled: bool = False
    """Changed to no: what was to be on this day will not be."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What goes to the press. `kind` names the files."""

    kind: str
    document: Document
    sheet: Spreadsheet | None = None
    events: tuple[Event, ...] = ()
    easy: Telling | None = None
    """What Easy Read tells; None for a paper that has no telling of its own: then its document is told."""
    easy_is_of: str = ""
    """What the paper is called whose Easy Read tells all that this one says: then none is made of this one."""


def fingerprint(*snapshots: PublicSnapshot) -> str:
    """Return a code of all that a paper is told from: a check of its Easy Read is noted with it. Papers have `copy_code`."""
    closer = "".join(f" for {s.circle}" for s in snapshots if s.circle is not Circle.ANYONE)
    before = "".join(f" before {p.before}" for s in snapshots for p in s.points if p.before)
    later = "".join(f" silence {p.silence}" for s in snapshots for p in s.points if p.silence)
    later += "".join(f" said back {p.said_back}" for s in snapshots for p in s.points if p.said_back)
    later += "".join(f" number {p.number}" for s in snapshots for p in s.points if str(p.number or p.id) != p.id)
    later += "".join(f" checked {s.members_check}" for s in snapshots if s.members_check)
    later += "".join(f" {one.what} at {one.address}" for s in snapshots for one in s.elsewhere)
    later += "".join(f" principles {one!r}" for s in snapshots for one in s.principles)
    later += "".join(f" logged {one!r}" for s in snapshots for one in s.log)
    later += "".join(f" needs {s.access.needs}" for s in snapshots if s.access.needs)
    later += "".join(f" sorter {p.sorter}" for s in snapshots for p in s.points if p.sorter)
    later += "".join(f" may spend {s.may_spend_pence}" for s in snapshots if s.may_spend_pence is not None)
    later += "".join(f" {s.part}" for s in snapshots if s.part != PublicTakingPart())
    code = hashlib.sha256(f"{snapshots!r}{closer}{before}{later}".encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return "-".join(code[at : at + 3] for at in range(0, 12, 3))
