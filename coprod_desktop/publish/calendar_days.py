"""Days of a paper for people's own calendars."""

from __future__ import annotations

from coprod_desktop.publish.paper import Event
from coprod_desktop.publish.snapshot import PublicSnapshot


def follow_up_days(snapshot: PublicSnapshot) -> tuple[Event, ...]:
    """Return the days by which something was promised, and the day we come back."""
    return tuple(
        Event(uid=point.uid, day=point.due, summary=point.text or point.you_said)
        for point in snapshot.points
        if point.due
    )


def the_day(snapshot: PublicSnapshot) -> tuple[Event, ...]:
    """Return the session itself."""
    return (
        Event(
            uid=snapshot.uid,
            day=snapshot.date,
            end_day=snapshot.end_date,
            summary=snapshot.title,
            place=snapshot.place or "",
            start=snapshot.start,
            end=snapshot.end,
        ),
    )
