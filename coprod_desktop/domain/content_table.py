"""Tables of content: each value is what it says it is, or a sentence says which row is wrong and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from coprod_desktop.errors import UserError

_MISSING: Any = object()


class WrongContent(UserError):
    """A table that comes with the program cannot be read. Nothing was written, so nothing can be lost."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(
            f"Something in {where} that comes with this program is wrong: {why}. Your workspace was not changed.",
            "Install the program again, or put the file in resources/content back as it was.",
        )


class TableRow:
    """One row of a table, or the whole of it. `known` are the names it may hold; without them it may hold any."""

    def __init__(self, data: Any, where: str, known: Collection[str] | None = None) -> None:
        self._where = where
        if not isinstance(data, Mapping):
            raise self.wrong("it is not a row of names and values")
        self._data: Mapping[str, Any] = data
        if known is not None and (others := [key for key in data if key not in known]):
            raise self.wrong(f"nothing is called “{others[0]}”")

    def wrong(self, why: str) -> WrongContent:
        """Return the error that says what is wrong with this row."""
        return WrongContent(self._where, why)

    def names(self) -> tuple[str, ...]:
        """Return the names it holds, in the order of the file."""
        return tuple(self._data)

    def has(self, key: str) -> bool:
        """Tell whether it holds a value of this name."""
        return key in self._data

    def _value(self, key: str, kind: type, words: str, default: Any) -> Any:
        value = self._data.get(key, default)
        if value is _MISSING:
            raise self.wrong(f"“{key}” is missing")
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.wrong(f"“{key}” is not {words}")
        return value

    def text(self, key: str, default: str = _MISSING) -> str:
        """Return a text. One that must be there says something."""
        text: str = self._value(key, str, "a text", default)
        if default is _MISSING and not text.strip():
            raise self.wrong(f"“{key}” is empty")
        return text

    def number(self, key: str, default: int = _MISSING) -> int:
        """Return a whole number from 0 up."""
        number: int = self._value(key, int, "a whole number", default)
        if number < 0:
            raise self.wrong(f"“{key}” is less than 0")
        return number

    def yes(self, key: str) -> bool:
        """Return whether something is so; no, when nothing is said."""
        return bool(self._value(key, bool, "true or false", False))

    def texts(self, key: str, default: Iterable[str] = _MISSING) -> tuple[str, ...]:
        """Return a list of texts."""
        found = self._value(key, list | tuple, "a list", default)  # type: ignore[arg-type]
        if not all(isinstance(text, str) and text.strip() for text in found):
            raise self.wrong(f"“{key}” has something in it that is no text")
        return tuple(found)

    def entries(self, key: str) -> tuple[Any, ...]:
        """Return a list of whatever is in it."""
        return tuple(self._value(key, list | tuple, "a list", _MISSING))  # type: ignore[arg-type]

    def sub(self, key: str, known: Collection[str] | None = None) -> TableRow:
        """Return the row that stands inside this one."""
        return TableRow(
            self._value(key, Mapping, "a row of names and values", _MISSING), f"{self._where}, “{key}”", known
        )

    def rows(self, key: str, named_by: str, known: Collection[str]) -> tuple[TableRow, ...]:
        """Return the rows of a list, each called by its number and its name when something is wrong with it."""
        found: list[Any] = self._value(key, list, "a list", _MISSING)
        return tuple(
            TableRow(one, f"{self._where}, row {n}{_name(one, named_by)}", known) for n, one in enumerate(found, 1)
        )

    def one_of(self, key: str, among: Collection[str], default: str = _MISSING) -> str:
        """Return a text that is one of these."""
        text = self.text(key, default)
        return text if text == default else self._chosen(key, text, among)

    def some_of(self, key: str, among: Collection[str], default: Iterable[str] = _MISSING) -> tuple[str, ...]:
        """Return a list of texts that are all among these."""
        return tuple(self._chosen(key, text, among) for text in self.texts(key, default))

    def _chosen(self, key: str, text: str, among: Collection[str]) -> str:
        if text not in among:
            raise self.wrong(f"“{key}”: there is no “{text}” among {', '.join(sorted(among))}")
        return text


def _name(row: Any, key: str) -> str:
    name = row.get(key) if isinstance(row, Mapping) else None
    return f" (“{name}”)" if isinstance(name, str) else ""
