"""Lists as spreadsheets save them (CSV): the text of the file, and its rows with the numbers a spreadsheet gives them.

A list is read line by line and has limits: fifty megabytes of commas are a row of fifty million cells otherwise.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from coprod_desktop.errors import UserError

NOTHING = "Nothing of this file was stored. Put it right and bring it in again."
LARGEST = 16 * 1024 * 1024
"""Bytes. A list of 5,000 people with all that is known of them has under two million."""
_LONGEST_LINE = 200_000
"""Characters."""
_MOST_CELLS = 500
_MOST_ROWS = 100_000
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks begin, new and old."""
_HEAD = 20_000
"""So many characters tell what stands between the cells: a title may stand above the row that names them."""


def text_of(data: bytes) -> str:
    """Return the file as text: UTF-8, or as a spreadsheet on a Windows computer saves it."""
    if data.startswith(_WORKBOOKS):
        raise UserError(
            "This is a whole workbook, not one list.",
            "Open it, choose Save as, “CSV UTF-8”, and bring that file in. Nothing was stored.",
        )
    if len(data) > LARGEST:
        raise UserError("This is far larger than any list of people or events.", NOTHING)
    coding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = data.decode(coding)
    except UnicodeDecodeError:
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError as wrong:
            raise _no_text() from wrong
    if "\0" in text:
        raise _no_text()
    return text


def rows_of(text: str, *, breaks: str = " ") -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not empty, with its number as a spreadsheet counts; `breaks` joins the lines of a cell."""
    first = text[:_HEAD].splitlines()[:10]
    mark = max(",;\t", key=lambda sign: max((line.count(sign) for line in first), default=0))
    try:
        for number, cells in enumerate(csv.reader(_lines(text), delimiter=mark), start=1):
            if len(cells) > _MOST_CELLS:
                raise UserError(f"Row {number} has {len(cells):,} columns: this is no plain list (CSV).", NOTHING)
            if number > _MOST_ROWS:
                raise UserError(f"This list has more than {_MOST_ROWS:,} rows.", NOTHING)
            tidy = [breaks.join(filter(None, (" ".join(line.split()) for line in cell.splitlines()))) for cell in cells]
            if any(tidy):
                yield number, tidy
    except csv.Error as wrong:
        raise UserError("This list stops making sense: it is no plain list (CSV).", NOTHING) from wrong


def _lines(text: str) -> Iterator[str]:
    for number, line in enumerate(io.StringIO(text, newline=""), start=1):
        if len(line) > _LONGEST_LINE:
            raise UserError(f"Line {number} has {len(line):,} characters: this is no plain list (CSV).", NOTHING)
        yield line


def _no_text() -> UserError:
    return UserError("This is not a list in plain text (CSV).", NOTHING)
