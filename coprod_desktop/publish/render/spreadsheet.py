"""Lists for spreadsheets. What people said is text in every cell: never a formula, whatever it begins with."""

from __future__ import annotations

import csv
import datetime
import re
from copy import copy
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from coprod_desktop.domain.format_table import Format
from coprod_desktop.publish.paper import Cell, Paper, Spreadsheet
from coprod_desktop.publish.press import NameOf, Pressed, PressSettings
from coprod_desktop.publish.render.every_format.characters import tidy
from coprod_desktop.publish.render.every_format.look import LIGHT
from coprod_desktop.publish.render.every_format.runs import one_line
from coprod_desktop.publish.render.every_format.steady_zip import write_steady
from coprod_desktop.publish.render.every_format.whole import whole_file

THE_REST = "… (the rest is in the paper)"
_MOST = 32_767
"""What a cell of a spreadsheet holds, counted in UTF-16 units."""
_ACTS = tuple("=+-@＝＋－＠")
"""Text that begins like this is taken for a formula when a CSV file is opened, the wide forms in East Asian settings."""
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\']")
_NARROWEST, _WIDEST = 12, 34
_LINE, _TALLEST = 16.5, 409
"""Points; no program shows a row that is taller."""
_DAY = "d mmm yyyy"
_POUNDS = "#,##0.00"


def press_csv(paper: Paper, form: Format, _settings: PressSettings, name_of: NameOf) -> Pressed:
    """Make the list of a paper (publish.press)."""
    if paper.sheet is None:
        return Pressed()
    path = name_of(form.apart, form.ending)
    render_csv(paper.sheet, path)
    return Pressed((path,))


def press_xlsx(paper: Paper, form: Format, settings: PressSettings, name_of: NameOf) -> Pressed:
    """Make the list of a paper (publish.press)."""
    if paper.sheet is None:
        return Pressed()
    path = name_of(form.apart, form.ending)
    render_xlsx(paper.sheet, path, made_on=settings.made_on)
    return Pressed((path,))


def render_csv(sheet: Spreadsheet, target: Path) -> None:
    """Write the list as CSV that Excel reads as UTF-8; a run that fails leaves the file that was there."""
    with whole_file(target) as path, path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerows([_guarded(cell) for cell in row] for row in (sheet.columns, *sheet.rows))


def _guarded(cell: Cell) -> str | int | Decimal:
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if not isinstance(cell, str):
        return "" if cell is None else cell
    text = _fitting(cell)
    begins = cell[:1] in ("\t", "\r", "\n") or text.lstrip().startswith(_ACTS)
    return f"'{_fitting(text, _MOST - 1)}" if begins else text


def _fitting(text: str, most: int = _MOST) -> str:
    """Return tidy text that a cell has room for; what is cut is said to be cut."""
    text = tidy(text)
    if _units(text) <= most:
        return text
    room = most - len(THE_REST)
    kept = text.encode("utf-16-le")[: room * 2].decode("utf-16-le", "ignore")
    return kept + THE_REST


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def render_xlsx(sheet: Spreadsheet, target: Path, *, made_on: datetime.datetime) -> None:
    """Write the list as an Excel file; a run that fails leaves the file that was there."""
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook()
    page = book.active
    page.title = _NOT_IN_A_NAME.sub(" ", one_line(sheet.title))[:31].strip() or "List"
    looks = {head: _look(page.cell(1, 1), head=head) for head in (True, False)}
    for number, row in enumerate((sheet.columns, *sheet.rows), start=1):
        for place, value in enumerate(row, start=1):
            _fill(page.cell(number, place), value, looks[number == 1])
    _arrange(page, sheet)
    _describe(book.properties, sheet, made_on)
    made = BytesIO()
    # Workbook.save would put the clock's time in place of made_on
    ExcelWriter(book, ZipFile(made, "w", ZIP_DEFLATED)).save()
    with whole_file(target) as path:
        write_steady(made, path)


def _look(cell: Any, *, head: bool) -> Any:
    """Return a look for many cells: made anew for each, it would take most of the time."""
    from openpyxl.styles import Alignment, Border, Font, Side

    line = Side("medium", color=_ink("text")) if head else Side("thin", color=_ink("edge"))
    cell.border = Border(bottom=line)
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal="left")
    cell.font = Font(name="Arial", size=12, bold=head, color=_ink("text"))
    return copy(cell._style)


def _fill(cell: Any, value: Cell, look: Any) -> None:
    cell._style = copy(look)
    if isinstance(value, str):
        text = _fitting(value)
        # Excel takes "_x0041_" in a text for the letter A
        cell.value = _ESCAPE.sub("_x005F_", text)
        cell.data_type = "s"
        # stays text even after somebody has gone into the cell and out again
        cell.quotePrefix = text.lstrip().startswith(_ACTS)
    else:
        cell.value = value
    if isinstance(value, datetime.date):
        cell.number_format = _DAY
    elif isinstance(value, Decimal):
        cell.number_format = _POUNDS


def _arrange(page: Any, sheet: Spreadsheet) -> None:
    """Keep the header in sight on screen and on paper, give words room, and let rows be filtered."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.page import PageMargins

    rows = [[_shown(cell) for cell in row] for row in (sheet.columns, *sheet.rows)]
    widths = []
    for place, heading in enumerate(sheet.columns):
        longest = max(max(map(len, row[place].split("\n"))) for row in rows if len(row) > place)
        widths.append(min(max(_NARROWEST, len(heading) + 5, longest + 2), _WIDEST))
        page.column_dimensions[get_column_letter(place + 1)].width = widths[-1]
    for number, row in enumerate(rows, start=1):
        # not every program makes a row as tall as its words by itself
        page.row_dimensions[number].height = min(_LINE * max(map(_lines, row, widths)) + 4, _TALLEST)
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions
    page.print_title_rows = "1:1"
    page.oddFooter.center.text = "Page &P of &N"
    page.page_margins = PageMargins(left=0.5, right=0.5, top=0.5, bottom=0.7)
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True


def _lines(text: str, width: int) -> int:
    """Return how many lines text takes in a column, rather one too many."""
    return sum(1 + int(len(line) * 1.15 / width) for line in text.split("\n"))


def _shown(cell: Cell) -> str:
    if isinstance(cell, datetime.date):
        return "30 Sept 2026"
    return "" if cell is None else str(cell)


def _ink(token: str) -> str:
    return LIGHT[token].lstrip("#")


def _describe(properties: Any, sheet: Spreadsheet, made_on: datetime.datetime) -> None:
    properties.title = one_line(sheet.title)[:255]
    properties.creator = "Co-production Desktop"
    properties.created = properties.modified = made_on.astimezone(datetime.UTC).replace(tzinfo=None, microsecond=0)
