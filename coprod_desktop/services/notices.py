"""The notice that is read out: what may become of people's words. Telling is not asking: it lets nobody be quoted."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from coprod_desktop.domain.came import count_who_came
from coprod_desktop.domain.changes import Changes
from coprod_desktop.domain.ids import made_id, new_id
from coprod_desktop.domain.record import NoticeGiven, Session
from coprod_desktop.domain.value import Value, value
from coprod_desktop.domain.words import Attending, NoticeTime
from coprod_desktop.services import still_there
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import reading


@value
class NoticeSeen(Value):
    """How often it was read out, oldest first; who came after the last time, by name; how many are here."""

    session: str
    given: tuple[NoticeGiven, ...] = ()
    came_after: tuple[str, ...] = ()
    here: int = 0

    @property
    def next_time(self) -> NoticeTime:
        """Return what is to be read out next: at the start, to who came late, and then at the close."""
        if not self.given:
            return NoticeTime.START
        return NoticeTime.LATE if self.came_after else NoticeTime.CLOSE


def give(desk: Desk, session: str, when: NoticeTime, heard_by: int | None) -> Changes:
    """Write down that it was read out just now, and how many heard it (None: not counted)."""
    now = desk.now()
    row = NoticeGiven(id=new_id(), on=now.date(), at=f"{now:%H:%M}", when=when, heard_by=heard_by or None)
    with desk.store.write("Noted that the notice was read out") as tx:
        still_there.session(tx, session)
        tx.add(row, session=session)
    return tx.changes


def of(desk: Desk, session: str) -> tuple[NoticeGiven, ...]:
    """Return when it was read out in a session, oldest first."""
    with desk.store.read() as connection:
        return _in_order(reading.rows(connection, NoticeGiven, session))


def seen(desk: Desk, session: str) -> NoticeSeen:
    """Return what the facilitator is shown of it."""
    with desk.store.read() as connection:
        given = _in_order(reading.rows(connection, NoticeGiven, session))
        listed = reading.people(connection, session)
        here = [p for p in listed if p.attendance is Attending.HERE]
        came = count_who_came(reading.one(connection, Session, session), listed)
        after: tuple[str, ...] = ()
        if given:
            last = _moment(given[-1])
            after = tuple(
                p.name
                for p in here
                if reading.changed_since(connection, "attendance", made_id("attendance", session, p.id), last)
            )
    return NoticeSeen(session=session, given=given, came_after=after, here=sum(came.here.values()))


def _in_order(given: Sequence[NoticeGiven]) -> tuple[NoticeGiven, ...]:
    return tuple(sorted(given, key=lambda n: (n.on, n.at, n.id)))


def _moment(given: NoticeGiven) -> str:
    """Return when a notice was read out, in UTC as rows are stamped: to the second where its id tells (UUIDv7)."""
    if given.id[14:15] == "7":
        ms = int(given.id.replace("-", "")[:12], 16)
        at = datetime.datetime.fromtimestamp(ms / 1000, datetime.UTC)
    else:
        at = datetime.datetime.fromisoformat(f"{given.on.isoformat()}T{given.at}").astimezone(datetime.UTC)
    return at.isoformat(timespec="milliseconds")
