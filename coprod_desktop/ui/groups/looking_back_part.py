"""A group looking back: one table at a time with a picture in it, and the buttons to count forms and write numbers down."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout

from coprod_desktop.services.looking_back import Of
from coprod_desktop.services.seen import over_time, over_time_told
from coprod_desktop.services.seen.group import GroupSeen
from coprod_desktop.services.seen.over_time import OverTime
from coprod_desktop.services.seen.over_time_told import Told
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.groups.group_part import GroupPart
from coprod_desktop.ui.groups.number_table import NumberTable
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.text import Words

LEAST_LINES = 6


class LookingBackPart(GroupPart):
    """Reads by itself, so that the timeline does not wait for it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setObjectName("lookingBackPart")
        self._told: tuple[Told, ...] = ()
        self.seen: OverTime | None = None
        self.label, self.shown = Words("Show"), QComboBox()
        self.shown.setObjectName("backShown")
        self.shown.setAccessibleName("What to look back on")
        self.shown.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.label.setBuddy(self.shown)
        self.words = Words()
        self.words.setObjectName("backWords")
        self.table = NumberTable()
        Room(self.table, LEAST_LINES)
        self.count, self.rung, self.measure = (
            QPushButton(words) for words in ("Count forms…", "Which rung…", "Numbers before and after…")
        )
        for push, name in ((self.count, "countForms"), (self.rung, "decideRung"), (self.measure, "writeNumber")):
            push.setObjectName(name)
        self._lay_out()
        self.shown.activated.connect(lambda _at: self._show_one(told=True))
        self.count.clicked.connect(self._count)
        self.rung.clicked.connect(self._decide)
        self.measure.clicked.connect(self._numbers)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        first = FlowRow()
        first.setObjectName("backFirst")
        first.add(self.label)
        first.add(self.shown)
        self.first = first
        acts = FlowRow()
        acts.setObjectName("backActs")
        for push in (self.count, self.rung, self.measure):
            acts.add(push)
        column.addWidget(first)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        column.addWidget(acts)

    # ---- the part

    def show_group(self, seen: GroupSeen) -> None:  # noqa: D102
        super().show_group(seen)
        self.context.runner.ask(over_time.read, self.group, done=self._show, owner=self)

    def begin(self) -> None:  # noqa: D102
        (self.shown if self.shown.isVisibleTo(self) else self.count).setFocus()

    # ---- what it shows

    def _show(self, seen: OverTime) -> None:
        self.seen, self._told = seen, over_time_told.tables(seen)
        now = self.shown.currentData()
        self.shown.clear()
        for told in self._told:
            self.shown.addItem(told.heading, told.name)
        self.shown.setCurrentIndex(max(0, self.shown.findData(now)))
        for widget in (self.first, self.table):
            widget.setVisible(bool(self._told))
        self.rung.setVisible(bool(seen.looked_back))
        self._show_one()

    def _show_one(self, *, told: bool = False) -> None:
        one = next((one for one in self._told if one.name == self.shown.currentData()), None)
        self.words.setText(one.words if one else over_time_told.NOTHING)
        self.words.setVisible(bool(self.words.text()))
        if one is None:
            return
        self.table.show_told(one)
        if told:
            self.context.announce(f"{one.heading}. {one.words}")

    # ---- acts

    def _count(self) -> None:
        from coprod_desktop.ui.groups.looking_back_dialog import LookingBackDialog

        dialog = LookingBackDialog(self.context, Of(group=self.group), self)
        dialog.accepted.connect(self._show_first)
        dialog.open()

    def _show_first(self) -> None:
        """What was counted just now stands first: show it, whatever one looked at before."""
        self.shown.setCurrentIndex(-1)
        self.context.runner.ask(over_time.read, self.group, done=self._show, owner=self)

    def _decide(self) -> None:
        from coprod_desktop.ui.groups.rung_dialog import rung_dialog

        if self.seen is not None and self.seen.looked_back:
            rung_dialog(self.context, self.seen.looked_back[0], self).open()

    def _numbers(self) -> None:
        from coprod_desktop.ui.groups.measures_dialog import MeasuresDialog

        MeasuresDialog(self.context, Of(group=self.group), self).open()
