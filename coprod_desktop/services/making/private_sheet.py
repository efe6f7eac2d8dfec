"""Writes a private table as CSV and for Excel, into the private folder."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from coprod_desktop.domain.changes import Changes
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.paper import Spreadsheet
from coprod_desktop.publish.press import Pressed
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.papers import Made, Progress, Wanted

FORMATS = ("csv", "xlsx")


def make(
    desk: Desk,
    sheet: Spreadsheet,
    folder: Path,
    name: tuple[datetime.date, str, str],
    formats: Sequence[str] = FORMATS,
    *,
    progress: Progress = lambda *_: None,
    wanted: Wanted = lambda: True,
) -> Made:
    """Make the table in each of these formats in the private folder inside `folder`.

    `name`: the day, what it is of, and its kind, for the file names. CSV is UTF-8 with its mark, as Excel wants it; in
    both formats no cell is ever a formula.
    """
    (day, of, kind), private = name, folder / "private"
    work = [
        (one, partial(_press, desk, sheet, one, private / file_name(day, of, one, kind, private=True)))
        for one in FORMATS
        if one in formats
    ]
    pressed = papers.run(work, private, progress, wanted)
    return Made(paths=pressed.paths, draft=False, warnings=pressed.warnings, changes=Changes())


def _press(desk: Desk, sheet: Spreadsheet, name: str, path: Path) -> Pressed:
    from coprod_desktop.publish.render import spreadsheet

    if name == "csv":
        spreadsheet.render_csv(sheet, path)
    else:
        spreadsheet.render_xlsx(sheet, path, made_on=desk.now())
    return Pressed((path,))
