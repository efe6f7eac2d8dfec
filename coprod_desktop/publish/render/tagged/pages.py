"""Pieces into pages, and pages onto the canvas with their head and page number."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from coprod_desktop.publish.render.tagged.canvas import TaggedCanvas
from coprod_desktop.publish.render.tagged.pieces import Piece, Text, Together

Placed = list[tuple[Piece, float]]
"""The pieces of one page, each with the distance of its top from the top of the column."""


@dataclass(frozen=True)
class Sheet:
    """A4 in points, with its margins. Marks stand in the left margin, so it is the wider one."""

    margin_line: float
    """Height of the running head and of the page number."""
    width: float = 595.28
    height: float = 841.89
    left: float = 76.0
    right: float = 64.0
    edge: float = 40.0
    """From the edge of the paper to the running head."""

    @property
    def top(self) -> float:
        """Where the text begins, from above."""
        return self.edge + self.margin_line + 20

    @property
    def bottom(self) -> float:
        """Where it ends, from below."""
        return self.edge + self.margin_line + 28

    @property
    def column(self) -> float:
        """Width of the text."""
        return self.width - self.left - self.right

    @property
    def room(self) -> float:
        """Height of the text."""
        return self.height - self.top - self.bottom


def paginate(pieces: Iterable[Piece], room: float) -> list[Placed]:
    """Return pages that are at most this high. A heading is never the last thing on a page."""
    waiting = deque(pieces)
    pages: list[Placed] = [[]]
    at = 0.0
    while waiting:
        piece = waiting.popleft()
        page = pages[-1]
        begin = at + piece.before if page else 0.0
        if begin + _needed(piece, waiting, room) <= room:
            page.append((piece, begin))
            at = begin + piece.height
        elif isinstance(piece, Together) and (piece.height > room or (page and page[-1][0].keep_next)):
            waiting.extendleft(reversed(piece.pieces))
        elif (parts := piece.split(room - begin, room)) is not None:
            page.append((parts[0], begin))
            waiting.appendleft(parts[1])
            pages.append([])
        elif page:
            waiting.appendleft(piece)
            pages.append([])
        else:
            page.append((piece, begin))
            at = begin + piece.height
    return pages


def _needed(piece: Piece, following: deque[Piece], room: float) -> float:
    """Return the height of a piece and of as much after it as must be on the same page."""
    needed = piece.height
    for follower in following:
        if not piece.keep_next:
            break
        piece = follower
        rest = piece.height if piece.keep_next else piece.least
        if isinstance(piece, Together) and needed + piece.before + rest > room:
            rest = _needed(piece.pieces[0], deque(piece.pieces[1:]), room)
        needed += piece.before + rest
    return needed


def draw(canvas: TaggedCanvas, pages: list[Placed], sheet: Sheet, head: Text | None, numbers: list[Text]) -> None:
    """Draw all pages. The head is on every page but the first; it and the page number are artifacts."""
    for page, number in zip(pages, numbers, strict=True):
        top = sheet.height - sheet.top
        if head is not None and page is not pages[0]:
            with canvas.artifact("Pagination", "Header"):
                head.draw(canvas, sheet.left, sheet.height - sheet.edge)
        for piece, offset in page:
            piece.draw(canvas, sheet.left, top - offset)
        with canvas.artifact("Pagination", "Footer"):
            number.draw(canvas, sheet.left, sheet.edge + sheet.margin_line - 6)
        canvas.next_page()
