"""One thing that waits for somebody: what it is, as icon and words, and the button that goes there, or to all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from coprod_desktop.ui.widgets.columns import Columns
from coprod_desktop.ui.widgets.status_label import StatusLabel


class AskRow(QWidget):
    """Hidden until `ask` shows it. Give the row its objectName first: the button is called after it."""

    wanted = Signal()
    all_wanted = Signal()
    """The second button: all that waits, where the words tell of the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state = StatusLabel("waiting")
        self.push, self.every = QPushButton(), QPushButton()
        for push, pressed in ((self.push, self.wanted), (self.every, self.all_wanted)):
            push.setAutoDefault(False)
            push.setProperty("kind", "outline")
            push.clicked.connect(pressed)
        both = Columns()
        both.setProperty("room", 60)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.state, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.push)
        row.addWidget(self.every)
        self.every.hide()
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(both)
        self.hide()

    def ask(self, state: str, words: str, act: str, many: int = 0) -> None:
        """Show what waits (`state` is a key of STATES) and what the button says; without words nothing waits.

        Of `many` more than one a second button shows all.
        """
        self.setVisible(bool(words))
        self.push.setObjectName(f"{self.objectName()}Push")
        self.every.setObjectName(f"{self.objectName()}Every")
        self.every.setVisible(many > 1)
        self.every.setText(f"All {many}…")
        if words:
            self.state.show_state(state, words)
            self.push.setText(act)
            for push in (self.push, self.every):
                push.setAccessibleDescription(words)
