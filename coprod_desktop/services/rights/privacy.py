"""The privacy notice: written by the organisation, flagged where it is not whole, made in every format."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from coprod_desktop.domain import privacy_notice as words
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.format_table import MadeOf
from coprod_desktop.domain.people_record import Keep, Privacy
from coprod_desktop.domain.words import Nation
from coprod_desktop.errors import UserError
from coprod_desktop.publish import press
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.press import PressSettings
from coprod_desktop.publish.privacy_notice import Notice, privacy_notice
from coprod_desktop.services import drafts
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.papers import Made, Progress
from coprod_desktop.services.rights.special import ROW
from coprod_desktop.store import formats as stored
from coprod_desktop.store import reading

_MADE_OF = frozenset({MadeOf.DOCUMENT, MadeOf.EASY_READ})


def privacy(desk: Desk) -> Privacy | None:
    """Return what the notice is made of, None while nobody wrote anything."""
    with desk.store.read() as connection:
        return stored.only(connection, Privacy)


def change(desk: Desk, **fields: Any) -> Changes:
    """Change parts of the notice (fields of domain.people_record.Privacy)."""
    with desk.store.write("Changed the privacy notice") as tx:
        if not reading.is_there(tx.connection, "privacy", ROW):
            tx.add(Privacy(id=ROW), session=None)
        tx.change("privacy", ROW, **fields)
        drafts.saved(tx, "privacy", ROW, fields)
    return tx.changes


def choose_condition(desk: Desk, condition: str) -> Changes:
    """Choose, once for the workspace, what lets the organisation keep special category data."""
    if not condition.strip():
        raise UserError("Nothing is chosen yet.", "Choose one, or write the one your information officer gives you.")
    return change(desk, article9=condition.strip())


def missing(desk: Desk, nation: Nation = Nation.ENGLAND) -> tuple[str, ...]:
    """Return in sentences what of the notice is not filled in."""
    with desk.store.read() as connection:
        rules = stored.every(connection, Keep)
        return words.missing(stored.only(connection, Privacy), rules, nation)


def formats(desk: Desk) -> Sequence[str]:
    """Return the names of the formats a notice is made in: all that are drawn from the tree of blocks, and Easy Read."""
    table = desk.content.formats
    return tuple(form.name for form in table.among(table.names) if form.made_of in _MADE_OF and not form.private)


def make(
    desk: Desk,
    folder: Path,
    names: Sequence[str] | None = None,
    nation: Nation = Nation.ENGLAND,
    *,
    progress: Progress = lambda *_: None,
    wanted: papers.Wanted = lambda: True,
) -> Made:
    """Make the notice in these formats, or in all. It says in its warnings, and on its face, what is not filled in."""
    forms = papers.chosen(desk, names or formats(desk), formats(desk), " for a privacy notice")
    with desk.store.read() as connection:
        ours = stored.organisation(connection)
        notice = Notice(
            privacy=stored.only(connection, Privacy),
            rules=stored.every(connection, Keep),
            nation=nation,
            organisation=(ours.name if ours else None) or "",
        )
    paper = privacy_notice(notice)
    settings = PressSettings(
        made_on=desk.now(),
        cells=(ours.braille_cells if ours else None) or PressSettings.cells,
        lines=(ours.braille_lines if ours else None) or PressSettings.lines,
    )

    def named(apart: str, ending: str) -> Path:
        return folder / file_name(desk.today(), ROW, ending, f"{paper.kind}-{apart}" if apart else paper.kind)

    work = [(form.name, partial(press.press, paper, form, settings, named)) for form in forms]
    pressed = papers.run(work, folder, progress, wanted)
    warnings = (*paper.document.warnings, *(w for w in pressed.warnings if w not in paper.document.warnings))
    return Made(paths=pressed.paths, draft=bool(paper.document.warnings), warnings=warnings, changes=Changes())
