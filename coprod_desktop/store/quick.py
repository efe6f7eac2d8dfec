"""Inserts compiled once, and many ids in parts. Saving a line is a dozen small statements; building each anew would cost more than the disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects.sqlite import dialect

_AT_ONCE = 500


def in_parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield ids in parts that one statement can take."""
    return (ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE))


@cache
def _compiled(table: Table, keys: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    made = insert(table).compile(dialect=dialect(), column_keys=list(keys))
    return str(made), tuple(made.positiontup or ())


def put(connection: Connection, table: Table, row: Mapping[str, Any]) -> int:
    """Insert one row and return its integer key."""
    sql, order = _compiled(table, tuple(row))
    return int(connection.exec_driver_sql(sql, tuple(row[k] for k in order)).lastrowid)


def put_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all have the same columns."""
    if rows:
        sql, order = _compiled(table, tuple(rows[0]))
        connection.exec_driver_sql(sql, [tuple(row[k] for k in order) for row in rows])
