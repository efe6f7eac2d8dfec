"""Reads what the header of a session's pages shows. Both functions run on the reading thread.

What they need is imported inside them: the window is painted before the values of a session are loaded.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from coprod_desktop.domain import dates
from coprod_desktop.domain.value import Value, value

if TYPE_CHECKING:
    from coprod_desktop.domain.record import SessionRecord
    from coprod_desktop.services.desk import Desk


class Step(StrEnum):
    """The five pages of a session; each value is the page's key."""

    GET_READY = "get_ready"
    LISTEN = "listen"
    ANSWER = "answer"
    PAPER = "paper"
    FOLLOW_UP = "follow_up"


@value
class SessionHead(Value):
    """What the header shows: `when_where` such as "Thu 17 Sep, 10:30 to 12:30 · St Cuthbert's Hall".

    `is_there` is False for a session that was taken away.
    """

    session_id: str
    title: str
    when_where: str
    is_there: bool = True


def read_head(desk: Desk, session_id: str) -> SessionHead:
    """Return a session's title, when and where; what the title says already is not said again."""
    from coprod_desktop.services import sessions

    session = sessions.one(desk, session_id)
    title = session.title.casefold()
    start = "" if session.start and session.start in title else session.start
    end = session.end or session.finish_by
    times = f"{start} to {end}" if start and end else start or (f"until {end}" if end else "")
    day = "" if f"{session.date.day} {session.date:%B}".casefold() in title else dates.short(session.date)
    place = "" if session.place and session.place.casefold() in title else session.place
    when = ", ".join(part for part in (day, times) if part)
    where = " · ".join(part for part in (when, place) if part)
    return SessionHead(session_id, session.title, where, sessions.is_there(desk, session_id))


def read_done(desk: Desk, session_id: str) -> frozenset[Step]:
    """Return the steps of which nothing is open (design, section 8: only these get a tick)."""
    from coprod_desktop.domain.check import findings
    from coprod_desktop.domain.promises import OPEN, standing
    from coprod_desktop.services import sessions
    from coprod_desktop.services.making import papers
    from coprod_desktop.services.seen import readiness

    record = sessions.record(desk, session_id)
    found = papers.findings(desk, session_id)
    made = bool(papers.made_before(desk, session_id))
    answered = bool(record.points) and not findings.draft_reasons(found)
    open_promises = any(standing(point, desk.today()) in OPEN for point in record.points)
    done = {
        Step.GET_READY: bool(record.agenda) and not readiness.of(desk, session_id).not_ready,
        Step.LISTEN: bool(record.entries) and _is_over(desk, record),
        Step.ANSWER: answered,
        Step.PAPER: made and answered and not findings.blocking(found),
        Step.FOLLOW_UP: made and answered and not open_promises,
    }
    return frozenset(step for step, is_done in done.items() if is_done)


def _is_over(desk: Desk, record: SessionRecord) -> bool:
    last_day = record.session.end_date or record.session.date
    return last_day < desk.today() or (bool(record.agenda) and all(item.finished for item in record.agenda))
