"""What a file holds before anybody knows what its rows mean: sheets of rows of cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

MOST_ROWS = 100_000
MOST_CELLS = 500
"""Columns of one row."""
HEAD = 60
"""The headings stand among so many rows: titles, summaries and whom to ask stand above them."""
EMPTY_ROWS = 1_000
"""After so many empty rows a workbook has nothing more: the rest of its million rows is never looked at."""
LONGEST_CELL = 10_000
"""Characters that are kept of one cell."""
NOTHING = "Nothing of this file was stored."
Progress = Callable[[float, str], None]

_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
"""What shows nothing and may hide something: controls, marks that turn the direction of writing."""


class Row(NamedTuple):
    """One row that is not empty, with its number as a spreadsheet counts."""

    number: int
    cells: tuple[str, ...]

    @property
    def filled(self) -> list[str]:
        """The cells in which something stands."""
        return [cell for cell in self.cells if cell]


@dataclass(frozen=True)
class Sheet:
    """One table of a file. `read(most)` gives its rows, at most so many."""

    name: str
    read: Callable[[int], Sequence[Row]]
    hidden: bool = False


@dataclass(frozen=True)
class Opened:
    """A file: what it is, in words that follow "This is", its sheets, and sentences about it."""

    kind: str
    sheets: tuple[Sheet, ...]
    doubts: tuple[str, ...] = ()
    has_headings: bool = True
    """False for what never has any: lines of names, addresses of a mail."""
    means: tuple[str, ...] = ()
    """What each column is, of a table that was made of words: nothing has to be told by what stands below."""
    around: tuple[tuple[str, ...], ...] = ()
    """Lines of a document that stand around its tables: those above each, and those below the last."""


def of_rows(rows: Iterable[Row], name: str = "") -> Sheet:
    """Return a sheet of rows that are there already."""
    kept = tuple(rows)
    return Sheet(name, lambda most: kept[:most])


def tidy(number: int, cells: Iterable[str]) -> Row:
    """Return a row with blanks tidied; lines of one cell become "; "."""
    made = [_cell(cell) for cell in cells]
    while made and not made[-1]:
        made.pop()
    return Row(number, tuple(made))


def not_empty(rows: Iterable[tuple[int, Iterable[str]]]) -> Iterator[Row]:
    """Yield the rows in which something stands, tidied."""
    for number, cells in rows:
        row = tidy(number, cells)
        if row.cells:
            yield row


def _cell(cell: str) -> str:
    if cell.isascii() and cell.isalnum():
        return cell
    lines = cell[: LONGEST_CELL + 1].splitlines() if "\n" in cell or "\r" in cell else (cell[: LONGEST_CELL + 1],)
    return "; ".join(filter(None, (" ".join(_UNSEEN.sub("", line).split()) for line in lines)))
