"""The four buttons and their line above a group's timeline."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from coprod_desktop.services.seen.group import GroupSeen
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.groups.group_part import GroupPart
from coprod_desktop.ui.groups.log_row import LogRow


class LogPart(GroupPart):
    """What is written goes into the log of the group that is shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setObjectName("logPart")
        self.row = LogRow(context, context.desk.content.log)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)

    def show_group(self, seen: GroupSeen) -> None:  # noqa: D102
        super().show_group(seen)
        self.row.show_place(group=seen.group.id)

    def leave(self) -> None:  # noqa: D102
        self.row.hand_in()

    def forget(self) -> None:  # noqa: D102
        super().forget()
        self.row.forget()

    def begin(self) -> None:  # noqa: D102
        self.row.line.setFocus()
