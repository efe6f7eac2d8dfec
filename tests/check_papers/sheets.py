"""Checks of lists, our own and by LibreOffice: what people said comes out of its cells as it went in, and nothing is worked out."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Sequence
from pathlib import Path

import openpyxl

from coprod_desktop.publish.paper import Spreadsheet
from coprod_desktop.publish.render.spreadsheet import render_csv, render_xlsx
from tests.check_papers import tools
from tests.check_papers.files import Made
from tests.publish.render import papers

_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false"
_HOSTILE = (
    '=HYPERLINK("http://evil.example","click")',
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1+1)",
    "＝1+1",
    "#N/A",
    "00123",
    "1e5",
    "<w:p>]]>&amp;",
    'quoted "so", with; commas',
    "مرحبا ہم جاننا Ŵŷ łódź țș 😀",
    "_x0041_ and _x000D_",
    "x" * 20_000,
)


def own(files: Sequence[Made]) -> list[str]:
    """Whether every cell of a list is in its file as it was, as words or a day, below a header that stays in sight."""
    found = []
    for one in files:
        assert one.paper is not None
        assert one.paper.sheet is not None
        sheet = one.paper.sheet
        wanted = [[_told(cell) for cell in row] for row in (sheet.columns, *sheet.rows)]
        if one.form == "csv":
            read = [[cell.removeprefix("'") for cell in row] for row in _cells(one.path)]
        else:
            page = openpyxl.load_workbook(one.path).active
            read = [[_told(cell.value) for cell in row] for row in page.iter_rows()]
            found += [
                f"{one.path.name}: {c.coordinate} is a formula" for row in page for c in row if c.data_type == "f"
            ]
            if page.freeze_panes is None or page.print_title_rows is None:
                found.append(f"{one.path.name}: the header does not stay in sight")
        found += [f"{one.path.name}: {had} became {has}" for had, has in zip(wanted, read, strict=True) if had != has]
    return found


def _told(value: object) -> str:
    if isinstance(value, datetime.datetime):
        value = value.date()
    return "" if value is None else str(value).removeprefix("'")


def opened(files: Sequence[Made], *, short: bool) -> list[str]:
    """Whether LibreOffice finds the same cells in the lists the program made."""
    excel = [one for one in files if one.form == "xlsx"]
    read = tools.converted([one.path for one in excel], _AS_CSV, short=short)
    found = []
    for one in excel:
        page = openpyxl.load_workbook(one.path).active
        wanted = [[_told(c.value) for c in row if not isinstance(c.value, datetime.date)] for row in page.iter_rows()]
        shown = _cells(read[one.path])
        if len(shown) != len(wanted) or any(not set(had) <= set(has) for had, has in zip(wanted, shown, strict=True)):
            found.append(f"{one.path.name}: LibreOffice finds other cells")
    return found


def libreoffice(files: Sequence[Made], *, short: bool) -> list[str]:
    """Whether both kinds of list hold text and no formula; first a list with one, to see that the check bites."""
    folder = files[0].path.parent / "lists"
    folder.mkdir(exist_ok=True)
    rows = tuple((words, datetime.date(2026, 11, 6), n) for n, words in enumerate(_HOSTILE))
    sheet = Spreadsheet(title="Promises", columns=("You said", "By when", "How many"), rows=rows)
    excel, plain, bad = folder / "list.xlsx", folder / "plain.csv", folder / "bad.xlsx"
    render_xlsx(sheet, excel, made_on=papers.MADE_ON)
    render_csv(sheet, plain)
    book = openpyxl.Workbook()
    book.active["A1"] = "=1+1"
    book.save(bad)
    read = tools.converted([excel, bad], _AS_CSV, short=short)
    opened = tools.converted([plain], "xlsx", short=short)[plain]
    if _cells(read[bad]) != [["2"]]:
        return ["a formula was not worked out: LibreOffice does not run here as it should"]
    found = [
        f"list.xlsx: “{words[:40]}” became “{shown[0][:40]}”"
        for words, shown in zip(_HOSTILE, _cells(read[excel])[1:], strict=True)
        if shown[0] != words
    ]
    cells = [cell for row in openpyxl.load_workbook(opened).active.iter_rows() for cell in row]
    return found + [f"plain.csv: {cell.coordinate} is a formula" for cell in cells if cell.data_type == "f"]


def _cells(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))
