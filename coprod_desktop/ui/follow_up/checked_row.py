"""One line of somebody's sheet with the four answers; keys 1 to 4 choose one, as on the sheet."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from coprod_desktop.publish.own.check_words import CHOICES
from coprod_desktop.services.words_checked import Checked, Choice, Line
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.flow import FlowRow
from coprod_desktop.ui.widgets.kept_field import KeptField
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.widgets.text import Strong, Words
from coprod_desktop.ui.words import refusal

_KEYS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4}


class CheckedRow(QWidget):
    """`done` comes when a key chose an answer that needs no more words: the focus may go on to the next line."""

    changed = Signal()
    done = Signal()

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        n = line.entry.n
        self.setObjectName(f"checked{n}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Strong(f"Number {n}"))
        column.addWidget(Words(f"“{line.entry.text}”"))
        if line.refused is not None:
            column.addWidget(StatusLabel("no", refusal.refusals(line.refused.refusals)))
        acts = FlowRow()
        self.buttons: dict[Choice, QPushButton] = {}
        for choice, words in zip(Choice, CHOICES, strict=True):
            push = button(f"{choice.value}  {words}", f"checked{n}_{choice.value}", kind="small")
            push.setCheckable(True)
            push.setAutoExclusive(True)
            push.setAutoDefault(False)
            push.setAccessibleName(f"Number {n}: {words}")
            push.toggled.connect(partial(self._toggled, choice))
            self.buttons[choice] = push
            acts.add(push)
        column.addWidget(acts)
        self.words = QLineEdit()
        self.words.setObjectName(f"words{n}")
        self.words.setAccessibleName(f"Number {n}: the words to print instead")
        self.words.setPlaceholderText("The words to print instead")
        self.words.textChanged.connect(lambda _text: self.changed.emit())
        self.words.hide()
        column.addWidget(self.words)

    def keep_typing(self, context: Context, session: str) -> None:
        """Keep the words to print instead on the disk while they are typed."""
        self._kept = KeptField(context, self.words)
        self._kept.put_back.connect(lambda _beside: self.buttons[Choice.CHANGE_IT].setChecked(True))
        entry = self.line.entry.id
        self._kept.show(f"check_words:{entry}:words", "", session=session, row=entry)

    def give_up_typing(self) -> None:
        """They are saved, or are not wanted."""
        self._kept.give_up()

    def checked(self) -> Checked | None:
        """Return the answer; None while there is none."""
        choice = next((c for c, push in self.buttons.items() if push.isChecked()), None)
        if choice is None:
            return None
        refused = self.line.refused
        over = tuple(r.id for r in refused.refusals) if refused is not None else ()
        words = self.words.text() if choice is Choice.CHANGE_IT else ""
        return Checked(choice=choice, words=words, over=over)

    def take_focus(self) -> None:
        """Put the focus on the chosen answer, else on the first."""
        next((push for push in self.buttons.values() if push.isChecked()), self.buttons[Choice.AS_IT_IS]).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        number = _KEYS.get(Qt.Key(event.key()))
        if number is None:
            super().keyPressEvent(event)
            return
        push = self.buttons[Choice(number)]
        push.setChecked(True)
        push.setFocus()
        if Choice(number) is Choice.CHANGE_IT:
            self.words.setFocus()
        else:
            self.done.emit()

    def _toggled(self, choice: Choice, on: bool) -> None:
        if choice is Choice.CHANGE_IT:
            self.words.setVisible(on)
        self.changed.emit()
