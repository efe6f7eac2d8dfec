"""Numbers typed as plain text: how many, pounds, or a share of a hundred. Empty means that nobody said; 0 means none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtWidgets import QWidget

from coprod_desktop.services import typed_numbers
from coprod_desktop.ui.widgets.date_field import TypedField


class Reading(NamedTuple):
    """How a number is read from what is typed, how it stands in the field, and how it is said to be understood."""

    read: Callable[[str | None], Any]
    typed: Callable[[Any], str]
    hint: str


WHOLE = Reading(typed_numbers.whole, typed_numbers.shown_whole, "")
PENCE = Reading(typed_numbers.pence, typed_numbers.shown_pence, "£")
SHARE = Reading(typed_numbers.share, typed_numbers.shown_share, "%")


class NumberField(TypedField):
    """Gives and takes a number, or None. What is no number is said below the field and stays as it was typed."""

    def __init__(self, reading: Reading = WHOLE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self.edit.setPlaceholderText(reading.hint)

    def set_number(self, number: float | None) -> None:
        """Show a number."""
        self._put(number)

    def number(self) -> Any:
        """Return the number last understood."""
        return self._value

    def _read(self, text: str) -> object:
        return self._reading.read(text)

    def _understood(self, _value: object) -> str:
        return ""  # it stands in the field

    def _typed(self, value: object) -> str:
        return self._reading.typed(value)
