"""The fields of one row, each saved by itself: when it is left, on Enter, or after a pause."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QSpinBox

from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.base.timers import Pause
from coprod_desktop.ui.keys.undo_keys import mark_saved
from coprod_desktop.ui.widgets.answer_row import AnswerRow
from coprod_desktop.ui.widgets.date_field import TypedField
from coprod_desktop.ui.widgets.growing_field import GrowingField
from coprod_desktop.ui.widgets.kept_field import KeptField, typed_in
from coprod_desktop.ui.widgets.typed import Typing

Picked = QComboBox | QCheckBox | QSpinBox | AnswerRow
_PAUSE_MS = 600
"""Holding an arrow of a number, or going through a list with the arrow keys, is one step."""


class SavedFields(QObject):
    """Names the fields of a form by what they hold: `text("title", form.itemTitle)`; `show_row` fills them."""

    changed = Signal(str, str, object)
    """(row id, field, value): to be saved."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.row: str | None = None
        self._typed: dict[str, Typing] = {}
        self._dates: dict[str, TypedField] = {}
        self._picked: dict[str, Picked] = {}
        self._saved: dict[str, Any] = {}
        self._kept: dict[str, KeptField] = {}
        self._noun = ""
        self._waiting: set[str] = set()
        self._filling = False
        self._pause = Pause(self._hand_in_picked, _PAUSE_MS, self)

    # ---- which fields

    def text(self, name: str, field: QLineEdit | GrowingField) -> None:
        """Words; none of them is None."""
        self._typed[name] = typing = Typing(field)
        typing.rested.connect(partial(self._hand_in_words, name))

    def date(self, name: str, field: TypedField, label: QLabel) -> None:
        """A date, a time of day or a number, with its label."""
        field.set_name(field.objectName(), label.text())
        label.setBuddy(field.edit)
        self._dates[name] = field
        field.changed.connect(lambda value: self._hand_in(name, value))

    def pick(self, name: str, field: Picked) -> None:
        """One of a list (the value is the item's data, or its words if it can be typed in), a tick, a number, an answer."""
        self._picked[name] = field
        if isinstance(field, AnswerRow):
            field.changed.connect(lambda: self._touch(name))
        elif isinstance(field, QCheckBox):
            field.toggled.connect(lambda _on: self._touch(name, at_once=True))
        elif isinstance(field, QSpinBox):
            field.valueChanged.connect(lambda _n: self._touch(name))
            field.editingFinished.connect(self._hand_in_picked)
        else:
            field.currentIndexChanged.connect(lambda _at: self._touch(name))
            edit = field.lineEdit()
            if edit is not None:
                edit.textEdited.connect(lambda _text: self._touch(name))
                edit.editingFinished.connect(self._hand_in_picked)

    def keep_drafts(self, context: Context, noun: str) -> None:
        """Keep what is typed in the fields named so far on the disk, as "agenda_item:<row id>:title". Once."""
        self._noun = noun
        fields: dict[str, Any] = {name: typing.field for name, typing in self._typed.items()}
        fields |= self._dates | {
            n: box for n, box in self._picked.items() if not isinstance(box, QCheckBox | AnswerRow)
        }
        for name, field in fields.items():
            edit = typed_in(field)
            if edit is not None:
                self._kept[name] = KeptField(context, edit)

    # ---- in and out

    def show_row(self, row: str, values: Mapping[str, Any], session: str | None = None) -> None:
        """Show what is saved; fields of the same row that are being changed keep what is in them."""
        if row != self.row:
            self.hand_in()
        self._filling, same = True, row == self.row
        self.row = row
        for name, typing in self._typed.items():
            if not (same and typing.touched):
                typing.put(values[name] or "")
        for name, field in self._dates.items():
            if not (same and field.edit.isModified()):
                _put_date(field, values[name])
        for name, box in self._picked.items():
            if not (same and name in self._waiting):
                _put(box, values[name])
        self._saved = dict(values)
        self._filling = False
        for name, kept in self._kept.items():
            date = self._dates.get(name)
            if date is None or not date.edit.isModified():
                saved = date.edit.text() if date is not None else str(values[name] or "")
                kept.show(f"{self._noun}:{row}:{name}", saved, session=session, row=row.rpartition(" ")[2])

    def hand_in(self) -> None:
        """Hand in everything that was changed and is not handed in yet."""
        for typing in self._typed.values():
            typing.finish()
        for field in self._dates.values():
            field.edit.editingFinished.emit()
        self._hand_in_picked()
        for kept in self._kept.values():
            kept.hand_in()

    def forget(self) -> None:
        """The row was taken away: what was typed in its fields is handed in no more. Its drafts come back with it."""
        self.row = None
        self._pause.stop()
        self._waiting.clear()
        for typing in self._typed.values():
            typing.forget()
        for kept in self._kept.values():
            kept.forget()

    def not_saved(self, name: str, saved: object) -> None:
        """A field could not be saved: its words stay, and are handed in again later."""
        self._saved[name] = saved
        if name in self._typed:
            self._typed[name].touched = True
            if name in self._kept:
                self._kept[name].not_saved(str(saved or ""))

    def _hand_in_words(self, name: str) -> None:
        typing = self._typed[name]
        words = typing.words().strip() or None
        typing.taken()
        self._hand_in(name, words)

    def _touch(self, name: str, *, at_once: bool = False) -> None:
        if not self._filling:
            self._waiting.add(name)
            self._pause.start()
            if at_once:
                self._hand_in_picked()

    def _hand_in_picked(self) -> None:
        self._pause.stop()
        waiting, self._waiting = self._waiting, set()
        for name in sorted(waiting):
            field = self._picked[name]
            self._hand_in(name, _value(field))
            if isinstance(field, QSpinBox):
                mark_saved(field)

    def _hand_in(self, name: str, value: object) -> None:
        if name in self._kept:
            date = self._dates.get(name)
            self._kept[name].settle(date.edit.text() if date is not None else str(value or ""))
        if self.row is not None and self._saved.get(name) != value:
            self._saved[name] = value
            self.changed.emit(self.row, name, value)


def _put_date(field: TypedField, value: Any) -> None:
    if field.value() != value or field.edit.isModified():
        field.put(value)


def _put(box: Picked, value: Any) -> None:
    if isinstance(box, AnswerRow):
        box.put(value)
    elif isinstance(box, QCheckBox):
        box.setChecked(bool(value))
    elif isinstance(box, QSpinBox):
        box.setValue(int(value or 0))
    elif box.isEditable():
        box.setCurrentText(value or "")
        edit = box.lineEdit()
        if edit is not None and not edit.hasFocus():
            edit.setCursorPosition(0)  # long words are seen from their beginning
    else:
        if box.findData(value) < 0:  # it came in from a file with words of its own
            box.addItem(str(value), value)
        box.setCurrentIndex(box.findData(value))


def _value(box: Picked) -> object:
    if isinstance(box, AnswerRow):
        return box.value()
    if isinstance(box, QCheckBox):
        return box.isChecked()
    if isinstance(box, QSpinBox):
        return box.value()
    return box.currentText().strip() if box.isEditable() else box.currentData()
