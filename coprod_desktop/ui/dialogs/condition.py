"""What lets the organisation keep what people need, and equality answers: chosen once, in the moment it is first needed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from coprod_desktop.domain.privacy_notice import CONDITIONS
from coprod_desktop.errors import UserError
from coprod_desktop.ui.widgets.banner import Banner
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.choice import Choice, check
from coprod_desktop.ui.widgets.dialogs import fit_screen
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.text import Title, Words

OTHER = "Another one can be written in Settings, under “Privacy notice”."


class ConditionDialog(QDialog):
    """Nothing is ticked beforehand. Escape is “Not now”: then it is not saved, and stays as it was typed."""

    chosen = Signal(str)

    def __init__(self, why: UserError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("conditionDialog")
        self.setWindowTitle("Before this is saved")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addWidget(Title("Before this is saved"))
        column.addWidget(Words(why.what))
        column.addWidget(Words(why.do, tone="quiet"))
        self.banner = Banner()
        column.addWidget(self.banner)
        self.choices = [Choice(words) for words in CONDITIONS]
        for at, choice in enumerate(self.choices):
            choice.setObjectName(f"condition{at}")
            column.addWidget(choice)
        check(self.choices, None)
        column.addWidget(Words(OTHER, tone="quiet"))
        column.addStretch(1)
        acts = FlowRow()
        self.choose = button("Choose this, and save", "conditionChoose", kind="primary")
        self.not_now = button("Not now", "conditionNotNow", kind="outline")
        for push in (self.choose, self.not_now):
            acts.add(push)
        column.addWidget(acts)
        self.choose.clicked.connect(self._choose)
        self.not_now.clicked.connect(self.reject)
        self.choices[0].setFocus()
        fit_screen(self, 640, 480)

    def _choose(self) -> None:
        words = next((choice.text() for choice in self.choices if choice.isChecked()), "")
        if not words:
            self.banner.tell_error(UserError("Nothing is chosen yet.", "Choose one, or press “Not now”."))
            return
        self.accept()
        self.chosen.emit(words)
