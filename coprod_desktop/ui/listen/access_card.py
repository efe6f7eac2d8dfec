"""What the people who are here need, and when the next break is due."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain.counted import counted
from coprod_desktop.services.seen.listen import AccessNow
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.card import Card
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.widgets.text import Words


class AccessCard(Card):
    """Shows needs as met or still to see to, and the break."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Access now", parent=parent)
        self.setObjectName("accessCard")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.column.addLayout(self._rows)
        self.due = StatusLabel("waiting", "")
        self.due.setObjectName("breakDue")
        self.none = Words("No needs noted for the people who are here.", tone="quiet")
        self.column.addWidget(self.due)
        self.column.addWidget(self.none)
        self._shown: tuple[list[AccessNow], bool] = ([], False)
        self.due.hide()

    def show_access(self, access: Sequence[AccessNow], *, covered: bool = False) -> None:
        """Show needs as met or still to see to, what they ask of everyone, and whose support ends when.

        While they are `covered` only how many there are: people can see the laptop.
        """
        self.none.setVisible(not access)
        if (list(access), covered) == self._shown:
            return
        self._shown = (list(access), covered)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if covered and access:
            words = counted(len(access), "thing to see to is", "things to see to are")
            self._rows.addWidget(StatusLabel("info", f"{words} covered. Alt C shows them."))
        for one in () if covered else access:
            self._rows.addWidget(StatusLabel("waiting" if one.ends else "done" if one.met else "info", one.words))

    def show_break(self, words: str | None) -> None:
        """Show when the next break is due."""
        self.due.setVisible(bool(words))
        if words and words != self.due.text():
            self.due.show_state("waiting", words)


class RulesCard(Card):
    """The ground rules: a button until they are agreed, then when and by how many."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Ground rules", parent=parent)
        self.setObjectName("rulesCard")
        self.agreed = StatusLabel("done", "")
        self.agreed.setObjectName("rulesAgreed")
        self.open = button("Agree the ground rules", "rulesOpen")
        self.open.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.open.clicked.connect(self.wanted)
        self.column.addWidget(self.agreed)
        self.column.addWidget(self.open)
        self.agreed.hide()

    def show_agreed(self, words: str) -> None:
        """Show when they were agreed, or "" for not yet."""
        self.agreed.setVisible(bool(words))
        self.agreed.show_state("done", words)
        self.open.setText("See the ground rules" if words else "Agree the ground rules")
