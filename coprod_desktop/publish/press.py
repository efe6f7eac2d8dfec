"""The press: one paper in any format. A new format is one renderer and one line here."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coprod_desktop.publish.easy import EasyRead
from coprod_desktop.publish.paper import Paper

NameOf = Callable[[str, str], Path]
"""(what sets this file apart from others of its paper, such as "large-print", or ""; the ending) -> where it goes"""


@dataclass(frozen=True)
class Format:
    """A format people read, by the name the command line knows, and by the words people use."""

    name: str
    words: str


FORMATS = (
    Format("pdf", "Standard print (PDF)"),
    Format("large-print", "Large print (PDF)"),
    Format("easy-read", "Easy Read draft (PDF)"),
    Format("html", "Web page"),
    Format("docx", "Word"),
    Format("text", "Plain text, and a script to read aloud"),
    Format("braille", "Braille files"),
    Format("csv", "List (CSV)"),
    Format("xlsx", "List (Excel)"),
    Format("ics", "Dates for a calendar"),
)
NAMES = tuple(form.name for form in FORMATS)
SHEETS = frozenset({"csv", "xlsx"})


@dataclass(frozen=True, kw_only=True)
class PressSettings:
    """How the formats are set for these readers and this organisation."""

    made_on: datetime.datetime
    large_pt: float = 18
    cells: int = 40
    lines: int = 25
    easy: EasyRead = field(default_factory=EasyRead)


@dataclass(frozen=True)
class Pressed:
    """The files made, and sentences about what in them is not as it was typed."""

    paths: tuple[Path, ...] = ()
    warnings: tuple[str, ...] = ()


def can_press(paper: Paper, name: str) -> bool:
    """Tell whether there is anything of this paper for a format: not every paper has a list, or dates."""
    if name in SHEETS:
        return paper.sheet is not None
    return bool(paper.events) if name == "ics" else True


def left_out(paper: Paper, names: Sequence[str]) -> tuple[str, ...]:
    """Say which of these formats there is nothing of this paper for."""
    without = [form for form in FORMATS if form.name in names and not can_press(paper, form.name)]
    has_no = {True: "This paper has no list in it", False: "This paper has no dates in it"}
    return tuple(f"{has_no[form.name in SHEETS]}, so this was not made: {form.words}." for form in without)


def press(paper: Paper, name: str, settings: PressSettings, name_of: NameOf) -> Pressed:
    """Make one format. Each file is there whole or not at all; one that was there stays if making it fails."""
    document, made_on = paper.document, settings.made_on
    warnings: Sequence[str] = ()
    match name:
        case "pdf":
            from coprod_desktop.publish.render.tagged.pdf import render_pdf

            paths = [name_of("", "pdf")]
            warnings = render_pdf(document, paths[0], made_on=made_on)
        case "large-print":
            from coprod_desktop.publish.render.tagged.large_print import render_large_print

            paths = [name_of("large-print", "pdf")]
            warnings = render_large_print(document, paths[0], made_on=made_on, body_pt=settings.large_pt)
        case "easy-read":
            from coprod_desktop.publish.render.tagged.easy_read import render_easy_read

            paths = [name_of("easy-read-draft" if settings.easy.is_draft else "easy-read", "pdf")]
            warnings = render_easy_read(document, paths[0], made_on=made_on, easy=settings.easy)
        case "html":
            from coprod_desktop.publish.render.html.page import write_html

            paths = [name_of("", "html")]
            write_html(document, paths[0], made_on=made_on)
        case "docx":
            from coprod_desktop.publish.render.word.document import render_word

            paths = [name_of("", "docx")]
            warnings = render_word(document, paths[0], made_on=made_on)
        case "text":
            from coprod_desktop.publish.render.text.text import render_script, render_text

            paths = [name_of("", "txt"), name_of("to-read-aloud", "txt")]
            warnings = [*render_text(document, paths[0]), *render_script(document, paths[1])]
        case "braille":
            from coprod_desktop.publish.render.braille.file import render_braille

            size = {"cells": settings.cells, "lines": settings.lines}
            paths = [name_of("contracted", "brf"), name_of("uncontracted", "brf")]
            warnings = [
                *render_braille(document, paths[0], contracted=True, **size),
                *render_braille(document, paths[1], contracted=False, **size),
            ]
        case "csv" if paper.sheet:
            from coprod_desktop.publish.render.spreadsheet import render_csv

            paths = [name_of("", "csv")]
            render_csv(paper.sheet, paths[0])
        case "xlsx" if paper.sheet:
            from coprod_desktop.publish.render.spreadsheet import render_xlsx

            paths = [name_of("", "xlsx")]
            render_xlsx(paper.sheet, paths[0], made_on=made_on)
        case "ics" if paper.events:
            from coprod_desktop.publish.render.calendar import render_calendar

            paths = [name_of("", "ics")]
            render_calendar(paper.events, paths[0], made_on=made_on)
        case _:
            return Pressed()
    return Pressed(tuple(paths), tuple(dict.fromkeys(warnings)))
