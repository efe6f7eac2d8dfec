"""The rows of a table that somebody may take with them: what stands in the Bin or aside, and the sample, stays here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select

from coprod_desktop.store import lists, row_names, schema
from coprod_desktop.store.groups_kept import place_stands

NOT_HERE = "(not in this folder)"
_PARENTS = {
    **{"session_id": "session", "person_id": "person", "group_id": "work_group", "paper_id": "agreed_paper"},
    **{"point_id": "point", "point": "point", "promise": "point"},
}
"""Columns that name what a row hangs on: it stays where that stays."""
_OF_ITS_OWN = frozenset(
    {
        ("sent", "paper_id"),  # names another table's row
        *(("session", "group_id"), ("point", "group_id")),  # they stand without their group
        *((noun, "person_id") for noun in ("claim", "log_line", "group_member", "signed_up", "sent")),  # so do these
        ("permission", "session_id"),  # goes with whom or what it is of
    }
)
"""Of which the row does not hang on what the column names."""


class Everything:
    """One moment of the database, table by table."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    @cached_property
    def _stays(self) -> Mapping[str, frozenset[str]]:
        """Return what stays here, by column that names it: in the Bin, or of the sample alone."""
        found = {column: self._ids(noun, self._in_bin(noun)) for column, noun in _PARENTS.items()}
        sample = self._ids("session", schema.session.c.sample == 1)
        found["session_id"] |= sample
        papers = schema.agreed_paper
        found["paper_id"] |= self._ids("agreed_paper", or_(~place_stands(papers), papers.c.session_id.in_(sample)))
        a = schema.attendance
        of: dict[str, set[str]] = {}
        for person, session in self._connection.execute(select(a.c.person_id, a.c.session_id)):
            of.setdefault(person, set()).add(session)
        only_there = {person for person, there in of.items() if there <= sample}
        found["person_id"] |= only_there | lists.only_in_bin(self._connection)
        return found

    def _ids(self, noun: str, where: ColumnElement[bool]) -> frozenset[str]:
        return frozenset(self._connection.execute(select(schema.META.tables[noun].c.id).where(where)).scalars())

    @staticmethod
    def _in_bin(noun: str) -> ColumnElement[bool]:
        return schema.META.tables[noun].c.deleted_at.is_not(None)

    def called(self) -> dict[str, str]:
        """Return what rows are called, by id, as lists write it. A session, group or paper that stays gives no name."""
        stay = {one for column in ("session_id", "group_id", "paper_id") for one in self._stays[column]}
        return row_names.called(self._connection) | dict.fromkeys(stay, NOT_HERE)

    def rows(self, noun: str) -> list[dict[str, Any]]:
        """Return the rows of a table in the order in which they were written, as they are stored."""
        table = schema.META.tables[noun]
        query = select(table).order_by(table.c.seq)
        if "deleted_at" in table.c:
            query = query.where(table.c.deleted_at.is_(None))
        return [dict(row) for row in self._connection.execute(query).mappings() if self._goes(noun, row)]

    def _goes(self, noun: str, row: Mapping[Any, Any]) -> bool:
        own = {of: column for column, of in _PARENTS.items()}.get(noun)
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
        """Return of whom and of which lines no answer is taken: of lines in the Bin, and of those that stand aside."""
        t, e = schema.set_aside, schema.entry
        aside = frozenset(self._connection.execute(select(t.c.row_id)).scalars())
        stay = or_(self._in_bin("entry"), e.c.session_id.in_(self._stays["session_id"]))
        return self._stays["person_id"] | aside | self._ids("entry", stay)
