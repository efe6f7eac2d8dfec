"""An engagement log in: the list of events that a committee or a spreadsheet has, each row one session."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import Session
from coprod_desktop.errors import UserError
from coprod_desktop.services import backups
from coprod_desktop.services.backups import Why
from coprod_desktop.services.bring_in import log_days
from coprod_desktop.services.bring_in.csv_rows import NOTHING, rows_of, text_of
from coprod_desktop.services.bring_in.log_days import Times, days_of, times_of
from coprod_desktop.services.bring_in.session_file_fields import as_count
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import formats as stored

COLUMNS = {
    "date": ("date", "dates", "when", "day", "event date", "date of event", "session date", "meeting date"),
    "title": ("event", "event name", "name of event", "title", "session", "meeting", "activity", "what"),
    "type": ("type", "event type", "type of event", "type of engagement", "activity type", "kind", "format"),
    "location": ("location", "place", "venue", "where", "venue/location", "location/venue"),
    "time": ("time", "times", "start", "start time", "starts", "time of event", "from"),
    "end": ("end", "end time", "finish", "finish time", "ends", "until"),
    "attended": ("attended", "attendance", "numbers", "number attending", "numbers attending", "attendees", "headcount",
                 "how many", "how many came", "no. attending", "no of attendees", "no. of attendees", "people"),
}  # fmt: skip
"""What each column is called in the lists people have; case and order do not matter."""
_NEEDED = ("date", "type", "location")
_FIRST_ROWS = 10
"""The row that names the columns is among these: lists often have a title above it."""


@dataclass(frozen=True, kw_only=True)
class LogBrought:
    """What came in: how many sessions are new, and how many rows were here already."""

    added: int
    here_already: int
    left_out: tuple[str, ...]
    """A sentence for each row that did not come in, or not as it stands there."""
    unused: tuple[str, ...]
    """Columns that have no place here."""
    changes: Changes


@dataclass(frozen=True)
class _Row:
    """One event of the list."""

    first: datetime.date
    last: datetime.date | None
    type: str
    place: str | None
    title: str
    """Empty when the list has no column of its own for it."""
    times: Times
    attended: int | None


@dataclass(frozen=True)
class _Log:
    rows: Sequence[_Row]
    left_out: tuple[str, ...]
    unused: tuple[str, ...]


def is_log(data: bytes) -> bool:
    """Tell whether a file begins like a list of events: among its first rows one with date, type and location."""
    try:
        return _header(_first_rows(data)) is not None
    except UserError:
        return False


def check(desk: Desk, data: bytes) -> None:
    """Find out whether a list can come in: UserError when no row of it can."""
    _read(data, desk.today())


def import_log(desk: Desk, data: bytes) -> LogBrought:
    """Make a session of each row that is not here yet; one step.

    A row whose day or type is not clear stays out and is told, for the list may have hundreds that are right.
    UserError, with nothing stored, when none is.
    """
    log = _read(data, desk.today())
    backups.before(desk, Why.IMPORT)
    with desk.store.write("Brought an engagement log in") as tx:
        here = _Here(stored.every(tx.connection, Session))
        new = [row for row in log.rows if here.is_new(row)]
        for row in new:
            made = new_id()
            session = Session(
                id=made, key=made, title=row.title or row.type, type=row.type, date=row.first, end_date=row.last, place=row.place,
                start=row.times.start, end=row.times.end, attended=row.attended,
            )  # fmt: skip
            tx.add(session, session=made)
    return LogBrought(
        added=len(new),
        here_already=len(log.rows) - len(new),
        left_out=log.left_out,
        unused=log.unused,
        changes=tx.changes,
    )


class _Here:
    """The events that are here already. Two of one kind, on one day, in one place, differ by title and by start."""

    def __init__(self, sessions: Iterable[Session]) -> None:
        self._known: dict[tuple[object, ...], list[tuple[str, str | None]]] = defaultdict(list)
        for s in sessions:
            self._known[_same(s.date, s.end_date, s.type, s.place)].append((_plain(s.title), s.start))

    def is_new(self, row: _Row) -> bool:
        """Tell whether an event is not here yet; from now on it is."""
        known = self._known[_same(row.first, row.last, row.type, row.place)]
        title, start = _plain(row.title), row.times.start
        if any((not title or title == its) and (start == at or None in (start, at)) for its, at in known):
            return False
        known.append((title or _plain(row.type), start))
        return True


def _same(first: datetime.date, last: datetime.date | None, kind: str, place: str | None) -> tuple[object, ...]:
    return first, last, _plain(kind), _plain(place or "")


def _plain(words: str) -> str:
    return words.strip().casefold()


# ---- reading


def _first_rows(data: bytes) -> list[Sequence[str]]:
    return [cells for _, (_, cells) in zip(range(_FIRST_ROWS), rows_of(text_of(data)), strict=False)]


def _header(first: Sequence[Sequence[str]]) -> int | None:
    return next((i for i, cells in enumerate(first) if _places(cells).keys() >= set(_NEEDED)), None)


def _places(header: Sequence[str]) -> dict[str, int]:
    """Return in which place of a row each column is. A column of titles is also the type where there is no other."""
    named = [" ".join(cell.casefold().split()).strip(" :*") for cell in header]
    found = {name: i for name, words in COLUMNS.items() for i, cell in reversed([*enumerate(named)]) if cell in words}
    if "type" not in found and "title" in found:
        found["type"] = found.pop("title")
    return found


def _read(data: bytes, today: datetime.date) -> _Log:
    first = _first_rows(data)
    at = _header(first)
    if at is None:
        seen = {name for cells in first for name in _places(cells)}
        missing = next((name for name in _NEEDED if name not in seen), _NEEDED[0])
        raise UserError(f"This list has no column “{missing}” in its first rows.", NOTHING)
    header, places = first[at], _places(first[at])
    rows: list[_Row] = []
    told: list[str] = []
    wrong: UserError | None = None
    for number, cells in [*rows_of(text_of(data))][at + 1 :]:
        if cells == header:
            continue  # written again on each page
        try:
            row = _row(cells, places, today)
        except UserError as left:
            wrong = wrong or UserError(f"Row {number}: {left.what} {left.do}", NOTHING)
            told.append(f"Row {number} was left out: {left.what} {left.do}")
            continue
        rows.append(row)
        told += [f"Row {number}: {words}." for words in _doubts(cells, places, row)]
    if not rows:
        raise wrong or UserError("This list names its columns, and has no events below.", "Nothing was stored.")
    used = set(places.values())
    unused = tuple(cell for i, cell in enumerate(header) if cell and i not in used)
    return _Log(rows, tuple(told), unused)


def _row(cells: Sequence[str], places: Mapping[str, int], today: datetime.date) -> _Row:
    """Return one event. UserError without a clear day or a type: what is wrong, and what was expected."""
    kind, place = _cell(cells, places, "type"), _cell(cells, places, "location")
    title = _cell(cells, places, "title")
    if not (kind or title):
        raise UserError("It has no type.", "Expected words like Workshop 1.")
    try:
        days = days_of(_cell(cells, places, "date"), today)
    except UserError as wrong:
        raise UserError(wrong.what, f"Expected {log_days.HOW}.") from wrong
    times = times_of(_cell(cells, places, "time") or days.time)
    if times.start and times.end is None:
        times = times._replace(end=times_of(_cell(cells, places, "end")).start)
    try:
        attended = as_count(float(_cell(cells, places, "attended")))
    except ValueError:
        attended = None
    return _Row(days.first, days.last, kind or title, place or None, title, times, attended)


def _doubts(cells: Sequence[str], places: Mapping[str, int], row: _Row) -> Iterator[str]:
    if row.times.told:
        yield row.times.told
    many = _cell(cells, places, "attended")
    if many and row.attended is None:
        yield f"how many came, “{many}”, is no number, and was left out"


def _cell(cells: Sequence[str], places: Mapping[str, int], name: str) -> str:
    at = places.get(name, len(cells))
    return cells[at] if at < len(cells) else ""
