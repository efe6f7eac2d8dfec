"""The papers a group agreed on, on its page."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from coprod_desktop.services.seen.group import GroupSeen
from coprod_desktop.ui.agreed.part import AgreedPapersPart
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.groups.group_part import GroupPart


class GroupPapersPart(GroupPart):
    """The list reads itself again when something of it was changed."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setObjectName("groupPapersPart")
        self.papers = AgreedPapersPart(context, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.papers)

    def show_group(self, seen: GroupSeen) -> None:  # noqa: D102
        other = seen.group.id != self.group
        super().show_group(seen)
        if other:
            self.papers.show_of(seen.group.id)

    def begin(self) -> None:  # noqa: D102
        self.papers.first_focus().setFocus()
