"""The people of a session out again, as a list that a spreadsheet reads."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from coprod_desktop.errors import UserError
from coprod_desktop.publish.own import people_list
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import private_sheet
from coprod_desktop.services.making.papers import Made, Progress, Wanted
from coprod_desktop.store import reading


def make(
    desk: Desk,
    session: str,
    folder: Path,
    formats: Sequence[str] = private_sheet.FORMATS,
    *,
    progress: Progress = lambda *_: None,
    wanted: Wanted = lambda: True,
) -> Made:
    """Make the list of a session's people, which is private and goes into the private folder inside `folder`.

    UserError without people.
    """
    with desk.store.read() as connection:
        record = reading.session_record(connection, session)
    if not record.people:
        raise UserError("Nobody is on this session's list, so there is no list to make.", "Nothing was made.")
    name = (record.session.date, record.session.id, people_list.KIND)
    sheet = people_list.people_list(record.people)
    return private_sheet.make(desk, sheet, folder, name, formats, progress=progress, wanted=wanted)
