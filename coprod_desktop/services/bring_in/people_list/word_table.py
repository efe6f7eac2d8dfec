"""Tables of a Word document. What was deleted with changes tracked is not in them; no macro is run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.people_list.colours import CROSSED
from coprod_desktop.services.bring_in.people_list.packages import package, tree
from coprod_desktop.services.bring_in.people_list.sheets import (
    MOST_CELLS,
    MOST_ROWS,
    NOTHING,
    Opened,
    not_empty,
    of_rows,
)

KIND = "a Word document"
_LONGEST_TITLE = 60
_OFF = frozenset({"0", "false", "off", "none"})
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class NoTable(UserError):
    """A document without a table. Its lines may be a list all the same."""

    def __init__(self, lines: Sequence[str]) -> None:
        do = "Copy the names, one on each line, and paste them as a list."
        super().__init__(f"This is {KIND} without a table. {NOTHING}", do)
        self.text = "\n".join(lines)


def opened(data: bytes) -> Opened:
    """Return the tables of a document. NoTable when it has none."""
    with package(data, KIND) as found:
        body = tree(found, "word/document.xml")
    tables, around = _tables(body)
    if not tables:
        raise NoTable(around[0])
    sheets = tuple(of_rows(not_empty(_rows(table)), title) for title, table in tables.items())
    return Opened(KIND, sheets, around=tuple(map(tuple, around)))


def _tables(body: ElementTree.Element) -> tuple[dict[str, ElementTree.Element], list[list[str]]]:
    """Return each table by what stands right above it, where that is short, else by its number; and the lines around them."""
    tables: dict[str, ElementTree.Element] = {}
    around: list[list[str]] = [[]]
    inside: set[ElementTree.Element] = set()
    above = ""
    for part in body.iter():
        if part in inside:
            continue
        if part.tag == f"{_W}tbl":
            inside.update(part.iter())
            title = above if 0 < len(above) <= _LONGEST_TITLE and above not in tables else f"Table {len(tables) + 1}"
            tables[title], above = part, ""
            around.append([])
        elif part.tag == f"{_W}p":
            above = _paragraph(part).strip()
            around[-1] += [""] if _is_title(part) else []
            around[-1].append(f"• {above}" if above and _is_listed(part) else above)
    return tables, around


def _is_listed(paragraph: ElementTree.Element) -> bool:
    """Tell whether a paragraph has a dot or a number, which no word of it shows."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    named = style.get(f"{_W}val", "") if style is not None else ""
    return named.startswith(("ListBullet", "ListNumber")) or paragraph.find(f"{_W}pPr/{_W}numPr") is not None


def _is_title(paragraph: ElementTree.Element) -> bool:
    """Tell whether a paragraph stands apart as a title: by its style, or all in bold."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    if style is not None and style.get(f"{_W}val", "").startswith(("Heading", "Title")):
        return True
    bold = [run.find(f"{_W}rPr/{_W}b") for run in paragraph.iter(f"{_W}r") if "".join(run.itertext()).strip()]
    told = all(one is not None and one.get(f"{_W}val", "true") not in _OFF for one in bold)
    return bool(bold) and told and not _is_listed(paragraph)


def _rows(table: ElementTree.Element) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(table.findall(f".//{_W}tr"), start=1):
        if number > MOST_ROWS:
            return
        cells: list[str] = []
        for cell in row.findall(f"{_W}tc") + row.findall(f"{_W}sdt/{_W}sdtContent/{_W}tc"):
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            wide = span.get(f"{_W}val", "1") if span is not None else "1"
            more = int(wide) - 1 if wide.isdecimal() and len(wide) < 3 else 0
            cells += ["\n".join(map(_paragraph, cell.iter(f"{_W}p"))), *[""] * more][: MOST_CELLS - len(cells)]
        yield number, cells


def _paragraph(paragraph: ElementTree.Element) -> str:
    parts: list[str] = []
    struck: list[bool] = []
    for run in paragraph.iter(f"{_W}r"):
        strikes = run.find(f"{_W}rPr/{_W}strike")
        through = strikes is not None and strikes.get(f"{_W}val", "true") not in _OFF
        for part in run:
            if part.tag == f"{_W}t":
                parts.append(part.text or "")
                struck += [through] if (part.text or "").strip() else []
            elif part.tag in {f"{_W}tab", f"{_W}br", f"{_W}cr"}:
                parts.append(" ")
    return f"{''.join(parts)} ({CROSSED})" if struck and all(struck) else "".join(parts)
