"""A table: rows stay whole where a page can hold them, and the header stands on each page, read aloud only once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_desktop.publish.render.tagged.canvas import TaggedCanvas
from coprod_desktop.publish.render.tagged.pieces import Text

PADDING = 6.0
_LONG, _CLOSER = 12, 3.0
"""A table of more rows than this is set closer, so that a list of a year is on as few pages as it needs."""


@dataclass(frozen=True)
class Grid:
    """The header and rows of one table, or of the part of it on one page. A row is a cell for each column."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    columns: tuple[float, ...]
    """Left edge of each column."""
    width: float
    strong_line: str
    thin_line: str
    before: float = 0.0
    keep_next: bool = False
    continued: bool = False
    """The header was on an earlier page: here it is an artifact."""
    padding: float = PADDING
    """Above and below the words of a cell."""

    @property
    def height(self) -> float:
        """Header and rows."""
        return sum(map(self._height, (self.header, *self.rows)))

    @property
    def least(self) -> float:
        """Header and two rows, or one of several lines: a line alone is taken for the whole table."""
        is_high = max(len(cell.lines) for cell in self.rows[0]) > 2
        return sum(map(self._height, (self.header, *self.rows[: 1 if is_high else 2])))

    def _height(self, row: Sequence[Text]) -> float:
        return max(cell.height for cell in row) + 2 * self.padding

    def split(self, room: float, page: float) -> tuple[Grid, Grid] | None:
        """Cut between rows, or through the first row if no page could hold it."""
        left = room - self._height(self.header)
        fitting = 0
        for row in self.rows:
            left -= self._height(row)
            if left < 0:
                break
            fitting += 1
        if fitting > 2 and fitting == len(self.rows) - 1:
            fitting -= 1  # none is left alone on the next page either
        if fitting:
            return self._part(self.rows[:fitting]), self._rest(self.rows[fitting:])
        space = room - self._height(self.header) - 2 * self.padding
        if self._height(self.header) + self._height(self.rows[0]) <= page or space < 2 * self.header[0].leading:
            return None
        upper, lower = zip(*(cell.cut(int(space / cell.leading)) for cell in self.rows[0]), strict=True)
        return self._part((upper,)), self._rest((lower, *self.rows[1:]))

    def _part(self, rows: tuple[tuple[Text, ...], ...]) -> Grid:
        return replace(self, rows=rows, keep_next=False)

    def _rest(self, rows: tuple[tuple[Text, ...], ...]) -> Grid:
        return replace(self, rows=rows, before=0.0, continued=True)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw header and rows, each with a line below."""
        if self.continued:
            with canvas.artifact("Pagination"):
                self._draw_row(canvas, self.header, x, top)
        else:
            self._draw_row(canvas, self.header, x, top)
        top -= self._height(self.header)
        canvas.rule(x, top, self.width, self.strong_line, 1.2)
        for row in self.rows:
            self._draw_row(canvas, row, x, top)
            top -= self._height(row)
            canvas.rule(x, top, self.width, self.thin_line, 0.6)

    def _draw_row(self, canvas: TaggedCanvas, row: tuple[Text, ...], x: float, top: float) -> None:
        for left, cell in zip(self.columns, row, strict=True):
            cell.draw(canvas, x + left, top - self.padding)


def padding_of(rows: int) -> float:
    """Return the space above and below the words of each cell in a table of so many rows."""
    return _CLOSER if rows > _LONG else PADDING


def column_widths(least: Sequence[float], best: Sequence[float], room: float, gap: float) -> list[float]:
    """Return the width of each column: its best if all fit, else its longest word and an equal share of what is left.

    What a column does not need of its share goes to the others: short texts stay on one line, long ones wrap.

    A table that needs less than the whole width stays narrow, so that the eye has no gap to cross.
    """
    room -= gap * (len(best) - 1)
    if sum(best) <= room:
        return list(best)
    if sum(least) >= room:
        return [room * one / sum(least) for one in least]
    widths, spare = list(least), room - sum(least)
    by_need = sorted(range(len(best)), key=lambda at: best[at] - least[at])
    for left, at in zip(range(len(best), 0, -1), by_need, strict=True):
        more = min(best[at] - least[at], spare / left)
        widths[at] += more
        spare -= more
    return widths
