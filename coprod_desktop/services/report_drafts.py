"""A report that is finished by hand: begun from the records as a paper to agree on, and its numbers compared later."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coprod_desktop.domain.agreed import MOST_PARTS, MOST_TEXT, Parts
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.report_kinds import ReportKind
from coprod_desktop.domain.report_span import Span
from coprod_desktop.domain.year_numbers import HEADING, as_lines, changed_since, from_lines, with_numbers
from coprod_desktop.domain.year_record import Number
from coprod_desktop.errors import UserError
from coprod_desktop.publish.dates import day_of, in_words
from coprod_desktop.publish.public_year import PublicYear
from coprod_desktop.publish.stories.year import below
from coprod_desktop.publish.stories.year.as_text import as_text
from coprod_desktop.services import agreed
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import reports
from coprod_desktop.services.making.year import of_year
from coprod_desktop.services.seen import year as seen
from coprod_desktop.store import agreed as stored

_COVERS = "Time it covers: "
_NUMBERS = "numbers"


def begin(
    desk: Desk,
    kind: str,
    asked: Span | None = None,
    of_group: str | None = None,
) -> tuple[str, Changes]:
    """Begin a paper from the records: every heading of the report with what is written down. Returns its id.

    UserError for a kind that is not finished by hand, or while something private of a session is not settled.
    """
    row = _kind(desk, kind)
    of = reports.group(desk, of_group)
    span = reports.span_of(desk, row, of, asked or Span())
    year, _ids = of_year(desk, row, span, of)
    if not year.held:
        raise UserError("There are no sessions to report on in that time.", "Choose other dates. Nothing was begun.")
    parts = parts_of(desk, row, year)
    with desk.store.write("Began a paper") as tx:
        paper = agreed.begin_with(
            tx, desk, desk.content.agreed.of(row.name), parts, group=of.id if of else None, title=_title(row, year)
        )
    return paper, tx.changes


def can_begin(desk: Desk, kind: str) -> bool:
    """Tell whether a kind of report is finished by hand."""
    return desk.content.reports().kind(kind).by_hand


def _kind(desk: Desk, kind: str) -> ReportKind:
    row = desk.content.reports().kind(kind)
    if not row.by_hand:
        raise UserError(f"“{row.words}” is made as it is, and is not finished by hand.", "Make it in a format.")
    return row


def _title(kind: ReportKind, year: PublicYear) -> str:
    whose = f": {year.group.name}" if year.group else ""
    until = year.span.until or year.as_of
    return f"{kind.words}{whose}, {until.year}"


def parts_of(desk: Desk, kind: ReportKind, year: PublicYear) -> Parts:
    """Return every heading with its words. Numbers stand one a line with where they come from, to be compared later."""
    found: list[tuple[str, str]] = []
    for heading in kind.headings:
        text = as_text(below(kind, heading, year, desk.content.reports()), numbers=_lines(year))
        if text or kind.whole:
            found += _in_pieces(heading.heading, text)
    if not any(_NUMBERS in heading.draws for heading in kind.headings):
        found += _in_pieces(HEADING, _lines(year))
    if len(found) > MOST_PARTS:
        raise UserError(
            f"This report would have {len(found)} headings, and a paper has {MOST_PARTS} at most. Nothing was begun.",
            "Choose fewer months or one group, or make it in a format: there it is whole.",
        )
    return tuple(found)


def _lines(year: PublicYear) -> str:
    since, until = year.span.since or year.first, year.span.until or year.as_of
    covers = f"{_COVERS}{in_words(since)} to {in_words(until)}." if since else f"{_COVERS}up to {in_words(until)}."
    return f"{covers}\n{as_lines(year.numbers)}"


def _in_pieces(heading: str, text: str) -> Iterator[tuple[str, str]]:
    """Yield a heading with its words; of very long ones as many headings as they need."""
    n, piece = 1, ""
    for line in (part for whole in text.splitlines() for part in _in_parts(whole)):
        if len(piece) + len(line) + 1 > MOST_TEXT:
            yield (heading if n == 1 else f"{heading} ({n})"), piece
            n, piece = n + 1, ""
        piece = f"{piece}\n{line}" if piece else line
    yield (heading if n == 1 else f"{heading} ({n})"), piece


def _in_parts(line: str) -> Iterator[str]:
    """Yield a line in parts that fit below a heading, cut between words where there are any."""
    while len(line) > MOST_TEXT:
        at = line.rfind(" ", 0, MOST_TEXT)
        at = at if at > 0 else MOST_TEXT
        yield line[:at]
        line = line[at:].lstrip()
    yield line


# ---- numbers that have changed since


class Compared(NamedTuple):
    """The numbers of a drafted paper beside those of today."""

    changed: tuple[str, ...]
    """"Sessions held: 12 then, 13 now", one each."""
    now: tuple[Number, ...]


def compared(desk: Desk, paper: str) -> Compared:
    """Return which numbers of a drafted report are others today; nothing for a paper that has none."""
    with desk.store.read() as connection:
        held = stored.one(connection, paper)
    texts = [text for _heading, text in held.newest.parts]
    if not any(from_lines(text) for text in texts) or held.paper.kind not in reports.names():
        return Compared((), ())
    kind = desk.content.reports().kind(held.paper.kind)
    of = reports.group(desk, held.paper.group_id)
    facts = seen.read(desk, kind, _span(texts), of).facts
    return Compared(tuple(one for text in texts for one in changed_since(text, facts.numbers)), facts.numbers)


def bring_up_to_date(desk: Desk, paper: str) -> Changes:
    """Put today's numbers in place of those that have changed, as one step; every other word stays."""
    found = compared(desk, paper)
    if not found.changed:
        return Changes()
    with desk.store.write("Wrote in a paper") as tx:
        version = agreed.open_version(tx, stored.one(tx.connection, paper).newest.id)
        parts = tuple((heading, with_numbers(text, found.now)) for heading, text in version.parts)
        tx.change("paper_version", version.id, parts=parts)
    return tx.changes


def _span(texts: Iterable[str]) -> Span:
    said = next((line for text in texts for line in text.splitlines() if line.startswith(_COVERS)), "")
    days = said.removeprefix(_COVERS).rstrip(".")
    since, _, until = days.partition(" to ") if not days.startswith("up to ") else ("", "", days[len("up to ") :])
    return Span(_day(since), _day(until))


def _day(words: str) -> datetime.date | None:
    return day_of(words.strip())
