"""One question with its answers as buttons side by side: yes, no, not asked. What is chosen is what is saved, never a default."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.ui.widgets.choice import Choice, check
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.text import Words

NOT_ASKED = "Not asked"
Answers = Sequence[tuple[str | bool | None, str]]
"""(value, what the button says). None is "not asked": nobody chose it for anybody."""


class AnswerRow(QWidget):
    """Give it its objectName first, then `ask`: each button is called after it, "consent_quoteYes"."""

    changed = Signal()
    """Somebody chose: with the arrows that may be one on the way to the next, so wait a little."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: dict[str | bool | None, Choice] = {}
        self._putting = False
        self.question = Words(parent=self)
        self._row = FlowRow(self, gap=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.question)
        column.addWidget(self._row)

    def ask(self, question: str, answers: Answers) -> None:
        """Show a question and its answers."""
        self.set_question(question)
        for value, words in answers:
            self._add(value, words)

    def set_question(self, question: str) -> None:
        """Ask this; each answer is called by the question and its own words."""
        self.question.setText(question)
        self._row.setAccessibleName(question)
        for choice in self._choices.values():
            self._name(choice)

    def value(self) -> str | bool | None:
        """Return what is chosen."""
        return next((value for value, choice in self._choices.items() if choice.isChecked()), None)

    def put(self, value: str | bool | None) -> None:
        """Show what is saved. An answer that came in from a file in words of its own gets a button of its own."""
        if value not in self._choices:
            self._add(value, str(value))
        self._putting = True
        check(self._choices.values(), self._choices[value])
        self._putting = False

    def say(self, value: str | bool | None, words: str) -> None:
        """Change the words of one answer: the day beside a yes."""
        choice = self._choices[value]
        if choice.text() != words:
            choice.setText(words)
            self._name(choice)
            self._row.updateGeometry()

    def choice(self, value: str | bool | None) -> Choice:
        """Return the button of one answer."""
        return self._choices[value]

    def _add(self, value: str | bool | None, words: str) -> None:
        self._choices[value] = choice = Choice(words, self._row)
        choice.setObjectName(f"{self.objectName()}{_NAMED.get(value, str(value).title().replace(' ', ''))}")
        self._row.add(choice)
        self._name(choice)
        choice.toggled.connect(self._toggled)

    def _name(self, choice: Choice) -> None:
        choice.setAccessibleName(f"{self.question.text()}: {choice.text()}")

    def _toggled(self, on: bool) -> None:
        if on and not self._putting:
            self.changed.emit()


_NAMED: dict[str | bool | None, str] = {None: "NotAsked", "yes": "Yes", "no": "No", True: "Yes", False: "No"}
