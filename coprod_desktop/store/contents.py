"""What is in a database at one moment, and whether all of it can be read: for backups and what is restored from them."""

from __future__ import annotations

from typing import Any, NamedTuple

from coprod_desktop.domain.answers import is_promise
from coprod_desktop.domain.words import AnswerKind

_PROMISES = ", ".join(f"'{kind.value}'" for kind in AnswerKind if is_promise(kind))
_THERE = (
    "deleted_at IS NULL AND (session_id IS NULL OR session_id IN (SELECT id FROM session WHERE deleted_at IS NULL))"
)


class Contents(NamedTuple):
    """Counts that say it is all there. What is in the Bin does not count."""

    schema: int
    clock: int
    sessions: int
    lines: int
    promises: int
    rows: int
    """Of every table, the Bin and what search goes by with them."""


def of(connection: Any) -> Contents:
    """Count what is in the database of a raw connection, of this schema or an older one."""

    def ask(sql: str) -> int:
        return int(connection.execute(sql).fetchone()[0])

    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
    return Contents(
        schema=ask("PRAGMA user_version"),
        clock=ask("SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'clock'"),
        sessions=ask("SELECT count(*) FROM session WHERE deleted_at IS NULL"),
        lines=ask(f"SELECT count(*) FROM entry WHERE {_THERE}"),
        promises=ask(f"SELECT count(*) FROM point WHERE {_THERE} AND answer IN ({_PROMISES})"),
        rows=sum(ask(f'SELECT count(*) FROM "{name}"') for (name,) in names.fetchall()),
    )


def faults(connection: Any) -> str:
    """Return what is wrong with the pages, rows and indexes of a raw connection's database; "" when nothing is."""
    pages = connection.execute("PRAGMA cipher_integrity_check").fetchall()
    if pages:
        return f"{len(pages)} pages of the database are damaged"
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        return "rows belong to others that are missing"
    said = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]  # it asks each search index too
    if said != "ok":
        return "what search goes by is damaged" if "fts" in str(said) else "the database is damaged"
    return ""
