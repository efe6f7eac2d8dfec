"""A list of answers that one key chooses: 1 to 9 tick and go on, Enter leaves it out, Backspace empties it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from coprod_desktop.ui.style.fusion import TARGET

SKIPPED = "Not ticked"
_LEAST_LETTERS = 12


class AnswerBox(QComboBox):
    """`gone_on` after a key that settles it. What is chosen is of nobody, so it is kept nowhere until it is counted."""

    gone_on = Signal()

    def __init__(self, answers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST_LETTERS)
        self.setMinimumHeight(TARGET)
        self.addItem(SKIPPED, "")
        for at, answer in enumerate(answers, 1):
            self.addItem(f"{at}   {answer}" if at <= 9 else answer, answer)

    def answer(self) -> str:
        """Return the answer that is ticked, "" for none."""
        return str(self.currentData() or "")

    def tick(self, answer: str) -> None:
        """Tick an answer; one that is not asked ticks none."""
        self.setCurrentIndex(max(0, self.findData(answer)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        key, typed = event.key(), event.text()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif typed in tuple("123456789"):
            if int(typed) < self.count():
                self.setCurrentIndex(int(typed))
                self.gone_on.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.gone_on.emit()
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) or typed == "0":
            self.setCurrentIndex(0)
        else:
            super().keyPressEvent(event)
