"""Which key of coprod-session/1 is which field of which row, and how its value is turned in and out."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from coprod_desktop.domain.ids import is_id, made_id
from coprod_desktop.domain.record import (
    AgendaItem,
    ChecklistItem,
    Entry,
    GroundRule,
    Need,
    NoticeGiven,
    Person,
    Point,
    Row,
    Session,
    Telling,
    Update,
    Vote,
    VoteOption,
)
from coprod_desktop.domain.words import (
    AnswerKind,
    Attending,
    EarlierStatus,
    EntryKind,
    NameInPublic,
    Nation,
    NoticeTime,
    Outcome,
    Phase,
    Publish,
    Rung,
    SessionFormat,
    UpdateState,
    WhoseWords,
)

RowT = TypeVar("RowT", bound=Row)
Json = dict[str, Any]


class Field(NamedTuple):
    """One key: the field it fills, how its value comes in and goes out, and for keys of our own the type it must have.

    A key of our own is not in the schema; a value of another type under that name is kept as not understood.
    """

    key: str
    attr: str
    into: Callable[[Any], Any]
    out: Callable[[Any], Any]
    own: type | tuple[type, ...] | None = None


def _plain(value: Any) -> Any:
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def _same(key: str, attr: str = "", own: type | None = None) -> Field:
    return Field(key, attr or key, _plain, lambda v: v, own)


def _date(key: str, own: type | None = None) -> Field:
    return Field(key, key, datetime.date.fromisoformat, datetime.date.isoformat, own)


def _enum(key: str, kind: type[StrEnum]) -> Field:
    return Field(key, key, kind, str)


def _pence(key: str, attr: str) -> Field:
    return Field(key, attr, to_pence, to_pounds)


def _words(key: str) -> Field:
    return Field(key, key, lambda v: tuple(_plain(x) for x in v), list)


def to_pence(pounds: float) -> int:
    """Turn pounds with at most two decimals into pence. Raises ValueError when there are more."""
    pence = Decimal(str(pounds)) * 100
    if pence != pence.to_integral_value():
        raise ValueError("pounds with at most two decimals")
    return int(pence)


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


def _counts(value: Mapping[str, Any]) -> Json:
    return {_plain(name): as_count(n) for name, n in value.items()}


def _time_of_day(value: str) -> str:
    if not _TIME.fullmatch(value):
        raise ValueError("a time of day as 14:30")
    return value


_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


class _InPart(ValueError):
    """A value inside a field's own list, with its place there."""

    def __init__(self, place: str, wrong: ValueError) -> None:
        super().__init__(str(wrong))
        self.place = place


def _expenses_in(value: Sequence[Sequence[Any]]) -> tuple[tuple[str, int], ...]:
    found = []
    for i, (what, pounds) in enumerate(value):
        try:
            found.append((_plain(what), to_pence(pounds)))
        except ValueError as wrong:
            raise _InPart(f"[{i}][1]", wrong) from wrong
    return tuple(found)


def _expenses_out(value: Sequence[tuple[str, int]]) -> list[list[Any]]:
    return [[what, to_pounds(pence)] for what, pence in value]


SESSION = (
    *(_same(k) for k in ("type", "start", "end", "finish_by", "place", "organisation", "locality")),
    *(_same(k) for k in ("set_agenda", "purpose", "cannot_change", "project", "contact", "attended")),
    *(_same(k) for k in ("evaluation_forms", "stars", "measure", "baseline", "about_you_counts")),
    *(_date(k) for k in ("date", "end_date", "as_of", "reply_by")),
    _enum("format", SessionFormat),
    _enum("nation", Nation),
    _enum("ladder_aim", Rung),
    _enum("ladder_actual", Rung),
    _words("scie_elements"),
    _pence("pot_pounds", "pot_pence"),
    _pence("max_bid_pounds", "max_bid_pence"),
    Field("headcount", "headcount", _counts, dict, dict),
    _same("lead_name", own=str),
    _same("lead_phone", own=str),
)
NEED = (
    *(_same(k) for k in ("need", "ais", "who_arranges", "met")),
    _date("by"),
    _date("reviewed"),
)
PERSON = (
    *(_same(k) for k in ("name", "role", "language", "consents", "seat", "declared_interest", "withdrawn_words")),
    _same("salutation", own=str),
    _same("safe_contact", own=dict),
    _enum("name_in_public", NameInPublic),
    _enum("attendance", Attending),
    _date("consent_withdrawn_on"),
    Field("expenses", "expenses", _expenses_in, _expenses_out),
    _same("contact", own=str),
)
AGENDA = tuple(_same(k) for k in ("title", "minutes", "kind", "leads", "notes", "started", "finished"))
CHECKLIST = (
    *(_same(k) for k in ("text", "who", "done", "for_person", "note")),
    _enum("phase", Phase),
    _date("by"),
)
ENTRY = (
    *(_same(k) for k in ("n", "at", "text", "theme", "lang", "dir", "public_text", "quote_ok")),
    *(_same(k) for k in ("translation", "translation_checked", "withdrawn", "checked_with_person", "outcome_note")),
    *(_same(k) for k in ("speaker", "said_for", "duplicate_of")),
    _enum("kind", EntryKind),
    _enum("publish", Publish),
    _enum("outcome", Outcome),
    _words("flags"),
    _same("speaker_role", own=str),
    Field("whose_words", "whose_words", WhoseWords, str, str),
)
NOTICE = (
    _date("on", own=str),
    Field("at", "at", _time_of_day, str, str),
    Field("when", "when", NoticeTime, str, str),
    Field("heard_by", "heard_by", as_count, int, (int, float)),
)
UPDATE = (_date("on"), _enum("state", UpdateState), _same("text"))
POINT = (
    *(_same(k) for k in ("you_said", "text", "owner", "reason_category", "reason", "look_again")),
    Field("from_entries", "from_entries", tuple, list),
    _enum("answer", AnswerKind),
    _date("owner_agreed"),
    _date("due"),
    _same("asked_who", own=str),
    _date("asked_on", own=str),
    _date("chased_on", own=str),
)
EARLIER = (
    *(_same(k) for k in ("text", "reason_category", "reason")),
    *(_date(k) for k in ("due", "done_on", "last_update", "decided_on")),
    _enum("status", EarlierStatus),
)
OPTION = (
    *(_same(k) for k in ("label", "votes", "eligible", "picture")),
    _pence("cost", "cost_pence"),
)
VOTE = (
    *(_same(k) for k in ("question", "method", "votes_each", "dots_each", "papers_given", "voters", "spoilt")),
    *(_same(k) for k in ("eligible_rule", "settled_by")),
)
FIELDS: dict[type[Row], tuple[Field, ...]] = {
    Session: SESSION,
    Need: NEED,
    Person: PERSON,
    AgendaItem: AGENDA,
    ChecklistItem: CHECKLIST,
    Entry: ENTRY,
    Update: UPDATE,
    Point: POINT,
    Telling: EARLIER,
    VoteOption: OPTION,
    Vote: VOTE,
    NoticeGiven: NOTICE,
}
KEYED = frozenset({Person, Point, Telling, VoteOption, Vote})
"""Rows whose exchange key is written under "id"."""
NEVER_NULL: dict[type[Row], frozenset[str]] = {
    Session: frozenset(
        ("about_you_counts", "as_of", "attended", "end", "evaluation_forms", "finish_by", "format", "max_bid_pounds")
    )
    | {"place", "pot_pounds", "scie_elements", "stars", "start"},
    Person: frozenset(("consents", "expenses", "name_in_public")),
    Need: frozenset(("ais",)),
    AgendaItem: frozenset(("kind",)),
    Vote: frozenset(("dots_each", "method", "papers_given", "spoilt", "voters", "votes_each")),
    VoteOption: frozenset(("cost", "eligible")),
}
"""Keys that may be missing and may not be null: one that was cleared here is left out, for it would be refused there."""
INNER = {Person: ("needs",), Point: ("updates",), Vote: ("options",), Session: ()}
"""Keys that hold rows of their own, turned in and out by their owner."""


class RowIds:
    """Ids for the rows of one file: a row's own uid, or one made from the file's key, the row's key and its words.

    A uid that stands on two rows is the first one's; the second keeps its words and gets an id of its own.
    """

    def __init__(self, file_key: str) -> None:
        self.file_key = file_key
        self.came: set[str] = set()
        """Ids that stood in the file."""
        self.twice: list[str] = []
        """Places whose uid was taken already."""
        self._used: dict[str, int] = {}

    def of(self, kind: type[Row], data: Json, at: str) -> str:
        """Return the id of a row."""
        uid = data.get("uid")
        if is_id(uid):
            if uid not in self._used:
                self.came.add(uid)
                self._used[uid] = 1
                return str(uid)
            self.twice.append(at)
        owner = at.rpartition(".")[0] if kind in _INSIDE else ""
        words = next((str(data[k]) for k in _WORDS_OF if data.get(k)), "")
        key = str(data.get("n") or data.get("id") or "")
        made = made_id(self.file_key, _KINDS_NAME.get(kind, kind.__name__), owner, key, words)
        again = self._used.get(made, 0)
        self._used[made] = again + 1
        return made if not again else made_id(made, str(again))


_KINDS_NAME: dict[type[Row], str] = {Telling: "EarlierPromise"}
"""Part of every id made from a file without ids, so it stays what it was called first."""
_INSIDE = frozenset({Need, Update, VoteOption})
_WORDS_OF = ("text", "you_said", "name", "title", "question", "label", "need", "on")


def take_in(kind: type[RowT], data: Json, at: str, ids: RowIds, **more: Any) -> RowT:
    """Make a row from its JSON object. Raises Misplaced with the place when a value cannot be what its key says."""
    values: Json = {}
    known = {"id"} if kind in KEYED else set()
    if is_id(data.get("uid")):
        known.add("uid")
    known.update(INNER.get(kind, ()))
    for field in FIELDS[kind]:
        if field.key not in data:
            continue
        value = data[field.key]
        if value is not None and field.own is not None and not isinstance(value, field.own):
            continue
        try:
            if value is not None:
                values[field.attr] = field.into(value)
        except ValueError as wrong:
            if field.own is not None:
                continue
            inside = wrong.place if isinstance(wrong, _InPart) else ""
            raise Misplaced(f"{at}.{field.key}{inside}", _expected(field, wrong)) from wrong
        known.add(field.key)
    unknown = {k: v for k, v in data.items() if k not in known}
    key = str(data["id"]) if kind in KEYED else more.pop("key", "")
    return kind(id=ids.of(kind, data, at), key=key, given=tuple(data), unknown=unknown, **values, **more)


def are_right(kind: type[Row], data: Json) -> set[str]:
    """Return the keys whose values are there, and are what the key says."""
    found = set()
    for field in FIELDS[kind]:
        value = data.get(field.key)
        with contextlib.suppress(ValueError):
            if value is not None and (field.own is None or isinstance(value, field.own)):
                field.into(value)
                found.add(field.key)
    return found


def put_out(row: Row, links: Json | None = None, **inner: Any) -> Json:
    """Make a row's JSON object: the keys it came in with, and every other that says something.

    `links` are values to write in place of ids of ours; `inner` are lists of rows already made into JSON.
    """
    defaults = {
        f.name: f.default if f.default_factory is dataclasses.MISSING else f.default_factory()
        for f in dataclasses.fields(row)
    }
    links = links or {}
    values: Json = {"id": row.key} if type(row) in KEYED else {}
    for field in FIELDS[type(row)]:
        value = links.get(field.key, getattr(row, field.attr))
        if field.key in row.unknown or (value is None and field.key in NEVER_NULL.get(type(row), ())):
            continue
        if field.key in row.given or not (value is None or value == defaults[field.attr]):
            values[field.key] = None if value is None else _thawed(field.out(value))
    for key, rows in inner.items():
        if key in row.given or rows:
            values[key] = rows
    values.setdefault("uid", row.id)
    values.update(row.unknown)
    order = [k for k in row.given if k in values]
    return {k: values[k] for k in [*order, *(k for k in values if k not in row.given)]}


def rule_out(rule: GroundRule) -> str:
    """Make a ground rule's JSON: its words."""
    return rule.text


def row_hash(data: Any) -> str:
    """Return a hash of a row's JSON that does not depend on the order of its keys."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:32]


class Misplaced(Exception):
    """A value that is not what its place asks for."""

    def __init__(self, place: str, expected: str) -> None:
        super().__init__(f"{place}: {expected}")
        self.place = place
        self.expected = expected


def _expected(field: Field, wrong: ValueError) -> str:
    if field.into == datetime.date.fromisoformat:
        return "a date that exists, as 2026-09-17"
    if "decimals" in str(wrong):
        return str(wrong)
    return "another value"


def _thawed(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else value
