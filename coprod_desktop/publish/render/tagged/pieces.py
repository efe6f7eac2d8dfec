"""What a page is put together from: pieces that know their height, where they may be cut, and how to draw themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from coprod_desktop.publish.document import Mark
from coprod_desktop.publish.render.tagged.canvas import TaggedCanvas
from coprod_desktop.publish.render.tagged.lines import Line

_BAR = 2.5


class Piece(Protocol):
    """`before` is the space above, not used at the top of a page; `keep_next` forbids a page break after it.

    `least` is the smallest height with which it can begin on a page.
    """

    @property
    def before(self) -> float: ...  # noqa: D102
    @property
    def keep_next(self) -> bool: ...  # noqa: D102
    @property
    def height(self) -> float: ...  # noqa: D102
    @property
    def least(self) -> float: ...  # noqa: D102

    def split(self, room: float, page: float) -> tuple[Piece, Piece] | None:
        """Return what fits into the room that is left and the rest, None to begin on the next page instead."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw with the upper left corner here."""


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands left of the first line: a bullet of its own, or a drawn mark. `shift` is where, from the text."""

    shift: float
    bullet: Line | None = None
    mark: Mark | None = None
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Lines of one paragraph, heading or cell."""

    lines: tuple[Line, ...]
    size: float
    leading: float
    before: float = 0.0
    keep_next: bool = False
    indent: float = 0.0
    lead: Lead | None = None
    bookmark: tuple[str, int] | None = None
    bar: str = ""
    """Colour of a line down the left, for someone's own words."""
    bar_at: float = 0.0
    new_page: bool = False
    """Is the first thing on its page."""
    column: float = 0.0
    """Width of the column it stands in."""

    @property
    def from_right(self) -> bool:
        """Whether it begins at the right end of its column, with what stands beside it."""
        return bool(self.lines) and self.lines[0].from_right

    @property
    def height(self) -> float:
        """Height without the space before."""
        return len(self.lines) * self.leading

    @property
    def least(self) -> float:
        """Two lines of a longer text."""
        return self.leading * (2 if len(self.lines) > 3 else len(self.lines))

    def split(self, room: float, page: float) -> tuple[Piece, Piece] | None:
        """Cut between lines; neither part is a single line. A heading is cut only where no page can hold it."""
        if self.bookmark is not None and self.height <= page:
            return None
        count = int(room / self.leading)
        if len(self.lines) - count == 1:
            count -= 1
        return self.cut(count) if count > 1 and len(self.lines) - count > 1 else None

    def cut(self, count: int) -> tuple[Text, Text]:
        """Return the first lines and the rest."""
        first = replace(self, lines=self.lines[:count], keep_next=False)
        return first, replace(self, lines=self.lines[count:], before=0.0, lead=None, bookmark=None, new_page=False)

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw the lines, and what stands beside them."""
        if not self.lines:
            return
        if self.bookmark is not None:
            canvas.bookmark(*self.bookmark, y=top + self.size / 2)
        if self.bar:
            side = self.column - _BAR - self.bar_at if self.from_right else self.bar_at
            canvas.bar(x + side, top, self.height, self.bar, _BAR)
        left = x + self.indent
        baseline = top - self.leading / 2 - 0.35 * self.size
        if self.lead is not None:
            if self.lead.bullet is not None:
                at = self._lead_at(x, self.lead.bullet.width)
                canvas.write(at, baseline, [self.lead.bullet], self.leading)
            if self.lead.mark is not None:
                size = 1.15 * self.size
                y = baseline + 0.35 * self.size - size / 2
                canvas.sign(self.lead.mark, self._lead_at(x, size), y, size, self.lead.colour)
        canvas.write(left, baseline, list(self.lines), self.leading)

    def _lead_at(self, x: float, width: float) -> float:
        """Return the left edge of what stands beside the first line: on its own side, but for signs in the margin."""
        assert self.lead is not None
        if self.from_right and self.indent + self.lead.shift >= 0:
            return x + self.column - self.indent - self.lead.shift - width
        return x + self.indent + self.lead.shift


class Whole:
    """A piece that is never cut."""

    @property
    def height(self) -> float:
        """Height without the space before."""
        raise NotImplementedError

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def split(self, room: float, page: float) -> None:
        """Never cut."""


@dataclass(frozen=True)
class Rule(Whole):
    """A line across the column, or a part of it. `shift` is its left edge, from that of the column."""

    width: float
    colour: str
    thickness: float
    before: float = 0.0
    keep_next: bool = False
    shift: float = 0.0

    @property
    def height(self) -> float:
        """Its thickness."""
        return self.thickness

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw it."""
        canvas.rule(x + self.shift, top - self.thickness / 2, self.width, self.colour, self.thickness)


@dataclass(frozen=True)
class Together:
    """Pieces that stay on one page if a page can hold them; else they flow."""

    pieces: tuple[Piece, ...]
    keep_next: bool = False
    loose: float = 0.0
    """May begin on a page of which this part is free, and go on on the next, so that no page is left half empty; 0: never."""

    @property
    def before(self) -> float:
        """The first piece's."""
        return self.pieces[0].before

    @property
    def height(self) -> float:
        """All of it, without the space before the first."""
        return sum(piece.before + piece.height for piece in self.pieces) - self.before

    @property
    def least(self) -> float:
        """All of it."""
        return self.height

    def split(self, room: float, page: float) -> None:
        """Not cut here: the page maker takes the pieces one by one."""

    def draw(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        """Draw one below the other."""
        for number, piece in enumerate(self.pieces):
            top -= piece.before if number else 0.0
            piece.draw(canvas, x, top)
            top -= piece.height
