"""Kinds of lists that came before: what somebody said their columns mean is taken up again the next time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from coprod_desktop.domain.changes import Changes
from coprod_desktop.services.bring_in import people
from coprod_desktop.services.bring_in.people_list.values import Column, ListedRow
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import list_columns


def look(desk: Desk, data: bytes, *, meanings: Mapping[int, str] | None = None, **more: Any) -> ListedRow:
    """Read a list as `people.look` does; its columns mean what was said of this kind of list, where nobody says now."""
    found = people.look(desk, data, meanings=meanings, **more)
    if meanings is not None:
        return found
    before = recall(desk, found.columns)
    if before is None or all(before.get(column.place) == column.meaning for column in found.columns):
        return found
    return people.look(desk, data, meanings=before, **more)


def recall(desk: Desk, columns: Sequence[Column]) -> Mapping[int, str] | None:
    """Return what was said of the columns of this kind of list, by place; None when nobody has said."""
    if not any(column.heading for column in columns):
        return None
    with desk.store.read() as connection:
        found = list_columns.recall(connection, _kind(desk, columns))
    if found is None or len(found) != len(columns):
        return None
    return {column.place: meaning for column, meaning in zip(columns, found, strict=True)}


def remember(desk: Desk, columns: Sequence[Column]) -> Changes:
    """Keep what these columns were said to mean, for the next list of the kind. It is no step of undo."""
    if not any(column.heading for column in columns):
        return Changes()
    with desk.store.write() as tx:
        list_columns.remember(tx, _kind(desk, columns), [column.meaning for column in columns])
    return tx.changes


def _kind(desk: Desk, columns: Sequence[Column]) -> str:
    return list_columns.kind_of([column.heading for column in columns], desk.store.raw_key())
