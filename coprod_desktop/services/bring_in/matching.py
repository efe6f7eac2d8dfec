"""Which row of a file is which row here: by id, and for a file without ids by its key and words."""

from __future__ import annotations

import dataclasses
import difflib
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.record import (
    ChecklistItem,
    Entry,
    Person,
    Point,
    Row,
    SessionRecord,
    Telling,
)
from coprod_desktop.services.bring_in.session_file import SessionFile, numbers_out
from coprod_desktop.store import aside, imported, merging, promises
from coprod_desktop.store.gone import Gone
from coprod_desktop.store.transaction import Transaction

NOUN_OF = {
    "people": "person",
    "ground_rules": "ground_rule",
    "agenda": "agenda_item",
    "checklist": "checklist_item",
    "entries": "entry",
    "votes": "vote",
    "points": "point",
    "earlier": "telling",
    "notices": "notice_given",
}
"""The lists of a record, and the table of each."""
_WORDS = ("text", "you_said", "name", "title", "question", "need", "on")
ALIKE = 0.6
"""Words as alike as this under one key are one row that was changed; less alike, they are two rows."""


class Matcher:
    """Gives every row of a file the id it has here. `ids` is file id -> our id, where they differ."""

    def __init__(self, tx: Transaction, ours: SessionRecord | None, file: SessionFile, session: str) -> None:
        self._tx = tx
        self.doubts: list[str] = []
        self.ids: dict[str, str] = {}
        self._live = {row.id: row for _, row in every_row(ours)} if ours else {}
        self._away = imported.taken_away(tx.connection, session) if ours else imported.Away()
        self._gone = Gone(tx.connection, file.record.session.key)
        self._aside = aside.ids(tx.connection)
        self._sessions_aside = aside.sessions(tx.connection)
        self._came = file.came
        self.alone = promises.without_session(tx.connection)
        in_file = {row.id for _, row in every_row(file.record)}
        self.known = imported.nouns_of_ids(tx.connection) if file.came else {}
        waiting = promises.waiting_to_be_told(tx.connection, session)  # with promises that were taken away here
        taken = {row: noun for row, noun in self.known.items() if row not in waiting}
        numbers = numbers_out(ours.entries) if ours else {}
        by_key: dict[tuple[str, str], list[Row]] = {}
        for noun, row in every_row(ours) if ours else ():
            if row.id not in in_file:
                for key in {_key(row), str(numbers.get(row.id, _key(row)))}:  # also the number it goes out with
                    by_key.setdefault((noun, key), []).append(row)
        for noun, row in every_row(file.record):
            self._match(noun, row, by_key, taken, file.record.session.key)
        self._nouns = {self.ids.get(row.id, row.id): noun for noun, row in every_row(file.record)}
        self._nouns |= {session: "session"}
        self._nouns |= {
            made_id("attendance", session, p): "attendance" for p, n in self._nouns.items() if n == "person"
        }

    def _match(
        self, noun: str, row: Row, by_key: dict[tuple[str, str], list[Row]], taken: Mapping[str, str], file_key: str
    ) -> None:
        if row.id in self._live:
            return
        here = self._away.ids | self._aside | self.alone
        elsewhere = row.id in taken and noun != "person" and row.id not in here
        if taken.get(row.id, noun) != noun:
            self.ids[row.id] = made_id(file_key, noun, row.id)
            self.doubts.append(
                f"A row came with the uid of something of another kind ({noun.replace('_', ' ')}). It was kept as a row "
                "of its own, and nothing that was allowed about the other holds for it."
            )
            return
        if elsewhere:  # the uid of a row of another session: a copy of it is a row of its own
            self.ids[row.id] = made_id(file_key, noun, row.id)
            return
        has_uid = row.id in self._came
        for candidate in by_key.get((noun, _key(row)), ()):
            if same_words(candidate, row) or (not has_uid and self._was(candidate, row)):
                self.ids[row.id] = candidate.id
                self._take(by_key, candidate)
                return

    @staticmethod
    def _take(by_key: dict[tuple[str, str], list[Row]], found: Row) -> None:
        for rows in by_key.values():
            if found in rows:
                rows.remove(found)

    def _was(self, ours: Row, theirs: Row) -> bool:
        """Tell whether a row without a uid is one of ours: nearly its words, or words it had before."""
        if alike(ours, theirs):
            return True
        before = (change.old for change in merging.changes_of(self._tx.connection, [ours.id]))
        return any(
            _plain(str(old[name])) == _plain(words_of(theirs)) for old in before for name in _WORDS if name in old
        )

    def is_of(self, noun: str, row_id: str) -> bool:
        """Tell whether a row with this id and of this kind is in the file."""
        return self._nouns.get(row_id) == noun

    def here(self, row: Row) -> Row | None:
        """Return our row for a row of the record (with our ids in it); None for one that is new."""
        return self._live.get(row.id)

    def anything_out(self, session: str) -> bool:
        """Tell whether anything of this session was struck or sealed here."""
        return self._gone.anything or session in self._sessions_aside

    def is_gone(self, row: Entry) -> bool:
        """Tell whether a line was struck."""
        return row.id not in self._live and self._gone.holds("entry", row.id, row.text, has_uid=row.id in self._came)

    def stays_out(self, row: Row) -> bool:
        """Tell whether a row was struck, sealed, or taken away here."""
        if row.id in self._live:
            return False
        if row.id in self._aside or self._away.holds(row.id, _key(row), words_of(row)):
            return True
        if isinstance(row, Point):  # written from the words of somebody who was erased
            return self._gone.holds("point", row.id, row.you_said, has_uid=row.id in self._came)
        return isinstance(row, Entry) and self.is_gone(row)


def every_row(record: SessionRecord | None) -> Iterator[tuple[str, Row]]:
    """Yield every row of a record with its table, rows inside others too."""
    if record is None:
        return
    for name, noun in NOUN_OF.items():
        for row in getattr(record, name):
            yield noun, row
            if isinstance(row, Person):
                yield from (("need", need) for need in row.needs)
            if isinstance(row, Point):
                yield from (("promise_update", update) for update in row.updates)


def with_ids(record: SessionRecord, ids: Mapping[str, str], session: str) -> SessionRecord:
    """Return a record with our ids in its rows and links."""

    def ours(link: str | None) -> str | None:
        return ids.get(link, link) if link is not None else None

    def linked(row: Any) -> Any:
        links: dict[str, Any] = {"id": ids.get(row.id, row.id)}
        if isinstance(row, Entry):
            links |= {name: ours(getattr(row, name)) for name in ("speaker", "said_for", "duplicate_of")}
        if isinstance(row, ChecklistItem):
            links["for_person"] = ours(row.for_person)
        if isinstance(row, Point):
            links["from_entries"] = tuple(ids.get(e, e) for e in row.from_entries)
            links["updates"] = tuple(map(linked, row.updates))
        if isinstance(row, Telling):
            links["promise"] = ids.get(row.promise, row.promise)
        if isinstance(row, Person):
            links["needs"] = tuple(map(linked, row.needs))
        return dataclasses.replace(row, **links)

    head = dataclasses.replace(record.session, id=session)
    if not ids:
        return dataclasses.replace(record, session=head)
    lists: Any = {name: tuple(map(linked, getattr(record, name))) for name in NOUN_OF}
    return dataclasses.replace(record, session=head, **lists)


def words_of(row: Row) -> str:
    """Return the words by which a row is known again."""
    for name in _WORDS:
        if found := getattr(row, name, None):
            return str(found)
    return ""


def same_words(a: Row, b: Row) -> bool:
    """Tell whether two rows say the same, whatever their spaces and capitals."""
    return _plain(words_of(a)) == _plain(words_of(b))


def alike(a: Row, b: Row) -> bool:
    """Tell whether two rows say nearly the same: one that was corrected, not two."""
    match = difflib.SequenceMatcher(None, _plain(words_of(a)), _plain(words_of(b)), autojunk=False)
    return match.real_quick_ratio() >= ALIKE and match.quick_ratio() >= ALIKE and match.ratio() >= ALIKE


def _plain(words: str) -> str:
    return " ".join(unicodedata.normalize("NFC", words).casefold().split())


def _key(row: Row) -> str:
    return str(getattr(row, "n", None) or row.key)
