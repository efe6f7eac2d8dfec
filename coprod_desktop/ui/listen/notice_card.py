"""The notice beside the ground rules: whether it was read out, and who came after it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.services.notices import NoticeSeen
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.words import notice


class NoticeCard(Card):
    """Who came after the last time is named, so that they are told as well."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("What becomes of words", parent=parent)
        self.setObjectName("noticeCard")
        self.read_out = StatusLabel("waiting", notice.NOT_YET)
        self.read_out.setObjectName("noticeReadOut")
        self.after = StatusLabel("look", "")
        self.after.setObjectName("noticeCameAfter")
        self.open = button("Read the notice out", "noticeOpen")
        self.open.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.open.clicked.connect(self.wanted)
        for part in (self.read_out, self.after, self.open):
            self.column.addWidget(part)
        self.after.hide()

    def show_notice(self, seen: NoticeSeen, *, covered: bool = False) -> None:
        """Show how it stands; while names are `covered`, not who came after it."""
        self.read_out.show_state(*notice.last_read(seen))
        late = "" if covered else notice.came_after(seen.came_after)
        self.after.setVisible(bool(late))
        self.after.show_state("look", late)
