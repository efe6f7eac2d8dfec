"""Plain text as rows: by the sign that makes even rows, or by the one the file itself names ("sep=;")."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import pairwise

from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.people_list.sheets import MOST_CELLS, MOST_ROWS, NOTHING

_LONGEST_LINE = 200_000
"""Characters."""
_HEAD_LINES = 80
_LONGEST_CELL = 131_072
"""Characters; a longer one is a quotation mark that nobody closed."""
_SIGNS = ",;\t|"
_ONLY_A_NAME = re.compile(r"[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){1,3}")
_PIECE = re.compile(r"\S+(?: \S+)*")
"""What stands between two blanks or more."""
_NAMED = re.compile(r"\s*\"?sep=(.)\"?[\s,;]*", re.I)


def rows_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with its number as a spreadsheet counts. UserError when it is no list."""
    first, _, rest = text.partition("\n")
    named = _NAMED.fullmatch(first.rstrip("\r"))
    if named:
        yield from _cells(rest, named[1], 2)
    else:
        mark = mark_of(text)
        yield from _cells(_without_signature(text) if mark == "\t" else text, mark, 1)


def _without_signature(text: str) -> str:
    """Return a table pasted out of a mail without what stands below it: "Thanks", a name, a number, none of it in columns."""
    lines = text.splitlines(keepends=True)
    end = max((at for at, line in enumerate(lines) if "\t" in line.strip()), default=0) + 1
    if end < 3 or any('"' in line for line in lines[end:]):
        return text
    while end < len(lines) and _ONLY_A_NAME.fullmatch(lines[end].strip()):
        end += 1
    return "".join(lines[:end])


def mark_of(text: str) -> str:
    """Return the sign between the cells: that with which most rows have as many cells as the row before."""
    head = "".join(line for line, _ in zip(io.StringIO(text, newline=""), range(_HEAD_LINES), strict=False))
    return max(_SIGNS, key=lambda sign: _even(head, sign))


def _even(head: str, sign: str) -> tuple[int, int]:
    if sign not in head:
        return (0, 0)
    csv.field_size_limit(_LONGEST_CELL)  # one for the whole program, and others set it too
    try:
        widths = [len(cells) for cells in csv.reader(_lines(head), delimiter=sign) if any(map(str.strip, cells))]
    except csv.Error:
        return (0, 0)
    pairs = [a for a, b in pairwise(widths) if a == b > 1]
    return len(pairs), max(pairs, default=max(widths, default=0))


def _cells(text: str, mark: str, first: int) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(_LONGEST_CELL)
    try:
        for number, cells in enumerate(csv.reader(_lines(text), delimiter=mark), start=first):
            if len(cells) > MOST_CELLS:
                raise UserError(f"Row {number} has {len(cells):,} columns: this is no plain list (CSV).", NOTHING)
            if number > MOST_ROWS:
                raise UserError(f"This list has more than {MOST_ROWS:,} rows.", NOTHING)
            yield number, cells
    except csv.Error as wrong:
        raise UserError("This list stops making sense: it is no plain list (CSV).", NOTHING) from wrong


def _lines(text: str) -> Iterator[str]:
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        if len(line) > _LONGEST_LINE:
            raise UserError(f"Line {number} has {len(line):,} characters: this is no plain list (CSV).", NOTHING)
        yield line


def aligned(text: str) -> list[tuple[int, list[str]]]:
    """Return the rows of a table whose columns are kept apart by blanks alone, as they are typed below each other; none of other texts."""
    lines = [] if "\t" in text else text.splitlines()[:MOST_ROWS]
    told = [[(found.start(), found[0]) for found in _PIECE.finditer(line)] for line in lines]
    best, starts = 0, list[int]()
    for at, pieces in enumerate(told[:_HEAD_LINES]):
        begins = [start for start, _ in pieces]
        below = sum(any(start in begins[1:] for start, _ in line) for line in told[at + 1 :]) if len(begins) > 2 else 0
        best, starts = (below, begins) if below > best else (best, starts)
    if best < 2 or best < 0.5 * sum(len(line) > 1 for line in told):
        return []
    return [(n, _placed(line, starts)) for n, line in enumerate(told, 1)]


def _placed(pieces: list[tuple[int, str]], starts: list[int]) -> list[str]:
    cells = [""] * len(starts)
    for start, piece in pieces:
        place = max(at for at, begins in enumerate(starts) if begins <= start or at == 0)
        cells[place] = f"{cells[place]} {piece}".strip()
    return cells
