"""Asks before something that cannot be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.text import Title, Words


class Ask(QDialog):
    """`yes` and `no` are the words on the buttons; `then` is called on yes. The focus is on no; Escape is no."""

    def __init__(
        self, question: str, words: str, yes: str, no: str, then: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ask")
        self.setWindowTitle(question)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Title(question))
        column.addWidget(Words(words))
        column.addStretch(1)
        acts = FlowRow()
        self.no = button(no, "askNo", kind="outline")
        self.yes = button(yes, "askYes", kind="danger")
        acts.add(self.no)
        acts.add(self.yes)
        column.addWidget(acts)
        self.no.clicked.connect(self.reject)
        self.yes.clicked.connect(self.accept)
        self.accepted.connect(then)
        self.no.setFocus()
        fit_screen(self, 520, 240)
