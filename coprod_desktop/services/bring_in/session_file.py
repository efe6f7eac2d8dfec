"""The session exchange format coprod-session/1, in and out, complete. A record of one's own: it is private."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from coprod_desktop import paths
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.record import (
    AgendaItem,
    ChecklistItem,
    EarlierPromise,
    Entry,
    GroundRule,
    Need,
    Person,
    Point,
    Session,
    SessionRecord,
    Update,
    Vote,
    VoteOption,
)
from coprod_desktop.domain.words import ANONYMOUS
from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.session_file_rows import Json, Misplaced, put_out, rule_out, take_in

FORMAT = "coprod-session/1"
_NOTHING_STORED = "Nothing from this file was stored."
LISTS = ("people", "ground_rules", "agenda", "checklist", "entries", "votes", "promises", "previous_promises")
_TOP = {"format", "id", "title", "session", "rules_agreed", *LISTS}


def read(data: bytes) -> SessionRecord:
    """Read one file's bytes. Raises UserError with the place and what was expected; ids are new each time."""
    try:
        return _record(_checked(_parsed(data)))
    except Misplaced as wrong:
        raise refused(wrong.place, wrong.expected) from wrong
    except RecursionError as deep:
        raise UserError("This file is nested too deep to be a session.", _NOTHING_STORED) from deep


def refused(place: str, expected: str) -> UserError:
    """Return the refusal of a file: where it is wrong and what was expected there."""
    return UserError(f"This file is not right at {place}: expected {expected}.", _NOTHING_STORED)


def write(record: SessionRecord) -> bytes:
    """Return the file's bytes (UTF-8 JSON) for a record."""
    text = json.dumps(as_json(record), ensure_ascii=False, indent=1)
    return (text + "\n").encode()


def not_understood(record: SessionRecord) -> tuple[str, ...]:
    """Name the keys, at any level, that were not understood and are kept as they came; each once."""
    found = [*record.unknown, *record.session.unknown]
    for rows in (record.people, record.agenda, record.checklist, record.entries, record.votes, record.points):
        for row in rows:
            found += row.unknown
    for person in record.people:
        found += [k for need in person.needs for k in need.unknown]
    for point in record.points:
        found += [k for update in point.updates for k in update.unknown]
    for vote in record.votes:
        found += [k for option in vote.options for k in option.unknown]
    found += [k for earlier in record.earlier for k in earlier.unknown]
    return tuple(dict.fromkeys(k for k in found if k not in {"fictional", "tests", "expected", "raw_notes"}))


# ---- in


def _parsed(data: bytes) -> Json:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise UserError(
            f"This is not a session file: it is not plain text (UTF-8; the first other byte is number {wrong.start + 1}).",
            _NOTHING_STORED,
        ) from wrong
    try:
        found = json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as wrong:
        if not text.lstrip().startswith("{"):
            what = "is empty" if not text.strip() else "does not begin with a curly bracket, as session files do"
            raise UserError(f"This is not a session file: it {what}.", _NOTHING_STORED) from wrong
        raise UserError(
            f"This file stops making sense at line {wrong.lineno}, character {wrong.colno}. Is it only half a file?",
            _NOTHING_STORED,
        ) from wrong
    except ValueError as wrong:
        raise UserError(f"This file holds something that is not a number: {wrong}.", _NOTHING_STORED) from wrong
    if not isinstance(found, dict):
        raise refused("the start", "a curly bracket, as session files begin")
    return found


def _no_constant(word: str) -> None:
    raise ValueError(word)


def _checked(data: Json) -> Json:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    if data.get("format") != FORMAT:
        raise Misplaced("format", f'"{FORMAT}"')
    schema = json.loads(paths.resource("coprod-session-1.schema.json").read_text("utf-8"))
    wrong = best_match(Draft202012Validator(schema).iter_errors(data))
    if wrong is not None:
        raise Misplaced(_place(wrong.absolute_path) or "the start", _wanted(wrong))
    _no_half_characters(data, "")
    return data


def _place(path: Iterable[str | int]) -> str:
    place = ""
    for step in path:
        place += f"[{step}]" if isinstance(step, int) else f".{step}" if place else step
    return place


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
        return f"{value} or more"
    if rule == "maximum":
        return f"{value} or less"
    if rule == "minLength":
        return "some text, not nothing"
    if rule in {"minItems", "maxItems"}:
        return f"{value} parts"
    if rule == "anyOf":
        return " or ".join(dict.fromkeys(_wanted(part) for part in wrong.context)) or "another value"
    return "another value"


_HALF = re.compile("[\ud800-\udfff]")


def _no_half_characters(value: Any, place: str) -> None:
    if isinstance(value, str) and _HALF.search(value):
        raise Misplaced(place, "whole characters (this text holds half a character)")
    if isinstance(value, dict):
        for key, part in value.items():
            _no_half_characters(key, f"{place}.{key!r}")
            _no_half_characters(part, f"{place}.{key}" if place else key)
    elif isinstance(value, list):
        for i, part in enumerate(value):
            _no_half_characters(part, f"{place}[{i}]")


def _record(data: Json) -> SessionRecord:
    session = take_in(
        Session, data["session"], "session", title=data["title"], key=data["id"], rules_agreed=data.get("rules_agreed")
    )
    people = tuple(_person(p, i) for i, p in enumerate(data.get("people", ())))
    _only_once("people", "id", [p.key for p in people])
    entries = _entries(data.get("entries", ()), {p.key: p.id for p in people})
    by_n = {e.n: e.id for e in entries}
    points = tuple(_point(p, i, by_n) for i, p in enumerate(data.get("promises", ())))
    _only_once("promises", "id", [p.key for p in points])
    votes = tuple(_vote(v, i) for i, v in enumerate(data.get("votes", ())))
    _only_once("votes", "id", [v.key for v in votes])
    earlier = tuple(
        take_in(EarlierPromise, p, f"previous_promises[{i}]", order=i)
        for i, p in enumerate(data.get("previous_promises", ()))
    )
    _only_once("previous_promises", "id", [p.key for p in earlier])
    return SessionRecord(
        session=session,
        people=people,
        ground_rules=tuple(
            GroundRule(id=new_id(), text=t, order=i) for i, t in enumerate(data.get("ground_rules", ()))
        ),
        agenda=tuple(take_in(AgendaItem, a, f"agenda[{i}]", order=i) for i, a in enumerate(data.get("agenda", ()))),
        checklist=tuple(
            _checklist_item(c, i, {p.key: p.id for p in people}) for i, c in enumerate(data.get("checklist", ()))
        ),
        entries=entries,
        votes=votes,
        points=points,
        earlier=earlier,
        given=tuple(data),
        unknown={k: v for k, v in data.items() if k not in _TOP},
    )


def _person(data: Json, i: int) -> Person:
    place = f"people[{i}]"
    needs = tuple(take_in(Need, n, f"{place}.needs[{j}]") for j, n in enumerate(data.get("needs", ())))
    return take_in(Person, data, place, needs=needs, order=i)


def _checklist_item(data: Json, i: int, people: Mapping[str, str]) -> ChecklistItem:
    item = take_in(ChecklistItem, data, f"checklist[{i}]", order=i)
    return dataclasses.replace(item, for_person=people.get(item.for_person or "", item.for_person))


def _entries(rows: Iterable[Json], people: Mapping[str, str]) -> tuple[Entry, ...]:
    entries = [take_in(Entry, e, f"entries[{i}]") for i, e in enumerate(rows)]
    _only_once("entries", "n", [e.n for e in entries])
    by_n = {e.n: e.id for e in entries}
    linked = []
    for i, entry in enumerate(entries):
        place = f"entries[{i}]"
        if entry.duplicate_of is not None and int(entry.duplicate_of) == entry.n:
            raise Misplaced(f"{place}.duplicate_of", "the n of another entry")
        linked.append(
            dataclasses.replace(
                entry,
                speaker=ANONYMOUS
                if entry.speaker == ANONYMOUS
                else _found(people, entry.speaker, f"{place}.speaker", 'the id of a person in this file, "anonymous"'),
                said_for=_found(people, entry.said_for, f"{place}.said_for", "the id of a person in this file"),
                duplicate_of=_found(
                    by_n, entry.duplicate_of, f"{place}.duplicate_of", "the n of an entry in this file"
                ),
            )
        )
    return tuple(linked)


def _point(data: Json, i: int, by_n: Mapping[int, str]) -> Point:
    place = f"promises[{i}]"
    updates = tuple(take_in(Update, u, f"{place}.updates[{j}]") for j, u in enumerate(data.get("updates", ())))
    point = take_in(Point, data, place, updates=updates, order=i)
    linked = [
        _found(by_n, n, f"{place}.from_entries[{j}]", "the n of an entry in this file")
        for j, n in enumerate(point.from_entries)
    ]
    return dataclasses.replace(point, from_entries=tuple(id_ for id_ in linked if id_ is not None))


def _vote(data: Json, i: int) -> Vote:
    options = tuple(take_in(VoteOption, o, f"votes[{i}].options[{j}]") for j, o in enumerate(data["options"]))
    return take_in(Vote, data, f"votes[{i}]", options=options, order=i)


def _found(ids: Mapping[Any, str], key: Any, place: str, expected: str) -> str | None:
    if key is None:
        return None
    if key not in ids:
        raise Misplaced(place, f"{expected}, or null")
    return ids[key]


def _only_once(name: str, field: str, keys: list[Any]) -> None:
    seen = set()
    for i, key in enumerate(keys):
        if key in seen:
            raise Misplaced(f"{name}[{i}].{field}", "a value no other row has")
        seen.add(key)


# ---- out


def as_json(record: SessionRecord) -> Json:
    """Return the record as the JSON object of the exchange format."""
    rows = row_json(record)
    lists: dict[str, list[Any]] = {
        "people": [rows[p.id] for p in record.people],
        "ground_rules": [rule_out(r) for r in record.ground_rules],
        "agenda": [rows[a.id] for a in record.agenda],
        "checklist": [rows[c.id] for c in record.checklist],
        "entries": [rows[e.id] for e in record.entries],
        "votes": [rows[v.id] for v in record.votes],
        "promises": [rows[p.id] for p in record.points],
        "previous_promises": [rows[p.id] for p in record.earlier],
    }
    out: Json = {"format": FORMAT, "id": record.session.key, "title": record.session.title}
    out["session"] = put_out(record.session)
    if record.session.rules_agreed is not None:
        out["rules_agreed"] = dict(record.session.rules_agreed)
    out |= {name: rows for name, rows in lists.items() if rows or name in record.given}
    out |= record.unknown
    return {k: out[k] for k in [*(g for g in record.given if g in out), *(k for k in out if k not in record.given)]}


def row_json(record: SessionRecord) -> dict[str, Json]:
    """Return each row's JSON object by its id; links are written as the keys the format has for them."""
    people = {p.id: p.key for p in record.people}
    numbers = {e.id: e.n for e in record.entries}
    out: dict[str, Json] = {}
    for person in record.people:
        out[person.id] = put_out(person, needs=[put_out(n) for n in person.needs])
    for row in (*record.agenda, *record.earlier):
        out[row.id] = put_out(row)
    for item in record.checklist:
        out[item.id] = put_out(item, {"for_person": people.get(item.for_person or "", item.for_person)})
    for entry in record.entries:
        links: dict[str, Any] = {
            "speaker": people.get(entry.speaker or "", entry.speaker),
            "said_for": people.get(entry.said_for or ""),
            "duplicate_of": numbers.get(entry.duplicate_of or ""),
        }
        out[entry.id] = put_out(entry, links)
    for vote in record.votes:
        out[vote.id] = put_out(vote, options=[put_out(o) for o in vote.options])
    for point in record.points:
        links = {"from_entries": tuple(numbers[e] for e in point.from_entries if e in numbers)}
        out[point.id] = put_out(point, links, updates=[put_out(u) for u in point.updates])
    return out
