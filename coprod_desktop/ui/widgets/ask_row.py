"""One thing that waits for somebody: what it is, as icon and words, and the button that goes there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from coprod_desktop.ui.widgets.columns import Columns
from coprod_desktop.ui.widgets.status_label import StatusLabel


class AskRow(QWidget):
    """Hidden until `ask` shows it. Give the row its objectName first: the button is called after it."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = StatusLabel("waiting")
        self.push = QPushButton()
        self.push.setAutoDefault(False)
        self.push.setProperty("kind", "outline")
        self.push.clicked.connect(self.wanted)
        both = Columns()
        both.setProperty("room", 60)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.state, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.push)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(both)
        self.hide()

    def ask(self, state: str, words: str, act: str) -> None:
        """Show what waits (`state` is a key of STATES) and what the button says; without words nothing waits."""
        self.setVisible(bool(words))
        self.push.setObjectName(f"{self.objectName()}Push")
        if words:
            self.state.show_state(state, words)
            self.push.setText(act)
            self.push.setAccessibleDescription(words)
