"""A form made of a table: what each field holds, what it is called, and how it is typed. Each field saves by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.columns import Columns
from coprod_desktop.ui.widgets.date_field import DateField, TimeField, TypedField
from coprod_desktop.ui.widgets.growing_field import GrowingField
from coprod_desktop.ui.widgets.number_field import PENCE, SHARE, WHOLE, NumberField
from coprod_desktop.ui.widgets.saved_fields import SavedFields
from coprod_desktop.ui.widgets.text import Words

LETTERS_EACH = 22
"""Fields of a line stand side by side while each has room for so many letters."""


class How(StrEnum):
    """How a field is typed."""

    WORDS = "words"
    LONG = "long"
    WHOLE = "whole"
    PENCE = "pence"
    SHARE = "share"
    DATE = "date"
    TIME = "time"
    PICK = "pick"
    """One of a list."""
    OPEN = "open"
    """One of a list, or other words."""
    TICK = "tick"


class Fact(NamedTuple):
    """One field. `choices` are (words, value) of a list."""

    field: str
    label: str
    how: How = How.WORDS
    choices: Sequence[tuple[str, Any]] = ()


NOT_SAID: tuple[str, Any] = ("Not said", None)
YES_NO: Sequence[tuple[str, Any]] = (NOT_SAID, ("Yes", True), ("No", False))


class FactForm(QWidget):
    """`lines` are facts side by side. Names of fields are `prefix` and the fact's: "votePapersGiven"."""

    changed = Signal(str, str, object)
    """(row id, field, value): to be saved."""

    def __init__(
        self, context: Context, lines: Sequence[Sequence[Fact]], noun: str, prefix: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"{prefix}Facts")
        self.facts = [fact for line in lines for fact in line]
        self.fields = SavedFields(self)
        self._prefix, self._widgets = prefix, {}  # type: str, dict[str, QWidget]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for line in lines:
            boxes = [self._box(fact) for fact in line]
            column.addWidget(boxes[0] if len(boxes) == 1 else _side_by_side(boxes))
        self.missing = Words(tone="quiet")
        self.missing.setObjectName(f"{prefix}Missing")
        self.missing.hide()
        column.addWidget(self.missing)
        self.fields.keep_drafts(context, noun)
        self.fields.changed.connect(self.changed)

    def field(self, name: str) -> Any:
        """Return the widget a fact is typed in."""
        return self._widgets[name]

    def show_row(self, row: str, values: Mapping[str, Any], session: str) -> None:
        """Show what is saved of a row."""
        self.fields.show_row(row, {fact.field: values.get(fact.field) for fact in self.facts}, session)

    def _box(self, fact: Fact) -> QWidget:
        name = control_name(self._prefix, fact.field)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if fact.how is How.TICK:
            tick = QCheckBox(fact.label)
            tick.setObjectName(name)
            self.fields.pick(fact.field, tick)
            self._widgets[fact.field] = tick
            column.addWidget(tick)
            return box
        label = Words(fact.label)
        label.setObjectName(f"{name}Label")
        widget = _MADE[fact.how]()
        widget.setObjectName(name)
        column.addWidget(label)
        column.addWidget(widget)
        column.addStretch()
        self._widgets[fact.field] = widget
        if isinstance(widget, TypedField):
            self.fields.date(fact.field, widget, label)
            return box
        label.setBuddy(widget)
        widget.setAccessibleName(fact.label)
        if isinstance(widget, QComboBox):
            widget.setEditable(fact.how is How.OPEN)
            if (edit := widget.lineEdit()) is not None:
                edit.setObjectName(f"{name}Edit")
                edit.setAccessibleName(fact.label)
                widget.addItem("", None)
            widget.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            widget.setMinimumContentsLength(8)
            for words, value in fact.choices:
                widget.addItem(words, value)
            self.fields.pick(fact.field, widget)
        elif isinstance(widget, QLineEdit | GrowingField):
            self.fields.text(fact.field, widget)
        return box


_MADE: Mapping[How, Callable[[], QWidget]] = {
    How.WORDS: QLineEdit,
    How.LONG: GrowingField,
    How.WHOLE: lambda: NumberField(WHOLE),
    How.PENCE: lambda: NumberField(PENCE),
    How.SHARE: lambda: NumberField(SHARE),
    How.DATE: DateField,
    How.TIME: TimeField,
    How.PICK: QComboBox,
    How.OPEN: QComboBox,
}


def control_name(prefix: str, field: str) -> str:
    """Return the objectName of a field in a form with this prefix: "votePapersGiven"."""
    first, *more = re.split(r"[^A-Za-z0-9]+", prefix)
    parts = [*more, *re.split(r"[^A-Za-z0-9]+", field)]
    return first + "".join(part[:1].upper() + part[1:] for part in parts)


def _side_by_side(boxes: Sequence[QWidget]) -> Columns:
    """Put fields in one line, that folds when there is no room."""
    made = Columns()
    made.setProperty("room", LETTERS_EACH * len(boxes))
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    for box in boxes:
        row.addWidget(box, 1)
    return made
