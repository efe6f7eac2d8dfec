"""What stands on a group's page, in its order. One more is one more line, and a file of its own that makes it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import Session
from coprod_desktop.services import group_sessions, sessions
from coprod_desktop.services.seen.group import GroupSeen
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.groups.group_part import Act, GroupPart, Part


def _timeline(context: Context) -> GroupPart:
    from coprod_desktop.ui.groups.timeline_part import TimelinePart

    return TimelinePart(context, [one.make(context) for one in ABOVE])


def _members(context: Context) -> GroupPart:
    from coprod_desktop.ui.groups.members_part import MembersPart

    return MembersPart(context)


def _plan(context: Context) -> GroupPart:
    from coprod_desktop.ui.groups.plan_part import PlanPart

    return PlanPart(context)


def _next_session(context: Context, seen: GroupSeen, parent: QWidget) -> None:
    def made(found: tuple[str, Changes]) -> None:
        context.open_page("get_ready", found[0])
        context.runner.ask(sessions.one, found[0], done=told, owner=parent)

    def told(session: Session) -> None:
        day = dates.in_year(session.date, context.desk.today())
        context.tell(f"Planned for {day}. Another day, a time and a place: “Title, time and place”.", "", "done")

    context.runner.do(group_sessions.plan_next, seen.group.id, done=made, owner=parent)


def _agreed(context: Context) -> GroupPart:
    from coprod_desktop.ui.groups.agreed_part import GroupPapersPart

    return GroupPapersPart(context)


def _log_line(context: Context) -> GroupPart:
    from coprod_desktop.ui.groups.log_part import LogPart

    return LogPart(context)


def _log(context: Context, seen: GroupSeen, parent: QWidget) -> None:
    from coprod_desktop.ui.groups.log_dialog import LogDialog

    LogDialog(context, context.desk.content.log, group=seen.group.id, parent=parent).open()


def _looking_back(context: Context) -> GroupPart:
    from coprod_desktop.ui.groups.looking_back_part import LookingBackPart

    return LookingBackPart(context)


def _about(context: Context, seen: GroupSeen, parent: QWidget) -> None:
    from coprod_desktop.ui.groups.about_dialog import open_about

    open_about(context, seen.group.id, parent)


def _reports(context: Context, seen: GroupSeen, parent: QWidget) -> None:
    from coprod_desktop.ui.dialogs.reports import ANNUAL_REPORT, Reports

    Reports(context, ANNUAL_REPORT, parent, group=seen.group.id).open()


ABOVE: tuple[Part, ...] = (Part("", "partLog", _log_line, frozenset({"log_line"})),)
"""What stands above the timeline, always there: one line to type in."""
MEMBERS = "partMembers"
PARTS: tuple[Part, ...] = (
    Part("Timeline", "partTimeline", _timeline),
    Part("Members", MEMBERS, _members),
    Part("Work plan", "partPlan", _plan, frozenset({"log_line", "vote"})),
    Part("Agreed papers", "partAgreed", _agreed),
    Part("Looking back", "partBack", _looking_back, frozenset({"looked_back", "group_measure", "entry", "attendance"})),
)
"""Of these one is shown at a time, the first of them at first."""
FIRST = Act("Plan the next session", "nextSession", _next_session)
"""The one button beside the group's name."""
ACTS: tuple[Act, ...] = (
    Act("About the group…", "aboutGroup", _about),
    Act("The log…", "groupLog", _log),
    Act("Reports…", "groupReports", _reports),
)
"""What its menu “More” opens."""
