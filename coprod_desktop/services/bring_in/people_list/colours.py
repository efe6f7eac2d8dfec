"""What a workbook says by colours and by crossing out: a legend ("green = coming") gives each coloured row its answer."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from coprod_desktop.services.bring_in.people_list.sheets import MOST_CELLS, Row, tidy

_COLOURS = ("red", "orange", "yellow", "green", "blue", "purple", "pink", "grey")
_ALSO = {"amber": "orange", "gray": "grey", "lilac": "purple", "gold": "yellow"}
_NAMED = re.compile(rf"\b({'|'.join((*_COLOURS, *_ALSO))})\b", re.I)
_LEGEND = re.compile(
    rf"\W*(?:in |shaded |highlighted )?{_NAMED.pattern}\s*(?:[=:–→-]+|means|is|are)\s*(?P<answer>\S.{{1,40}})", re.I
)
_SPEAKS = re.compile(
    r"\b(?:highlight\w*|shaded|colou?r(?:ed|s)?|in (?:red|green|yellow|amber|orange|blue|pink|purple))\b", re.I
)
UNREAD = "This sheet says something by its colours. They were not read: look at it, and ask."
READ = "What the colours of this sheet mean was read from its key: {}."
CROSSED = "crossed out"
"""Stands in brackets behind a name that is crossed out: nobody knows whether they come."""
_HEADING = "Reply"


class _Look(NamedTuple):
    struck: bool
    colour: str


def legend(rows: Sequence[Row]) -> Mapping[str, str]:
    """Return what each colour means, as lines that stand alone say: at least two."""
    told: dict[str, str] = {}
    for row in rows:
        for cell in row.filled if len(row.filled) < 3 else ():
            if found := _LEGEND.fullmatch(cell):
                named = found[1].casefold()
                told[_ALSO.get(named, named)] = found["answer"]
    return told if len(told) > 1 else {}


def are_spoken_of(rows: Sequence[Row]) -> bool:
    """Tell whether a line that stands alone speaks of colours."""
    return any(_SPEAKS.search(cell) for row in rows if len(row.filled) < 3 for cell in row.filled)


def with_answers(sheet: Any, rows: Sequence[Row], means: Mapping[str, str]) -> list[Row]:
    """Return rows in which a name that is crossed out says so, with one more column: what the colour of a row means."""
    known = {row.number: row for row in rows if not _is_of_legend(row)}
    wide = max((len(row.cells) for row in rows), default=0)
    look = lru_cache(lambda style: _look(sheet.parent, style))
    told: dict[int, str] = {}
    crossed: set[int] = set()
    for number, cells in enumerate(sheet.iter_rows(max_row=rows[-1].number if rows else 1), start=1):
        seen = (
            [look(cell._style_id) for cell in cells[:MOST_CELLS] if cell.value is not None] if number in known else []
        )
        crossed |= {number} if seen and seen[0].struck else set()
        if answer := next((means[one.colour] for one in seen if one.colour in means), ""):
            told[number] = answer
    if told:
        told[max((n for n, row in known.items() if n < min(told) and len(row.filled) > 1), default=0)] = _HEADING

    def read(row: Row) -> Row:
        cells = [*row.cells, *[""] * (wide - len(row.cells) if told else 0)]
        if row.number in crossed:
            first = next(at for at, cell in enumerate(cells) if cell)
            cells[first] = f"{cells[first]} ({CROSSED})"
        return tidy(row.number, [*cells, told.get(row.number, "")])

    return [read(row) for row in rows]


def _is_of_legend(row: Row) -> bool:
    return len(row.filled) < 3 and any(map(_LEGEND.fullmatch, row.filled))


def _look(book: Any, style: int) -> _Look:
    """Return how a style shows a cell; there are few styles, and many cells."""
    made = book._cell_styles[style]
    fill, font = book._fills[made.fillId], book._fonts[made.fontId]
    rgb = fill.fgColor.rgb
    if fill.fill_type != "solid" or not isinstance(rgb, str) or len(rgb) != 8:
        return _Look(bool(font.strike), "")
    return _Look(bool(font.strike), _called(*(int(rgb[at : at + 2], 16) / 255 for at in (2, 4, 6))))


def _called(red: float, green: float, blue: float) -> str:
    """Return what a colour is called by whoever painted with it."""
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < 0.12:
        return "grey" if value < 0.95 else ""
    bounds = (
        (18, "red"),
        (45, "orange"),
        (68, "yellow"),
        (170, "green"),
        (260, "blue"),
        (300, "purple"),
        (345, "pink"),
    )
    return next((name for most, name in bounds if hue * 360 < most), "red")
