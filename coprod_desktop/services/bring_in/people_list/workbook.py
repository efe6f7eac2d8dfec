"""Excel workbooks. Nothing in them is ever run: no macro, no formula, no link. Of a formula only its last value is read."""

from __future__ import annotations

import datetime
import io
import re
import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.people_list import colours
from coprod_desktop.services.bring_in.people_list.packages import DAMAGED, SAVE_AS_CSV, package
from coprod_desktop.services.bring_in.people_list.sheets import (
    EMPTY_ROWS,
    HEAD,
    MOST_CELLS,
    MOST_ROWS,
    NOTHING,
    Opened,
    Progress,
    Row,
    Sheet,
    tidy,
)

KIND = "an Excel workbook"
_REACHES_OUT = re.compile(
    r"HYPERLINK|WEBSERVICE|IMPORT|DDE|RTD|CALL|EXEC|FILTERXML|IMAGE|REGISTER|\||INDIRECT|ENCODEURL", re.I
)
_EVERY = 500
"""Rows between two words of progress."""


def opened(data: bytes, progress: Progress) -> Opened:
    """Return the sheets of a workbook."""
    with package(data, KIND) as found:
        names = found.namelist()
    doubts = []
    if any(name.lower().endswith("vbaproject.bin") or "macrosheets/" in name for name in names):
        doubts.append("There are macros in this workbook. They were not run.")
    book = _book(data, values=False)
    sheets = [sheet for sheet in book.worksheets if hasattr(sheet, "iter_rows")]
    heads: dict[str, Sequence[Row]] = {}
    if len(sheets) > 1:
        heads = {sheet.title: _rows(data, book, sheet.title, HEAD, progress) for sheet in sheets}

    painted = {one.title: _painted(book, one.title, heads.get(one.title), data, progress) for one in sheets}
    doubts += dict.fromkeys(doubt for _, doubt in painted.values() if doubt)

    def reads(name: str) -> Callable[[int], Sequence[Row]]:
        means, _ = painted[name]
        if means is None:
            return lambda most: (
                heads[name][:most] if name in heads and most <= HEAD else _rows(data, book, name, most, progress)
            )
        return lambda most: colours.with_answers(book[name], _rows(data, book, name, most, progress), means)

    return Opened(
        KIND, tuple(Sheet(one.title, reads(one.title), one.sheet_state != "visible") for one in sheets), tuple(doubts)
    )


def _painted(
    book: Any, name: str, head: Sequence[Row] | None, data: bytes, progress: Progress
) -> tuple[Mapping[str, str] | None, str]:
    """Return what colours mean in a sheet, None where neither they nor crossed out names say anything; and a sentence about that."""
    fonts = any(font.strike for font in book._fonts)
    fills = sum(fill.fill_type == "solid" for fill in book._fills) > 1
    if not fonts and not fills:
        return None, ""
    rows = _rows(data, book, name, HEAD, progress) if head is None else head
    if means := colours.legend(rows) if fills else {}:
        return means, colours.READ.format(", ".join(f"{colour} “{answer}”" for colour, answer in means.items()))
    return {} if fonts and rows else None, colours.UNREAD if fills and colours.are_spoken_of(rows) else ""


def _book(data: bytes, *, values: bool) -> Any:
    import openpyxl  # heavy: only when a workbook comes in

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it warns of styles and rules that it leaves out
            return openpyxl.load_workbook(
                io.BytesIO(data), read_only=True, data_only=values, keep_links=False, keep_vba=False
            )
    except DAMAGED as wrong:
        raise UserError(f"This is {KIND} that is damaged. {NOTHING}", SAVE_AS_CSV) from wrong


def _rows(data: bytes, book: Any, name: str, most: int, progress: Progress) -> Sequence[Row]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            found, formulas = _read(book[name], most, progress)
            return found if not formulas else _with_values(data, name, found, formulas)
    except DAMAGED as wrong:
        raise UserError(f"The sheet “{name}” of this workbook is damaged. {NOTHING}", SAVE_AS_CSV) from wrong


def _read(sheet: Any, most: int, progress: Progress) -> tuple[list[Row], set[tuple[int, int]]]:
    """Return the rows, with formulas as they were typed, and the places of those."""
    made: list[Row] = []
    formulas: set[tuple[int, int]] = set()
    sheet.reset_dimensions()
    empty = 0
    for number, whole in enumerate(sheet.iter_rows(values_only=True), start=1):  # with a last column each is filled up
        cells = whole[:MOST_CELLS]
        if number % _EVERY == 0:
            progress(0.0, f"Reading row {number:,}")
        if all(value is None for value in cells):
            empty += 1
            if empty > EMPTY_ROWS:
                break
            continue
        empty = 0
        if number > MOST_ROWS:
            raise UserError(f"This list has more than {MOST_ROWS:,} rows.", NOTHING)
        formulas |= {(number, at) for at, value in enumerate(cells) if _is_formula(value)}
        row = tidy(number, map(_text, cells))
        if row.cells:
            made.append(row)
        if len(made) >= most:
            break
    return made, formulas


def _is_formula(value: object) -> bool:
    return value[:1] == "=" if isinstance(value, str) else isinstance(getattr(value, "text", None), str)


def _with_values(data: bytes, name: str, rows: Sequence[Row], formulas: set[tuple[int, int]]) -> list[Row]:
    """Put the last value of each formula in its place; one that reaches out of the workbook stays a formula."""
    last = max(number for number, _ in formulas)
    values: dict[tuple[int, int], str] = {}
    book = _book(data, values=True)
    try:
        sheet = book[name]
        sheet.reset_dimensions()
        for number, cells in enumerate(sheet.iter_rows(max_row=last, values_only=True), start=1):
            shown = enumerate(cells[:MOST_CELLS])
            values |= {(number, at): _text(value) for at, value in shown if (number, at) in formulas and value}
    finally:
        book.close()

    def seen(number: int, at: int, cell: str) -> str:
        if (number, at) not in formulas or _REACHES_OUT.search(cell):
            return cell
        return values.get((number, at), cell)

    return [tidy(number, (seen(number, at, cell) for at, cell in enumerate(cells))) for number, cells in rows]


def _text(value: object) -> str:
    """Return what a cell shows: whole numbers without a point, a day as a day."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ", "minutes")
    text = getattr(value, "text", None)  # a formula over several cells
    return str(value) if not isinstance(text, str) else text
