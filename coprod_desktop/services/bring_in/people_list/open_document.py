"""LibreOffice's tables: spreadsheets (.ods), and the tables of a text (.odt)."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from coprod_desktop.services.bring_in.people_list.packages import package, tree
from coprod_desktop.services.bring_in.people_list.sheets import MOST_CELLS, MOST_ROWS, Opened, Row, of_rows, tidy

KIND = "a LibreOffice document"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def opened(data: bytes) -> Opened:
    """Return the tables of a document."""
    with package(data, KIND) as found:
        content = tree(found, "content.xml")
    tables = content.iter(f"{_TABLE}table")
    return Opened(KIND, tuple(of_rows(_rows(table), table.get(f"{_TABLE}name", "")) for table in tables))


def _rows(table: ElementTree.Element) -> Iterator[Row]:
    number = 1
    for row in table.iter(f"{_TABLE}table-row"):
        again = _times(row, "rows")
        made = tidy(number, _cells(row))
        if made.cells:
            yield from (made._replace(number=number + n) for n in range(min(again, MOST_ROWS - number + 1)))
        number += again
        if number > MOST_ROWS:
            return


def _cells(row: ElementTree.Element) -> list[str]:
    cells: list[str] = []
    for cell in row:
        if cell.tag not in {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}:
            continue
        again = _times(cell, "columns")
        cells += [_said(cell)] * min(again, MOST_CELLS - len(cells))
    return cells


def _times(element: ElementTree.Element, what: str) -> int:
    repeated = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return int(repeated) if repeated.isdecimal() and len(repeated) < 9 else 1


def _said(cell: ElementTree.Element) -> str:
    lines = ["".join(p.itertext()) for p in cell.iter(f"{_TEXT}p")]
    if any(lines):
        return "\n".join(lines)
    return cell.get(f"{_OFFICE}string-value") or cell.get(f"{_OFFICE}value") or ""
