"""Whether a file is a session file at all, and every place in it as the schema of coprod-session/1 says."""

from __future__ import annotations

import json
from typing import Any

from coprod_desktop import paths
from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.session_file_rows import Json, Misplaced
from coprod_desktop.services.bring_in.session_file_values import Loaded, place_of, whole_numbers

FORMAT = "coprod-session/1"
NOTHING_STORED = "Nothing from this file was stored."
_OURS = "coprod-session/"
NEWER = UserError(
    "A newer version of this program made this session file.",
    f"{NOTHING_STORED} What is here is as it was. Install that version here, then bring the file in again.",
)
_MOST_PARTS, _MOST_COMMAS = 3_000_000, 10_000_000
"""A session of a hundred thousand lines has 600,000 and four million. Nothing but brackets would fill all memory."""


def refused(place: str, expected: str) -> UserError:
    """Return the refusal of a file: where it is wrong and what was expected there."""
    return UserError(f"This file is not right at {place}: expected {expected}.", NOTHING_STORED)


def checked(data: bytes) -> Json:
    """Return the JSON object in a file's bytes, as the schema says it is.

    Raises Misplaced with the first place that is not right, UserError when there is no object at all.
    """
    loaded = _loaded(data)
    found: Json = loaded.found
    if found.get("format") != FORMAT:
        if str(found.get("format")).startswith(_OURS):
            raise NEWER
        raise Misplaced("format", f'"{FORMAT}"')
    schema = json.loads(paths.resource("coprod-session-1.schema.json").read_text("utf-8"))
    if not _is_right(schema, found):
        from jsonschema import Draft202012Validator
        from jsonschema.exceptions import best_match

        wrong = best_match(Draft202012Validator(schema).iter_errors(found))
        if wrong is not None:
            raise Misplaced(place_of(wrong.absolute_path) or "the start", _wanted(wrong))
    if loaded.has_decimals:
        whole_numbers(schema, found)
    return found


def _loaded(data: bytes) -> Loaded:
    if data.count(b"{") + data.count(b"[") > _MOST_PARTS or data.count(b",") > _MOST_COMMAS:
        raise UserError("This file is made of far more parts than any session.", NOTHING_STORED)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise UserError(
            f"This is not a session file: it is not plain text (UTF-8; the first other byte is number {wrong.start + 1}).",
            NOTHING_STORED,
        ) from wrong
    try:
        loaded = Loaded(data, text)
    except json.JSONDecodeError as wrong:
        if not text.lstrip().startswith("{"):
            what = "is empty" if not text.strip() else "does not begin with a curly bracket, as session files do"
            raise UserError(f"This is not a session file: it {what}.", NOTHING_STORED) from wrong
        raise UserError(
            f"This file stops making sense at line {wrong.lineno}, character {wrong.colno}. Is it only half a file?",
            NOTHING_STORED,
        ) from wrong
    if not isinstance(loaded.found, dict):
        raise refused("the start", "a curly bracket, as session files begin")
    return loaded


def _is_right(schema: Json, data: Json) -> bool:
    """Tell, quickly, whether a whole file is as the schema says; False also when the quick way cannot tell."""
    from jsonschema_rs import Draft202012Validator

    try:
        return bool(Draft202012Validator(schema).is_valid(data))
    except (ValueError, OverflowError):
        return False


def _wanted(wrong: Any) -> str:
    value, rule = wrong.validator_value, wrong.validator
    if rule == "required":
        missing = [key for key in value if key not in wrong.instance]
        return f'the key "{missing[0]}"'
    if rule == "type":
        kinds = [value] if isinstance(value, str) else list(value)
        names = {"string": "text", "integer": "a whole number", "number": "a number", "array": "a list"}
        names |= {"object": "an object", "boolean": "true or false", "null": "null"}
        return " or ".join(names.get(k, k) for k in kinds)
    if rule == "enum":
        return "one of " + ", ".join("null" if v is None else f'"{v}"' for v in value)
    if rule == "const":
        return f'"{value}"'
    if rule == "pattern":
        return "a date as 2026-09-17" if "{4}" in value else "a time of day as 14:30"
    if rule == "minimum":
        return f"{value:,} or more"
    if rule == "maximum":
        return f"{value:,} or less"
    if rule == "minLength":
        return "some text, not nothing"
    if rule in {"minItems", "maxItems"}:
        return f"{value} parts"
    if rule == "anyOf":
        return " or ".join(dict.fromkeys(_wanted(part) for part in wrong.context)) or "another value"
    return "another value"
