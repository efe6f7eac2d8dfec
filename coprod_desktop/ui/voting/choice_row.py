"""One choice of a vote: its words, its votes with a button for one more and one less, and a button for the rest."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from coprod_desktop.domain.record import VoteOption
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.buttons import button
from coprod_desktop.ui.widgets.columns import Columns
from coprod_desktop.ui.widgets.number_field import NumberField
from coprod_desktop.ui.widgets.saved_fields import SavedFields

_DIGITS = 8
"""So many have room in the number of votes."""
_FOLD = 70
"""Letters below which the votes stand under the words."""


class ChoiceRow(Columns):
    """`at` is its place in the vote, from 1, and part of the names of what is in it."""

    changed = Signal(str, str, object)
    """(row, field, value): to be saved."""
    counted = Signal(str, int)
    """(choice, one more or one less)"""
    next_wanted = Signal()
    more_wanted = Signal(str)

    def __init__(self, context: Context, at: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"choice{at}")
        self.setProperty("room", _FOLD)
        self.choice, self._at = "", at
        self.label, self.votes = QLineEdit(), NumberField()
        self.label.setObjectName(f"choiceLabel{at}")
        self.votes.setObjectName(f"choiceVotes{at}")
        self.less = button("−", f"choiceLess{at}", kind="small")
        self.more = button("+", f"choiceMore{at}", kind="small")
        self.rest = button("More…", f"choiceRest{at}", kind="small")
        counts = QHBoxLayout()
        counts.setSpacing(8)
        for widget in (self.less, self.votes, self.more, self.rest):
            counts.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.label, 3)
        row.addLayout(counts)
        self.fields = SavedFields(self)
        self.fields.text("label", self.label)
        self._votes_label = QLabel("Votes")
        self._votes_label.setParent(self)
        self._votes_label.hide()
        self.fields.date("votes", self.votes, self._votes_label)
        self.fields.keep_drafts(context, "vote_option")
        self.fields.changed.connect(self.changed)
        self.less.clicked.connect(lambda: self._count(-1))
        self.more.clicked.connect(lambda: self._count(1))
        self.rest.clicked.connect(lambda: self.more_wanted.emit(self.choice))
        self.votes.edit.installEventFilter(self)
        self.votes.edit.setMinimumWidth(_DIGITS * self.fontMetrics().averageCharWidth())

    def show_choice(self, vote: str, option: VoteOption, session: str) -> None:
        """Show a choice as it is saved."""
        self.choice = option.id
        values: dict[str, Any] = {"label": option.label, "votes": option.votes}
        self.fields.show_row(f"{option.id} {vote}", values, session)
        self.label.setAccessibleName(f"Choice {self._at}")
        self.votes.edit.setAccessibleName(f"Votes for {option.label}")
        self.less.setAccessibleName(f"One vote less for {option.label}")
        self.more.setAccessibleName(f"One vote more for {option.label}")
        self.rest.setAccessibleName(f"More about {option.label}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: D102
        if watched is self.votes.edit and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
            if by is not None:
                self._count(by)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.votes.edit.editingFinished.emit()
                self.next_wanted.emit()
                return True
        return super().eventFilter(watched, event)

    def _count(self, by: int) -> None:
        self.votes.edit.editingFinished.emit()  # what was typed counts first
        if not self.votes.is_wrong():
            self.counted.emit(self.choice, by)
