"""How many are here in the four groups, with a button to count one more or one fewer, and the way to the list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from coprod_desktop.domain.came import Came
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.words import Group
from coprod_desktop.ui.style import icons
from coprod_desktop.ui.style.fusion import TARGET
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.text import Strong, Words

SHORT_WORDS: dict[Group, tuple[str, str]] = {
    Group.LIVED_EXPERIENCE: ("Draws on care", "person who draws on care"),
    Group.CARERS: ("Carers", "carer"),
    Group.STAFF: ("Staff", "member of staff"),
    Group.OTHERS: ("Others", "other person"),
}
"""Group -> (as headed, as one of them)."""


class RoomCard(Card):
    """`count_wanted` carries a Group and +1 or -1. A press with the mouse leaves the focus where one types."""

    count_wanted = Signal(object, int)
    arrivals_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("In the room", parent=parent)
        self.setObjectName("roomCard")
        grid = QGridLayout()
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        self._counts: dict[Group, Strong] = {}
        self._fewer: dict[Group, QPushButton] = {}
        for row, (group, (heading, one)) in enumerate(SHORT_WORDS.items()):
            count = self._counts[group] = Strong("0", wrap=False)
            count.setObjectName(f"count_{group.name.lower()}")
            fewer = self._fewer[group] = self._push(f"One {one} fewer", "minus", f"fewer_{group.name.lower()}")
            more = self._push(f"One more {one}", "plus", f"more_{group.name.lower()}")
            fewer.clicked.connect(lambda _=False, group=group: self.count_wanted.emit(group, -1))
            keeps_place = fewer.sizePolicy()
            keeps_place.setRetainSizeWhenHidden(True)
            fewer.setSizePolicy(keeps_place)
            fewer.hide()
            more.clicked.connect(lambda _=False, group=group: self.count_wanted.emit(group, 1))
            grid.addWidget(Words(heading), row, 0)
            grid.addWidget(count, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(fewer, row, 2)
            grid.addWidget(more, row, 3)
        self.column.addLayout(grid)
        self.nobody = Words(tone="quiet")
        self.nobody.setObjectName("nobodyTicked")
        self.nobody.hide()
        self.column.addWidget(self.nobody)
        self.arrivals = button("Who is here", "whoIsHere")
        self.arrivals.setToolTip("Alt H")
        self.arrivals.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.arrivals.clicked.connect(self.arrivals_wanted)
        self.column.addWidget(self.arrivals)

    def show_counts(self, came: Came, at_the_door: Mapping[str, int]) -> None:
        """Show how many are here; one fewer can only be counted where some were counted at the door."""
        self.nobody.setVisible(not came.seen and came.total > 0)
        listed = counted(came.total, "person", "people")
        self.nobody.setText(f"Nobody is ticked yet. Papers count {listed} as having come.")
        for group, label in self._counts.items():
            label.setText(str(came.here[group]))
            self._fewer[group].setVisible(at_the_door.get(group.value, 0) > 0)

    def _push(self, spoken: str, icon: str, name: str) -> QPushButton:
        made = button("", name, kind="icon")
        icons.put(made, icon)
        made.setAccessibleName(spoken)
        made.setToolTip(spoken)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setMinimumSize(TARGET, TARGET)
        return made
