"""What other sheets of a workbook say that people of the list need, or said no to: told by their reference, or by their whole name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from coprod_desktop.domain.list_words import LEFT, plain
from coprod_desktop.services.bring_in.people_alike import folded
from coprod_desktop.services.bring_in.people_list import table
from coprod_desktop.services.bring_in.people_list.columns import Taken
from coprod_desktop.services.bring_in.people_list.headings import NAMES, Headings
from coprod_desktop.services.bring_in.people_list.sheets import MOST_ROWS, Row, Sheet
from coprod_desktop.services.bring_in.people_list.table import Body, Table

_WANTED = frozenset({"needs", "format", "food"})
_WAYS = frozenset({"mail", "phone", "contact"})
"""Read of a sheet that is about the people themselves, where the list has none."""
_LOG = re.compile(r"\blog\b", re.I)
"""A log of access or of consent is about the same people."""
_READ = "What the sheet “{}” says of people in this list was read too."
_OWN_LIST = "The sheet “{}” may be one more list of people, and was not read: choose it to bring it in too."
_LEFT = "“{}” on the sheet “{}” is nobody in this list, or more than one. What it says was not read."


@dataclass(frozen=True)
class _Reader:
    """Knows of one table where references and names stand."""

    names: Sequence[int]
    references: Mapping[str, int]
    """Columns with no meaning, by their heading."""

    def name(self, row: Row) -> str:
        """Return the name that stands in a row."""
        return " ".join(filter(None, (_cell(row, place) for place in self.names)))


def joined(found: Table, others: Sequence[Sheet], headings: Headings) -> tuple[Table, list[str]]:
    """Return a list with what other sheets say of its people as more columns, and sentences about those sheets."""
    doubts: list[str] = []
    for sheet in others:
        if sheet.hidden or headings.words.says("other_sheets", _LOG.sub(" ", sheet.name)):
            continue
        other = table.find(sheet.read(MOST_ROWS), headings)
        if other is not None and other.has_headings:
            found = _with(found, other, sheet.name, headings, doubts)
    return found, doubts


def _with(found: Table, other: Table, name: str, headings: Headings, doubts: list[str]) -> Table:
    theirs, meant = other.bodies[0], other.taken[0]
    wanted = _WANTED if _reaches_others(name, theirs, headings) or _ways(found) else _WANTED | _WAYS
    columns = [
        (place, key)
        for place, key in sorted(meant.meanings.items())
        if key in wanted or (key and headings.words.meanings[key].consent)
    ]
    if "coming" in meant.meanings.values():  # a list of its own says who comes
        if all(whose is None for _, whose in _whose(found, theirs, meant)):
            doubts.append(_OWN_LIST.format(name))
        return found
    if not columns:
        return found
    told: dict[int, list[Row]] = {}
    nobody: list[str] = []
    for row, whose in _whose(found, theirs, meant):
        if whose is None:
            nobody.append(_reader(theirs, meant).name(row) or row.filled[0])
        else:
            told.setdefault(whose, []).append(row)
    if sum(map(len, told.values())) <= len(nobody):
        return found
    doubts += [_READ.format(name), *(_LEFT.format(who, name) for who in nobody)]
    wide = max(len(row.cells) for body in found.bodies for row, _ in body.rows)
    wide = max(wide, *(head.place + 1 for body in found.bodies for head in body.heads))
    heads = {head.place: head for head in theirs.heads}
    added = tuple(replace(heads[place], place=wide + n, means=key) for n, (place, key) in enumerate(columns))
    options = {wide + n: meant.options[place] for n, (place, _) in enumerate(columns) if place in meant.options}

    def longer(row: Row) -> Row:
        more = [
            "; ".join(filter(None, (_cell(one, place) for one in told.get(row.number, [])))) for place, _ in columns
        ]
        return row._replace(cells=(*row.cells, *[""] * (wide - len(row.cells)), *more))

    bodies = tuple(
        replace(body, heads=(*body.heads, *added), rows=[(longer(row), part) for row, part in body.rows])
        for body in found.bodies
    )
    taken = tuple(
        replace(
            one,
            meanings={**{head.place: head.means or LEFT for head in added}, **one.meanings},
            options={**one.options, **options},
        )
        for one in found.taken
    )
    return replace(found, bodies=bodies, taken=taken)


def _ways(found: Table) -> set[str]:
    return {key for one in found.taken for key in one.meanings.values()} & _WAYS


def _reaches_others(name: str, theirs: Body, headings: Headings) -> bool:
    """Tell whether a sheet may tell how to reach somebody else: "Emergency contacts", or one that names a relative."""
    said = headings.words
    of_others = any(said.says(key, name) for key in ("not_the_person", "to_ring", "relationship"))
    return of_others or any(headings.is_other(head.own) or said.says("relationship", head.own) for head in theirs.heads)


def _whose(found: Table, theirs: Body, meant: Taken) -> Iterator[tuple[Row, int | None]]:
    """Yield each row of another sheet with the number of the row of the list that it is about; None for nobody, or for several."""
    named: dict[frozenset[str], list[int]] = {}
    called: dict[int, frozenset[str]] = {}
    referred: dict[tuple[str, str], list[int]] = {}
    for body, taken in zip(found.bodies, found.taken, strict=True):
        here = _reader(body, taken)
        for row, _ in body.rows:
            called[row.number] = frozenset(folded(here.name(row)))
            named.setdefault(called[row.number], []).append(row.number)
            for heading, place in here.references.items():
                referred.setdefault((heading, plain(_cell(row, place))), []).append(row.number)
    there = _reader(theirs, meant)
    for row, _ in theirs.rows:
        name = frozenset(folded(there.name(row)))
        keys = [(heading, plain(_cell(row, place))) for heading, place in there.references.items()]
        sure = [referred[key][0] for key in keys if key[1] and len(referred.get(key, ())) == 1]
        by_name = named.get(name, []) if name else []
        if by_name:
            yield row, next((one for one in sure if one in by_name), by_name[0] if len(by_name) == 1 else None)
        else:
            alike = (
                one for one in sure if name <= called[one] or set() < called[one] <= name
            )  # a surname alone is a relative's too
            yield row, next(alike, None)


def _reader(body: Body, taken: Taken) -> _Reader:
    names = [head.place for head in body.heads if taken.meanings.get(head.place) in NAMES]
    left = [head for head in body.heads if head.own and taken.meanings.get(head.place, LEFT) == LEFT]
    return _Reader(names, {plain(head.own): head.place for head in left})


def _cell(row: Row, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""
