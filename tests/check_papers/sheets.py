"""Checks of lists by LibreOffice: what people said comes out of its cells as it went in, and nothing is worked out."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Sequence
from pathlib import Path

import openpyxl

from coprod_desktop.publish.paper import Sheet
from coprod_desktop.publish.render.sheet import render_csv, render_xlsx
from tests.check_papers import tools
from tests.check_papers.files import Files
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


def libreoffice(files: Sequence[Files], *, short: bool) -> list[str]:
    """Whether both kinds of list hold text and no formula; first a list with one, to see that the check bites."""
    folder = files[0].pdf.parent / "lists"
    folder.mkdir()
    rows = tuple((words, datetime.date(2026, 11, 6), n) for n, words in enumerate(_HOSTILE))
    sheet = Sheet(title="Promises", columns=("You said", "By when", "How many"), rows=rows)
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
