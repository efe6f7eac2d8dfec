"""The timeline of a group: one list, which can be looked at section by section; Enter opens what a row is of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout

from coprod_desktop.services.seen.group import AT_ONCE, GroupSeen
from coprod_desktop.services.seen.group_row import Section, TimelineRow
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.groups import opening, words
from coprod_desktop.ui.groups.group_part import GroupPart
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.widgets.text import Words

LEAST_LINES = 6


class TimelinePart(GroupPart):
    """`above` stand over the list; `more` asks for more rows than are shown."""

    more = Signal(int)

    def __init__(self, context: Context, above: Sequence[GroupPart] = ()) -> None:
        super().__init__(context)
        self.setObjectName("timelinePart")
        self._seen: GroupSeen | None = None
        self._most = AT_ONCE
        self.above = above
        self.show_label, self.shown = Words("Show"), QComboBox()
        self.shown.setObjectName("timelineShown")
        self.shown.setAccessibleName("Which part of the timeline to show")
        self.shown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.show_label.setBuddy(self.shown)
        self.list = RowsList[TimelineRow](self._row, "timelineList", "Timeline")
        Room(self.list, LEAST_LINES)
        self.none = Words(tone="quiet")
        self.none.setObjectName("timelineNone")
        self.open, self.more_push = QPushButton("Open it"), QPushButton("Show more")
        for push, name in ((self.open, "openRow"), (self.more_push, "moreRows")):
            push.setObjectName(name)
        self._lay_out()
        self.shown.activated.connect(lambda _at: self._show(told=True))
        self.list.opened.connect(self._open)
        self.open.clicked.connect(lambda: self._open(self.list.current_id()))
        self.more_push.clicked.connect(self._more)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in self.above:
            column.addWidget(part)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        acts = FlowRow()
        acts.setObjectName("timelineActs")
        for widget in (self.open, self.more_push, self.show_label, self.shown):
            acts.add(widget)
        column.addWidget(acts)

    # ---- the part

    def show_group(self, seen: GroupSeen) -> None:  # noqa: D102
        if seen.group.id != self.group:
            self._most = AT_ONCE
        super().show_group(seen)
        self._seen = seen
        for part in self.above:
            part.show_group(seen)
        self._show_sections(seen)
        self._show()

    def leave(self) -> None:  # noqa: D102
        for part in self.above:
            part.leave()

    def forget(self) -> None:  # noqa: D102
        super().forget()
        for part in self.above:
            part.forget()

    def begin(self) -> None:  # noqa: D102
        if self.above:
            self.above[0].begin()
        elif self.list.isVisibleTo(self):
            self.list.setFocus()
        else:
            self.shown.setFocus()

    # ---- what it shows

    def section(self) -> Section | None:
        """Return the section that is shown; None for all."""
        found: Section | None = self.shown.currentData()
        return found

    def _show_sections(self, seen: GroupSeen) -> None:
        now = self.section()
        self.shown.clear()
        self.shown.addItem(words.everything(len(seen.rows)), None)
        for section in Section:
            if many := seen.many.get(section, 0):
                self.shown.addItem(words.section(section, many), section)
        self.shown.setCurrentIndex(max(0, self.shown.findData(now)) if now is not None else 0)

    def _show(self, *, told: bool = False) -> None:
        seen, section = self._seen, self.section()
        if seen is None:
            return
        rows = [row for row in seen.rows if section in (None, row.section)]
        show_rows(self.list, rows)
        if rows and self.list.current_id() is None:
            self.list.go_to(rows[0].id)
        self.list.setVisible(bool(rows))
        self.none.setText("" if rows else words.NOTHING_YET)
        self.none.setVisible(not rows)
        self.open.setVisible(bool(rows))
        self.more_push.setVisible(seen.more)
        if told:
            self.context.announce(words.everything(len(rows)) if section is None else words.section(section, len(rows)))

    def _row(self, row: TimelineRow) -> ListRow:
        assert self._seen is not None
        return words.timeline_row(row, self._seen.today)

    def _open(self, row: str | None) -> None:
        found = self.list.items.get(row) if row else None
        if found is not None and self._seen is not None:
            opening.open_row(self.context, self._seen, found, self)

    def _more(self) -> None:
        self._most *= 4
        self.more.emit(self._most)
        self.list.setFocus()
