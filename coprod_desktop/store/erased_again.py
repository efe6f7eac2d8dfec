"""An older copy of the database holds a person who was erased since: they are taken out of it again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from coprod_desktop.domain.check.mentions import Mentions
from coprod_desktop.store import erasing, reading, schema
from coprod_desktop.store.erased_names import ErasedNames
from coprod_desktop.store.gone import GoneRow
from coprod_desktop.store.held_texts import HeldText
from coprod_desktop.store.transaction import Transaction


def obey(tx: Transaction, people: Sequence[str], rows: Iterable[GoneRow]) -> None:
    """Erase these people; `rows` is what is gone elsewhere, with the names that were covered in other people's words."""
    gone = list(rows)
    for person in people:
        erasing.erase(tx, [person], _named_as_before(tx, gone, person))


def _named_as_before(tx: Transaction, rows: Sequence[GoneRow], person: str) -> erasing.Named:
    keys = {row.id: row.key for row in tx.connection.execute(select(schema.session.c.id, schema.session.c.key))}
    erased: dict[str, ErasedNames] = {}
    everyone = reading.everyone(tx.connection)
    mentions = Mentions([p for p in everyone if p.id == person], [p for p in everyone if p.id != person])

    def named(held: HeldText) -> Iterable[tuple[int, int]]:
        key = keys.get(held.session or "", "")
        if key not in erased:
            erased[key] = ErasedNames(rows, key)
        sure = [(one.start, one.end) for one in mentions.places(held.text) if one.sure]
        again = erased[key].places(held.text)
        return [*sure, *((a, b) for a, b in again if not any(a < end and start < b for start, end in sure))]

    return named
