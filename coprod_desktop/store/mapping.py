"""Values in and out of columns. A column is named after its field; the field's type says how it is stored."""

from __future__ import annotations

import dataclasses
import datetime
import json
import typing
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, NamedTuple, TypeVar

from coprod_desktop.domain.record import VoteOption

T = TypeVar("T")


class Column(NamedTuple):
    """How one field is stored: its SQL type ("text" or "integer"), and the ways in and out."""

    name: str
    sql: str
    required: bool
    into: Callable[[Any], Any]
    out: Callable[[Any], Any]


_NO_COLUMNS = frozenset({"made", "session", "reopened", "number", "since_no", "expenses"})
"""Fields that say what the row's place says, or other rows."""


@cache
def columns(kind: Any) -> tuple[Column, ...]:
    """Return the columns of a dataclass in field order; those of _NO_COLUMNS, and rows of their own, are left out."""
    found = []
    for field in dataclasses.fields(kind):
        if field.name in _NO_COLUMNS:
            continue
        hint, optional = _bare(field.type)  # modules of rows have their annotations as they are
        if _are_rows(hint) and field.name != "options":
            continue
        sql, into, out = _way(hint)
        found.append(Column(field.name, sql, not optional, into, out))
    return tuple(found)


@cache
def _by_name(kind: Any) -> Mapping[str, Column]:
    return {c.name: c for c in columns(kind)}


def encode(kind: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """Turn field values into column values; names that are no field of the kind stay out."""
    known = _by_name(kind)
    return {k: None if v is None else known[k].into(v) for k, v in values.items() if k in known}


def encode_row(value: Any) -> dict[str, Any]:
    """Turn a whole dataclass value into column values."""
    return encode(type(value), fields_of(value))


def fields_of(value: Any) -> dict[str, Any]:
    """Return the fields of a dataclass value that are columns."""
    kind: Any = type(value)
    return {c.name: getattr(value, c.name) for c in columns(kind)}


def decode(kind: Callable[..., T], row: Any, **more: Any) -> T:
    """Turn a row back into a value. NULL is None; `more` gives fields that are no columns."""
    values = {name: row[name] for name in _names(kind) if name not in more}
    for name, out in _ways_out(kind):
        if (value := values.get(name)) is not None:
            values[name] = out(value)
    return kind(**values, **more)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(c.name for c in columns(kind))


@cache
def _ways_out(kind: Any) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """Return the columns that are not stored as they are: of a long session thousands of rows are read again and again."""
    return tuple((c.name, c.out) for c in columns(kind) if c.out is not _same)


def as_json(value: Any) -> str:
    """Return compact JSON text."""
    return _AS_JSON.encode(value)


_LATER = frozenset({"who", "why_not", "withdrawn"})
"""Of a choice; one that says none of it is written as it was before there were any, so that it is no other version."""


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        values = {f.name: getattr(value, f.name) for f in dataclasses.fields(value)}
        return {name: v for name, v in values.items() if v is not None or name not in _LATER}
    raise TypeError(type(value).__name__)


_AS_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain)
"""Made once: of a long session many thousands of lists are written."""


@cache
def _are_rows(hint: Any) -> bool:
    return typing.get_origin(hint) is tuple and dataclasses.is_dataclass(typing.get_args(hint)[0])


def _bare(hint: Any) -> tuple[Any, bool]:
    if isinstance(hint, UnionType):
        kinds = [k for k in typing.get_args(hint) if k is not type(None)]
        return kinds[0], len(kinds) < len(typing.get_args(hint))
    return hint, False


def _same(value: Any) -> Any:
    return value


def _tuples(text: str) -> tuple[Any, ...]:
    if text == "[]":
        return ()
    return tuple(tuple(v) if isinstance(v, list) else v for v in json.loads(text))


def _options(text: str) -> tuple[VoteOption, ...]:
    rows: Iterable[dict[str, Any]] = json.loads(text)
    return tuple(VoteOption(**{**row, "given": tuple(row["given"])}) for row in rows)


def _mapping(text: str) -> Any:
    return {} if text == "{}" else json.loads(text)


def _days_in(days: Iterable[datetime.date]) -> str:
    return as_json([day.isoformat() for day in days])


def _days_out(text: str) -> tuple[datetime.date, ...]:
    return tuple(map(datetime.date.fromisoformat, json.loads(text)))


@cache
def _way(hint: Any) -> tuple[str, Callable[[Any], Any], Callable[[Any], Any]]:
    if _are_rows(hint):
        return "text", as_json, _options
    origin = typing.get_origin(hint)
    if origin is tuple and typing.get_args(hint)[0] is datetime.date:
        return "text", _days_in, _days_out
    if origin is tuple:
        return "text", as_json, _tuples
    if origin is not None:
        return "text", as_json, _mapping
    if hint is bool:
        return "integer", int, bool
    if hint is int:
        return "integer", _same, _same
    if hint is datetime.date:
        return "text", datetime.date.isoformat, datetime.date.fromisoformat
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return "text", str, hint
    return "text", _same, _same
