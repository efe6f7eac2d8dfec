"""Rows that stand beside a session in its file: of the hour itself, of the week after, of Easy Read.

Each kind has a key of its own at the file's top level, which is there only when there is such a row. They are put
together by id, as a set: what is taken away here stays away, and a sentence that both changed waits for a choice.
"""

from __future__ import annotations

import dataclasses
import datetime
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from coprod_desktop.domain import money
from coprod_desktop.domain.easy_record import EasyMark, EasySentence
from coprod_desktop.domain.ids import is_id, made_id
from coprod_desktop.domain.live_hour import Moment, ReadBack
from coprod_desktop.domain.people_record import Claim
from coprod_desktop.domain.record import Person, Row, Session
from coprod_desktop.domain.week_after import Asking, FormatAsked, MemberCheck, SaidBack
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import claims, imported, merging, reading, schema
from coprod_desktop.store.mapping import columns, decode, encode_row
from coprod_desktop.store.merging import Merging
from coprod_desktop.store.transaction import Transaction

Json = dict[str, Any]
KEYS: dict[str, type[Row]] = {
    "asking": Asking,
    "member_checks": MemberCheck,
    "said_back": SaidBack,
    "formats_asked": FormatAsked,
    "easy_sentences": EasySentence,
    "easy_marks": EasyMark,
    "moments": Moment,
    "read_backs": ReadBack,
    "claims": Claim,
}
_KEPT = frozenset({"id", "key", "given", "unknown", "session_id"})
"""What the row's place in the file says, or nothing."""
_NOWHERE: Mapping[type[Row], Json] = {Claim: {"session_id": None}}
_KIND_OF_FILE = {str: "text", int: "integer"}


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
    """Return those of a session, as they are stored, but what hangs on a point in the Bin; amounts only where they say more than the expenses in its file."""
    with desk.store.read() as connection:
        away = reading.points_in_bin(connection)
        every = (row for kind in KEYS.values() for row in reading.rows(connection, kind, session))
        found = [row for row in every if getattr(row, "point", None) not in away]
        amounts = [row for row in found if isinstance(row, Claim)]
        if not amounts:
            return tuple(found)
        changed = {change.row_id for change in merging.changes_of(connection, [claim.id for claim in amounts])}
        held = reading.one(connection, Session, session).date
    told = {person for person in {claim.person_id for claim in amounts} if _is_all_told(amounts, person, held, changed)}
    return tuple(row for row in found if not isinstance(row, Claim) or row.person_id not in told)


def _is_all_told(amounts: Iterable[Claim], person: str | None, held: datetime.date, changed: Container[str]) -> bool:
    """Tell whether somebody's expenses in the file say all there is: they make the same amounts, and none was changed."""
    theirs = [claim for claim in amounts if claim.person_id == person]
    if not person or any(claim.id in changed for claim in theirs):
        return False
    listed = money.expenses(theirs)
    made = {c.id: c for c in money.from_expenses(theirs[0].session_id or "", person, held, listed)}
    return all(made.get(claim.id) == claim for claim in theirs)


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
        row: Row = decode(kind, values, **_NOWHERE.get(kind, {}), id=data["uid"], key="", given=(), unknown=unknown)
    except ValueError:
        return None
    return row


def _paid(claim: Claim) -> tuple[int, str, str]:
    return (money.paid(claim), claim.paid_on.isoformat() if claim.paid_on else "", str(claim.how or ""))


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
        if there is not None and (there != noun or self._is_elsewhere(noun, row.id)):
            # it is another row's, or another session's: a copy of it is a row of its own
            self.ids[row.id] = made_id(file_key, noun, row.id)
        links: Json = {"id": self.ids.get(row.id, row.id)}
        if isinstance(row, Claim):
            links["session_id"] = self._session
        for name in ("point", "part", "person_id"):
            if (link := getattr(row, name, None)) is not None:
                links[name] = ids.get(link, link)
        return dataclasses.replace(row, **links)

    def _is_elsewhere(self, noun: str, row_id: str) -> bool:
        """An amount that outlived its session is of it again when that comes back."""
        session = reading.session_of(self._tx.connection, noun, row_id)
        return session != self._session and (noun != "claim" or session is not None)

    def bring_in(self, out: Merging) -> bool:
        """Add those that are not here, put the others together. Returns whether any was changed on both sides."""
        tx, differ = self._tx, False
        for row in self.rows:
            noun = self.nouns[row.id]
            if not reading.is_there(tx.connection, noun, row.id):
                if self._has_what_it_is_of(row):
                    tx.add(row, session=self._session)
            elif self._has_what_it_is_of(row) and self._stands(noun, row):
                differ = bool(out.row(noun, row.id, merging.columns(row))) or differ
        return differ

    def _stands(self, noun: str, row: Row) -> bool:
        """Tell whether a row is to be put together with ours. An amount that was paid elsewhere lies in no Bin."""
        if isinstance(row, Claim) and row.person_id is None:
            return self._is_all_that_is_left(row)
        if reading.stands(self._tx.connection, noun, row.id):
            return True
        if isinstance(row, Claim) and row.paid_on is not None:
            self._tx.update(noun, row.id, {"deleted_at": None}, "restore")
            return True
        return False

    def _is_all_that_is_left(self, claim: Claim) -> bool:
        """Of what was paid to somebody who was erased only the amount is left. Paid twice over, the greater one stands."""
        ours = claims.of_nobody(self._tx.connection, claim.id)
        return ours is not None and _paid(claim) > _paid(ours)

    def _has_what_it_is_of(self, row: Row) -> bool:
        """A row about a point that was emptied, or went with a sealed line, does not come without it.

        Nor does an amount of somebody who is not here any more, nor one that was emptied from the Bin; what was paid does.
        """
        if isinstance(row, Claim):
            return self._is_somebodys(row)
        point = getattr(row, "point", None)
        return not point or reading.is_there(self._tx.connection, "point", point)

    def _is_somebodys(self, claim: Claim) -> bool:
        connection, is_paid = self._tx.connection, claim.paid_on is not None
        if claims.is_let_go(connection, claim.id) or (claim.id in self._away and not is_paid):
            return False
        if claim.person_id is None:
            return is_paid
        known = reading.is_there(connection, "person", claim.person_id)
        return known and claims.of_nobody(connection, claim.id) is None

    @cached_property
    def _away(self) -> frozenset[str]:
        return imported.taken_away(self._tx.connection, self._session).ids

    def bring_in_expenses(self, people: Iterable[Person], on: datetime.date, out: Merging) -> bool:
        """Add an amount for each expense of these people that no amount of the file's, or of ours, says already."""
        tx, differ = self._tx, False
        in_file = {row.id: row for row in self.rows if isinstance(row, Claim)}
        for person in (p for p in people if p.expenses):
            ours = {c.id: c for c in claims.of(tx.connection, session=self._session, person=person.id)}
            told = [c for c in in_file.values() if c.person_id == person.id]
            here = Counter(money.expenses(c for c in ours.values() if c.id not in in_file))
            for claim in money.from_expenses(self._session, person.id, on, person.expenses, told):
                if here[claim.words or "", claim.pence]:
                    here[claim.words or "", claim.pence] -= 1
                elif claim.id in ours:
                    differ = bool(out.row("claim", claim.id, {"pence": claim.pence})) or differ
                elif not reading.is_there(tx.connection, "claim", claim.id) and self._is_somebodys(claim):
                    tx.add(claim, session=self._session)
        return differ
