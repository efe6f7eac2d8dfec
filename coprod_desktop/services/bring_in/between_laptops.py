"""What a session file takes along for another laptop: answers, changes, what is gone, what is sealed, what was told."""

from __future__ import annotations

from coprod_desktop.domain.ids import made_id
from coprod_desktop.domain.record import SessionRecord
from coprod_desktop.services.bring_in import rows_beside
from coprod_desktop.services.bring_in.matching import every_row
from coprod_desktop.services.bring_in.session_file import spoke_off_list
from coprod_desktop.services.bring_in.session_file_private import Added, Gone, Private, Revision
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import aside, gone, imported, merging, permits

_STAY_HERE = frozenset({"group_id"})
"""Columns of no file: which group a session or a promise is of."""
GROUP_STAYS = (
    "The session file is of the session alone. Its group stays here, with the group's log and agreed papers: a backup takes "
    "all of it to another laptop."
)


def came_without_its_group(name: str) -> str:
    """Return what is said once where a session comes whose group, or series, has this name."""
    return (
        f"It is one of “{name}”. A session file is of the session alone: the group's log and agreed papers stay on the laptop "
        "it came from. If that group is here too, choose it in Get ready, under “Who can take part…”."
    )


def of(desk: Desk, record: SessionRecord) -> Private:
    """Return it for one session."""
    session = record.session
    ids = [row.id for _, row in every_row(record)]
    here = [*(e.id for e in record.entries), *(p.id for p in (*record.people, *spoke_off_list(record)))]
    parts = [made_id("attendance", session.id, p.id) for p in record.people]
    beside = rows_beside.of(desk, session.id)
    ids += [row.id for row in beside]
    with desk.store.read() as connection:
        return Private(
            permissions=tuple(permits.of_many(connection, [*here, *imported.away_of(connection, session.id)])),
            revisions=tuple(
                Revision(c.noun, c.row_id, c.hlc, c.device, c.at, old)
                for c in merging.changes_of(connection, [session.id, *ids, *parts])
                if (old := {k: v for k, v in c.old.items() if k not in _STAY_HERE}) or not c.old
            ),
            gone=tuple(
                Gone(row.id, row.noun, row.key, row.why, row.words_hash)
                for row in gone.every(connection)
                if row.session_key == session.key and row.why != gone.EMPTIED
            ),
            sealed=aside.sealed_of(connection, session.id),
            tellings=(*record.earlier, *(t for p in record.points for t in p.tellings if t.session == session.id)),
            updates=tuple(Added(t.promise, u) for t in record.earlier if t.made for u in t.made.updates),
            beside=beside,
        )
