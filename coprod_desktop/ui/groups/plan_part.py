"""The work plan of a group: its priorities in their order, a row that adds, and a vote that gives the order."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QComboBox, QMenu, QVBoxLayout

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.log_record import LogLine
from coprod_desktop.errors import UserError
from coprod_desktop.services import group_plan
from coprod_desktop.services.group_plan import PlanSeen
from coprod_desktop.services.seen.group import GroupSeen
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.groups.group_part import GroupPart
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.widgets.add_row import AddRow
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.room import Room
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList
from coprod_desktop.ui.widgets.show_rows import show_rows
from coprod_desktop.ui.widgets.text import Words

LEAST_LINES = 5


class PlanPart(GroupPart):
    """Starter themes are in the list of the field while they are not on the plan."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.setObjectName("planPart")
        self._wanted = ""
        self._seen: PlanSeen | None = None
        self.none = Words(
            "No priorities yet. Type the first one, or choose a theme many groups begin with.", tone="quiet"
        )
        self.none.setObjectName("planNone")
        self.list = RowsList[LogLine](
            self._row, "planList", "Priorities of the work plan, the first first", with_icons=False
        )
        Room(self.list, LEAST_LINES)
        self.new = QComboBox()
        self.new.setObjectName("newPriority")
        self.new.setEditable(True)
        self.new.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.new.setMinimumContentsLength(8)
        self.new.setAccessibleName("A priority to add")
        edit = self.new.lineEdit()
        assert edit is not None
        edit.setObjectName("newPriorityEdit")
        edit.setAccessibleName("A priority to add")
        self._kept = KeptField(context, edit)
        self.add = button("Add it", "addPriority")
        icons.put(self.add, "plus")
        AddRow(self.add, self._add, self.new)
        self.up, self.down = button("Move up", "planUp"), button("Move down", "planDown")
        self.vote, self.out = button("Order by a vote", "planVote"), button("Take off", "planOut")
        self._lay_out()
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.vote.clicked.connect(self._open_votes)
        self.out.clicked.connect(self._out)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        label = Words("A priority to add")
        label.setBuddy(self.new)
        box = QVBoxLayout()
        box.setSpacing(2)
        box.addWidget(label)
        box.addWidget(self.new)
        column.addLayout(box)
        acts = FlowRow()
        acts.setObjectName("planActs")
        for push in (self.add, self.up, self.down, self.vote, self.out):
            acts.add(push)
        column.addWidget(acts)

    # ---- the part

    def show_group(self, seen: GroupSeen) -> None:  # noqa: D102
        super().show_group(seen)
        self._kept.show(f"work_group:{seen.group.id}:new_priority", "")
        self.context.runner.ask(group_plan.read, self.group, done=partial(self._show, self.group), owner=self)

    def leave(self) -> None:  # noqa: D102
        self._kept.hand_in()

    def forget(self) -> None:  # noqa: D102
        super().forget()
        self._kept.stop()

    def begin(self) -> None:  # noqa: D102
        self.new.setFocus()

    def _show(self, group: str, seen: PlanSeen) -> None:
        if group != self.group:
            return
        self._seen = seen
        show_rows(self.list, seen.lines)
        if self._wanted and self.list.go_to(self._wanted):
            self._wanted = ""
        if seen.lines and self.list.current_id() is None:
            self.list.go_to(seen.lines[0].id)
        self.none.setVisible(not seen.lines)
        self.list.setVisible(bool(seen.lines))
        typed = self.new.currentText()
        self.new.clear()
        self.new.addItems(list(seen.starters))
        self.new.setCurrentText(typed)
        for push in (self.up, self.down):
            push.setVisible(len(seen.lines) > 1)
        self.out.setVisible(bool(seen.lines))
        self.vote.setVisible(bool(seen.voted))

    def _row(self, line: LogLine) -> ListRow:
        place = next((at for at, one in enumerate(self._seen.lines, 1) if one.id == line.id), 0) if self._seen else 0
        voted = dict(self._seen.voted) if self._seen else {}
        told = f"In the order of the vote “{voted[line.vote_id]}”" if line.vote_id in voted else ""
        return ListRow(line.id, line.words, told, lead=f"{place}.")

    # ---- acts

    def _add(self) -> None:
        if self.group:
            self._kept.settle(self.new.currentText())
            self.context.runner.do(
                group_plan.add, self.group, self.new.currentText(), done=self._added, failed=self._refused, owner=self
            )

    def _added(self, made: tuple[str, Changes]) -> None:
        self.context.announce(f"Added: {self.new.currentText().strip()}")
        self.new.setCurrentText("")
        self._wanted = "" if self.list.go_to(made[0]) else made[0]
        self.new.setFocus()

    def _refused(self, error: UserError) -> None:
        self._kept.not_saved("")
        self.context.fail(error)
        self.new.setFocus()

    def _move(self, by: int) -> None:
        line = self.list.current_id()
        if line is not None:
            self.context.runner.do(group_plan.move, self.group, line, by, owner=self)

    def _out(self) -> None:
        line = self.list.current_id()
        if line is not None:
            self.context.runner.do(group_plan.remove, line, owner=self)

    def _open_votes(self) -> None:
        self.menu().popup(self.vote.mapToGlobal(QPoint(0, self.vote.height())))

    def menu(self) -> QMenu:
        """Return the menu of votes that can give the plan its order."""
        menu = QMenu("Which vote", self.vote)
        for vote, question in self._seen.voted if self._seen else ():
            menu.addAction(question, partial(self._order, vote))
        return menu

    def _order(self, vote: str) -> None:
        self.context.runner.do(group_plan.order_by_vote, self.group, vote, owner=self)
