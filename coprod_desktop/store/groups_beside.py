"""Which rows stand beside a session and its group, and how they are found from the session."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Table, or_, select

from coprod_desktop.store import schema

OF_BOTH = ("log_line", "agreed_paper", "looked_back", "group_measure")
"""Rows of a group, of a session, or of both."""
OF_GROUP = ("group_member", "partner")
OF_PAPER = ("paper_version", "signed_up")
BESIDE = frozenset({"work_group", *OF_GROUP, *OF_BOTH, *OF_PAPER})


def beside(table: Table, session: str) -> ColumnElement[bool]:
    """The condition that a row of one of these tables is of a session, or of that session's group."""
    s = schema.session
    group = select(s.c.group_id).where(s.c.id == session).scalar_subquery()
    if table is schema.work_group:
        return table.c.id == group
    if table.name in OF_GROUP:
        return table.c.group_id == group
    if table.name in OF_PAPER:
        papers = select(schema.agreed_paper.c.id).where(beside(schema.agreed_paper, session))
        return table.c.paper_id.in_(papers)
    return or_(table.c.session_id == session, table.c.group_id == group)
