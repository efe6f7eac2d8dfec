"""Parts of earlier agendas that were kept for next time, and stand on no agenda since."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, exists, func, or_, select

from coprod_desktop.domain.record import AgendaItem
from coprod_desktop.domain.words import PartState
from coprod_desktop.store import schema
from coprod_desktop.store.mapping import decode


def kept(connection: Connection, session: str) -> Sequence[AgendaItem]:
    """Return parts kept for next time by earlier sessions of the same project or kind, the latest session's first.

    One whose title is on the agenda of a later session, or of this one, was taken up.
    """
    item, of = schema.agenda_item, schema.session
    later, its = item.alias("later"), of.alias("its")
    here = connection.execute(select(of).where(of.c.id == session)).mappings().one()
    same = (
        of.c.project == here["project"] if here["project"] else (of.c.project.is_(None)) & (of.c.type == here["type"])
    )
    taken_up = exists().where(
        func.lower(later.c.title) == func.lower(item.c.title),
        later.c.deleted_at.is_(None),
        later.c.session_id != item.c.session_id,
        its.c.id == later.c.session_id,
        its.c.deleted_at.is_(None),
        or_(its.c.id == session, its.c.date > of.c.date),
    )
    found = connection.execute(
        select(item)
        .join(of, of.c.id == item.c.session_id)
        .where(
            item.c.state == PartState.NEXT_TIME.value,
            item.c.deleted_at.is_(None),
            of.c.deleted_at.is_(None),
            of.c.id != session,
            of.c.date <= here["date"],
            of.c.sample == here["sample"],
            same,
            ~taken_up,
        )
        .order_by(of.c.date.desc(), item.c.order, item.c.seq)
    )
    return tuple(decode(AgendaItem, row) for row in found.mappings())
