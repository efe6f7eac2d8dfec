"""The press: one paper in any format of the table. Each format's renderer is taken in when it is used."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from coprod_desktop.domain.format_table import Format, MadeOf
from coprod_desktop.publish import renderers
from coprod_desktop.publish.easy.chosen import EasyRead
from coprod_desktop.publish.easy.telling import Telling, Topic
from coprod_desktop.publish.paper import Paper

NameOf = Callable[[str, str], Path]
"""(what sets this file apart from others of its paper, such as "large-print", or ""; the ending) -> where it goes"""


@dataclass(frozen=True, kw_only=True)
class PressSettings:
    """How the formats are set for these readers and this organisation."""

    made_on: datetime.datetime
    large_pt: float = 18
    body_pt: float | None = None
    """The size of plain text in Word, where a paper is to be in another than the usual."""
    cells: int = 40
    lines: int = 25
    easy: EasyRead = field(default_factory=EasyRead)
    easy_parts: list[tuple[Telling, Sequence[Sequence[Topic]]]] = field(default_factory=list, repr=False, compare=False)
    """What an Easy Read tells and the topics of each of its parts: worked out once for all formats of one run."""


@dataclass(frozen=True)
class Pressed:
    """The files made, and sentences about what in them is not as it was typed."""

    paths: tuple[Path, ...] = ()
    warnings: tuple[str, ...] = ()


Press = Callable[[Paper, Format, PressSettings, NameOf], Pressed]
"""What a renderer's function is: it makes the files of one format. Each file is there whole or not at all."""


def can_press(paper: Paper, form: Format) -> bool:
    """Tell whether there is anything of this paper for a format: not every paper has a list, dates or an Easy Read."""
    match form.made_of:
        case MadeOf.LIST:
            return paper.sheet is not None
        case MadeOf.DATES:
            return bool(paper.events)
        case MadeOf.EASY_READ:
            return paper.easy is not None
        case _:
            return form.made_of is MadeOf.DOCUMENT


def left_out(paper: Paper, forms: Iterable[Format]) -> tuple[str, ...]:
    """Say which of these formats there is nothing of this paper for."""
    without = [form for form in forms if not form.private and not can_press(paper, form)]
    return tuple(f"{_why_not(paper, form)}, so this was not made: {form.words}." for form in without)


def _why_not(paper: Paper, form: Format) -> str:
    if form.made_of is MadeOf.EASY_READ and paper.easy_is_of:
        return f"In Easy Read there is “{paper.easy_is_of}”, which tells all that this paper says"
    return f"This paper has no {form.made_of} in it"


def press(paper: Paper, form: Format, settings: PressSettings, name_of: NameOf) -> Pressed:
    """Make one format. Each file is there whole or not at all; one that was there stays if making it fails."""
    if not can_press(paper, form):
        return Pressed()
    render: Press = renderers.of(form)
    made = render(paper, form, settings, name_of)
    return Pressed(made.paths, tuple(dict.fromkeys(made.warnings)))
