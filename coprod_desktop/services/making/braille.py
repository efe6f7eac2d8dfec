"""Braille: how large its pages are for this organisation's embosser, and what a braille paper would say."""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.permission import Circle
from coprod_desktop.errors import UserError
from coprod_desktop.publish.press import PressSettings
from coprod_desktop.publish.render.braille.cells import FEWEST_CELLS, FEWEST_LINES, MOST_CELLS, MOST_LINES, ORDER
from coprod_desktop.services import organisation
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers

_FIRST_DOTS = 0x2800


@dataclass(frozen=True, kw_only=True)
class BraillePage:
    """One page: its lines in dots, and what those say, line for line."""

    dots: str
    said: str


@dataclass(frozen=True, kw_only=True)
class BraillePreview:
    """A braille paper as it would be made now; `warnings` are about what is in it otherwise than it was typed."""

    pages: tuple[BraillePage, ...]
    cells: int
    lines: int
    contracted: bool
    warnings: tuple[str, ...]


def size(desk: Desk) -> tuple[int, int]:
    """Return cells in a line and lines on a page."""
    ours = organisation.organisation(desk)
    cells, lines = (ours.braille_cells, ours.braille_lines) if ours else (None, None)
    return cells or PressSettings.cells, lines or PressSettings.lines


def change_size(desk: Desk, *, cells: int, lines: int) -> Changes:
    """Have braille pages be so large from now on; one step, none if they are."""
    if not (FEWEST_CELLS <= cells <= MOST_CELLS and FEWEST_LINES <= lines <= MOST_LINES):
        raise UserError(
            f"A braille page has {FEWEST_CELLS} to {MOST_CELLS} cells and {FEWEST_LINES} to {MOST_LINES} lines.",
            "Nothing was changed.",
        )
    if (cells, lines) == size(desk):
        return Changes()
    return organisation.change(desk, braille_cells=cells, braille_lines=lines)


def preview(desk: Desk, session: str, kind: str, contracted: bool, circle: Circle = Circle.ANYONE) -> BraillePreview:
    """Return a paper of a session in braille and read back. UserError while there is none, or it may not be made."""
    from coprod_desktop.publish.render.braille.file import braille_file
    from coprod_desktop.publish.render.braille.reading import what_it_says

    document = papers.paper(desk, session, kind, circle)
    cells, lines = size(desk)
    content, warnings = braille_file(document, contracted=contracted, cells=cells, lines=lines)
    made = content.decode("ascii").replace("\r\n", "\n").split("\f")
    said = what_it_says(content, contracted).split("\f")
    said += [""] * (len(made) - len(said))
    pages = tuple(BraillePage(dots=_dots(cells), said=words) for cells, words in zip(made, said, strict=True))
    return BraillePreview(pages=pages, cells=cells, lines=lines, contracted=contracted, warnings=warnings)


def _dots(text: str) -> str:
    """Return ASCII braille as dots; the empty cell too, so that lines stay under each other in any font."""
    return "\n".join(
        "".join(chr(_FIRST_DOTS + ORDER.index(cell)) for cell in line) for line in text.rstrip("\n").split("\n")
    )
