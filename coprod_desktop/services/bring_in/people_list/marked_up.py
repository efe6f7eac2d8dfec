"""Tables in a web page, also one that a case system saves as .xls, and Excel's own XML of 2003."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree

from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.people_list.packages import SAVE_AS_CSV
from coprod_desktop.services.bring_in.people_list.sheets import (
    MOST_CELLS,
    MOST_ROWS,
    NOTHING,
    Opened,
    not_empty,
    of_rows,
)

_SHEET = "{urn:schemas-microsoft-com:office:spreadsheet}"


def of_page(text: str) -> Opened:
    """Return the tables of a web page."""
    reader = _Tables()
    reader.feed(text)
    reader.close()
    tables = [table for table in reader.tables if any(any(row) for row in table)]
    return Opened(
        "a web page with a table",
        tuple(of_rows(not_empty(enumerate(table, 1)), f"Table {n}") for n, table in enumerate(tables, 1)),
    )


class _Tables(HTMLParser):
    """Keeps rows of cells; what stands in scripts and styles is left out. A table inside a cell is one of its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._open: list[list[list[str]]] = []
        self._cell: list[str] | None = None
        self._wide = 1
        self._quiet = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        if tag in {"script", "style"}:
            self._quiet += 1
        elif tag == "table":
            self._end_cell()
            self._open.append([])
            self.tables.append(self._open[-1])
        elif tag == "tr" and self._open:
            self._end_cell()
            if len(self._open[-1]) < MOST_ROWS:
                self._open[-1].append([])
        elif tag in {"td", "th"} and self._open:
            self._end_cell()
            span = dict(attrs).get("colspan") or "1"
            self._wide = int(span) if span.isdecimal() and len(span) < 4 else 1
            self._cell = []
        elif tag in {"br", "p", "div", "li"} and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a table or a cell."""
        if tag in {"script", "style"}:
            self._quiet = max(0, self._quiet - 1)
        elif tag in {"td", "th", "tr"}:
            self._end_cell()
        elif tag == "table" and self._open:
            self._end_cell()
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Keep what stands in a cell."""
        if self._cell is not None and not self._quiet:
            self._cell.append(data)

    def _end_cell(self) -> None:
        if self._cell is None or not self._open:
            return
        if not self._open[-1]:
            self._open[-1].append([])
        row = self._open[-1][-1]
        more = [""] * (self._wide - 1)
        row += ["".join(self._cell), *more][: MOST_CELLS - len(row)]
        self._cell = None


def of_xml(text: str) -> Opened:
    """Return the sheets of a workbook in the XML of Excel 2003."""
    if "<!DOCTYPE" in text[:4000] or "<!ENTITY" in text:
        raise UserError(f"This is no file as Excel makes them. {NOTHING}", SAVE_AS_CSV)
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as wrong:
        raise UserError(f"This is an Excel file in XML that is damaged. {NOTHING}", SAVE_AS_CSV) from wrong
    return Opened(
        "an Excel file in XML",
        tuple(
            of_rows(not_empty(_xml_rows(sheet)), sheet.get(f"{_SHEET}Name", ""))
            for sheet in root.iter(f"{_SHEET}Worksheet")
        ),
    )


def _xml_rows(sheet: ElementTree.Element) -> Iterator[tuple[int, list[str]]]:
    number = 0
    for row in sheet.iter(f"{_SHEET}Row"):
        number = _index(row, number + 1)
        if number > MOST_ROWS:
            return
        cells: list[str] = []
        for cell in row.iter(f"{_SHEET}Cell"):
            place = min(_index(cell, len(cells) + 1), MOST_CELLS) - 1
            cells += [""] * (place - len(cells))
            cells.append("".join("".join(data.itertext()) for data in cell.iter(f"{_SHEET}Data")))
        yield number, cells


def _index(element: ElementTree.Element, otherwise: int) -> int:
    said = element.get(f"{_SHEET}Index", "")
    return max(int(said), otherwise) if said.isdecimal() and len(said) < 8 else otherwise
