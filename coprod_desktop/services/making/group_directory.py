"""Makes the directory of groups and projects, as CSV and for Excel."""

from __future__ import annotations

from pathlib import Path

from coprod_desktop.domain.group_members import now_in
from coprod_desktop.errors import UserError
from coprod_desktop.publish.own import group_directory
from coprod_desktop.publish.own.group_directory import Listed
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import private_sheet
from coprod_desktop.services.making.papers import Made
from coprod_desktop.store import groups as rows


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
    name = (today, "groups", group_directory.KIND)
    return private_sheet.make(desk, group_directory.directory(listed), folder, name)
