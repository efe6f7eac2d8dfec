"""Tables in Word: a header row that comes again on every page, a caption and a description, no merged cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth

from coprod_desktop.publish.document import Table
from coprod_desktop.publish.render.every_format.runs import is_seen, one_line
from coprod_desktop.publish.render.every_format.sides import runs_rightwards
from coprod_desktop.publish.render.every_format.staying import KEPT_WHOLE, kept_together
from coprod_desktop.publish.render.tagged.table import column_widths
from coprod_desktop.publish.render.word.xml import paragraph, plain, w

_TWENTIETHS = 20
_BESIDE = 14
"""Points beside the words of a cell: its margin, and a hair more, so that no word breaks at its last letter."""
_WIDEST = 0.6
"""The part of the text's width that one column wishes for at most."""
_WORD = re.compile(r"[^ \n]+")
_METRICS = "Helvetica-Bold"
"""Has the widths of Arial's strong letters."""
_LONG_CELL = 1500
"""A row with more than this may be cut by a page's end: one that may not and is higher than a page loses words."""


def is_too_wide(block: Table, width: int, body: float) -> bool:
    """Tell whether a column would have to break inside a word: then the table is told as a list."""
    return sum(_least(column, body) for column in _columns(block)) > width / _TWENTIETHS


def table(block: Table, width: int, body: float) -> Any:
    """Return the table, at most as wide as the text; its caption stands above it as a paragraph of its own.

    `width` is in twentieths of a point, `body` the size of its letters in points.
    """
    widths = _widths(block, width, body)
    caption = one_line(block.caption) or "Table"
    heads = ", ".join(one_line(text) for text in block.header if is_seen(text))
    element = w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val="PaperTable"),
            w("tblW", w=sum(widths), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="04A0", firstRow=1, lastRow=0, firstColumn=1, lastColumn=0, noHBand=0, noVBand=1),
            w("tblCaption", val=caption),
            w(
                "tblDescription",
                val=f"{len(block.rows)} {'row' if len(block.rows) == 1 else 'rows'}. Columns: {heads}.",
            ),
        ),
        w("tblGrid", *(w("gridCol", w=each) for each in widths)),
    )
    element.append(_row(block.header, widths, head=True))
    whole = len(block.rows) <= KEPT_WHOLE
    last = len(block.rows)
    element.extend(_row(texts, widths, kept=whole and at < last) for at, texts in enumerate(block.rows, start=1))
    return element


def _row(texts: Sequence[str], widths: Sequence[int], *, head: bool = False, kept: bool = False) -> Any:
    texts = (*texts, *[""] * len(widths))[: len(widths)]
    long = max(map(len, texts)) > _LONG_CELL
    properties = w("trPr", None if long else w("cantSplit"), w("tblHeader") if head else None)
    cells = [
        _cell(text, width, "TableHead" if head else "RowHead" if not place else "TableText", kept=kept)
        for place, (text, width) in enumerate(zip(texts, widths, strict=True))
    ]
    return w("tr", properties, *cells)


def _cell(text: str, width: int, style: str, *, kept: bool) -> Any:
    words = paragraph(style, *plain(kept_together(text)), rtl=runs_rightwards(text))
    if kept:
        words.pPr.pStyle.addnext(w("keepNext"))
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), words)


def _columns(block: Table) -> list[list[str]]:
    many = max(map(len, (block.header, *block.rows)))
    rows = [(*texts, *[""] * many)[:many] for texts in (block.header, *block.rows)]
    return [[row[place] for row in rows] for place in range(many)]


def _widths(block: Table, width: int, body: float) -> list[int]:
    """Share the width out by the words of each column: none is narrower than its longest word, none wider than its words."""
    columns, room = _columns(block), width / _TWENTIETHS
    least = [_least(column, body) for column in columns]
    wishes = [min(max(_wide(text, body) for text in column) + _BESIDE, _WIDEST * room) for column in columns]
    best = [max(low, wish) for low, wish in zip(least, wishes, strict=True)]
    return [int(each * _TWENTIETHS) for each in column_widths(least, best, room, 0)]


def _least(column: Sequence[str], body: float) -> float:
    return (
        max((_wide(word, body) for text in column for word in _WORD.findall(kept_together(text))), default=0.0)
        + _BESIDE
    )


def _wide(text: str, body: float) -> float:
    """Return how wide text is in points; of letters that Arial's twin here lacks, each as wide as it is high."""
    known = "".join(char for char in text if char <= "\xff")
    return float(stringWidth(known, _METRICS, body)) + body * (len(text) - len(known))
