"""Pieces into pages, and pages onto the canvas with their head and page number."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from math import inf

from coprod_desktop.publish.render.tagged.canvas import TaggedCanvas
from coprod_desktop.publish.render.tagged.page_size import PageSize
from coprod_desktop.publish.render.tagged.pictures import Pair
from coprod_desktop.publish.render.tagged.pieces import Piece, Text, Together

Placed = list[tuple[Piece, float]]
"""The pieces of one page, each with the distance of its top from the top of the column."""
_SPARSE = 1 / 4
"""A page is not left with less than this on it."""


class _Page:
    """Pieces put on one page so far, and how many pairs of picture and words may still follow."""

    def __init__(self, pairs: int | None, begin: float = 0.0) -> None:
        self.placed: Placed = []
        self.at = begin
        self.pairs = pairs

    def begin(self, piece: Piece) -> float:
        """Return where a piece would begin."""
        return self.at + piece.before if self.placed else self.at

    def put(self, piece: Piece) -> None:
        """Put a piece below the others."""
        begin = self.begin(piece)
        self.placed.append((piece, begin))
        self.at = begin + piece.height
        if self.pairs is not None and isinstance(piece, Pair):
            self.pairs -= 1

    @property
    def ends_in_heading(self) -> bool:
        """Whether the last piece must not be the last on the page."""
        return bool(self.placed) and self.placed[-1][0].keep_next

    def is_sparse(self, room: float) -> bool:
        """Whether so little is on the page that something that could stay in one piece is cut for it."""
        return bool(self.placed) and self.at < room * _SPARSE

    @property
    def only_headings(self) -> bool:
        """Whether there are headings that would be left alone, as what belongs to them is more than a page."""
        return bool(self.placed) and all(piece.keep_next for piece, _ in self.placed)


def paginate(
    pieces: Iterable[Piece], room: float, pairs: int | None = None, *, first_higher: float = 0.0
) -> list[Placed]:
    """Return pages at most this high, with at most so many pairs. A heading is never the last thing on a page.

    The first page begins so much higher up than the others as it has no head.
    """
    waiting = deque(pieces)
    pages = [_Page(pairs, -first_higher)]
    while waiting:
        piece = waiting.popleft()
        page = pages[-1]
        if page.placed and isinstance(piece, Text) and piece.new_page:
            page = _Page(pairs)
            pages.append(page)
        free = room - page.begin(piece)
        if _needed(piece, waiting, room, page.pairs) <= free:
            page.put(piece)
        elif isinstance(piece, Together) and (
            _flows(piece, free, room) or page.ends_in_heading or page.is_sparse(room)
        ):
            waiting.extendleft(reversed(piece.pieces))
        elif page.only_headings and piece.height <= free:
            page.put(piece)
        elif (parts := piece.split(free, room)) is not None:
            page.put(parts[0])
            waiting.appendleft(parts[1])
            pages.append(_Page(pairs))
        elif page.placed:
            waiting.appendleft(piece)
            pages.append(_Page(pairs))
        else:
            page.put(piece)
    return [page.placed for page in pages]


def _flows(piece: Together, free: float, room: float) -> bool:
    return piece.height > room or (piece.loose > 0 and free >= room * piece.loose)


def _needed(piece: Piece, following: deque[Piece], room: float, pairs: int | None = None) -> float:
    """Return the height of a piece and of as much after it as must be on the same page."""
    if pairs == 0 and isinstance(piece, Pair):
        return inf
    needed = piece.height
    for follower in following:
        if not piece.keep_next:
            break
        piece = follower
        if pairs == 0 and isinstance(piece, Pair):
            return inf
        rest = piece.height if piece.keep_next else piece.least
        if isinstance(piece, Together) and (piece.loose or needed + piece.before + rest > room):
            begun = _needed(piece.pieces[0], deque(piece.pieces[1:]), room)
            rest = min(rest, max(begun, room * piece.loose)) if piece.loose and rest <= room else begun
        needed += piece.before + rest
    return needed


def draw(
    canvas: TaggedCanvas,
    pages: list[Placed],
    sheet: PageSize,
    heads: Iterable[Text | None],
    feet: Iterable[Text | Together | None],
) -> None:
    """Draw all pages, each with its head and foot, which are artifacts."""
    for page, head, foot in zip(pages, heads, feet, strict=True):
        top = sheet.height - sheet.top
        if head is not None:
            with canvas.artifact("Pagination", "Header"):
                head.draw(canvas, sheet.left, sheet.height - sheet.edge)
        for piece, offset in page:
            piece.draw(canvas, sheet.left, top - offset)
        if foot is not None:
            with canvas.artifact("Pagination", "Footer"):
                foot.draw(canvas, sheet.left, sheet.edge + foot.height)
        canvas.next_page()
        page.clear()  # a long paper is not held twice
