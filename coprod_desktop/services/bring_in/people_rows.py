"""A list of people in whatever form it comes, read into values: what is clear, what is doubtful, what is refused."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from coprod_desktop.domain.list_words import LEFT, ListWords
from coprod_desktop.domain.needs import Needs
from coprod_desktop.domain.words import Attending
from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.people_alike import SAME_NAME, SAME_PERSON, Like, Named, folded
from coprod_desktop.services.bring_in.people_list import (
    elsewhere,
    kinds,
    mail_file,
    notes,
    plain,
    table,
    titles,
    word_table,
)
from coprod_desktop.services.bring_in.people_list.columns import Taken
from coprod_desktop.services.bring_in.people_list.headings import Head, Headings
from coprod_desktop.services.bring_in.people_list.needing import is_among as is_said
from coprod_desktop.services.bring_in.people_list.person import People
from coprod_desktop.services.bring_in.people_list.sheets import (
    HEAD,
    MOST_ROWS,
    NOTHING,
    Opened,
    Progress,
    Row,
    Sheet,
    of_rows,
)
from coprod_desktop.services.bring_in.people_list.table import Table
from coprod_desktop.services.bring_in.people_list.unpacked import unpacked
from coprod_desktop.services.bring_in.people_list.values import (
    Column,
    Listed,
    ListedRow,
    Meaning,
    Refused,
    Where,
    row_of,
)
from coprod_desktop.services.program import content

LARGEST = kinds.LARGEST_PACKED
"""Bytes."""
__all__ = ["LARGEST", "Listed", "ListedRow", "Refused", "is_said", "read_list"]

_AS_NOTES = "Most lines have a sentence behind a name, as notes have. Nobody is ticked: tick who is on the list, or bring it in on Listen."
_SPOKE = "This may be who said something, and nobody on a list."
_WHICH = "The list says that “{}” said no to something. It may be somebody else of this name: ask them."
_ATTACHED = "“{}” came with this mail, and was not read. Save it, and bring it in by itself."
_SAMPLES = 3
_EVERY = 250
"""Rows between two words of progress."""


def read_list(
    data: bytes,
    needs: Needs,
    *,
    name: str | None = None,
    meanings: Mapping[int, str] | None = None,
    sheet: str | None = None,
    progress: Progress = lambda *_: None,
    only_tables: bool = False,
) -> ListedRow:
    """Read a list of people. UserError when it is none, or cannot be read: a sentence that says what it is.

    `name` is the file's; `meanings` what somebody chose for columns, by place; `sheet` which of `where.others`. With `only_tables` lines of
    names and addresses of a mail count as no list. `progress(part, words)` is called as it goes, and may raise to end it.
    """
    words = content.people_lists()
    progress(0.0, "Opening the list")
    if (mail := mail_file.sent(data)) is not None:
        return _of_a_mail(mail, needs, meanings, progress, only_tables=only_tables)
    try:
        file = kinds.opened(data, name or "", progress)
    except word_table.NoTable as none:
        if only_tables or not none.text.strip():
            raise
        with contextlib.suppress(UserError):
            return read_list(none.text.encode(), needs, meanings=meanings, sheet=sheet, progress=progress)
        raise
    headings = Headings(words, needs)
    file = _by_answer(file, words)
    at = _sheet(file, headings, sheet)
    read = at.read(MOST_ROWS)
    around = plain.named_around(file.around, words, after=read[-1].number if read else 0)
    rows = unpacked([*read, *around], words)
    found = table.find(rows, headings, meanings, has_headings=file.has_headings)
    if found is not None and file.kind == kinds.TEXT and kinds.is_talk(data):
        found = None
    if (found is None or not found.has_headings) and only_tables:
        found = None
    elif (found is None or not found.has_headings) and file.kind == kinds.TEXT:
        file, found = _as_names(data, file, headings, found, meanings)
    if found is None:
        raise UserError("This list has no column for names in its first rows.", NOTHING)
    found, said_of = elsewhere.joined(found, [sheet for sheet in file.sheets if sheet.name != at.name], headings)
    return _listed(replace(file, doubts=(*file.doubts, *said_of)), at, found, words, needs, progress)


def _of_a_mail(
    mail: mail_file.Sent, needs: Needs, meanings: Mapping[int, str] | None, progress: Progress, *, only_tables: bool
) -> ListedRow:
    """Return the table in a mail, else the mail as if it had been pasted; what came with it is said."""
    doubts = [_ATTACHED.format(name) for name in mail.attached]
    if mail.page:
        with contextlib.suppress(UserError):
            found = read_list(
                f"<html>{mail.page}".encode(), needs, meanings=meanings, progress=progress, only_tables=True
            )
            return replace(found, doubts=(*found.doubts, *doubts))
    try:
        found = read_list(mail.text.encode(), needs, meanings=meanings, progress=progress, only_tables=only_tables)
    except UserError as wrong:
        raise UserError(f"This is a mail, and nobody is listed in it. {NOTHING}", " ".join(doubts)) from wrong
    return replace(found, doubts=(*found.doubts, *doubts))


def _as_names(
    data: bytes, file: Opened, headings: Headings, found: Table | None, meanings: Mapping[int, str] | None
) -> tuple[Opened, Table | None]:
    """Return lines of names as a table, when there are more people in them than in columns without headings."""
    named = kinds.names_in(data, headings, content.notes_words())
    if named is not None and named.has_headings:
        return named, table.find(named.sheets[0].read(MOST_ROWS), headings, meanings or dict(enumerate(named.means)))
    if meanings is not None:
        return file, found
    rows = named.sheets[0].read(MOST_ROWS) if named is not None else ()
    if named is None or (found is not None and _is_table(found) and len(rows) <= _known(found)):
        return file, found
    wide = max(len(row.cells) for row in rows)
    return named, table.find(rows, headings, {0: "name", **({1: "notes"} if wide > 1 else {})}, has_headings=False)


def _known(found: Table) -> float:
    """Return how many lines a table without headings stands for: titles may stand between, where a third column or more is known."""
    columns = sum(key not in {LEFT, "notes"} for key in found.taken[0].meanings.values())
    return len(found.bodies[0].rows) * (2 if columns > 2 else 1)


def _is_table(found: Table) -> bool:
    """Tell whether rows have more than one cell: lines without columns are read better as names."""
    return any(len(row.cells) > 1 for row, _ in found.bodies[0].rows)


def _sheet(file: Opened, headings: Headings, wanted: str | None) -> Sheet:
    """Return the sheet that was asked for, else the one that looks most like a list of people."""
    if wanted is not None:
        chosen = next((sheet for sheet in file.sheets if sheet.name == wanted), None)
        if chosen is None:
            raise UserError(
                f"There is no sheet “{wanted}” in this file. {NOTHING}",
                f"There are: {', '.join(sheet.name for sheet in file.sheets)}.",
            )
        return chosen
    if not file.sheets:
        raise UserError("There is no sheet in this file.", NOTHING)
    if len(file.sheets) == 1:
        return file.sheets[0]
    return max(file.sheets, key=lambda sheet: _worth(sheet, headings))


def _by_answer(file: Opened, words: ListWords) -> Opened:
    """Return a file whose sheets or tables are called by an answer ("Coming", "Apologies"): together, each says so of its people."""
    told = {
        one.name: part
        for one in file.sheets
        if (part := titles.section_of(one.name, words)) and part.coming and not one.hidden
    }
    answers = {part.coming for part in told.values()}
    if not answers - {Attending.COMING}:
        return file
    sheets = [_under_its_name(one) if one.name in told else one for one in file.sheets]
    if len(answers) < 2:
        return replace(file, sheets=tuple(sheets))
    parts = [one for one in sheets if one.name in told]
    rows = [row for part in parts for row in part.read(MOST_ROWS)]
    together = of_rows((row._replace(number=n) for n, row in enumerate(rows, 1)), " + ".join(told))
    return replace(file, sheets=(together, *(one for one in sheets if one not in parts)))


def _under_its_name(sheet: Sheet) -> Sheet:
    return replace(sheet, read=lambda most: (Row(0, (sheet.name,)), *sheet.read(most)))


def _worth(sheet: Sheet, headings: Headings) -> float:
    rows = sheet.read(HEAD)
    found = table.worth(rows, headings)
    below = min(len(rows), HEAD) / HEAD
    other = any(headings.words.says(key, sheet.name) for key in ("other_sheets", "not_the_person"))
    likely = headings.words.says("likely_sheets", sheet.name)
    return (found + below + likely) * (0.3 if sheet.hidden or other else 1.0) if found else 0.01 * below


def _listed(file: Opened, sheet: Sheet, found: Table, words: ListWords, needs: Needs, progress: Progress) -> ListedRow:
    rows, refused = _people(found, words, needs, progress)
    as_notes = notes.are_of_who_spoke([*_told(found)], words, needs)
    if as_notes:
        rows = [replace(row, ticked=False, doubts=(_SPOKE, *row.doubts)) for row in rows]
    if not rows and not refused:
        raise UserError("This list has its first row, and no people below it.", "Nothing was stored.")
    refused += [Refused(number, f"“{line}” is nobody.") for number, line in found.aside]
    columns = _columns(found)
    others = tuple(one.name for one in file.sheets if one.name != sheet.name)
    return ListedRow(
        rows=tuple(rows),
        refused=tuple(sorted(refused, key=lambda one: row_of(one.number))),
        unused=tuple(column.heading for column in columns if column.heading and column.meaning == LEFT),
        columns=columns,
        meanings=(Meaning(LEFT, "Stays behind"), *(Meaning(one.key, one.words) for one in words.meanings.values())),
        where=Where(kind=file.kind, sheet=sheet.name if others else "", others=others, first_row=found.bodies[0].first_row),
        doubts=(*_doubts(file, sheet, found, words), *([_AS_NOTES] if as_notes else [])),
    )  # fmt: skip


def _told(found: Table) -> Iterator[tuple[str, str]]:
    """Yield the name of each row, and the longest of what stands beside it; nothing of a table that says more of people."""
    meanings = found.taken[0].meanings
    if {*meanings.values()} - {"name", "notes", LEFT}:
        return
    for row, _ in found.bodies[0].rows:
        names = [cell for place, cell in enumerate(row.cells) if meanings.get(place) == "name"]
        beside = [cell for place, cell in enumerate(row.cells) if meanings.get(place) in {LEFT, "notes"}]
        yield " ".join(names), max(beside, key=len, default="")


def _doubts(file: Opened, sheet: Sheet, found: Table, words: ListWords) -> list[str]:
    doubts = list(file.doubts)
    if len(file.sheets) > 1:
        doubts.append(f"There are {len(file.sheets)} sheets or tables in this file. “{sheet.name}” was read.")
    if not found.has_headings and file.kind == kinds.TEXT:
        doubts.append("No row names the columns. They were taken for what stands in them.")
    if _is_report(found, words):
        doubts.append("This tells who was at an online meeting. Whether they come to this session is not in it.")
    return doubts


def _is_report(found: Table, words: ListWords) -> bool:
    return any(words.is_one("attendance_reports", head.own) for head in found.bodies[0].heads)


def _people(found: Table, words: ListWords, needs: Needs, progress: Progress) -> tuple[list[Listed], list[Refused]]:
    rows: list[Listed] = []
    seen: dict[int, Listed] = {}
    at: dict[int, int] = {}
    report = _is_report(found, words)
    refused: list[Refused] = []
    before = Named()
    saying_no: list[Listed] = []
    many = sum(len(body.rows) for body in found.bodies) or 1
    done = 0
    for body, taken in zip(found.bodies, found.taken, strict=True):
        reader = People(body.heads, taken, [row for row, _ in body.rows], words, needs)
        for row, section in body.rows:
            done += 1
            if done % _EVERY == 0:
                progress(0.9 * done / many, f"Row {done:,} of {many:,}")
            for made in reader.people(row, section):
                if isinstance(made, Refused):
                    refused.append(made)
                    continue
                if section.refused:
                    saying_no.append(replace(made, refused=tuple(dict.fromkeys([*made.refused, *section.refused]))))
                    continue
                like = before.like(made.name, made.contact)
                rows.append(_once(replace(made, like=like), like, seen, report=report))
                at[made.number] = len(rows) - 1
                if (same := rows[-1].repeats) is not None and rows[-1].ticked:
                    said = f"Row {row_of(made.number)} has the same name and contact, and says something else."
                    rows[at[same]] = replace(rows[at[same]], doubts=(*rows[at[same]].doubts, said))
                seen[made.number] = made
                before.add(made.number, made.name, made.contact)
    for made in saying_no:
        _refuse(rows, made)
    return rows, refused


def _refuse(rows: list[Listed], made: Listed) -> None:
    """Write the no of somebody named below "No photos" to those of this name; where nobody has it, they are one more of the list."""
    named = [at for at, row in enumerate(rows) if folded(made.name) <= folded(row.name)]
    for at in named:
        row = rows[at]
        doubts = row.doubts if len(named) < 2 else (*row.doubts, _WHICH.format(made.name))
        rows[at] = replace(row, refused=tuple(dict.fromkeys([*row.refused, *made.refused])), doubts=doubts)
    if not named:
        rows.append(made)


def _once(row: Listed, like: Sequence[Like], before: Mapping[int, Listed], *, report: bool) -> Listed:
    """Leave a row unticked that says nothing new of somebody above it; of one name only it is doubted, never joined.

    In a report of an online meeting who left and came back stands there twice, mostly without an address.
    """
    same = next((one for one in like if one.why == SAME_PERSON), None)
    if same is not None:
        new = replace(before[int(same.who)], number=row.number, doubts=row.doubts, like=row.like) != row
        return replace(
            row, ticked=new, doubts=(*row.doubts, f"The same name and contact stand in row {row_of(int(same.who))}.")
        )
    alike = next((one for one in like if one.why == SAME_NAME), None)
    if alike is None:
        return row
    whole = folded(alike.name) == folded(row.name)
    at = row_of(int(alike.who))
    words = f"Row {at} has the same name." if whole else f"Row {at} has a part of this name: {alike.name}."
    return replace(row, ticked=row.ticked and not (report and whole), doubts=(*row.doubts, words))


def _columns(found: Table) -> tuple[Column, ...]:
    body, taken = found.bodies[0], found.taken[0]
    return tuple(
        _column(head, taken, [row for row, _ in body.rows]) for head in body.heads if _is_there(head, body.rows)
    )


def _is_there(head: Head, rows: Sequence[tuple[Row, object]]) -> bool:
    return bool(head.own) or any(head.place < len(row.cells) and row.cells[head.place] for row, _ in rows[:200])


def _column(head: Head, taken: Taken, rows: Sequence[Row]) -> Column:
    said = (row.cells[head.place] for row in rows if head.place < len(row.cells) and row.cells[head.place])
    return Column(
        head.place, head.text, tuple(islice(dict.fromkeys(said), _SAMPLES)), taken.meanings.get(head.place, LEFT)
    )
