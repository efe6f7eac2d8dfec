"""What Enter opens on a timeline, by the kind of row, and of what is due. One more kind is one more line."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.group_due import GroupDue
from coprod_desktop.domain.looked_back_record import LookedBack
from coprod_desktop.services.seen.group import GroupSeen
from coprod_desktop.services.seen.group_row import TimelineRow
from coprod_desktop.ui.base.context import Context

Opener = Callable[[Context, GroupSeen, TimelineRow, QWidget], object]


def open_row(context: Context, seen: GroupSeen, row: TimelineRow, parent: QWidget) -> None:
    """Open what a row is of; a kind that nothing opens stays as it is."""
    opener = OPENERS.get(row.opens.noun)
    if opener is not None:
        opener(context, seen, row, parent)


def _session(context: Context, seen: GroupSeen, row: TimelineRow, _parent: QWidget) -> None:
    over = row.day is not None and (row.until or row.day) < seen.today
    context.open_page("follow_up" if over else "get_ready", row.opens.id)


def _promise(context: Context, _seen: GroupSeen, row: TimelineRow, parent: QWidget) -> None:
    if row.opens.session:
        context.open_page("follow_up", row.opens.session)
        return
    from coprod_desktop.ui.groups.own_promise import open_promise

    open_promise(context, row.opens.id, parent)


def _group(context: Context, seen: GroupSeen, _row: TimelineRow, parent: QWidget) -> None:
    from coprod_desktop.ui.groups.about_dialog import open_about

    open_about(context, seen.group.id, parent)


def _paper(context: Context, _seen: GroupSeen, row: TimelineRow, parent: QWidget) -> None:
    from coprod_desktop.ui.agreed.editor import AgreedEditor

    AgreedEditor(context, row.opens.id, parent.window()).open()


def _log_line(context: Context, _seen: GroupSeen, row: TimelineRow, parent: QWidget) -> None:
    from coprod_desktop.ui.groups.log_line_dialog import log_line_dialog

    log_line_dialog(context, context.desk.content.log, row.opens.id, "", row.opens.session or "", parent).open()


def _looked_back(context: Context, _seen: GroupSeen, row: TimelineRow, parent: QWidget) -> None:
    from coprod_desktop.services import looking_back
    from coprod_desktop.ui.groups.rung_dialog import RungDialog

    def opens(found: LookedBack) -> None:
        RungDialog(context, found, parent).open()

    context.runner.ask(looking_back.one, row.opens.id, done=opens, owner=parent)


def _measure(context: Context, seen: GroupSeen, _row: TimelineRow, parent: QWidget) -> None:
    from coprod_desktop.services.looking_back import Of
    from coprod_desktop.ui.groups.measures_dialog import MeasuresDialog

    MeasuresDialog(context, Of(group=seen.group.id), parent).open()


def open_due(context: Context, due: GroupDue, parent: QWidget) -> None:
    """Open what is due: the line or the papers, else the page of the group."""
    if due.of_organisation:
        from coprod_desktop.ui.agreed.papers_dialog import AgreedPapersDialog

        AgreedPapersDialog(context, parent).open()
    elif due.line is not None:
        from coprod_desktop.ui.groups.log_line_dialog import log_line_dialog

        log_line_dialog(context, context.desk.content.log, due.line, "", "", parent).open()
    else:
        context.open_page("groups", None, Ref("work_group", due.group))


OPENERS: Mapping[str, Opener] = {
    "session": _session,
    "point": _promise,
    "work_group": _group,
    "group_member": _group,
    "agreed_paper": _paper,
    "log_line": _log_line,
    "looked_back": _looked_back,
    "group_measure": _measure,
}
