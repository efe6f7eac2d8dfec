"""Pages of braille: lines of so many cells, pages of so many lines, the page number at the end of the last line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from coprod_desktop.publish.render.braille.cells import GOES_ON, PAGE_END, uncontracted

_STAYS_WITH = 2
"""A heading has so many lines of what follows on its page."""
_CENTRED_MARGIN = 3
"""Empty cells that a centred line leaves on either side, so that it is felt to be centred."""


@dataclass(frozen=True)
class Piece:
    """What is set together: chunks by lines, where lines begin, and what is around them."""

    lines: Sequence[Sequence[str]]
    first: int = 0
    """Empty cells before the first line, and before those it runs over to."""
    over: int = 0
    blank: bool = False
    """A blank line before it."""
    heading: bool = False
    centred: bool = False
    new_page: bool = False


def pages(pieces: Iterable[Piece], *, cells: int, lines: int) -> list[list[str]]:
    """Return the lines of every page, each page as long as a page is and numbered."""
    made = [page for part in _parts(pieces) for page in _filled(part, cells, lines - 1)]
    return [_numbered(page, number, cells, lines) for number, page in enumerate(made, 1)]


def as_file(made: Iterable[Sequence[str]]) -> bytes:
    """Return the bytes an embosser takes."""
    return PAGE_END.join("".join(f"{line}\r\n" for line in page) for page in made).encode("ascii")


def _parts(pieces: Iterable[Piece]) -> list[list[Piece]]:
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.new_page and parts[-1]:
            parts.append([])
        parts[-1].append(piece)
    return parts


def _filled(pieces: Sequence[Piece], cells: int, room: int) -> list[list[str]]:
    """Put pieces on pages. A heading never stands at the foot of one."""
    set_ones = [(piece, _set(piece, cells)) for piece in pieces]
    needs = _needs([(piece.heading, len(lines)) for piece, lines in set_ones])
    made: list[list[str]] = [[]]
    for (piece, lines), need in zip(set_ones, needs, strict=True):
        gap = [""] if piece.blank and made[-1] else []
        if made[-1] and len(made[-1]) + len(gap) + need > room:
            made.append([])
        else:
            made[-1] += gap
        for line in lines:
            if len(made[-1]) == room:
                made.append([])
            made[-1].append(line)
    return made


def _needs(sizes: Sequence[tuple[bool, int]]) -> list[int]:
    """Return how many lines must fit on a page for each piece to begin there; headings in a row stay together."""
    needs = [min(count, 1) for _, count in sizes]
    for at in reversed(range(len(sizes))):
        heading, count = sizes[at]
        if heading and at + 1 < len(sizes):
            follows = needs[at + 1] + 1 if sizes[at + 1][0] else min(sizes[at + 1][1], _STAYS_WITH)
            needs[at] = count + follows
        elif heading:
            needs[at] = count
    return needs


def _numbered(page: list[str], number: int, cells: int, lines: int) -> list[str]:
    last = uncontracted(str(number)).rjust(cells)
    return [line.rstrip() for line in (*page, *[""] * (lines - 1 - len(page)))] + [last]


def _set(piece: Piece, cells: int) -> list[str]:
    """Break a piece into lines."""
    if piece.centred:
        return [
            line.center(cells).rstrip()
            for chunks in piece.lines
            for line in _wrap(chunks, 0, 0, cells - 2 * _CENTRED_MARGIN)
        ]
    found: list[str] = []
    for number, chunks in enumerate(piece.lines):
        first = piece.over if number else piece.first
        over = piece.over + 2 if number and piece.over > piece.first else piece.over
        found += _wrap(chunks, first, over, cells)
    return found


def _wrap(chunks: Sequence[str], first: int, over: int, cells: int) -> list[str]:
    """Return lines no longer than cells. A chunk is split only if it is longer than a line."""
    lines: list[str] = []
    line = " " * first
    for chunk in chunks:
        gap = 1 if line.strip() else 0
        if line.strip() and len(line) + gap + len(chunk) > cells:
            lines.append(line)
            line, gap = " " * over, 0
        while len(line) + gap + len(chunk) > cells:
            cut = cells - len(line) - len(GOES_ON)
            lines.append(line + chunk[:cut] + GOES_ON)
            line, chunk = " " * over, chunk[cut:]
        line += " " * gap + chunk
    if line.strip():
        lines.append(line)
    return lines
