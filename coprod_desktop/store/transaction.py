"""One short transaction: what is added, changed and removed, with the clock, a revision and an undo step for each."""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, select, update

from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.record import Person, Row
from coprod_desktop.domain.value import defaults
from coprod_desktop.store import schema
from coprod_desktop.store.mapping import as_json, encode, encode_row, fields_of
from coprod_desktop.store.quick import put, put_many

Event = tuple[int, str]
"""A change by its clock and the device that made it."""
Op = tuple[str, str, str, int | None, int]
"""(noun, row id, "add" | "change" | "remove" | "restore", revision seq, the row's clock before)"""


_ON_A_PROMISE = {"promise_update": "point_id", "telling": "promise", "said_back": "point"}
"""Rows that hang on a promise, and the column that names it."""


class Transaction:
    """Given by Store.write. Everything it does lands together or not at all."""

    def __init__(self, connection: Connection, clock: int, device: str, now: datetime.datetime) -> None:
        self.connection = connection
        self.clock = clock
        self.device = device
        self.at = now.astimezone(datetime.UTC).isoformat(timespec="milliseconds")
        self.today = now.date().isoformat()
        self.ops: list[Op] = []
        self.is_step = False
        """Whether it is an undo step though no row changed: something was decided."""
        self.changes = Changes()
        self._touched: dict[str, list[Ref]] = {"added": [], "changed": [], "removed": []}
        self._told: set[tuple[str, str]] = set()
        self._promises_of_gone: set[str] = set()

    # ---- rows that are values of the record

    def add(self, value: Row, *, session: str | None, **owner: str) -> Ref:
        """Add a row of a session; a promise and its updates may have none. `owner`: person_id of a need, point_id of an update."""
        if isinstance(value, Person):
            return self._add_person(value, str(session))
        table = schema.TABLE_OF[type(value)]
        row = encode_row(value) | owner
        if "session_id" in table.c:
            row["session_id"] = session
        return self.insert(table.name, row)

    def _add_person(self, value: Person, session: str) -> Ref:
        ref = self.add_unlisted(value)
        self.attend(value.id, session, **fields_of(value))
        for need in value.needs:
            self.add(need, session=session, person_id=value.id)
        return ref._replace(session=session)

    def add_unlisted(self, value: Person) -> Ref:
        """Add a person who is on no session's list."""
        row = encode_row(value)
        return self.insert("person", {k: v for k, v in row.items() if k in schema.PERSON_FIELDS or k == "id"})

    def attend(self, person: str, session: str, **part: Any) -> Ref:
        """Put a person who is already in the workspace on a session's list; one taken off it is put back as they were.

        `part` is their part in it: fields of record.Person. Those that are not given are as if nobody had asked.
        """
        t = schema.attendance
        off = select(t.c.id).where(
            t.c.session_id == session, t.c.person_id == person, t.c.deleted_at.is_not(None)
        )  # a person has one place on a list
        old = self.connection.execute(off).scalar()
        if old is not None and (ref := self.update("attendance", old, {"deleted_at": None}, "restore")) is not None:
            return ref
        row = encode(Person, {k: v for k, v in {**defaults(Person), **part}.items() if k not in schema.PERSON_FIELDS})
        made = made_id("attendance", session, person)
        return self.insert("attendance", row | {"id": made, "session_id": session, "person_id": person})

    def attend_all(self, parts: Mapping[str, Mapping[str, Any]], session: str) -> None:
        """Put many people on a session's list as `attend` does each; `parts` has each person's part in it."""
        t = schema.attendance
        gone = select(t.c.person_id).where(t.c.session_id == session, t.c.deleted_at.is_not(None))
        off = set(self.connection.execute(gone).scalars())
        rows = []
        for person, part in parts.items():
            if person in off:
                self.attend(person, session, **part)
                continue
            given = {**defaults(Person), **part}
            row = encode(Person, {k: v for k, v in given.items() if k not in schema.PERSON_FIELDS})
            made = made_id("attendance", session, person)
            rows.append(row | {"id": made, "session_id": session, "person_id": person})
        if rows:
            self.insert_many("attendance", rows)

    def add_many(self, values: Sequence[tuple[Row, Mapping[str, str]]], *, session: str | None) -> None:
        """Add many rows as `add` does each, one statement a table; each stands beside what it belongs to."""
        rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for value, owner in values:
            table = schema.TABLE_OF[type(value)]
            place = {"session_id": session} if "session_id" in table.c else {}
            rows[table.name].append({**encode_row(value), **owner, **place})
        for noun, found in rows.items():
            self.insert_many(noun, found)

    def add_people(self, people: Sequence[Person], session: str) -> None:
        """Add many people who are new to the workspace, with their needs, and put them on a session's list."""
        rows = [encode_row(person) for person in people]
        own = schema.PERSON_FIELDS | {"id"}
        self.insert_many("person", [{k: v for k, v in row.items() if k in own} for row in rows])
        parts = [
            {k: v for k, v in row.items() if k not in schema.PERSON_FIELDS}
            | {"id": made_id("attendance", session, row["id"]), "session_id": session, "person_id": row["id"]}
            for row in rows
        ]
        self.insert_many("attendance", parts)
        needs = [(need, {"person_id": person.id}) for person in people for need in person.needs]
        self.add_many(needs, session=session)

    def change(self, noun: str, row_id: str, **fields: Any) -> Ref | None:
        """Change fields of one row (values as in domain.record). Returns None when nothing was different."""
        return self.update(noun, row_id, encode(schema.KIND_OF[noun], fields))

    def change_person(self, person_id: str, session: str, **fields: Any) -> None:
        """Change a person's own fields and those of their attendance at the session."""
        own = {k: v for k, v in fields.items() if k in schema.PERSON_FIELDS}
        if own:
            self.change("person", person_id, **own)
        part = {k: v for k, v in fields.items() if k not in schema.PERSON_FIELDS}
        if part:
            self.change("attendance", self._part(person_id, session), **part)

    def leave(self, person_id: str, session: str) -> None:
        """Take a person off a session's list."""
        self.remove("attendance", self._part(person_id, session))

    def _part(self, person_id: str, session: str) -> str:
        t = schema.attendance
        found = self.connection.execute(select(t.c.id).where(t.c.session_id == session, t.c.person_id == person_id))
        return str(found.scalar_one())

    # ---- any stamped row, as columns

    def insert(self, noun: str, row: Mapping[str, Any]) -> Ref:
        """Insert one stamped row of any table."""
        table = schema.META.tables[noun]
        stamps = {"created_at": self.at, "updated_at": self.at, "hlc": self.clock, "device": self.device}
        put(self.connection, table, {**row, **stamps})
        ref = Ref(noun, row["id"], row["id"] if noun == "session" else row.get("session_id"))
        self._did(ref, "add", None, 0)
        return ref

    def insert_many(self, noun: str, rows: Sequence[Mapping[str, Any]]) -> None:
        """Insert many stamped rows of one table at once, all with the same columns."""
        table = schema.META.tables[noun]
        stamps = {"created_at": self.at, "updated_at": self.at, "hlc": self.clock, "device": self.device}
        put_many(self.connection, table, [{**row, **stamps} for row in rows])
        for row in rows:
            self._did(Ref(noun, row["id"], row.get("session_id")), "add", None, 0)

    def update(
        self, noun: str, row_id: str, row: Mapping[str, Any], op: str = "change", event: Event | None = None
    ) -> Ref | None:
        """Update columns of one row; the old ones become a revision.

        `event` is when and where the change was made, when another laptop made it.
        """
        table = schema.META.tables[noun]
        before = self._before(table, row_id)
        new = {k: v for k, v in row.items() if before[k] != v}
        if not new:
            return None
        revision = self._keep(noun, row_id, {k: before[k] for k in new}, event)
        self.connection.execute(
            update(table).where(table.c.id == row_id),
            [{**new, "updated_at": self.at, "hlc": self.clock, "device": self.device}],
        )
        ref = Ref(noun, row_id, row_id if noun == "session" else before.get("session_id"))
        self._did(ref, op, revision, before["hlc"])
        return ref

    def put_back(self, noun: str, row_id: str, before: Mapping[str, Any], revision: int | None) -> None:
        """Put columns back as if the change had never been: an import that is undone may come again."""
        table = schema.META.tables[noun]
        stamps = {"updated_at": self.at, "hlc": self.clock, "device": self.device}
        self.connection.execute(update(table).where(table.c.id == row_id), [{**before, **stamps}])
        self.connection.execute(delete(schema.revision).where(schema.revision.c.seq == revision))
        session = row_id if noun == "session" else self._before(table, row_id).get("session_id")
        self._tell("changed", Ref(noun, row_id, session))

    def remove(self, noun: str, row_id: str) -> Ref | None:
        """Take a row away; it can come back by undo until it is struck or erased."""
        return self.update(noun, row_id, {"deleted_at": self.at}, "remove")

    def _before(self, table: Table, row_id: str) -> Mapping[str, Any]:
        return dict(self.connection.execute(select(table).where(table.c.id == row_id)).mappings().one())

    def _keep(self, noun: str, row_id: str, old: Mapping[str, Any], event: Event | None = None) -> int:
        hlc, device = event or (self.clock, self.device)
        kept = {"noun": noun, "row_id": row_id, "hlc": hlc, "device": device, "at": self.at}
        return put(self.connection, schema.revision, kept | {"old": as_json(old)})

    def keep_event(self, noun: str, row_id: str, old: Mapping[str, Any], event: Event | None = None) -> None:
        """Keep a change of a row as a revision: another laptop's, or ours that left the row as it was."""
        self._keep(noun, row_id, old, event)

    def _did(self, ref: Ref, op: str, revision: int | None, before: int) -> None:
        self.ops.append((ref.noun, ref.id, op, revision, before))
        where = {"add": "added", "restore": "added", "change": "changed", "remove": "removed"}[op]
        self._tell(where, ref)

    def _tell(self, where: str, ref: Ref) -> None:
        self._touched[where].append(ref)
        self._told.add((ref.noun, ref.id))

    def touched(self, said: str = "") -> Changes:
        """Return what was touched so far."""
        added, changed, removed = (tuple(self._touched[where]) for where in ("added", "changed", "removed"))
        return Changes(said=said, added=added, changed=changed, removed=removed)

    def note_added(self, ref: Ref) -> None:
        """Tell that a row came back by another way than undo."""
        self._tell("added", ref)

    def note_changed(self, ref: Ref) -> None:
        """Tell that a row changed without a version of it being kept: what was cut from it must be nowhere."""
        self._tell("changed", ref)

    def note_touched(self, ref: Ref) -> None:
        """Tell that something about a row changed, if nothing of it was told yet: an answer that its columns do not show."""
        if (ref.noun, ref.id) not in self._told:
            self.note_changed(ref)

    def before_it_goes(self, noun: str, row_id: str) -> None:
        """Tell that a row goes for good: the promise it hung on may stand elsewhere then."""
        if noun in _ON_A_PROMISE:
            of = f"SELECT {_ON_A_PROMISE[noun]} FROM {noun} WHERE id = ?"
            found = self.connection.exec_driver_sql(of, (row_id,)).scalars()
            self._promises_of_gone.update(point for point in found if point)

    def note_removed(self, ref: Ref) -> None:
        """Tell that a row went by another way than `remove`: struck, sealed."""
        self._tell("removed", ref)

    def _promises(self) -> list[str]:
        """Return the promises whose standing may be another now."""
        refs = {(ref.noun, ref.id) for refs in self._touched.values() for ref in refs}
        own = {row_id for noun, row_id in refs if noun == "point"}
        hanging = [(noun, row_id) for noun, row_id in refs if noun in _ON_A_PROMISE]
        for noun, row_id in hanging:
            of = f"SELECT {_ON_A_PROMISE[noun]} FROM {noun} WHERE id = ?"
            own.update(point for point in self.connection.exec_driver_sql(of, (row_id,)).scalars() if point)
        for row_id in (row_id for noun, row_id in refs if noun == "session"):
            told = "SELECT promise FROM telling WHERE session_id = ?"  # what a session in the Bin told counts no more
            own.update(self.connection.exec_driver_sql(told, (row_id,)).scalars())
        return sorted(own | self._promises_of_gone)

    # ---- the undo step

    def close(self, said: str, kind: str, reverts: int | None) -> Changes:
        """Write the undo step (if `said` names one and anything was done) and the clock. Called by the store."""
        if promised := self._promises():
            from coprod_desktop.store import promises  # the first line typed does not wait for it

            promises.keep_open(self.connection, promised, datetime.date.fromisoformat(self.today))
        if said and (self.ops or self.is_step):
            step = {
                "hlc": self.clock,
                "kind": kind,
                "said": said,
                "ops": json.dumps(self.ops),
                "reverts": reverts,
                "reverted": 0,
            }
            put(self.connection, schema.undo_step, step)
        self.connection.exec_driver_sql("UPDATE meta SET value = ? WHERE key = 'clock'", (str(self.clock),))
        return self.touched(said)
