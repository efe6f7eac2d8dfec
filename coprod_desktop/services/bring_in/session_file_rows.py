"""Which key of coprod-session/1 is which field of which row, and how its value is turned in and out."""

from __future__ import annotations

import contextlib
import dataclasses
import datetime
import hashlib
import json
from collections.abc import Mapping
from typing import Any, TypeVar

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
    PartState,
    Phase,
    Publish,
    Rung,
    SessionFormat,
    SessionState,
    Sort,
    Sorter,
    TooMany,
    UpdateState,
    WhoseWords,
)
from coprod_desktop.services.bring_in.session_file_fields import (
    Field,
    InPart,
    as_count,
    counts,
    day,
    days_in,
    days_out,
    enum,
    expenses_in,
    expenses_out,
    pence,
    same,
    texts,
    time_of_day,
    words,
)

RowT = TypeVar("RowT", bound=Row)
Json = dict[str, Any]


SESSION = (
    *(same(k) for k in ("type", "start", "end", "finish_by", "place", "organisation", "locality")),
    *(same(k) for k in ("set_agenda", "purpose", "cannot_change", "project", "contact", "attended")),
    *(same(k) for k in ("evaluation_forms", "stars", "measure", "baseline", "about_you_counts")),
    *(day(k) for k in ("date", "end_date", "as_of", "reply_by")),
    enum("format", SessionFormat),
    enum("nation", Nation),
    enum("ladder_aim", Rung),
    enum("ladder_actual", Rung),
    Field("ladder_members", "ladder_members", Rung, str, str),
    Field("ladder_staff", "ladder_staff", Rung, str, str),
    words("scie_elements"),
    pence("pot_pounds", "pot_pence"),
    pence("max_bid_pounds", "max_bid_pence"),
    Field("headcount", "headcount", counts, dict, dict),
    same("lead_name", own=str),
    same("lead_phone", own=str),
    Field("series_n", "series_n", as_count, int, (int, float)),
    Field("state", "state", SessionState, str, str),
    day("moved_from", own=str),
    *(same(k, own=str) for k in ("series", "repeats", "follows", "state_why", "senior_listener", "host", "wrote_it")),
    *(same(k, own=str) for k in ("could_not_come", "shuts_out", "why_method", "travel_note", "print_note", "learnt")),
    same("for_whom", own=str),
    Field("strands", "strands", texts, list, list),
    Field("ways", "ways", texts, list, list),
    Field("days", "days", days_in, days_out, list),
)
NEED = (
    *(same(k) for k in ("need", "ais", "who_arranges", "met")),
    day("by"),
    day("reviewed"),
    same("why_not", own=str),
    day("review_by", own=str),
    day("shared_on", own=str),
)
PERSON = (
    *(same(k) for k in ("name", "role", "language", "consents", "seat", "declared_interest", "withdrawn_words")),
    same("salutation", own=str),
    same("safe_contact", own=dict),
    enum("name_in_public", NameInPublic),
    enum("attendance", Attending),
    day("consent_withdrawn_on"),
    Field("expenses", "expenses", expenses_in, expenses_out),
    same("contact", own=str),
    same("first_time", own=bool),
)
AGENDA = (
    *(same(k) for k in ("title", "minutes", "kind", "leads", "notes", "started", "finished")),
    Field("planned", "planned", as_count, int, (int, float)),
    Field("state", "state", PartState, str, str),
    Field("tables", "tables", as_count, int, (int, float)),
)
CHECKLIST = (
    *(same(k) for k in ("text", "who", "done", "for_person", "note")),
    enum("phase", Phase),
    day("by"),
)
ENTRY = (
    *(same(k) for k in ("n", "at", "text", "theme", "lang", "dir", "public_text", "quote_ok")),
    *(same(k) for k in ("translation", "translation_checked", "withdrawn", "checked_with_person", "outcome_note")),
    *(same(k) for k in ("speaker", "said_for", "duplicate_of")),
    enum("kind", EntryKind),
    enum("publish", Publish),
    enum("outcome", Outcome),
    words("flags"),
    same("speaker_role", own=str),
    Field("whose_words", "whose_words", WhoseWords, str, str),
    Field("sort", "sort", Sort, str, str),
    same("unconfirmed", own=bool),
    *(same(k, own=str) for k in ("sheet", "done_about", "told", "call_back", "told_as")),
    Field("done_at", "done_at", time_of_day, str, str),
)
NOTICE = (
    day("on", own=str),
    Field("at", "at", time_of_day, str, str),
    Field("when", "when", NoticeTime, str, str),
    Field("heard_by", "heard_by", as_count, int, (int, float)),
)
UPDATE = (day("on"), enum("state", UpdateState), same("text"))
POINT = (
    *(same(k) for k in ("you_said", "text", "owner", "reason_category", "reason", "look_again")),
    Field("from_entries", "from_entries", tuple, list),
    enum("answer", AnswerKind),
    day("owner_agreed"),
    day("due"),
    same("asked_who", own=str),
    day("asked_on", own=str),
    day("chased_on", own=str),
    Field("sorter", "sorter", Sorter, str, str),
)
EARLIER = (
    *(same(k) for k in ("text", "reason_category", "reason")),
    *(day(k) for k in ("due", "done_on", "last_update", "decided_on")),
    enum("status", EarlierStatus),
)
OPTION = (
    *(same(k) for k in ("label", "votes", "eligible", "picture")),
    pence("cost", "cost_pence"),
    same("who", own=str),
    same("why_not", own=str),
    same("withdrawn", own=bool),
)
VOTE = (
    *(same(k) for k in ("question", "method", "votes_each", "dots_each", "papers_given", "voters", "spoilt")),
    *(same(k) for k in ("eligible_rule", "settled_by")),
    Field("by_post", "by_post", as_count, int, (int, float)),
    Field("by_supporter", "by_supporter", as_count, int, (int, float)),
    Field("too_many", "too_many", TooMany, str, str),
    same("left_becomes", own=str),
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
            inside = wrong.place if isinstance(wrong, InPart) else ""
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
