"""Makes the directory of groups and projects, as CSV and for Excel."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.group_members import now_in
from coprod_desktop.errors import UserError
from coprod_desktop.publish.filenames import file_name
from coprod_desktop.publish.own import group_directory
from coprod_desktop.publish.own.group_directory import Listed
from coprod_desktop.publish.paper import Spreadsheet
from coprod_desktop.publish.press import Pressed
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.papers import Made
from coprod_desktop.store import groups as rows

FORMATS = ("csv", "xlsx")


def make(desk: Desk, folder: Path) -> Made:
    """Make the directory of all groups that are going on, into the private folder inside `folder`. UserError without one."""
    today = desk.today()
    with desk.store.read() as connection:
        terms = rows.terms_agreed(connection)
        listed = [
            Listed(
                group,
                desk.content.groups.words(group.kind),
                len(now_in([one.member for one in rows.members(connection, group.id)])),
                rows.partners(connection, group.id),
                terms.get(group.id),
            )
            for line in rows.lines(connection, today)
            if (group := rows.one(connection, line.id)) is not None
            and group.handed_over_on is None
            and not (group.end and group.end < today)
        ]
    if not listed:
        raise UserError("No group is going on, so there is no directory.", "Nothing was made.")
    sheet = group_directory.directory(listed)
    private = folder / "private"
    paths = {name: private / file_name(today, "groups", name, group_directory.KIND, private=True) for name in FORMATS}
    work = [(name, partial(_press, desk, sheet, name, path)) for name, path in paths.items()]
    done = papers.run(work, private, lambda *_: None, lambda: True)
    return Made(paths=done.paths, draft=False, warnings=done.warnings, changes=Changes())


def _press(desk: Desk, sheet: Spreadsheet, name: str, path: Path) -> Pressed:
    from coprod_desktop.publish.render import spreadsheet

    if name == "csv":
        spreadsheet.render_csv(sheet, path)
    else:
        spreadsheet.render_xlsx(sheet, path, made_on=desk.now())
    return Pressed((path,))
