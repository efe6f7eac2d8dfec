"""The rows of a table that somebody may take with them: what stands in the Bin or aside, and the sample, stays here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, or_, select

from coprod_desktop.store import schema

_PARENTS = {"session_id": "session", "person_id": "person", "group_id": "work_group", "paper_id": "agreed_paper"}
"""Columns that name what a row hangs on: it stays where that stays."""
_OF_ITS_OWN = frozenset({("sent", "paper_id")})
"""Of which the column names another table's row."""


class Everything:
    """One moment of the database, table by table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def _stays(self) -> Mapping[str, frozenset[str]]:
        """Return what stays here, by column that names it: in the Bin, or of the sample alone."""
        found: dict[str, frozenset[str]] = {}
        for column, noun in _PARENTS.items():
            t = schema.META.tables[noun]
            binned = t.c.deleted_at.is_not(None)
            stays = or_(binned, t.c.sample == 1) if noun == "session" else binned
            found[column] = frozenset(self._connection.execute(select(t.c.id).where(stays)).scalars())
        a = schema.attendance
        of: dict[str, set[str]] = {}
        for person, session in self._connection.execute(select(a.c.person_id, a.c.session_id)):
            of.setdefault(person, set()).add(session)
        s = schema.session
        sample = set(self._connection.execute(select(s.c.id).where(s.c.sample == 1)).scalars())
        only_there = {person for person, there in of.items() if there <= sample}
        found["person_id"] |= only_there
        return found

    def rows(self, noun: str) -> list[dict[str, Any]]:
        """Return the rows of a table in the order in which they were written, as they are stored."""
        table = schema.META.tables[noun]
        query = select(table).order_by(table.c.seq)
        if "deleted_at" in table.c:
            query = query.where(table.c.deleted_at.is_(None))
        return [dict(row) for row in self._connection.execute(query).mappings() if self._goes(noun, row)]

    def _goes(self, noun: str, row: Mapping[Any, Any]) -> bool:
        own = {"session": "session_id", "person": "person_id"}.get(noun)
        if own is not None and row["id"] in self._stays[own]:
            return False
        if noun == "permission" and row["row_id"] in self._without_permissions:
            return False
        return not any(
            row[column] in gone
            for column, gone in self._stays.items()
            if column in row and (noun, column) not in _OF_ITS_OWN
        )

    @cached_property
    def _without_permissions(self) -> frozenset[str]:
        """Return of whom and of which lines no answer is taken: lines that stand aside are in no list."""
        t = schema.set_aside
        return self._stays["person_id"] | frozenset(self._connection.execute(select(t.c.row_id)).scalars())
