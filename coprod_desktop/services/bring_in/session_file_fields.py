"""How one key of coprod-session/1 is turned into a field's value, and back."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple


class Field(NamedTuple):
    """One key: the field it fills, how its value comes in and goes out, and for keys of our own the type it must have.

    A key of our own is not in the schema; a value of another type under that name is kept as not understood.
    """

    key: str
    attr: str
    into: Callable[[Any], Any]
    out: Callable[[Any], Any]
    own: type | tuple[type, ...] | None = None


def plain(value: Any) -> Any:
    """Return a text with its letters composed, anything else as it is."""
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def same(key: str, attr: str = "", own: type | None = None) -> Field:
    """Return a key whose value is the field's."""
    return Field(key, attr or key, plain, lambda v: v, own)


def day(key: str, own: type | None = None) -> Field:
    """Return a key that holds a date."""
    return Field(key, key, datetime.date.fromisoformat, datetime.date.isoformat, own)


def enum(key: str, kind: type[StrEnum]) -> Field:
    """Return a key that holds one word of a list."""
    return Field(key, key, kind, str)


def pence(key: str, attr: str) -> Field:
    """Return a key that holds pounds, of a field in pence."""
    return Field(key, attr, to_pence, to_pounds)


def words(key: str) -> Field:
    """Return a key that holds a list of texts."""
    return Field(key, key, lambda v: tuple(plain(x) for x in v), list)


def to_pence(pounds: float) -> int:
    """Turn pounds with at most two decimals into pence. Raises ValueError when there are more."""
    found = Decimal(str(pounds)) * 100
    if found != found.to_integral_value():
        raise ValueError("pounds with at most two decimals")
    return int(found)


def to_pounds(pence: int) -> float:
    """Turn pence into pounds."""
    return pence / 100


MOST_COUNTED = 10_000_000
"""Of people, votes and forms; the schema has it for every count it knows."""


def as_count(value: Any) -> int:
    """Return a whole number of people or things, also one that is written 5.0. Raises ValueError for anything else."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not is_number or not 0 <= value <= MOST_COUNTED or value != int(value):
        raise ValueError("a whole number from 0")
    return int(value)


def counts(value: Mapping[str, Any]) -> dict[str, int]:
    """Return so many of each name. Raises ValueError where one is no whole number."""
    return {plain(name): as_count(n) for name, n in value.items()}


def texts(value: Sequence[Any]) -> tuple[str, ...]:
    """Return a list of texts. Raises ValueError where one is none."""
    if not all(isinstance(one, str) for one in value):
        raise ValueError("a list of texts")
    return tuple(plain(one) for one in value)


def days_in(value: Sequence[Any]) -> tuple[datetime.date, ...]:
    """Return a list of days. Raises ValueError where one is none."""
    return tuple(map(datetime.date.fromisoformat, texts(value)))


def days_out(value: Sequence[datetime.date]) -> list[str]:
    """Return days for a file."""
    return [one.isoformat() for one in value]


def time_of_day(value: str) -> str:
    """Return a time of day. Raises ValueError for anything else."""
    if not _TIME.fullmatch(value):
        raise ValueError("a time of day as 14:30")
    return value


_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


class InPart(ValueError):
    """A value inside a field's own list, with its place there."""

    def __init__(self, place: str, wrong: ValueError) -> None:
        super().__init__(str(wrong))
        self.place = place


def expenses_in(value: Sequence[Sequence[Any]]) -> tuple[tuple[str, int], ...]:
    """Return (what for, pence) of what a file has in pounds. Raises InPart with the place that is wrong."""
    found = []
    for i, (what, pounds) in enumerate(value):
        try:
            found.append((plain(what), to_pence(pounds)))
        except ValueError as wrong:
            raise InPart(f"[{i}][1]", wrong) from wrong
    return tuple(found)


def expenses_out(value: Sequence[tuple[str, int]]) -> list[list[Any]]:
    """Return [what for, pounds] for a file."""
    return [[what, to_pounds(pence)] for what, pence in value]
