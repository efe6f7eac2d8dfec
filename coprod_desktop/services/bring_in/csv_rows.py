"""Lists in plain text (CSV): the text of the file, and its rows with the numbers a spreadsheet gives them.

A list is read line by line and has limits: fifty megabytes of commas are a row of fifty million cells otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.people_list import coding, separated
from coprod_desktop.services.bring_in.people_list.kinds import LARGEST as LARGEST

NOTHING = "Nothing of this file was stored. Put it right and bring it in again."
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How workbooks begin, new and old."""


def text_of(data: bytes) -> str:
    """Return the file as text, by evidence of how it was saved."""
    if data.startswith(_WORKBOOKS):
        raise UserError(
            "This is a whole workbook, not one list.",
            "Open it, choose Save as, “CSV UTF-8”, and bring that file in. Nothing was stored.",
        )
    if len(data) > LARGEST:
        raise UserError("This is far larger than any list of people or events.", NOTHING)
    try:
        return coding.text_of(data)
    except coding.NoText as wrong:
        raise UserError("This is not a list in plain text (CSV).", NOTHING) from wrong


def rows_of(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row that is not empty, with its number as a spreadsheet counts; lines of a cell become one."""
    for number, cells in separated.rows_of(text):
        tidy = [" ".join(cell.split()) for cell in cells]
        if any(tidy):
            yield number, tidy
