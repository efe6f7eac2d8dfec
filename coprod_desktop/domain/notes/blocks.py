"""A table within notes: it is read as one, and what stands above and below it as notes, in their order."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.domain.notes import columns
from coprod_desktop.domain.notes.known_words import NotesWords

_LONGEST_ROW = 80
"""Lines of one row: a mark that is never closed opens nothing."""
_QUOTED = re.compile(r'(?:^|\t)"')
_RULE = re.compile(r"^[\s|+:=-]*\|[\s|+:=-]*$")


@dataclass(frozen=True)
class Block:
    """Lines that stand together: rows of a table, its head first, or lines of notes."""

    lines: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = ()


def of_lines(lines: Sequence[str], words: NotesWords) -> list[Block]:
    """Return a text in blocks; one alone, without rows, where no table with a head stands in it."""
    found: list[Block] = []
    loose: list[str] = []
    lines = _whole_rows(lines)
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and _is_row(lines[end], lines[at]):
            end += 1
        rows = _rows(lines[at:end]) if end > at else []
        if len(rows) > 1 and (columns.names_columns(rows[0], words) or columns.begins_with_who(rows[0], words)):
            if any(line.strip() for line in loose):
                found.append(Block(tuple(loose)))
            loose = []
            found.append(Block(tuple(lines[at:end]), tuple(map(tuple, rows))))
            at = end
        else:
            step = max(end, at + 1)
            for line in lines[at:step]:  # no table: its cells are lines like others
                loose += "\n".join(_cells(line)).split("\n") if "\n" in line else [line]
            at = step
    return [*found, Block(tuple(loose))] if any(line.strip() for line in loose) else found


def _whole_rows(lines: Sequence[str]) -> list[str]:
    """Return lines, those of one row together: a cell of several lines stands in quotation marks, as sheets copy it."""
    made: list[str] = []
    at = 0
    while at < len(lines):
        end = at + 1
        if _QUOTED.search(lines[at]):
            while end - at < _LONGEST_ROW and _is_open(lines[at:end]):
                end += 1
            if _is_open(lines[at:end]) or not any("\t" in line for line in lines[at:end]):
                end = at + 1
        made.append("\n".join(lines[at:end]))
        at = end
    return made


def _is_open(lines: Sequence[str]) -> bool:
    return sum(line.count('"') for line in lines) % 2 == 1


def _cells(line: str) -> list[str]:
    if _QUOTED.search(line) is None:
        return line.split("\t")
    try:
        return next(csv.reader(io.StringIO(line), delimiter="\t"), [])
    except csv.Error:
        return line.split("\t")


def _is_row(line: str, first: str) -> bool:
    """Tell whether a line may be a row of the table that begins with another."""
    if first.count("|") > 1:
        return line.count("|") > 1 or _RULE.match(line) is not None
    return "\t" in first.strip() and "\t" in line.strip("\n ")


def _rows(lines: Sequence[str]) -> list[list[str]]:
    if lines[0].count("|") > 1:
        cells = [line.strip().removeprefix("|").removesuffix("|").split("|") for line in lines if not _RULE.match(line)]
    else:
        cells = [_cells(line) for line in lines]
    return [[cell.strip() for cell in row] for row in cells]
