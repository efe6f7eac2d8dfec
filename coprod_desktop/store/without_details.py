"""What is done where a damaged database leaves a doubt: no line goes with its session's details, and no unheard no is printed."""

from __future__ import annotations

import datetime

from sqlalchemy import func, select

from coprod_desktop.domain.permission import NAME_PARTS, YES
from coprod_desktop.domain.record import Session
from coprod_desktop.domain.words import Publish
from coprod_desktop.store import permits, schema
from coprod_desktop.store.quick import in_parts
from coprod_desktop.store.transaction import Transaction

TITLE = "A session whose details could not be read"


def sessions(tx: Transaction) -> int:
    """Make a session for lines that have none any more, of the day on which the first was written. Returns how many."""
    e, s = schema.entry, schema.session
    orphans = select(e.c.session_id, func.min(e.c.created_at)).where(e.c.session_id.not_in(select(s.c.id)))
    found = tx.connection.execute(orphans.group_by(e.c.session_id)).all()
    for session, first in found:
        day = datetime.datetime.fromisoformat(first).astimezone().date()
        tx.add(Session(id=session, key=session, title=TITLE, type="listening space", date=day), session=session)
    return len(found)


def yeses(tx: Transaction) -> int:
    """Take every yes back, so that all are asked again. Returns how many.

    What lines and people show of their answers may be all that is left of a no: who took their words back is heard.
    """
    p, e, who = schema.permission, schema.entry, schema.person
    gone_back = select(who.c.id).where(who.c.consent_withdrawn_on.is_not(None))
    taken_back = (e.c.withdrawn == 1) | e.c.speaker.in_(gone_back) | e.c.said_for.in_(gone_back)
    for line in tx.connection.execute(select(e.c.id).where(taken_back)).scalars().all():
        tx.update("entry", line, {"publish": Publish.NO.value})
    rows = tx.connection.execute(select(p.c.id, p.c.value)).all()
    found = [row.id for row in rows if row.value == YES or NAME_PARTS.get(row.value)]
    for some in in_parts(found):
        permits.forget(tx, some)
    shown = tx.connection.execute(select(e.c.id).where(e.c.quote_ok == 1)).scalars().all()
    people = tx.connection.execute(select(who.c.id)).scalars().all()
    for noun, subject in (*(("entry", line) for line in shown), *(("person", person) for person in people)):
        permits.fold_into(tx, noun, subject)
    return max(len(found), len(shown))
