"""Bring a session file in, the first time and again: rows are put together by id, columns by who changed them.

A column that was changed on one side only is that side's. Changed on both, ours stands for now and theirs waits on
"Two versions". Rows missing from the file stay; rows taken away here stay away; what was struck or sealed stays out.
Answers are put together as a set: a no stands (design, section 7). One transaction, one undo.
"""

from __future__ import annotations

import dataclasses
import datetime
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.record import Entry, Person, Point, Row, SessionRecord, Telling
from coprod_desktop.errors import UserError
from coprod_desktop.services import backups, holds, need_lines, permissions
from coprod_desktop.services.backups import Why
from coprod_desktop.services.bring_in import promises_in, session_file
from coprod_desktop.services.bring_in.answers_in import answers_in
from coprod_desktop.services.bring_in.between_laptops import came_without_its_group
from coprod_desktop.services.bring_in.erased_elsewhere import erased_elsewhere
from coprod_desktop.services.bring_in.matching import NOUN_OF, Matcher, with_ids
from coprod_desktop.services.bring_in.rows_beside import Beside
from coprod_desktop.services.bring_in.session_file import SessionFile
from coprod_desktop.services.bring_in.without_erased import without_erased
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making.easy_forget import choices_taken_out
from coprod_desktop.store import aside, copies_of_words, gone, imported, merging, permits, reading
from coprod_desktop.store import strike as striking
from coprod_desktop.store.mapping import fields_of
from coprod_desktop.store.transaction import Transaction
from coprod_desktop.store.undo import IMPORT

RowT = TypeVar("RowT", bound=Row)
Progress = Callable[[int, int], None]
"""(lines done, of how many)"""
_AT_ONCE = 2_000
"""So many lines go in between two words on how far it is."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class Imported:
    """What an import did. `differ` lists places where both sides changed and ours stands; `doubts` are sentences."""

    session: str
    title: str
    new: bool
    taken: int
    differ: tuple[str, ...]
    not_understood: tuple[str, ...]
    doubts: tuple[str, ...]
    changes: Changes


def import_file(desk: Desk, data: bytes, progress: Progress = lambda *_: None) -> Imported:
    """Bring one file in. Raises UserError, with nothing stored, when it is not right."""
    file = without_erased(desk, data, session_file.read_whole(data))
    record = file.record
    if record.session.sample:
        raise UserError(
            "This is the sample session, with made-up people.", "It was not brought in. Nothing was stored."
        )
    backups.before(desk, Why.IMPORT)
    about = "Brought a session in from a file"
    with choices_taken_out(desk) as take_choices, desk.store.write(about, kind=IMPORT) as tx:
        here, gone_from_lists = imported.session_of_file(tx.connection, record.session.key, record.session.id)
        if here is not None and gone_from_lists:
            tx.update("session", here, {"deleted_at": None}, "restore")
        held = erased_elsewhere(tx, file, desk.today())  # first: what they said is then no row to put together
        merge = _Merge(tx, file, here, desk.today(), progress)
        merge.held = held
        merge.run()
        if merge.date >= desk.today():  # what is to come has a line for each need; what was stays as it was
            need_lines.keep(tx, desk, merge.session)
        if file.private.gone or file.private.sealed:
            take_choices(tx, merge.session)
    if file.private.gone:
        desk.store.keep_gone()
    return Imported(
        session=merge.session,
        title=record.session.title,
        new=here is None,
        taken=sum(1 for _ in tx.changes.all()),
        differ=tuple(merge.differ),
        not_understood=session_file.not_understood(record),
        doubts=(*file.doubts, *merge.doubts),
        changes=tx.changes,
    )


class _Merge:
    def __init__(
        self, tx: Transaction, file: SessionFile, here: str | None, today: datetime.date, progress: Progress
    ) -> None:
        self.tx, self.file, self.today, self.progress = tx, file, today, progress
        self.is_new = here is None
        self.session = here or file.record.session.id
        ours = reading.session_record(tx.connection, here) if here else None
        self.ours = ours
        self.matcher = Matcher(tx, ours, file, self.session)
        self.record: SessionRecord = with_ids(
            self._without_notes(promises_in.told(file, today)), self.matcher.ids, self.session
        )
        self.date = file.record.session.date
        self.differ: list[str] = []
        self.doubts: list[str] = list(self.matcher.doubts)
        self.held: frozenset[str] = frozenset()
        """What is gone elsewhere, and here is kept by a hold."""
        key = file.record.session.key
        self.beside = Beside(tx, file.private.beside, self.matcher.ids, self.session, key)
        ids = self.matcher.ids | self.beside.ids
        changes = (
            merging.Change(ids.get(r.row_id, r.row_id), r.hlc, r.device, r.at, r.noun, r.old)
            for r in file.private.revisions
        )
        out = {e.id for e in self.record.entries if self.matcher.stays_out(e)}
        mine = (c for c in changes if self._is_of(c) and c.row_id not in out)
        self.out = merging.Merging(tx, self.session, mine)

    def run(self) -> None:
        self._session()
        for person in self.record.others:  # off the list: only who they are, for their answers
            if not reading.is_there(self.tx.connection, "person", person.id):
                self.tx.add_unlisted(person)
        for name, noun in NOUN_OF.items():
            rows = getattr(self.record, name)
            if noun == "entry":
                self._entries(rows)
            else:
                for i, row in enumerate(rows):
                    self._row(noun, row, f"{_PLACE.get(name, name)}[{i}]")
        self._told(["beside"] if self.beside.bring_in(self.out) else [], "easy_sentences")
        people = [p for p in self.record.people if not self.matcher.stays_out(p)]
        spent = self.beside.bring_in_expenses(people, self.record.session.date, self.out)
        self._told(["expenses"] if spent else [], "people")
        self._between_laptops()
        self.out.close()
        self._out_of_what_came_after()

    def _out_of_what_came_after(self) -> None:
        """Words that were taken back stand in no reply that comes with a file, nor in one here whose no comes with it."""
        if not self.beside.rows and self.ours is None:
            return
        said = reading.said(self.tx.connection, self.session)
        lines = PrintableLines(said)
        for entry in said.entries:
            for words in striking.wordings_of(self.tx, entry.id) if lines.taken_back(entry) else ():
                copies_of_words.out_of_what_came_after(self.tx, self.session, words)

    def _is_of(self, change: merging.Change) -> bool:
        return self.matcher.is_of(change.noun, change.row_id) or self.beside.nouns.get(change.row_id) == change.noun

    def _without_notes(self, record: SessionRecord) -> SessionRecord:
        """Notes as they were typed may hold what was struck since, in other words: ours stay, with that cut out."""
        if _NOTES not in record.unknown or not self.matcher.anything_out(self.session):
            return record
        ours = self.ours.unknown if self.ours else {}
        unknown = {k: v for k, v in record.unknown.items() if k != _NOTES}
        if _NOTES in ours:
            unknown[_NOTES] = ours[_NOTES]
        return dataclasses.replace(record, unknown=unknown)

    # ---- rows

    def _session(self) -> None:
        row = self.record.session
        if self.is_new:
            self.tx.add(row, session=self.session)
            self.tx.update("session", self.session, _file_columns(self.record))
            if row.series:
                self.doubts.append(came_without_its_group(beginning(row.series, 80)))
            return
        columns = merging.columns(row) | _file_columns(self.record)
        if self.ours is not None and self.ours.session.group_id is not None:
            for (
                name
            ) in _OF_ITS_GROUP:  # which group it is of does not travel: neither is the number taken that it has in it
                if getattr(self.ours.session, name) is not None:
                    columns.pop(name, None)
        self._told(self.out.row("session", self.session, columns), "session")

    def _row(self, noun: str, row: Row, place: str) -> None:
        if self.matcher.stays_out(row):
            return
        now = self.matcher.here(row)
        if now is None and isinstance(row, Telling) and reading.is_there(self.tx.connection, "telling", row.id):
            return  # it waits with a promise that was taken away here
        if now is None:
            self._add(row)
        elif isinstance(row, Person):
            self._person(row, place)
        elif isinstance(row, Telling) and isinstance(now, Telling):
            self._told(self.out.row(noun, row.id, promises_in.columns(now, row)), place)
        else:
            self._told(self.out.row(noun, row.id, merging.columns(row)), place)
        if isinstance(row, Point) and isinstance(now, Point):
            self._inner("promise_update", row.updates, place, point_id=row.id)
            promises_in.owner_anew(self.tx, row)

    def _add(self, row: Row) -> None:
        if isinstance(row, Person) and reading.is_there(self.tx.connection, "person", row.id):
            self.tx.attend(row.id, self.session, **fields_of(row))  # known from another session
            self._person(row, row.key)
        elif isinstance(row, Point) and row.id in self.matcher.alone:
            promises_in.find_session(self.tx, row, self.session)
        else:
            if isinstance(row, Person):
                row = dataclasses.replace(row, needs=tuple(self._own("need", need, row) for need in row.needs))
            self.tx.add(row, session=self.session)
            for update in row.updates if isinstance(row, Point) else ():
                if update.id in self.matcher.alone:  # it came with a paper that told of the promise
                    self.tx.update("promise_update", update.id, {"point_id": row.id, "session_id": self.session})
                else:
                    self.tx.add(self._own("promise_update", update, row), session=self.session, point_id=row.id)

    def _own(self, noun: str, part: RowT, of: Row) -> RowT:
        """Return a part of a new row; one whose id is another row's already, as in a file without ids, gets its own."""
        if not reading.is_there(self.tx.connection, noun, part.id):
            return part
        return dataclasses.replace(part, id=made_id(of.id, part.id))

    def _person(self, row: Person, place: str) -> None:
        self._told(self.out.person(row), place)
        self._inner("need", row.needs, place, person_id=row.id)

    def _inner(self, noun: str, rows: Sequence[Row], place: str, **owner: str) -> None:
        for row in rows:
            if self.matcher.stays_out(row):
                continue
            if self.matcher.here(row) is None:
                self.tx.add(row, session=self.session, **owner)
            else:
                self._told(self.out.row(noun, row.id, merging.columns(row)), place)

    def _entries(self, rows: Sequence[Entry]) -> None:
        """Lines go in many at once: a session can have a hundred thousand."""
        new = []
        for i, row in enumerate(rows):
            if self.matcher.stays_out(row):
                continue
            now = self.matcher.here(row)
            if now is None:
                new.append(row)
            elif not merging.are_alike(now, row):
                self._told(self.out.row("entry", row.id, merging.columns(row)), f"entries[{i}]")
                if isinstance(now, Entry):
                    permissions.voices_changed(self.tx, now.voices, self.session)
        for at in range(0, len(new), _AT_ONCE):
            part = new[at : at + _AT_ONCE]
            self.tx.insert_many("entry", [merging.columns(row) | {"session_id": self.session} for row in part])
            self.progress(min(at + _AT_ONCE, len(new)), len(new))

    def _told(self, differing: Iterable[str], place: str) -> None:
        self.differ += [place] if any(True for _ in differing) else []

    # ---- what goes between laptops

    def _between_laptops(self) -> None:
        private, tx = self.file.private, self.tx
        here = dataclasses.replace(
            self.record, entries=tuple(e for e in self.record.entries if not self.matcher.is_gone(e))
        )
        key = self.file.record.session.key
        answers = answers_in(here, private.permissions, self.matcher.ids, key, self.today, self.matcher.known)
        permits.add(tx, answers.rows, fold=False)
        permits.fold_session(tx, self.session, [p.id for p in self.record.people])
        self.doubts += answers.doubts
        for struck in private.gone:
            if reading.is_there(tx.connection, "entry", struck.id):
                striking.strike(tx, struck.id, held=holds.covers(tx, self.today, struck.id))
        rows = [gone.GoneRow(g.id, g.noun, key, g.key, g.words, g.why, tx.clock, tx.device) for g in private.gone]
        gone.add_rows(tx, [row for row in rows if row.id not in self.held])
        known = aside.ids(tx.connection)
        for sealed in (uid for uid in private.sealed if uid not in known):
            if reading.is_there(tx.connection, "entry", sealed):
                striking.seal(tx, sealed)
            else:
                striking.seal_before_it_comes(tx, sealed, self.session)
        promises_in.bring_in(tx, self.session, private, self.matcher.ids)


_NOTES = "raw_notes"
_OF_ITS_GROUP = ("series", "series_n")
"""What a session has from the group it is of here."""
_PLACE = {"points": "promises", "earlier": "previous_promises"}


def _file_columns(record: SessionRecord) -> dict[str, Any]:
    return {
        "file_given": json.dumps(record.given),
        "file_unknown": json.dumps(dict(record.unknown), ensure_ascii=False),
    }
