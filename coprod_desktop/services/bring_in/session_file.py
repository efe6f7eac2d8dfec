"""The session exchange format coprod-session/1, in and out, complete. A record of one's own: it is private."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping
from typing import Any

from coprod_desktop.domain import answers, promises
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
    SessionRecord,
    Telling,
    Update,
    Vote,
    VoteOption,
)
from coprod_desktop.domain.words import ANONYMOUS, NameInPublic
from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in import session_file_private
from coprod_desktop.services.bring_in.session_file_checked import FORMAT, NOTHING_STORED, checked, refused
from coprod_desktop.services.bring_in.session_file_private import Private
from coprod_desktop.services.bring_in.session_file_rows import (
    Json,
    Misplaced,
    RowIds,
    are_right,
    put_out,
    rule_out,
    take_in,
)

LISTS = ("people", "ground_rules", "agenda", "checklist", "entries", "votes", "promises", "previous_promises")
_TOP = {
    *("format", "id", "uid", "title", "session", "rules_agreed", "ground_rule_uids", "notices", "sample", *LISTS),
    *session_file_private.KEYS,
}


def read(data: bytes) -> SessionRecord:
    """Read one file's bytes. Raises UserError with the place and what was expected."""
    return read_whole(data).record


@dataclasses.dataclass(frozen=True, kw_only=True)
class SessionFile:
    """One file, read: its session, what goes with it between laptops, and what had to be told."""

    record: SessionRecord
    private: Private
    came: frozenset[str]
    """Ids that stood in the file; the others were made from keys and words."""
    doubts: tuple[str, ...] = ()


def read_whole(data: bytes) -> SessionFile:
    """Read one file's bytes with everything that goes between laptops. Raises UserError as `read` does."""
    try:
        whole = checked(data)
        ids = RowIds(whole["id"])
        record = _record(whole, ids)
        private = session_file_private.read(whole)
        doubts = tuple(f"{place}: its uid is another row's too, so it got one of its own." for place in ids.twice)
        return SessionFile(record=record, private=private, came=frozenset(ids.came), doubts=doubts)
    except Misplaced as wrong:
        raise refused(wrong.place, wrong.expected) from wrong
    except RecursionError as deep:
        raise UserError("This file is nested too deep to be a session.", NOTHING_STORED) from deep


def write(record: SessionRecord, private: Private | None = None) -> bytes:
    """Return the file's bytes (UTF-8 JSON) for a record, with what goes between laptops."""
    out = as_json(record)
    if private is not None:
        out |= session_file_private.as_json(private)
    text = json.dumps(out, ensure_ascii=False, indent=1)
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


def _record(data: Json, ids: RowIds) -> SessionRecord:
    about = {k: v for k, v in data["session"].items() if k != "uid"}
    session = take_in(
        Session,
        about,
        "session",
        ids,
        title=data["title"],
        key=data["id"],
        rules_agreed=data.get("rules_agreed"),
        sample=data.get("sample") is True,
    )
    uid = data.get("uid")
    session = dataclasses.replace(session, id=uid if is_id(uid) else made_id("session", data["id"]))
    everyone = [_person(p, i, ids) for i, p in enumerate(data.get("people", ()))]
    _only_once("people", "id", [p.key for p in everyone])
    people = tuple(p for p in everyone if _OFF_LIST not in p.unknown)
    others = tuple(p for p in everyone if _OFF_LIST in p.unknown)
    entries = _entries(data.get("entries", ()), {p.key: p.id for p in everyone}, ids)
    by_n = {e.n: e.id for e in entries}
    points = tuple(_point(p, i, by_n, ids) for i, p in enumerate(data.get("promises", ())))
    _only_once("promises", "id", [p.key for p in points])
    votes = tuple(_vote(v, i, ids) for i, v in enumerate(data.get("votes", ())))
    _only_once("votes", "id", [v.key for v in votes])
    earlier = tuple(
        take_in(Telling, p, f"previous_promises[{i}]", ids, order=i)
        for i, p in enumerate(data.get("previous_promises", ()))
    )
    _only_once("previous_promises", "id", [p.key for p in earlier])
    return SessionRecord(
        session=session,
        people=people,
        ground_rules=tuple(_ground_rules(data, ids)),
        agenda=tuple(
            take_in(AgendaItem, a, f"agenda[{i}]", ids, order=i) for i, a in enumerate(data.get("agenda", ()))
        ),
        checklist=tuple(
            _checklist_item(c, i, {p.key: p.id for p in everyone}, ids) for i, c in enumerate(data.get("checklist", ()))
        ),
        notices=tuple(_notices(data, ids)),
        others=others,
        entries=entries,
        votes=votes,
        points=points,
        earlier=earlier,
        given=tuple(data),
        unknown={k: v for k, v in data.items() if k not in _TOP or (k == "notices" and not _are_notices(data))},
    )


def _ground_rules(data: Json, ids: RowIds) -> Iterable[GroundRule]:
    uids = data.get("ground_rule_uids")
    uids = uids if isinstance(uids, list) else []
    for i, text in enumerate(data.get("ground_rules", ())):
        known = {"text": text, **({"uid": uids[i]} if i < len(uids) else {})}
        yield GroundRule(id=ids.of(GroundRule, known, f"ground_rules[{i}]"), text=text, order=i)


def _notices(data: Json, ids: RowIds) -> Iterable[NoticeGiven]:
    for i, notice in enumerate(data.get("notices", ()) if _are_notices(data) else ()):
        yield take_in(NoticeGiven, notice, f"notices[{i}]", ids)


def _are_notices(data: Json) -> bool:
    """Tell whether what stands under "notices" is ours: the key is in no schema, and others may use it."""
    found = data.get("notices", [])
    return isinstance(found, list) and all(
        isinstance(row, dict) and {"on", "at", "when"} <= are_right(NoticeGiven, row) for row in found
    )


_OFF_LIST = "off_list"
"""Someone who said a line and was taken off the list since: their answers still count."""
_WITH_ROLE = "role_in_public"
"""Beside name_in_public "first name": the role may be printed too."""


def _person(data: Json, i: int, ids: RowIds) -> Person:
    place = f"people[{i}]"
    needs = tuple(take_in(Need, n, f"{place}.needs[{j}]", ids) for j, n in enumerate(data.get("needs", ())))
    person = take_in(Person, data, place, ids, needs=needs, order=i)
    if data.get(_WITH_ROLE) is True and person.name_in_public is NameInPublic.FIRST:
        unknown = {k: v for k, v in person.unknown.items() if k != _WITH_ROLE}
        person = dataclasses.replace(person, name_in_public=NameInPublic.FIRST_AND_ROLE, unknown=unknown)
    return person


def _person_out(person: Person) -> Json:
    data = put_out(person, needs=[put_out(n) for n in person.needs])
    if person.name_in_public is NameInPublic.FIRST_AND_ROLE:
        data |= {"name_in_public": NameInPublic.FIRST.value, _WITH_ROLE: True}
    return data


def _checklist_item(data: Json, i: int, people: Mapping[str, str], ids: RowIds) -> ChecklistItem:
    item = take_in(ChecklistItem, data, f"checklist[{i}]", ids, order=i)
    return dataclasses.replace(item, for_person=people.get(item.for_person or "", item.for_person))


def _entries(rows: Iterable[Json], people: Mapping[str, str], ids: RowIds) -> tuple[Entry, ...]:
    entries = [take_in(Entry, e, f"entries[{i}]", ids) for i, e in enumerate(rows)]
    _only_once("entries", "n", [e.n for e in entries])
    by_n = {e.n: e.id for e in entries}
    linked = []
    for i, entry in enumerate(entries):
        place = f"entries[{i}]"
        if entry.duplicate_of is not None and int(entry.duplicate_of) == entry.n:
            raise Misplaced(f"{place}.duplicate_of", "the n of another entry")
        if any(key is not None for key in (entry.speaker, entry.said_for, entry.duplicate_of)):
            entry = _linked(entry, people, by_n, place)
        linked.append(entry)
    return tuple(linked)


def _linked(entry: Entry, people: Mapping[str, str], by_n: Mapping[int, str], place: str) -> Entry:
    """Return a line with ids of ours where the file has its own."""
    return dataclasses.replace(
        entry,
        speaker=ANONYMOUS
        if entry.speaker == ANONYMOUS
        else _found(people, entry.speaker, f"{place}.speaker", 'the id of a person in this file, "anonymous"'),
        said_for=_found(people, entry.said_for, f"{place}.said_for", "the id of a person in this file"),
        duplicate_of=_found(by_n, entry.duplicate_of, f"{place}.duplicate_of", "the n of an entry in this file"),
    )


def _point(data: Json, i: int, by_n: Mapping[int, str], ids: RowIds) -> Point:
    place = f"promises[{i}]"
    updates = tuple(take_in(Update, u, f"{place}.updates[{j}]", ids) for j, u in enumerate(data.get("updates", ())))
    point = take_in(Point, data, place, ids, updates=updates, order=i)
    linked = [
        _found(by_n, n, f"{place}.from_entries[{j}]", "the n of an entry in this file")
        for j, n in enumerate(point.from_entries)
    ]
    return dataclasses.replace(point, from_entries=tuple(id_ for id_ in linked if id_ is not None))


def _vote(data: Json, i: int, ids: RowIds) -> Vote:
    options = tuple(take_in(VoteOption, o, f"votes[{i}].options[{j}]", ids) for j, o in enumerate(data["options"]))
    return take_in(Vote, data, f"votes[{i}]", ids, options=options, order=i)


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
        "people": [rows[p.id] for p in (*record.people, *spoke_off_list(record))],
        "ground_rules": [rule_out(r) for r in record.ground_rules],
        "agenda": [rows[a.id] for a in record.agenda],
        "checklist": [rows[c.id] for c in record.checklist],
        "entries": [rows[e.id] for e in record.entries],
        "votes": [rows[v.id] for v in record.votes],
        "promises": [rows[p.id] for p in record.points],
        "previous_promises": [rows[p.id] for p in record.earlier],
    }
    out: Json = {"format": FORMAT, "id": record.session.key, "title": record.session.title}
    out["uid"] = record.session.id
    out["session"] = {k: v for k, v in put_out(record.session).items() if k != "uid"}
    if record.session.rules_agreed is not None:
        out["rules_agreed"] = dict(record.session.rules_agreed)
    out |= {name: rows for name, rows in lists.items() if rows or name in record.given}
    out |= {"ground_rule_uids": [r.id for r in record.ground_rules]} if record.ground_rules else {}
    out |= {"notices": [put_out(n) for n in record.notices]} if record.notices else {}
    out |= {"sample": True} if record.session.sample else {}
    out |= record.unknown
    return {k: out[k] for k in [*(g for g in record.given if g in out), *(k for k in out if k not in record.given)]}


def row_json(record: SessionRecord) -> dict[str, Json]:
    """Return each row's JSON object by its id; links are written as the keys the format has for them."""
    off_list = spoke_off_list(record)
    people, numbers = keys_out((*record.people, *off_list)), numbers_out(record.entries)
    out: dict[str, Json] = {}
    for person in off_list:
        out[person.id] = {"id": people[person.id], "name": person.name, "role": "", "uid": person.id, _OFF_LIST: True}
    for person in record.people:
        out[person.id] = _person_out(person) | {"id": people[person.id]}
    for row in record.agenda:
        out[row.id] = put_out(row)
    for row_id, key in keys_out(record.earlier).items():
        out[row_id] = put_out(promises.for_file(next(p for p in record.earlier if p.id == row_id))) | {"id": key}
    for item in record.checklist:
        out[item.id] = put_out(item, {"for_person": people.get(item.for_person or "", item.for_person)})
    for entry in record.entries:
        links: dict[str, Any] = {
            "n": numbers[entry.id],
            "speaker": people.get(entry.speaker or "", entry.speaker),
            "said_for": people.get(entry.said_for or ""),
            "duplicate_of": numbers.get(entry.duplicate_of or ""),
        }
        out[entry.id] = put_out(entry, links)
    votes, points = keys_out(record.votes), keys_out(record.points)
    for vote in record.votes:
        out[vote.id] = put_out(vote, options=[put_out(o) for o in vote.options]) | {"id": votes[vote.id]}
        out[vote.id].setdefault("options", [])  # the format asks for them, also before there are any
    for point in record.points:
        links = {"from_entries": tuple(numbers[e] for e in point.from_entries if e in numbers)}
        out[point.id] = put_out(point, links, updates=[put_out(u) for u in point.updates]) | {"id": points[point.id]}
        if point.owner and not answers.may_name_owner(point):
            out[point.id].setdefault(answers.OWNER_AGREED, None)
    return out


def spoke_off_list(record: SessionRecord) -> tuple[Person, ...]:
    """Return who said a line, or for whom one was said, and is not on the session's list any more."""
    named = {who for e in record.entries for who in (e.speaker, e.said_for)} - {p.id for p in record.people}
    return tuple(dataclasses.replace(p, key=p.key or f"off-{p.id[-8:]}") for p in record.others if p.id in named)


def numbers_out(entries: Iterable[Entry]) -> dict[str, int]:
    """Return the number of each line by its id: its own, or a free one where two lines came with the same.

    Worked out from (n, id), so that every laptop with the same lines gives the same; never stored.
    """
    found: dict[str, int] = {}
    taken: set[int] = set()
    again = []
    for entry in sorted(entries, key=lambda e: (e.n, e.id)):
        if entry.n in taken:
            again.append(entry)
        else:
            found[entry.id] = entry.n
            taken.add(entry.n)
    free = max(taken, default=0)
    return found | {entry.id: free + i for i, entry in enumerate(again, 1)}


def keys_out(rows: Iterable[Row]) -> dict[str, str]:
    """Return the key of each row by its id: its own, or one with a number behind it where two rows have the same."""
    found: dict[str, str] = {}
    taken = {row.key for row in rows}
    seen: set[str] = set()
    for row in sorted(rows, key=lambda r: (r.key, r.id)):
        key, n = row.key, 2
        while key in seen or (key != row.key and key in taken):
            key, n = f"{row.key}-{n}", n + 1
        seen.add(key)
        found[row.id] = key
    return found
