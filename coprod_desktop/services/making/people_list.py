"""The people of a session out again, as a list that a spreadsheet reads."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.own import people_list
from coprod_desktop.publish.paper import Spreadsheet
from coprod_desktop.publish.press import Pressed
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.papers import Made, Progress, Wanted
from coprod_desktop.store import reading

FORMATS = ("csv", "xlsx")


def make(
    desk: Desk,
    session: str,
    folder: Path,
    formats: Sequence[str] = FORMATS,
    *,
    progress: Progress = lambda *_: None,
    wanted: Wanted = lambda: True,
) -> Made:
    """Make the list of a session's people, which is private and goes into the private folder inside `folder`.

    CSV is UTF-8 with its mark, as Excel wants it; in both formats no cell is ever a formula. UserError without people.
    """
    with desk.store.read() as connection:
        record = reading.session_record(connection, session)
    if not record.people:
        raise UserError("Nobody is on this session's list, so there is no list to make.", "Nothing was made.")
    sheet = people_list.people_list(record.people)
    private = folder / "private"

    def path(ending: str) -> Path:
        return private / file_name(record.session.date, record.session.id, ending, people_list.KIND, private=True)

    work = [(name, partial(_press, desk, sheet, name, path(name))) for name in FORMATS if name in formats]
    pressed = papers.run(work, private, progress, wanted)
    return Made(paths=pressed.paths, draft=False, warnings=pressed.warnings, changes=Changes())


def _press(desk: Desk, sheet: Spreadsheet, name: str, path: Path) -> Pressed:
    from coprod_desktop.publish.render import spreadsheet

    if name == "csv":
        spreadsheet.render_csv(sheet, path)
    else:
        spreadsheet.render_xlsx(sheet, path, made_on=desk.now())
    return Pressed((path,))
