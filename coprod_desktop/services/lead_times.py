"""The days of getting ready, counted back from the session's own: from the checklist, the needs and the starter lines."""

from __future__ import annotations

from coprod_desktop.domain.lead_times import Plan, Takes, plan
from coprod_desktop.domain.record import ChecklistItem, Session
from coprod_desktop.services import need_lines
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading


def read(desk: Desk, session: str) -> Plan:
    """Return what has to be done by when before a session. Runs on the reading thread."""
    with desk.store.read() as connection:
        day = reading.one(connection, Session, session).date
        lines = reading.rows(connection, ChecklistItem, session)
        people = reading.people(connection, session)
    leads = desk.content.leads()
    takes = {line.id: Takes(leads[line.text], line.by) for line in lines if line.text in leads}
    for one in need_lines.of(people, lines, desk.content.needs):
        if one.line is not None:
            takes[one.line.id] = Takes(one.read.lead, one.need.by)
    there = {line.text for line in lines}
    missing = {words: leads[words] for words in desk.content.basics() if words in leads and words not in there}
    return plan(day, desk.today(), lines, takes, missing)
