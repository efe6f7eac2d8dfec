"""The ground rules, to be read out and agreed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coprod_desktop.domain.record import GroundRule
from coprod_desktop.ui._forms.listen_rules import Ui_ListenRules
from coprod_desktop.ui.listen.ask import Question
from coprod_desktop.ui.widgets.text import Words
from coprod_desktop.ui.words.rules import agreed_words


class RulesDialog(Question):
    """`agreed` carries how many agreed (None: not counted)."""

    agreed = Signal(object)
    starter_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Ground rules", parent, letters=64, high=True)
        self._form = form = Ui_ListenRules()
        form.setupUi(self)
        self.setObjectName("rulesDialog")
        form.rulesAgree.clicked.connect(self._agree)
        form.rulesStarter.clicked.connect(self.starter_wanted)
        form.rulesClose.clicked.connect(self.accept)

    def show_rules(self, rules: Sequence[GroundRule], agreed: Mapping[str, Any] | None, here: int) -> None:
        """Show the rules, when they were agreed, and offer how many are here as how many agree."""
        form, column = self._form, self._form.rulesRows
        while (item := column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for number, rule in enumerate(rules, start=1):
            column.addWidget(Words(f"{number}.  {rule.text}"))
        column.addStretch(1)
        said = agreed_words(agreed)
        form.rulesHelp.setText(
            "There are no ground rules yet." if not rules else said or "Read them out, and ask whether all agree."
        )
        form.rulesStarter.setVisible(not rules)
        form.rulesAgree.setVisible(bool(rules))
        form.rulesAgree.setText("Agree them again" if agreed else "We agree these rules")
        form.howMany.setVisible(bool(rules))
        form.howManyLabel.setVisible(bool(rules))
        if not form.howMany.hasFocus():
            form.howMany.setValue(here)

    def _agree(self) -> None:
        self.accept()
        self.agreed.emit(self._form.howMany.value() or None)
