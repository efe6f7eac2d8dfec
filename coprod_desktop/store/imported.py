"""What is here of a session that comes in from a file again."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, literal, select, union_all

from coprod_desktop.store import gone, schema

_NOUNS = (
    "person",
    "ground_rule",
    "agenda_item",
    "checklist_item",
    "entry",
    "vote",
    "point",
    "telling",
    "notice_given",
    "need",
    "promise_update",
    "asking",
    "member_check",
    "said_back",
    "format_asked",
    "easy_sentence",
    "easy_mark",
    "moment",
    "read_back",
    "claim",
)
_WORDS = {
    "ground_rule": "text",
    "agenda_item": "title",
    "checklist_item": "text",
    "entry": "text",
    "vote": "question",
    "point": "you_said",
    "telling": "text",
    "need": "need",
    "promise_update": "on",
}


@dataclass(frozen=True)
class Away:
    """Rows of a session that were taken away here: by id, and by key and words for files without ids."""

    ids: frozenset[str] = frozenset()
    known: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    def holds(self, row_id: str, key: str, words: str) -> bool:
        """Tell whether a row of a file was taken away here."""
        return row_id in self.ids or (key, words) in self.known


def session_of_file(connection: Connection, key: str, row_id: str) -> tuple[str | None, bool]:
    """Return the id of the session with this key or id, and whether it was taken away. (None, False): none is here."""
    t = schema.session
    query = select(t.c.id, t.c.deleted_at).where((t.c.key == key) | (t.c.id == row_id))
    rows = connection.execute(query.order_by(t.c.deleted_at.is_not(None), t.c.seq.desc())).all()
    return (rows[0].id, rows[0].deleted_at is not None) if rows else (None, False)


def taken_away(connection: Connection, session: str) -> Away:
    """Return what was taken away of a session."""
    ids: set[str] = set()
    known: set[tuple[str, str]] = set()
    for noun, words in _WORDS.items():
        t = schema.META.tables[noun]
        key = t.c.n if noun == "entry" else t.c.key
        query = select(t.c.id, key, t.c[words]).where(t.c.session_id == session, t.c.deleted_at.is_not(None))
        for row in connection.execute(query):
            ids.add(row[0])
            known.add((str(row[1]), row[2]))
    a = schema.attendance
    off = select(a.c.person_id).where(a.c.session_id == session, a.c.deleted_at.is_not(None))
    ids.update(connection.execute(off).scalars())
    ids.update(row.key if row.noun == "attendance" else row.id for row in _emptied(connection, session))
    return Away(frozenset(ids), frozenset(known))


def away_of(connection: Connection, session: str) -> list[str]:
    """Return lines that were removed and people who were taken off the list: a no of theirs still counts elsewhere."""
    e, a = schema.entry, schema.attendance
    lines = select(e.c.id).where(e.c.session_id == session, e.c.deleted_at.is_not(None))
    people = select(a.c.person_id).where(a.c.session_id == session, a.c.deleted_at.is_not(None))
    emptied = (row.key if row.noun == "attendance" else row.id for row in _emptied(connection, session))
    return [*connection.execute(lines).scalars(), *connection.execute(people).scalars(), *emptied]


def _emptied(connection: Connection, session: str) -> list[gone.GoneRow]:
    """Return what was taken away of a session and emptied from the Bin since."""
    key = connection.execute(select(schema.session.c.key).where(schema.session.c.id == session)).scalar()
    return [row for row in gone.every(connection) if row.why == gone.EMPTIED and row.session_key == key]


def nouns_of_ids(connection: Connection) -> dict[str, str]:
    """Return which table each id of the workspace is in."""
    queries = [select(schema.META.tables[n].c.id, literal(n)) for n in _NOUNS]
    return {row[0]: row[1] for row in connection.execute(union_all(*queries))}
