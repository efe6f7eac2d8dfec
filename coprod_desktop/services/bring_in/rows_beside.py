"""Rows that stand beside a session in its file: of the hour itself, of the week after, of Easy Read.

Each kind has a key of its own at the file's top level, which is there only when there is such a row. They are put
together by id, as a set: what is taken away here stays away, and a sentence that both changed waits for a choice.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from coprod_desktop.domain.easy_record import EasyMark, EasySentence
from coprod_desktop.domain.ids import is_id, made_id
from coprod_desktop.domain.live_hour import Moment, ReadBack
from coprod_desktop.domain.record import Row
from coprod_desktop.domain.week_after import Asking, FormatAsked, MemberCheck, SaidBack
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import imported, merging, reading, schema
from coprod_desktop.store.mapping import columns, decode, encode_row
from coprod_desktop.store.merging import Merging
from coprod_desktop.store.transaction import Transaction

KEYS: dict[str, type[Row]] = {
    "asking": Asking,
    "member_checks": MemberCheck,
    "said_back": SaidBack,
    "formats_asked": FormatAsked,
    "easy_sentences": EasySentence,
    "easy_marks": EasyMark,
    "moments": Moment,
    "read_backs": ReadBack,
}
_KEPT = frozenset({"id", "key", "given", "unknown"})
_KIND_OF_FILE = {str: "text", int: "integer"}
Json = dict[str, Any]


def read(data: Json) -> tuple[Row, ...]:
    """Return the rows of a file's top level. One that is not as it should be is left out."""
    return tuple(row for key, kind in KEYS.items() for row in _rows(kind, data.get(key)))


def as_json(rows: Iterable[Row]) -> Json:
    """Return the keys of a file's top level; those with nothing in them stay out."""
    out: Json = {key: [] for key in KEYS}
    keys = {kind: key for key, kind in KEYS.items()}
    for row in rows:
        told = {name: value for name, value in encode_row(row).items() if name not in _KEPT and value is not None}
        out[keys[type(row)]].append({"uid": row.id, **told, **row.unknown})
    return {key: found for key, found in out.items() if found}


def of(desk: Desk, session: str) -> tuple[Row, ...]:
    """Return those of a session, as they are stored."""
    with desk.store.read() as connection:
        return tuple(row for kind in KEYS.values() for row in reading.rows(connection, kind, session))


def _rows(kind: type[Row], found: Any) -> Iterator[Row]:
    for one in found if isinstance(found, list) else ():
        if isinstance(one, dict) and is_id(one.get("uid")) and (row := _row(kind, one)) is not None:
            yield row


def _row(kind: Any, data: Json) -> Row | None:
    own = [c for c in columns(kind) if c.name not in _KEPT]
    values: Json = {c.name: data.get(c.name) for c in own}
    for column in own:
        value = values[column.name]
        if value is None and not column.required:
            continue
        if isinstance(value, bool) or _KIND_OF_FILE.get(type(value)) != column.sql:
            return None
        if isinstance(value, int) and not 0 <= value < 2**31:
            return None
    unknown = {k: v for k, v in data.items() if k not in values and k not in {"uid", *_KEPT}}
    try:
        row: Row = decode(kind, values, id=data["uid"], key="", given=(), unknown=unknown)
    except ValueError:
        return None
    return row


class Beside:
    """The rows of one file, with the ids they have here. `ids`: file id -> our id, of the other rows of the file."""

    def __init__(
        self, tx: Transaction, rows: Iterable[Row], ids: Mapping[str, str], session: str, file_key: str
    ) -> None:
        self._tx, self._session = tx, session
        self.ids: dict[str, str] = {}
        """File id -> our id, where they differ."""
        rows = tuple(rows)
        taken = imported.nouns_of_ids(tx.connection) if rows else {}
        self.rows = tuple(self._ours(row, ids, taken, file_key) for row in rows)
        self.nouns = {row.id: schema.TABLE_OF[type(row)].name for row in self.rows}

    def _ours(self, row: Row, ids: Mapping[str, str], taken: Mapping[str, str], file_key: str) -> Row:
        noun = schema.TABLE_OF[type(row)].name
        there = taken.get(row.id)
        if there is not None and (
            there != noun or reading.session_of(self._tx.connection, noun, row.id) != self._session
        ):  # it is another row's, or another session's: a copy of it is a row of its own
            self.ids[row.id] = made_id(file_key, noun, row.id)
        links: Json = {"id": self.ids.get(row.id, row.id)}
        for name in ("point", "part"):
            if (link := getattr(row, name, None)) is not None:
                links[name] = ids.get(link, link)
        return dataclasses.replace(row, **links)

    def bring_in(self, out: Merging) -> bool:
        """Add those that are not here, put the others together. Returns whether any was changed on both sides."""
        tx, differ = self._tx, False
        for row in self.rows:
            noun = self.nouns[row.id]
            if not reading.is_there(tx.connection, noun, row.id):
                if self._has_its_point(row):
                    tx.add(row, session=self._session)
            elif reading.stands(tx.connection, noun, row.id):
                differ = bool(out.row(noun, row.id, merging.columns(row))) or differ
        return differ

    def _has_its_point(self, row: Row) -> bool:
        """A row about a point that was emptied, or went with a sealed line, does not come without it."""
        point = getattr(row, "point", None)
        return not point or reading.is_there(self._tx.connection, "point", point)
