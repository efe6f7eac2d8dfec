"""The answers to choose from, one line each, as domain.answers has them. None is chosen until somebody chooses."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.domain import answers
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.ui.widgets.choice import Choice, check

_GAP = 6


class AnswerChoices(QWidget):
    """In a form: stands where the answers are chosen, so that Tab comes to them in their place."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(_GAP)
        self._choices: dict[AnswerKind, Choice] = {}
        for answer, row in answers.ROWS.items():
            self._choices[answer] = choice = Choice(row.words, self)
            choice.setObjectName(f"answer_{answer}")
            choice.toggled.connect(self._toggled)
            box.addWidget(choice)

    def of(self, answer: AnswerKind) -> Choice:
        """Return the line of one answer."""
        return self._choices[answer]

    def answer(self) -> AnswerKind | None:
        """Return the answer that is chosen."""
        return next((answer for answer, choice in self._choices.items() if choice.isChecked()), None)

    def choose(self, answer: AnswerKind | None) -> None:
        """Choose an answer, or none."""
        check(self._choices.values(), self._choices[answer] if answer else None)

    def focus(self) -> None:
        """Put the focus on the chosen answer, or on the first."""
        self._choices[self.answer() or next(iter(self._choices))].setFocus()

    def _toggled(self, on: bool) -> None:
        if on:
            self.chosen.emit()
