"""Whether an open database holds together: its pages, its tables, what points where, and search against the words."""

from __future__ import annotations

from typing import Any

from sqlcipher3 import dbapi2

from coprod_desktop.store import schema

SEARCH = "search index of "
"""How a complaint about search begins: it can be made again of the rows."""


def complaints(connection: Any, *, pages: bool = True) -> list[str]:
    """Return what is wrong, nothing when all is well. `connection` is a raw one that may write; nothing is changed.

    The index of search is compared word by word with the rows it was made of: what a row says is not what was put
    in it, or was changed past the program, shows here.
    """
    found: list[str] = []
    for pragma in ("integrity_check", "foreign_key_check", *(["cipher_integrity_check"] if pages else [])):
        try:
            rows = connection.execute(f"pragma {pragma}").fetchall()
        except dbapi2.DatabaseError as wrong:
            rows = [(str(wrong),)]
        found += [f"{pragma}: {' '.join(map(str, row))}" for row in rows if row != ("ok",)]
    indexes = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE name LIKE '%_fts'")}
    for noun in (noun for noun in schema.SEARCHED if f"{noun}_fts" in indexes):  # an older schema has fewer
        try:
            connection.execute(f"INSERT INTO {noun}_fts({noun}_fts, rank) VALUES ('integrity-check', 1)")
        except dbapi2.DatabaseError as wrong:
            found.append(f"{SEARCH}{noun}: {wrong}")
    return found
