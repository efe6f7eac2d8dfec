"""Search in what stands beside points and papers: replies as they came, who looked at a draft, what was said back.

There are few such rows, a handful a session, so they are looked through as they are and have no index.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

COLUMNS: dict[str, tuple[str, ...]] = {
    "asking": ("words", "to_whom"),
    "said_back": ("back",),
    "member_check": ("changed", "who", "skipped"),
}
"""Nouns that are looked through, and where."""


class Beside(NamedTuple):
    """One hit."""

    noun: str
    id: str
    session: str
    title: str
    date: str
    point: str | None
    you_said: str
    """Of the point it is about; "" for none."""
    texts: tuple[str | None, ...]
    """What stands in each of its columns."""


def beside(connection: Connection, words: Sequence[str], limit: int) -> Iterator[Beside]:
    """Yield what holds all of these words, newest first, as the index finds them: the last may be unfinished."""
    ends = [re.compile(rf"(?<![^\W_]){re.escape(fold(word))}(?![^\W_])") for word in words[:-1]]
    ends.append(re.compile(rf"(?<![^\W_]){re.escape(fold(words[-1]))}"))
    for noun, columns in COLUMNS.items():
        found = 0
        for row in connection.exec_driver_sql(_query(noun, columns)):
            row_id, session, title, date, point, you_said, *texts = row
            told = fold("\n".join(filter(None, texts)))
            if all(end.search(told) for end in ends):
                yield Beside(noun, row_id, session, title, date, point, you_said or "", tuple(texts))
                found += 1
                if found == limit:
                    break


def _query(noun: str, columns: Sequence[str]) -> str:
    point = "NULL" if noun == "member_check" else "t.point"
    return (
        f"SELECT t.id, s.id, s.title, s.date, {point}, p.you_said, {', '.join(f't.{name}' for name in columns)} "
        f"FROM {noun} t JOIN session s ON s.id = t.session_id LEFT JOIN point p ON p.id = {point} "
        "WHERE t.deleted_at IS NULL AND s.deleted_at IS NULL AND (p.id IS NULL OR p.deleted_at IS NULL) "
        "ORDER BY t.seq DESC"
    )


def fold(text: str) -> str:
    """Return a text as the index compares it: without capitals and accents."""
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
