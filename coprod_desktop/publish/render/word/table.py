"""Tables in Word: a header row that comes again on every page, a caption and a description, no merged cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coprod_desktop.publish.document import Table
from coprod_desktop.publish.render.every_format.runs import is_seen, one_line
from coprod_desktop.publish.render.every_format.sides import runs_rightwards
from coprod_desktop.publish.render.word.xml import paragraph, plain, w

_NARROWEST = 6
_WIDEST = 40
"""In characters, when the width is shared out."""
_LETTER = 165
"""What one takes, in twentieths of a point: a table of two short columns is not drawn across the whole page."""
_LONG_CELL = 1500
"""A row with more than this may be cut by a page's end: one that may not and is higher than a page loses words."""


def table(block: Table, width: int) -> Any:
    """Return the table, at most as wide as the text; its caption stands above it as a paragraph of its own."""
    columns = max(map(len, (block.header, *block.rows)))
    widths = _widths(block, columns, width)
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
    element.extend(_row(texts, widths) for texts in block.rows)
    return element


def _row(texts: Sequence[str], widths: Sequence[int], *, head: bool = False) -> Any:
    texts = (*texts, *[""] * len(widths))[: len(widths)]
    long = max(map(len, texts)) > _LONG_CELL
    properties = w("trPr", None if long else w("cantSplit"), w("tblHeader") if head else None)
    cells = [
        _cell(text, width, "TableHead" if head else "RowHead" if not place else "TableText")
        for place, (text, width) in enumerate(zip(texts, widths, strict=True))
    ]
    return w("tr", properties, *cells)


def _cell(text: str, width: int, style: str) -> Any:
    return w(
        "tc",
        w("tcPr", w("tcW", w=width, type="dxa")),
        paragraph(style, *plain(text), rtl=runs_rightwards(text)),
    )


def _widths(block: Table, columns: int, width: int) -> list[int]:
    """Share the width out by what the columns hold, so that numbers stand near and words have room."""
    rows = [(*texts, *[""] * columns)[:columns] for texts in (block.header, *block.rows)]
    wishes = [min(max(_NARROWEST, *(len(row[place]) + 2 for row in rows)), _WIDEST) for place in range(columns)]
    share = min(width / sum(wishes), _LETTER)
    return [int(share * wish) for wish in wishes]
