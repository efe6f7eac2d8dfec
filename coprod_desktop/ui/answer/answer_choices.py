"""The answers to choose from, as domain.answers has them. Once one is taken they fold to it, with a way to change it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coprod_desktop.domain import answers
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.ui.widgets.choice import ARROWS, Choice, check
from coprod_desktop.ui.widgets.status_label import StatusLabel

_GAP = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


def key_of(answer: AnswerKind) -> str:
    """Return the digit that chooses an answer: its place among those offered."""
    return str(list(answers.ROWS).index(answer) + 1)


class AnswerChoices(QWidget):
    """In a form: stands where the answers are chosen, so that Tab comes to them in their place.

    While it has the focus the digits choose, as the arrows do.
    """

    chosen = Signal()
    """Another answer is chosen: with the arrows, that may be one on the way to the next."""
    taken = Signal()
    """The chosen answer is the one that was wanted: by its digit, Enter, Space or a click. The others are folded away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(_GAP)
        self._choices: dict[AnswerKind, Choice] = {}
        self._on_the_way = False
        for answer, row in answers.ROWS.items():
            self._choices[answer] = choice = Choice(row.words, self)
            choice.setObjectName(f"answer_{answer}")
            choice.set_key(key_of(answer))
            choice.toggled.connect(self._toggled)
            choice.clicked.connect(partial(self._clicked, answer))
            choice.installEventFilter(self)
            box.addWidget(choice)
        self._folded = QWidget(self)
        self._state = StatusLabel(self._folded)
        self._state.words.setObjectName("answerChosen")
        self.change = QPushButton("Change", self._folded)
        self.change.setObjectName("changeAnswer")
        self.change.clicked.connect(self._change)
        row_box = QHBoxLayout(self._folded)
        row_box.setContentsMargins(0, 0, 0, 0)
        row_box.addWidget(self._state, 1, Qt.AlignmentFlag.AlignVCenter)
        row_box.addWidget(self.change)
        box.addWidget(self._folded)
        self._fold(folded=False)

    def of(self, answer: AnswerKind) -> Choice:
        """Return the line of one answer."""
        return self._choices[answer]

    def answer(self) -> AnswerKind | None:
        """Return the answer that is chosen."""
        return next((answer for answer, choice in self._choices.items() if choice.isChecked()), None)

    def is_folded(self) -> bool:
        """Tell whether only the chosen answer is shown."""
        return not self._folded.isHidden()

    def choose(self, answer: AnswerKind | None) -> None:
        """Choose an answer, or none. They stay open while somebody is choosing."""
        check(self._choices.values(), self._choices[answer] if answer else None)
        self._fold(folded=answer is not None and not self._is_choosing())

    def take(self, answer: AnswerKind) -> None:
        """Choose an answer for good."""
        check(self._choices.values(), self._choices[answer])
        self._fold(folded=True)
        self.taken.emit()

    def _clicked(self, answer: AnswerKind) -> None:
        if not self._on_the_way:
            self.take(answer)

    def focus(self) -> None:
        """Put the focus on the answer taken, or on the first to choose from."""
        if self.is_folded():
            self.change.setFocus()
        else:
            self._choices[self.answer() or next(iter(self._choices))].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        place = int(event.text()) - 1 if plain and event.text() in tuple("123456789") else -1
        wanted = list(self._choices)[place : place + 1] if place >= 0 else []
        now = next((answer for answer, choice in self._choices.items() if choice.hasFocus()), None)
        if wanted:
            self.take(wanted[0])
        elif plain and event.key() in _ENTER and now is not None:
            self.take(now)
        elif plain and event.key() in _ENTER and self.change.hasFocus():
            self._change()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in ARROWS:
            self._on_the_way = True  # Qt clicks what an arrow leads to
            watched.event(event)
            self._on_the_way = False
            return True
        # on with Tab: folded before the next field is painted. A click elsewhere folds nothing: it would miss its aim
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() in _BY_TAB and self._choices:
            self._fold(folded=self.answer() is not None and not self._is_choosing(besides=watched))
        return super().eventFilter(watched, event)

    def _is_choosing(self, besides: QObject | None = None) -> bool:
        now = self.focusWidget()
        return not self.is_folded() and now is not None and now is not besides and now.hasFocus()

    def _change(self) -> None:
        self._fold(folded=False)
        self.focus()

    def _fold(self, *, folded: bool) -> None:
        answer = self.answer()
        if answer is not None:
            row = answers.row(answer)
            self._state.show_state(row.look, row.words)
            self.change.setAccessibleName(f"{row.words}. Change the answer")
        for choice in self._choices.values():
            choice.setVisible(not folded)
        self._folded.setVisible(folded)

    def _toggled(self, on: bool) -> None:
        if on:
            self.chosen.emit()
