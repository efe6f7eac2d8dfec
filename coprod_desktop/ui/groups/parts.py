"""What stands on a group's page, in its order. One more is one more line, and a file of its own that makes it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coprod_desktop.services.seen.group import GroupSeen
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.groups.group_part import Act, GroupPart, Part


def _timeline(context: Context) -> GroupPart:
    from coprod_desktop.ui.groups.timeline_part import TimelinePart

    return TimelinePart(context, [one.make(context) for one in ABOVE])


def _log_line(context: Context) -> GroupPart:
    from coprod_desktop.ui.groups.log_part import LogPart

    return LogPart(context)


def _log(context: Context, seen: GroupSeen, parent: QWidget) -> None:
    from coprod_desktop.ui.groups.log_dialog import LogDialog

    LogDialog(context, context.desk.content.log, group=seen.group.id, parent=parent).open()


def _about(context: Context, seen: GroupSeen, parent: QWidget) -> None:
    from coprod_desktop.ui.groups.about_dialog import open_about

    open_about(context, seen.group.id, parent)


ABOVE: tuple[Part, ...] = (Part("", "partLog", _log_line, frozenset({"log_line"})),)
"""What stands above the timeline, always there: one line to type in."""
PARTS: tuple[Part, ...] = (Part("Timeline", "partTimeline", _timeline),)
"""Of these one is shown at a time, the first of them at first."""
ACTS: tuple[Act, ...] = (Act("About the group…", "aboutGroup", _about), Act("The log…", "groupLog", _log))
"""Buttons beside them, that open something."""
