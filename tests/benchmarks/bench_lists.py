"""Opening a long session, and searching everything while typing."""

from __future__ import annotations

import statistics

from coprod_desktop.store import cipher, lists, schema, search
from coprod_desktop.store.store import DATABASE, Store
from tests.benchmarks.material import workspace
from tests.benchmarks.rows import Row, against_floor, in_turns, milliseconds, percentile, under

TYPED = ("carer late", "direct payments", "wheelchair taxi", "coat", "nobody rang", "zebra")


def rows() -> list[Row]:
    """Return the figures."""
    return [opening(), typing()]


def opening() -> Row:
    """A session of 2,000 entries as the list wants it, against the same columns of its rows read raw."""
    with workspace(2000) as (store, (session,)):
        raw = cipher.connect(store.folder / DATABASE, store._key)
        columns = ", ".join(name for name in lists.EntryLine._fields if name in schema.entry.c)
        query = f"SELECT {columns} FROM entry WHERE session_id = ? AND deleted_at IS NULL ORDER BY n"

        def ours() -> None:
            with store.read() as connection:
                assert len(lists.entries(connection, session)) == 2000

        def floor() -> None:
            assert len(raw.execute(query, (session,)).fetchall()) == 2000

        try:
            return against_floor("open a session of 2,000 entries (ms)", *in_turns(ours, floor, 40), 2.5)
        finally:
            raw.close()


def typing() -> Row:
    """Each letter of some searches over 100,000 entries, as typed; and the same queries with no row fetched."""
    with workspace(2000, *[196] * 500) as (store, _):
        took = [milliseconds(lambda t=typed: _search(store, t)) for _ in range(3) for typed in _beginnings()]
    return under(
        f"search while typing, 100,000 entries, p95 (ms); median {statistics.median(took):.1f}",
        percentile(took, 95),
        20,
    )


def _beginnings() -> list[str]:
    return [typed[:n] for typed in TYPED for n in range(1, len(typed) + 1)]


def _search(store: Store, typed: str) -> None:
    with store.read() as connection:
        search.search(connection, typed)
