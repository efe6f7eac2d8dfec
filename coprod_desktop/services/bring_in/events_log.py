"""An engagement log in: the list of events that a committee or a spreadsheet has, each row one session."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.dates import parse_date
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Session
from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.csv_rows import NOTHING, rows_of, text_of
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import formats as stored

COLUMNS = {
    "date": ("date", "dates", "when"),
    "type": ("type", "event", "activity"),
    "location": ("location", "place", "venue"),
}
"""What each column is called in the lists people have; case and order do not matter."""
HOW_DATE = "a date like 24 August 2023, or 1-31 October 2023"
_BETWEEN = re.compile(r"\s*[-–—]\s*|\s+to\s+", re.I)
_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_YEAR = re.compile(r"\d{4}|[/.]\d{2}\b(?!.*\d)")


@dataclass(frozen=True, kw_only=True)
class LogBrought:
    """What came in: how many sessions are new, and how many rows were here already."""

    added: int
    here_already: int
    changes: Changes


@dataclass(frozen=True)
class _Row:
    """One event of the list."""

    first: datetime.date
    last: datetime.date | None
    type: str
    place: str | None

    @property
    def same(self) -> tuple[object, ...]:
        """What a row shares with a session that is here already."""
        return self.first, self.last, self.type.casefold(), (self.place or "").casefold()


def is_log(data: bytes) -> bool:
    """Tell whether a file begins like a list of events: a row with the columns date, type and location."""
    try:
        first = next(rows_of(text_of(data)), (0, []))[1]
    except UserError:
        return False
    return len(_places(first)) == len(COLUMNS)


def check(desk: Desk, data: bytes) -> None:
    """Find out whether a list can come in: UserError at the first row that is not right."""
    _read(data, desk.today())


def import_log(desk: Desk, data: bytes) -> LogBrought:
    """Make a session of each row that is not here yet; one step. UserError, with nothing stored, at the first bad row."""
    rows = _read(data, desk.today())
    with desk.store.write("Brought an engagement log in") as tx:
        here = {
            _Row(s.date, s.end_date, s.type.strip(), (s.place or "").strip()).same
            for s in stored.every(tx.connection, Session)
        }
        new = list({row.same: row for row in rows if row.same not in here}.values())
        for row in new:
            made = new_id()
            session = Session(
                id=made, key=made, title=row.type, type=row.type, date=row.first, end_date=row.last, place=row.place
            )
            tx.add(session, session=made)
    return LogBrought(added=len(new), here_already=len(rows) - len(new), changes=tx.changes)


def _read(data: bytes, today: datetime.date) -> Sequence[_Row]:
    lines = rows_of(text_of(data))
    places = _places(next(lines, (0, []))[1])
    if missing := [name for name in COLUMNS if name not in places]:
        raise UserError(f"This list has no column “{missing[0]}” in its first row.", NOTHING)
    rows = [_row(number, cells, places, today) for number, cells in lines]
    if not rows:
        raise UserError("This list has its first row, and no events below it.", "Nothing was stored.")
    return rows


def _places(header: Sequence[str]) -> dict[str, int]:
    """Return in which place of a row each column is."""
    named = [cell.casefold().strip(" :*") for cell in header]
    return {
        name: next(i for i, cell in enumerate(named) if cell in words)
        for name, words in COLUMNS.items()
        if any(cell in words for cell in named)
    }


def _row(number: int, cells: Sequence[str], places: dict[str, int], today: datetime.date) -> _Row:
    date, kind, place = (cells[places[name]] if places[name] < len(cells) else "" for name in COLUMNS)
    if not kind:
        raise UserError(f"Row {number} has no type: expected words like Workshop 1.", NOTHING)
    try:
        first, last = _days(date, today)
    except UserError as wrong:
        raise UserError(f"Row {number}: {wrong.what} Expected {HOW_DATE}.", NOTHING) from wrong
    return _Row(first, last, kind, place or None)


def _days(text: str, today: datetime.date) -> tuple[datetime.date, datetime.date | None]:
    """Return the first day, and the last if it is another; what the first day leaves out is that of the last."""
    parts = [text] if _ISO.fullmatch(text) else _BETWEEN.split(text)
    if len(parts) != 2:
        return _day(text, today), None
    last = _day(parts[1], today)
    begins = parts[0]
    if begins.isdigit():
        begins = f"{begins} {last:%m} {last.year}"
    elif not _YEAR.search(begins):
        same_year = _day(f"{begins} {last.year}", today)
        begins = f"{begins} {last.year - (same_year > last)}"
    first = _day(begins, today)
    if first > last:
        raise UserError(f"“{text}” ends before it begins.")
    return first, last if last != first else None


def _day(text: str, today: datetime.date) -> datetime.date:
    """Return one day. A log is of days gone by, so a year that is not written is not guessed."""
    day = parse_date(text, today)
    if not _YEAR.search(text):
        raise UserError(f"“{text}” has no year.")
    return day
