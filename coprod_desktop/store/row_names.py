"""What rows are called: ids as the words by which one knows them."""

from __future__ import annotations

from sqlalchemy import Connection, select

from coprod_desktop.store import schema


def called(connection: Connection) -> dict[str, str]:
    """Return what every session, person, group and agreed paper is called, by id."""
    s, p, g, a = schema.session, schema.person, schema.work_group, schema.agreed_paper
    found = {row.id: row.title for row in connection.execute(select(s.c.id, s.c.title))}
    found |= {row.id: row.name for row in connection.execute(select(g.c.id, g.c.name))}
    found |= {row.id: row.title for row in connection.execute(select(a.c.id, a.c.title))}
    return found | {row.id: row.name for row in connection.execute(select(p.c.id, p.c.name))}
