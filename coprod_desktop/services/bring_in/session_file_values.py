"""The values in a session file that JSON can write and this program cannot hold, each told with its place.

JSON has no largest number and no deepest list; a key can stand twice, and 5 can be written 5.0.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from coprod_desktop.services.bring_in.session_file_rows import Json, Misplaced

DEEPEST = 40
"""Lists and objects inside each other; a session has six."""
LONGEST = 1_000_000
"""Characters of one text; the notes of a whole day have a tenth."""
MOST = 2**63
"""Whole numbers of a database are smaller than this."""
_DIGITS = 19
"""Longer numbers are looked at, and far longer ones not even read: a million digits take minutes."""
_LONGEST_PLACE = 200
_ESCAPES = (b"\\ud", b"\\uD")
"""Only such an escape can be half a character."""
_HALF = re.compile("[\ud800-\udfff]")


class Loaded:
    """What a file's text says, once every value in it can be held. Misplaced at one that cannot, ValueError for no JSON.

    Most files have nothing odd in them, so they are gone through for its place only when something was seen.
    """

    def __init__(self, data: bytes, text: str) -> None:
        self.has_decimals = False
        """Whether any number is written like 5.0."""
        self._odd = any(escape in data for escape in _ESCAPES)
        self.found: Any = json.loads(
            text,
            parse_constant=self._decimal,
            parse_float=self._decimal,
            parse_int=self._whole,
            object_pairs_hook=self._object,
        )
        if self._odd or _is_odd(self.found):
            _look_over(self.found)

    def _decimal(self, digits: str) -> float:
        number = float(digits)
        self.has_decimals = True
        self._odd |= not math.isfinite(number)
        return number

    def _whole(self, digits: str) -> int | float:
        if len(digits) < _DIGITS:
            return int(digits)
        self._odd = True
        return int(digits) if len(digits) < 2 * _DIGITS else math.inf

    def _object(self, pairs: list[tuple[str, Any]]) -> Json:
        found = dict(pairs)
        if len(found) == len(pairs):
            return found
        self._odd = True
        found = _Twice(found)
        found.key = next(key for key, n in Counter(key for key, _ in pairs).items() if n > 1)
        return found


def place_of(path: Iterable[str | int]) -> str:
    """Return a path as it is told: promises[2].due."""
    place = ""
    for step in path:
        place += f"[{step}]" if isinstance(step, int) else f".{step}" if place else step
    return place


def whole_numbers(schema: Json, value: Any) -> Any:
    """Return the value with 5.0 as 5 in every place that asks for a whole number: some programs write all as 5.0."""
    for either in schema.get("anyOf", ()):
        value = whole_numbers(either, value)
    if isinstance(value, float):
        return int(value) if value.is_integer() and "integer" in schema.get("type", ()) else value
    if isinstance(value, dict):
        known, others = schema.get("properties", {}), schema.get("additionalProperties")
        for key, part in value.items():
            rule = known.get(key, others)
            if isinstance(rule, dict):
                value[key] = whole_numbers(rule, part)
    elif isinstance(value, list) and "items" in schema:
        value[:] = [whole_numbers(schema["items"], part) for part in value]
    return value


class _Twice(dict[str, Any]):
    """An object in which a key stands twice: one of the two values would be lost."""

    key = ""


_Way = tuple[Any, "str | int"] | None
"""How a value was reached: the way of what it is in, and its key or number there."""


def _is_odd(found: Any) -> bool:
    """Tell whether anything lies too deep or is too long; quick, as it goes through every file."""
    level = [found] if isinstance(found, (dict, list)) else []
    for _ in range(DEEPEST):
        below = []
        for value in level:
            for part in value.values() if isinstance(value, dict) else value:
                kind = part.__class__
                if kind is dict or kind is list:
                    below.append(part)
                elif kind is str and len(part) > LONGEST:
                    return True
        level = below
    return bool(level)


def _look_over(found: Any) -> None:
    todo: list[tuple[Any, _Way, int]] = [(found, None, 1)]
    while todo:
        value, way, depth = todo.pop()
        if depth > DEEPEST:
            raise Misplaced(_told(way), f"at most {DEEPEST} lists and objects inside each other")
        is_object = isinstance(value, dict)
        if not is_object and not isinstance(value, list):
            continue
        if isinstance(value, _Twice):
            raise Misplaced(_told((way, value.key)), "each key once, and this one stands there twice")
        for step, part in value.items() if is_object else enumerate(value):
            if is_object and _HALF.search(str(step)):
                raise Misplaced(_told((way, repr(step))), _CHARACTERS)
            kind = type(part)
            if kind is str:
                if len(part) > LONGEST:
                    raise Misplaced(_told((way, step)), f"at most {LONGEST:,} characters")
                if _HALF.search(part):
                    raise Misplaced(_told((way, step)), _CHARACTERS)
            elif kind is int:
                if not -MOST < part < MOST:
                    raise Misplaced(_told((way, step)), _SMALLER)
            elif kind is float:
                if not math.isfinite(part):
                    raise Misplaced(_told((way, step)), _NO_NUMBER if math.isnan(part) else _SMALLER)
            elif kind is not bool and part is not None:
                todo.append((part, (way, step), depth + 1))


_CHARACTERS = "whole characters (this text holds half a character)"
_SMALLER = "a smaller number (this one is too large to hold)"
_NO_NUMBER = "a number (this is not a number)"


def _told(way: _Way) -> str:
    steps: list[str | int] = []
    while way is not None:
        way, step = way
        steps.append(step)
    place = place_of(reversed(steps)) or "the start"
    return place if len(place) <= _LONGEST_PLACE else f"{place[:_LONGEST_PLACE]} …"
