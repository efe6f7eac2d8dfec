"""Asks how many slips to print."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QSpinBox, QVBoxLayout, QWidget

from coprod_desktop.services.making.handouts import MOST_SLIPS
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.text import Title, Words


class SlipsDialog(QDialog):
    """`then(count)` is called when they are to be made. Enter makes them, Escape does not."""

    def __init__(self, usual: int, then: Callable[[int], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("slipsDialog")
        self.setWindowTitle("Slips to write on")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Title("Slips to write on"))
        label = Words("How many slips")
        self.count = QSpinBox()
        self.count.setObjectName("slipsCount")
        self.count.setAccessibleName("How many slips")
        self.count.setRange(1, MOST_SLIPS)
        self.count.setValue(usual)
        label.setBuddy(self.count)
        column.addWidget(label)
        column.addWidget(self.count)
        column.addWidget(Words("For each person who is coming, and some more. Four are on a page.", tone="quiet"))
        column.addStretch(1)
        acts = FlowRow()
        self.no = button("Cancel", "slipsCancel", kind="outline")
        self.yes = button("Make them", "slipsMake", kind="primary")
        self.yes.setDefault(True)
        acts.add(self.no)
        acts.add(self.yes)
        column.addWidget(acts)
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        self.accepted.connect(lambda: then(self.count.value()))
        self.count.setFocus()
        self.count.selectAll()
        fit_screen(self, 480, 300)
