"""The sign-in sheet: a table on A4 turned on its side, with rows high enough to write in and a box for each answer."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from typing import IO

from coprod_desktop.domain.counted import counted
from coprod_desktop.publish.form import FormQuestion, SignIn
from coprod_desktop.publish.render.every_format.characters import Spelling
from coprod_desktop.publish.render.tagged.canvas import TaggedCanvas
from coprod_desktop.publish.render.tagged.file import about
from coprod_desktop.publish.render.tagged.fonts import Faces
from coprod_desktop.publish.render.tagged.page_size import PageSize
from coprod_desktop.publish.render.tagged.pages import draw, paginate
from coprod_desktop.publish.render.tagged.paper import Typesetter
from coprod_desktop.publish.render.tagged.pieces import Text
from coprod_desktop.publish.render.tagged.setting import Setting, Sizes
from coprod_desktop.publish.render.tagged.ticks import Ticks, ticks
from coprod_desktop.publish.render.tagged.tree import Node

_BODY = 13
_EDGE = 36.0
_ROW = 11 * 72 / 25.4
"""At least 11 mm: room for a name in large handwriting."""
_PADDING = 6.0

Cell = Text | Ticks


@dataclass(frozen=True)
class Rows:
    """The header and rows of the sheet, or of the part of it on one page; lines all round every cell."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]
    columns: tuple[float, ...]
    """Left edge of each column, and the right edge of the last."""
    line: str
    before: float = 0.0
    keep_next: bool = False
    continued: bool = False
    """The header was on an earlier page: here it is an artifact."""

    @property
    def height(self) -> float:
        """Header and rows."""
        return sum(map(_height, (self.header, *self.rows)))

    @property
    def least(self) -> float:
        """Header and one row."""
        return _height(self.header) + _height(self.rows[0])

    def split(self, room: float, page: float) -> tuple[Rows, Rows] | None:  # noqa: ARG002
        """Cut between rows."""
        heights = accumulate(map(_height, self.rows), initial=_height(self.header))
        fitting = sum(height <= room for height in heights) - 1
        if fitting < 1:
            return None
        rest = replace(self, rows=self.rows[fitting:], before=0.0, continued=True)
        return replace(self, rows=self.rows[:fitting]), rest

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw it."""
        if self.continued:
            with canvas.artifact("Pagination"):
                self._draw_row(canvas, self.header, x, top)
        else:
            self._draw_row(canvas, self.header, x, top)
        top -= _height(self.header)
        for row in self.rows:
            self._draw_row(canvas, row, x, top)
            top -= _height(row)

    def _draw_row(self, canvas: TaggedCanvas, row: Sequence[Cell], x: float, top: float) -> None:
        height = _height(row)
        for left, right, cell in zip(self.columns, self.columns[1:], row, strict=False):
            canvas.frame(x + left, top - height, right - left, height, self.line)
            cell.draw(canvas, x + left + _PADDING, top - (height - cell.height) / 2)


def write_sign_in(sheet: SignIn, out: IO[bytes], *, made_on: datetime.datetime) -> tuple[str, ...]:
    """Write the sheet and return sentences about what is not as it was typed."""
    faces, sizes = Faces(), Sizes(_BODY, 1.35)
    sheet, by_hand = _drawable(sheet, Spelling(faces.has))
    spelling = Spelling(faces.has)
    margin = sizes.margin_leading
    page = PageSize(margin, margin, left=_EDGE, right=_EDGE, width=841.89, height=595.28, edge=24)
    setting = Setting(sheet.document, faces, spelling, sizes, page)
    typesetter = Typesetter(sheet.document, setting)
    pieces = typesetter.pieces()
    pages = paginate([*pieces, _rows(sheet, setting, typesetter.root)], page.room)
    canvas = TaggedCanvas(out, about(sheet.document, made_on), (page.width, page.height))
    head = setting.margin(sheet.document.running_head, 1)
    heads = [head if number else None for number in range(len(pages))]
    feet = [setting.margin(f"Page {number} of {len(pages)}") for number in range(1, len(pages) + 1)]
    draw(canvas, pages, page, heads, feet)
    canvas.save(typesetter.root)
    return (*by_hand, *setting.warnings)


def _drawable(sheet: SignIn, spelling: Spelling) -> tuple[SignIn, tuple[str, ...]]:
    """Return the sheet with an empty row for each name in letters that there is no type for, and a sentence about them."""
    names = tuple("" if spelling.spell(name)[1] else name for name in sheet.names)
    many = names.count("") - sheet.names.count("")
    if not many:
        return sheet, ()
    what = counted(many, "name is", "names are")
    said = (
        f"{what} in letters that the sign-in sheet cannot print. There is an empty row for each: write it in by hand."
    )
    return replace(sheet, names=names), (said,)


def _rows(sheet: SignIn, setting: Setting, root: Node) -> Rows:
    """Return the table; the column for names has all the room that the answers leave."""
    table = root.add("Table")
    head, body = table.add("THead").add("TR"), table.add("TBody")
    heads = [head.add("TH", attributes="<</O /Table /Scope /Column>>") for _ in range(1 + len(sheet.asks))]
    places = [(_name_cell(row := body.add("TR"), name), row, name) for name in (*sheet.names, *[""] * sheet.empty)]
    cells = [tuple(_answer(setting, ask, row.add("TD")) for ask in sheet.asks) for _, row, _ in places]
    widths = [
        max(_longest_word(setting, ask.words), *(_wide(setting, ask, row[at]) for row in cells))
        for at, ask in enumerate(sheet.asks)
    ]
    widths.insert(0, setting.sheet.column - sum(widths) - 2 * _PADDING * (1 + len(widths)))
    words = (sheet.first, *(ask.words for ask in sheet.asks))
    header = tuple(
        setting.text(setting.words(text, node, strong=True), width=wide)
        for text, node, wide in zip(words, heads, widths, strict=True)
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (setting.text(setting.words(name, cell), width=widths[0]), *answers)
        for (cell, _, name), answers in zip(places, cells, strict=True)
    )
    columns = tuple(accumulate((wide + 2 * _PADDING for wide in widths), initial=0.0))
    return Rows(header, rows, columns, setting.colours["line"], setting.sizes.space(0.8))


def _answer(setting: Setting, ask: FormQuestion, cell: Node) -> Cell:
    return ticks(setting, ask.choices, cell) if ask.choices else setting.text(setting.words("", cell), width=1.0)


def _wide(setting: Setting, ask: FormQuestion, cell: Cell) -> float:
    return cell.width if isinstance(cell, Ticks) else 0.5 * setting.sizes.body * ask.letters


def _name_cell(row: Node, name: str) -> Node:
    return row.add("TH", attributes="<</O /Table /Scope /Row>>") if name.strip() else row.add("TD")


def _longest_word(setting: Setting, text: str) -> float:
    words = (setting.text(setting.words(word, None, strong=True)) for word in text.split())
    return 0.1 + max(word.lines[0].width for word in words)


def _height(row: Sequence[Cell]) -> float:
    return max(_ROW, max(cell.height for cell in row) + _PADDING)
