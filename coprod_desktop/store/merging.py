"""Puts two versions of one row together, column by column, by the changes that each side knows of.

A change is known by its clock and the device that made it. If the file knows every change we made to a column, its
value is newer than ours. If it does not, and it still holds what stood before our first change it does not know, ours
is newer. Else both changed it: ours stands, and theirs is kept until a person chooses.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, literal_column, select, update

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.erased_words import is_blank
from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.record import Person, Row
from coprod_desktop.domain.words import Publish
from coprod_desktop.store import schema
from coprod_desktop.store.mapping import as_json, encode_row
from coprod_desktop.store.mapping import columns as kept_columns
from coprod_desktop.store.quick import in_parts
from coprod_desktop.store.transaction import Event, Transaction

FROM_FILE = "file"
"""The device of a change that a file without changes brought: every file is taken to know of it."""
_NOT_MERGED = frozenset(
    {"id", "key", "n", "given", "order", "file_given", "open", "ended", "promise", "told_on", "group_id"}
)
_STRICTEST = (Publish.NO, Publish.EDIT, Publish.YES)


class Change(NamedTuple):
    """One change of one row, as it travels."""

    row_id: str
    hlc: int
    device: str
    at: str
    noun: str
    old: Mapping[str, Any]

    @property
    def event(self) -> Event:
        """Which change it is."""
        return (self.hlc, self.device)


def columns(row: Any) -> dict[str, Any]:
    """Return a value's columns."""
    return encode_row(row)


def are_alike(a: Row, b: Row) -> bool:
    """Tell, quickly, whether there is nothing to put together in two versions of a row."""
    kind: Any = type(a)
    return all(getattr(a, name) == getattr(b, name) for name in _compared(kind))


@cache
def _compared(kind: Any) -> tuple[str, ...]:
    return tuple(c.name for c in kept_columns(kind) if c.name not in _NOT_MERGED)


class Merging:
    """Puts the rows of one file into one session."""

    def __init__(self, tx: Transaction, session: str, changes: Iterable[Change]) -> None:
        self._tx, self._session = tx, session
        self._theirs: dict[str, list[Change]] = {}
        for change in sorted(changes, key=lambda c: c.event):
            self._theirs.setdefault(change.row_id, []).append(change)
        self._left_open: dict[str, set[str]] = {}
        self._taken: set[tuple[str, Event]] = set()

    def row(self, noun: str, row_id: str, theirs: Mapping[str, Any]) -> list[str]:
        """Bring one row up to date. Returns the columns that both sides changed."""
        table = schema.META.tables[noun]
        found = self._tx.connection.execute(select(table).where(table.c.id == row_id)).mappings().one()
        skip = _NOT_MERGED | schema.FOLDED.get(noun, frozenset())
        differ = {c: v for c, v in theirs.items() if c in found and c not in skip and not _say_the_same(found[c], v)}
        differ = {c: v for c, v in differ.items() if not is_blank(found[c])}  # erased words do not come back
        if not differ:
            return []
        ours = _changes(self._tx.connection, row_id)
        take: dict[str, Any] = {}
        both = []
        for column, value in differ.items():
            unknown = self._unknown(ours, row_id, column)
            if not unknown and not self._is_looser(row_id, column, value, found[column]):
                take[column] = value
            elif not unknown or unknown[0].old[column] != value:
                both.append(column)
                self._keep_other(noun, row_id, column, value, found[column], take)
        if take:
            event = self._newest(row_id, take) or (self._tx.clock, FROM_FILE)
            self._tx.update(noun, row_id, take, event=event)
            self._taken.add((row_id, event))
        return both

    def person(self, row: Person) -> list[str]:
        """Bring a person and their part in the session up to date."""
        theirs = encode_row(row)
        own = {k: v for k, v in theirs.items() if k in schema.PERSON_FIELDS}
        part = {k: v for k, v in theirs.items() if k not in schema.PERSON_FIELDS}
        return [
            *self.row("person", row.id, own),
            *self.row("attendance", made_id("attendance", self._session, row.id), part),
        ]

    def close(self) -> None:
        """Keep their changes as ours, so that the next laptop knows of them; those still open wait for the choice."""
        for row_id, theirs in self._theirs.items():
            known = {change.event for change in _changes(self._tx.connection, row_id)}
            left = self._left_open.get(row_id, set())
            for change in theirs:
                old = {k: v for k, v in change.old.items() if k not in left}
                if old and change.event not in known and (row_id, change.event) not in self._taken:
                    self._tx.keep_event(change.noun, row_id, old, change.event)

    # ---- who is newer

    def _unknown(self, ours: Sequence[Change], row_id: str, column: str) -> list[Change]:
        """Our changes of a column that the file does not know of, or has not chosen about yet."""
        known = {change.event for change in self._theirs.get(row_id, ()) if column in change.old}
        return [c for c in ours if column in c.old and c.device != FROM_FILE and c.event not in known]

    def _is_looser(self, row_id: str, column: str, theirs: Any, ours: Any) -> bool:
        """Tell whether a file without changes would print what ours does not: it may be the older one."""
        if column != "publish" or any(column in change.old for change in self._theirs.get(row_id, ())):
            return False
        return _STRICTEST.index(Publish(theirs)) > _STRICTEST.index(Publish(ours))

    def _newest(self, row_id: str, taken: Mapping[str, Any]) -> Event | None:
        events = [c.event for c in self._theirs.get(row_id, ()) if not taken.keys().isdisjoint(c.old)]
        return max(events, default=None)

    def _keep_other(self, noun: str, row_id: str, column: str, theirs: Any, ours: Any, take: dict[str, Any]) -> None:
        """Keep the version that does not stand. Of two choices what may be printed, the stricter one stands meanwhile."""
        other = theirs
        if column == "publish" and _STRICTEST.index(Publish(theirs)) < _STRICTEST.index(Publish(ours)):
            take[column], other = theirs, ours
        self._left_open.setdefault(row_id, set()).add(column)
        events = [[*c.event, c.old[column]] for c in self._theirs.get(row_id, ()) if column in c.old]
        kept = {
            "id": made_id("other version", row_id, column, as_json(other)),
            "noun": noun,
            "row_id": row_id,
            "session_id": self._session,
            "column": column,
            "theirs": as_json({"value": other, "events": events}),
            "at": self._tx.at,
            "hlc": self._tx.clock,
            "device": self._tx.device,
        }
        names = ", ".join(f'"{name}"' for name in kept)
        sql = f"INSERT INTO other_version ({names}) VALUES ({', '.join('?' * len(kept))}) ON CONFLICT (id) DO NOTHING"
        added = self._tx.connection.exec_driver_sql(sql, tuple(kept.values())).rowcount
        self._tx.is_step = self._tx.is_step or added > 0


def _say_the_same(ours: Any, theirs: Any) -> bool:
    """Tell whether two values of a column are one: also a list that is only spaced in another way."""
    if ours == theirs or not (isinstance(ours, str) and isinstance(theirs, str) and ours[:1] == theirs[:1] == "["):
        return bool(ours == theirs)
    try:
        return bool(json.loads(ours) == json.loads(theirs))
    except ValueError:
        return False


def _changes(connection: Connection, row_id: str) -> list[Change]:
    r = schema.revision
    query = select(r.c.row_id, r.c.hlc, r.c.device, r.c.at, r.c.noun, r.c.old).where(r.c.row_id == row_id)
    found = connection.execute(query.order_by(r.c.hlc, r.c.device, r.c.seq))
    return [Change(*row[:5], json.loads(row[5])) for row in found]


def changes_of(connection: Connection, rows: Sequence[str]) -> list[Change]:
    """Return every change of these rows, to go into a file."""
    found: list[Change] = []
    r = schema.revision
    for some in in_parts(rows):
        query = select(r.c.row_id, r.c.hlc, r.c.device, r.c.at, r.c.noun, r.c.old).where(r.c.row_id.in_(some))
        found += [Change(*row[:5], json.loads(row[5])) for row in connection.execute(query.order_by(r.c.seq))]
    return found


# ---- two versions


class Other(NamedTuple):
    """A version of one column that waits for a choice. `ours` and `theirs` are column values."""

    id: str
    noun: str
    row_id: str
    session: str
    column: str
    ours: Any
    theirs: Any


def waiting(connection: Connection, session: str | None = None) -> list[Other]:
    """Return the versions that wait for a choice, oldest first; those that say what stands now wait for none."""
    t = schema.other_version
    query = select(t).where(t.c.chosen.is_(None)).order_by(t.c.hlc, literal_column("rowid"))
    found = []
    for row in connection.execute(query if session is None else query.where(t.c.session_id == session)).mappings():
        table = schema.META.tables[row["noun"]]
        stands = (table.c.id == row["row_id"], table.c.deleted_at.is_(None), _session_stands(row["session_id"]))
        now = connection.execute(select(table.c[row["column"]]).where(*stands)).first()
        theirs = json.loads(row["theirs"])["value"]
        if now is not None and not _say_the_same(now[0], theirs):
            found.append(Other(row["id"], row["noun"], row["row_id"], row["session_id"], row["column"], now[0], theirs))
    return found


def _session_stands(session: str) -> Any:
    s = schema.session
    return ~select(s.c.id).where(s.c.id == session, s.c.deleted_at.is_not(None)).exists()


class Names(NamedTuple):
    """What rows are called: their ids -> the words by which one knows them; and the sessions' titles."""

    rows: Mapping[str, str]
    sessions: Mapping[str, str]


CALLED = {
    "session": "title", "person": "name", "entry": "text", "point": "you_said", "agenda_item": "title",
    "checklist_item": "text", "ground_rule": "text", "need": "need", "telling": "text", "vote": "question",
    "easy_sentence": "words", "read_back": "theme", "claim": "kind", "work_group": "name",
    "group_member": "role", "partner": "name", "log_line": "words", "agreed_paper": "title",
}  # fmt: skip
"""Noun -> the column by which one knows a row again."""


def names(connection: Connection, others: Sequence[Other]) -> Names:
    """Return what these rows are called, and everybody and every line in their sessions."""
    rows: dict[str, str] = {}
    places = {other.session for other in others}
    for noun, column in CALLED.items():
        t = schema.META.tables[noun]
        query = select(t.c.id, t.c[column])
        if "session_id" in t.c:
            query = query.where(t.c.session_id.in_(places))
        rows |= {row[0]: row[1] for row in connection.execute(query) if others}
    a = schema.attendance
    parts = connection.execute(select(a.c.id, a.c.person_id).where(a.c.session_id.in_(places)))
    rows |= {part.id: rows.get(part.person_id, "") for part in parts}
    return Names(rows, {place: rows.get(place, "") for place in places})


def as_value(noun: str, column: str, value: Any) -> Any:
    """Return a column's value as the record has it."""
    found = next((c for c in kept_columns(schema.KIND_OF[noun]) if c.name == column), None)
    return value if value is None or found is None else found.out(value)


class Chosen(NamedTuple):
    """Of what a version was chosen."""

    noun: str
    row_id: str
    column: str


def choose(tx: Transaction, other_id: str, *, theirs: bool) -> Chosen:
    """Let one of two versions stand. Either way it is a change of ours that knows of theirs, and a step to undo."""
    t = schema.other_version
    row = dict(tx.connection.execute(select(t).where(t.c.id == other_id)).mappings().one())
    _know_theirs(tx, row)
    if theirs:
        tx.update(row["noun"], row["row_id"], {row["column"]: json.loads(row["theirs"])["value"]})
    else:
        _keep_ours(tx, row)
    _mark(tx, row, "theirs" if theirs else "ours")
    tx.is_step = True
    return Chosen(row["noun"], row["row_id"], row["column"])


def _know_theirs(tx: Transaction, row: Mapping[str, Any]) -> None:
    for hlc, device, old in json.loads(row["theirs"])["events"]:
        tx.keep_event(row["noun"], row["row_id"], {row["column"]: old}, (hlc, device))


def _keep_ours(tx: Transaction, row: Mapping[str, Any]) -> None:
    tx.keep_event(row["noun"], row["row_id"], {row["column"]: json.loads(row["theirs"])["value"]})
    tx.note_changed(Ref(row["noun"], row["row_id"], row["session_id"]))


def _mark(tx: Transaction, row: Mapping[str, Any], chosen: str | None) -> None:
    """The clock of a choice, or of taking it back, is how undo and redo find it again."""
    t = schema.other_version
    tx.connection.execute(update(t).where(t.c.id == row["id"]).values(chosen=chosen, hlc=tx.clock))


def undo_choice(tx: Transaction, clock: int) -> None:
    """Open the choice of a step again: whether theirs is known is forgotten, so that the next file asks as well."""
    for row in _chosen_in(tx, clock):
        if row["chosen"] is not None:
            for hlc, device, old in json.loads(row["theirs"])["events"]:
                _forget_event(tx, row, old, hlc, device)
            _forget_event(tx, row, json.loads(row["theirs"])["value"], clock, tx.device)
            _mark(tx, row, None)
            tx.is_step = True
            tx.note_changed(Ref(row["noun"], row["row_id"], row["session_id"]))


def redo_choice(tx: Transaction, clock: int) -> None:
    """Close a choice again that this undo opened: what stands now says which it was."""
    for row in _chosen_in(tx, clock):
        table = schema.META.tables[row["noun"]]
        now = tx.connection.execute(select(table.c[row["column"]]).where(table.c.id == row["row_id"])).scalar()
        _know_theirs(tx, row)
        tx.is_step = True
        if now != json.loads(row["theirs"])["value"]:
            _keep_ours(tx, row)
            _mark(tx, row, "ours")
        else:
            _mark(tx, row, "theirs")


def forget_versions(tx: Transaction, clock: int) -> None:
    """A file that never came left no other version either."""
    t = schema.other_version
    tx.connection.execute(delete(t).where(t.c.hlc == clock))


def _chosen_in(tx: Transaction, clock: int) -> Sequence[Any]:
    t = schema.other_version
    return tx.connection.execute(select(t).where(t.c.hlc == clock)).mappings().all()


def _forget_event(tx: Transaction, row: Mapping[str, Any], old: Any, hlc: int, device: str) -> None:
    r = schema.revision
    kept = (r.c.row_id == row["row_id"], r.c.hlc == hlc, r.c.device == device)
    tx.connection.execute(delete(r).where(*kept, r.c.old == as_json({row["column"]: old})))
