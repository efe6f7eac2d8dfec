"""Bring a session file in, the first time and again.

Again: a row untouched here takes the file's; a file's row untouched since keeps ours; both changed keeps ours, keeps
theirs as a revision and lists it; missing from the file is kept; deleted here stays deleted. One transaction, one undo.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from typing import Any

from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.record import Person, Point, Row, SessionRecord
from coprod_desktop.services.bring_in import session_file
from coprod_desktop.services.bring_in.session_file_rows import Json, put_out, row_hash
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import imported, reading
from coprod_desktop.store.transaction import Transaction

_NOUNS = {"people": "person", "entries": "entry", "points": "point", "votes": "vote", "earlier": "earlier_promise"}
_WHOLE = {"agenda": "agenda_item", "checklist": "checklist_item", "ground_rules": "ground_rule"}
_PLACES = {
    "person": "people",
    "entry": "entries",
    "point": "promises",
    "vote": "votes",
    "earlier_promise": "previous_promises",
}


@dataclasses.dataclass(frozen=True, kw_only=True)
class Imported:
    """What an import did. `differ` lists places where both sides changed and ours was kept."""

    session: str
    title: str
    new: bool
    taken: int
    differ: tuple[str, ...]
    not_understood: tuple[str, ...]
    changes: Changes


def import_file(desk: Desk, data: bytes) -> Imported:
    """Bring one file in. Raises UserError, with nothing stored, when it is not right."""
    record = session_file.read(data)
    with desk.store.write("Brought a session in from a file") as tx:
        here = imported.session_with_key(tx.connection, record.session.key)
        merge = _First(tx, record) if here is None else _Again(tx, record, here)
        merge.run()
    return Imported(
        session=merge.session,
        title=record.session.title,
        new=here is None,
        taken=sum(r.noun != "exchange_row" for r in tx.changes.all()),
        differ=tuple(merge.differ),
        not_understood=session_file.not_understood(record),
        changes=tx.changes,
    )


class _First:
    """A session that is not here yet: everything is added."""

    def __init__(self, tx: Transaction, record: SessionRecord) -> None:
        self.tx, self.record = tx, record
        self.session = record.session.id
        self.json = _hashable(record)
        self.seen: imported.Seen = {}
        self.differ: list[str] = []

    def run(self) -> None:
        self.tx.add(self.record.session, session=self.session)
        self.tx.update("session", self.session, _file_columns(self.record))
        self.remember("session", "", self.session)
        for name, noun in _NOUNS.items():
            for row in getattr(self.record, name):
                self.add(noun, row)
        for name in _WHOLE:
            for row in getattr(self.record, name):
                self.tx.add(row, session=self.session)
            self.remember(name, "", None)

    def add(self, noun: str, row: Row) -> None:
        self.tx.add(row, session=self.session)
        if isinstance(row, Point):
            for update in row.updates:
                self.tx.add(update, session=self.session, point_id=row.id)
        self.remember(noun, _key(row), row.id)

    def remember(self, noun: str, key: str, row_id: str | None) -> None:
        note = self.seen.get((noun, key), (None, ""))[0]
        imported.remember(self.tx, self.session, noun, key, row_id, self.json[noun, key], note)


class _Again(_First):
    """A session that is here: each row by the rule."""

    def __init__(self, tx: Transaction, record: SessionRecord, here: str) -> None:
        self.ours = reading.session_record(tx.connection, here)
        self.live = {(n, _key(r)): r for name, n in _NOUNS.items() for r in getattr(self.ours, name)}
        super().__init__(tx, _with_our_ids(record, self.live))
        self.session = here
        self.ours_json = _hashable(self.ours)
        self.seen = imported.seen(tx.connection, here)

    def run(self) -> None:
        if self.file_wins("session", "", "session"):
            changed = _fields(self.record.session)
            self.tx.change("session", self.session, **changed)
            self.tx.update("session", self.session, _file_columns(self.record))
        self.settle("session", "", self.session)
        undone = imported.seen(self.tx.connection, self.session, undone=True)
        for name, noun in _NOUNS.items():
            ever = imported.keys_ever(self.tx.connection, "attendance" if noun == "person" else noun, self.session)
            ever -= {key for seen, key in undone if seen == noun}
            ever |= {key for seen, key in self.seen if seen == noun}
            for i, row in enumerate(getattr(self.record, name)):
                self.one(noun, row, ever, f"{_PLACES[noun]}[{i}]")
        for name, noun in _WHOLE.items():
            if self.file_wins(name, "", name):
                for old in getattr(self.ours, name):
                    self.tx.remove(noun, old.id)
                for row in getattr(self.record, name):
                    self.tx.add(row, session=self.session)
            self.settle(name, "", None)

    def one(self, noun: str, row: Row, ever: set[str], place: str) -> None:
        key = _key(row)
        now = self.live.get((noun, key))
        if now is None:
            if key not in ever:
                self.add(noun, row)
            return
        if self.file_wins(noun, key, place):
            self.take(noun, now, row)
        self.settle(noun, key, now.id)

    def file_wins(self, noun: str, key: str, place: str) -> bool:
        theirs, ours = self.json[noun, key], self.ours_json[noun, key]
        base = self.seen.get((noun, key), ("", ""))[1]
        if theirs == ours or base == theirs:
            return False
        if base == ours:
            return True
        self.differ.append(place)
        row_id = self.live[noun, key].id if (noun, key) in self.live else self.session
        self.tx.keep_theirs(_WHOLE.get(noun, noun), row_id, self.theirs(noun, key))
        return False

    def theirs(self, noun: str, key: str) -> Json:
        data = session_file.as_json(self.record)
        if noun in _WHOLE or noun == "session":
            return {noun: data.get(noun)}
        rows = session_file.row_json(self.record)
        return next(
            rows[r.id] for name, n in _NOUNS.items() if n == noun for r in getattr(self.record, name) if _key(r) == key
        )

    def take(self, noun: str, now: Row, row: Row) -> None:
        if isinstance(row, Person) and isinstance(now, Person):
            self.tx.change_person(now.id, self.session, **_fields(row))
            if row.needs != now.needs:
                self.replace("need", now.needs, row.needs, person_id=now.id)
            return
        self.tx.change(noun, now.id, **_fields(row))
        if isinstance(row, Point) and isinstance(now, Point):
            self.replace("promise_update", now.updates, row.updates, point_id=now.id)

    def replace(self, noun: str, old: Sequence[Row], new: Sequence[Row], **owner: str) -> None:
        if [put_out(r) for r in old] == [put_out(r) for r in new]:
            return
        for row in old:
            self.tx.remove(noun, row.id)
        for row in new:
            self.tx.add(row, session=self.session, **owner)

    def settle(self, noun: str, key: str, row_id: str | None) -> None:
        if (noun, key) in self.json:
            self.remember(noun, key, row_id)


def _key(row: Row) -> str:
    return str(getattr(row, "n", None) or row.key)


def _fields(row: Row) -> Json:
    skip = {"id", "key", "needs", "updates", "order"}
    return {f.name: getattr(row, f.name) for f in dataclasses.fields(row) if f.name not in skip}


def _file_columns(record: SessionRecord) -> Json:
    return {
        "file_given": json.dumps(record.given),
        "file_unknown": json.dumps(dict(record.unknown), ensure_ascii=False),
    }


def _hashable(record: SessionRecord) -> dict[tuple[str, str], str]:
    """Return the hash of each row's JSON by (noun, key), of the session's own, and of each list taken whole."""
    data, rows = session_file.as_json(record), session_file.row_json(record)
    keyed = set(session_file.LISTS)
    found = {("session", ""): row_hash({k: v for k, v in data.items() if k not in keyed})}
    for name, noun in _NOUNS.items():
        found |= {(noun, _key(row)): row_hash(rows[row.id]) for row in getattr(record, name)}
    return found | {(name, ""): row_hash(data.get(name, [])) for name in _WHOLE}


def _with_our_ids(record: SessionRecord, live: Mapping[tuple[str, str], Row]) -> SessionRecord:
    """Give the file's rows the ids our rows of the same key have, and its links too."""
    ids = {
        row.id: live[noun, _key(row)].id
        for name, noun in _NOUNS.items()
        for row in getattr(record, name)
        if (noun, _key(row)) in live
    }

    def ours(link: str | None) -> str | None:
        return ids.get(link, link) if link is not None else None

    def linked(row: Row) -> Row:
        links: dict[str, Any] = {"id": ids.get(row.id, row.id)}
        for name in ("speaker", "said_for", "duplicate_of", "for_person"):
            if hasattr(row, name):
                links[name] = ours(getattr(row, name))
        if isinstance(row, Point):
            links["from_entries"] = tuple(ids.get(e, e) for e in row.from_entries)
        return dataclasses.replace(row, **links)

    lists: Any = {name: tuple(linked(row) for row in getattr(record, name)) for name in (*_NOUNS, "checklist")}
    return dataclasses.replace(record, **lists)
