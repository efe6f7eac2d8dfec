"""Dates and times typed as plain text: "17 9 2026", "17 sep", "friday"; "10.30", "2pm"."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from coprod_desktop.domain import dates
from coprod_desktop.errors import UserError
from coprod_desktop.ui.base.announce import announce
from coprod_desktop.ui.widgets.status_label import StatusLabel
from coprod_desktop.ui.widgets.text import restyle


class TypedField(QWidget):
    """A line to type in; what it was understood as stands below it, or how to type it. What was typed is kept.

    `edit` is the QLineEdit: set it as the buddy of the label. Subclasses say how words are read.
    """

    changed = Signal(object)
    """A new value that makes sense, or None when the field was emptied: once, when the field is left or on Enter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setObjectName("edit")
        self.said = StatusLabel("info")
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.edit)
        column.addWidget(self.said)
        self.setFocusProxy(self.edit)
        self.edit.editingFinished.connect(self._finish)
        self.edit.textEdited.connect(lambda _text: self._show("", "", wrong=False))
        self._value: object = None

    def set_name(self, name: str, spoken: str = "") -> None:
        """Give the field its objectName, and a spoken name when no label has it as its buddy."""
        self.setObjectName(name)
        self.edit.setObjectName(f"{name}Edit")
        if spoken:
            self.edit.setAccessibleName(spoken)

    def is_wrong(self) -> bool:
        """Tell whether the field holds words that make no sense as a value."""
        return bool(self.edit.property("wrong") == "true")

    def value(self) -> object:
        """Return the value last understood."""
        return self._value

    def put(self, value: object) -> None:
        """Show a value."""
        self._put(value)

    def _read(self, text: str) -> object:
        raise NotImplementedError

    def _understood(self, value: object) -> str:
        """Return what to show below the field once it is understood."""
        raise NotImplementedError

    def _typed(self, value: object) -> str:
        """Return a value as it stands in the field."""
        raise NotImplementedError

    def _put(self, value: object) -> None:
        self._value = value
        self.edit.setText("" if value is None else self._typed(value))
        self.edit.setModified(False)
        self._show("", "", wrong=False)

    def _finish(self) -> None:
        if not self.edit.isModified():
            return
        text = self.edit.text().strip()
        try:
            value = self._read(text) if text else None
        except UserError as error:
            self._show("danger", f"{error.what} {error.do}", wrong=True)
            announce(self.edit, f"{error.what} {error.do}")
            return
        before = self._value
        self._put(value)
        self._show("done", self._understood(value) if value is not None else "", wrong=False)
        if value != before:
            self.changed.emit(value)

    def _show(self, state: str, words: str, *, wrong: bool) -> None:
        self.said.setVisible(bool(words))
        if words:
            self.said.show_state(state, words)
        if self.is_wrong() != wrong:
            self.edit.setProperty("wrong", "true" if wrong else "false")
            restyle(self.edit)


class DateField(TypedField):
    """`today` gives the local date; `past` makes a date without a year the last such day instead of the next."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        today: Callable[[], datetime.date] = datetime.date.today,
        past: bool = False,
    ) -> None:
        super().__init__(parent)
        self.edit.setPlaceholderText("for example 17 Sep")
        self.today, self.past = today, past

    def set_date(self, date: datetime.date | None) -> None:
        """Show a date."""
        self._put(date)

    def take(self, date: datetime.date) -> None:
        """Take a date that was typed elsewhere: it is shown as understood, and is a change of the person's."""
        self._put(date)
        self._show("done", self._understood(date), wrong=False)
        announce(self.edit, self._understood(date))
        self.changed.emit(date)

    def date(self) -> datetime.date | None:
        """Return the date last understood."""
        return self._value if isinstance(self._value, datetime.date) else None

    def _read(self, text: str) -> object:
        return dates.parse_date(text, self.today(), past=self.past)

    def _understood(self, value: object) -> str:
        assert isinstance(value, datetime.date)
        return f"{dates.full(value)}, {dates.near(value, self.today())}"

    def _typed(self, value: object) -> str:
        assert isinstance(value, datetime.date)
        return dates.plain(value)


class TimeField(TypedField):
    """Gives and takes "HH:MM"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit.setPlaceholderText("for example 10:30")

    def set_time(self, time: str | None) -> None:
        """Show a time."""
        self._put(time)

    def time(self) -> str | None:
        """Return the time last understood."""
        return self._value if isinstance(self._value, str) else None

    def _read(self, text: str) -> object:
        return dates.parse_time(text)

    def _understood(self, _value: object) -> str:
        return ""  # it stands in the field

    def _typed(self, value: object) -> str:
        return str(value)
