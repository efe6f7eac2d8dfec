"""Days of a paper for people's own calendars: by when something was promised, when we come back, the session itself.

The id of a day stays the same, so a newer file brings an older one up to date. A promise that was kept stays to be seen,
as done and silent: a calendar that took it as cancelled would strike out what was achieved. One that was changed to no is
cancelled: left out, it would go on reminding from a calendar that has it already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from coprod_desktop.domain.promises import Standing
from coprod_desktop.publish.dates import day_of
from coprod_desktop.publish.paper import Event
from coprod_desktop.publish.snapshot import PublicEarlier, PublicPoint, PublicSnapshot
from coprod_desktop.publish.stories.words import sentence
from coprod_desktop.publish.stories.you_said_we_did import is_no

REMIND = 7
_SHORT = 120
"""A calendar shows one line; all the words are in the description."""
NO = "Changed to no"
_OVER = {Standing.KEPT: "Done", Standing.KEPT_LATE: "Done", Standing.CHANGED_TO_NO: NO}
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def follow_up_days(snapshot: PublicSnapshot) -> tuple[Event, ...]:
    """Return the days by which something was promised, is looked at again, or we come back; the earliest first."""
    found = [*_promises(snapshot), *_looked_at_again(snapshot), *_earlier(snapshot), *_reply(snapshot)]
    return tuple(sorted(found, key=lambda event: event.day))


def the_day(snapshot: PublicSnapshot) -> tuple[Event, ...]:
    """Return the session itself."""
    start = _time(snapshot.start)
    way = f"How to take part: {sentence(snapshot.way)}" if snapshot.way else ""
    return (
        Event(
            uid=snapshot.uid,
            day=snapshot.date,
            end_day=snapshot.end_date,
            summary=snapshot.title,
            description=_lines(snapshot.purpose and sentence(snapshot.purpose), way, _contact(snapshot)),
            place=snapshot.place or "",
            start=start,
            end=_time(snapshot.end or snapshot.finish_by) if start else None,
        ),
    )


def _promises(snapshot: PublicSnapshot) -> Iterator[Event]:
    for point in snapshot.points:
        over = NO if is_no(point) else _over(point.standing)
        day = point.due or point.was_due
        if day is None or (point.standing is None and not over):
            continue
        lead = "By this day we tell you" if point.tells else "By this day"
        yield Event(
            uid=point.uid,
            day=day,
            summary=_summary(over or lead, point.text or point.you_said),
            description=_about(snapshot, point),
            remind_days=0 if over else _remind(snapshot, day),
            cancelled=over == NO,
        )


def _looked_at_again(snapshot: PublicSnapshot) -> Iterator[Event]:
    for point in snapshot.points:
        day = day_of(point.look_again or "")
        if day is not None:
            yield Event(
                uid=f"{point.uid}-again",
                day=day,
                summary=_summary("We look again at", point.you_said),
                description=_about(snapshot, point),
            )


def _earlier(snapshot: PublicSnapshot) -> Iterator[Event]:
    for promise in snapshot.earlier:
        if promise.due is None:
            continue
        over = _over(promise.standing)
        yield Event(
            uid=promise.uid,
            day=promise.due,
            summary=_summary(over or "By this day", promise.text),
            description=_lines(
                "From an earlier paper.",
                f"We said: {sentence(promise.text)}",
                f"Who: {sentence(promise.owner)}" if promise.owner else "",
                f"How it is going: {sentence(promise.said)}",
                _why(promise),
                _contact(snapshot),
            ),
            remind_days=0 if over else _remind(snapshot, promise.due),
            cancelled=over == NO,
        )


def _reply(snapshot: PublicSnapshot) -> Iterator[Event]:
    if snapshot.reply_by:
        yield Event(
            uid=f"{snapshot.uid}-reply",
            day=snapshot.reply_by,
            summary=_summary("By this day we come back to you", snapshot.title),
            description=_contact(snapshot),
            remind_days=_remind(snapshot, snapshot.reply_by),
        )


def _over(standing: Standing | None) -> str:
    return _OVER.get(standing, "") if standing else ""


def _remind(snapshot: PublicSnapshot, day: date) -> int:
    """Return when to remind; never of a day that is past, for a calendar would do so at once."""
    return REMIND if day >= snapshot.as_of else 0


def _summary(lead: str, what: str) -> str:
    words = " ".join(what.split())
    if len(words) > _SHORT:
        words = f"{words[:_SHORT].rpartition(' ')[0] or words[:_SHORT]} …"
    return f"{lead}: {words}"


def _about(snapshot: PublicSnapshot, point: PublicPoint) -> str:
    return _lines(
        f"You said: {sentence(point.you_said)}",
        f"We said: {sentence(point.text)}" if point.text else "",
        sentence(point.asked) if point.asked else "",
        f"Who: {sentence(point.owner)}" if point.owner else "",
        _why(point),
        f"How it is going: {sentence(point.going)}" if point.going else "",
        _contact(snapshot),
    )


def _why(promise: PublicPoint | PublicEarlier) -> str:
    parts = [sentence(part) for part in (promise.reason_category, promise.reason) if part]
    return f"Why: {' '.join(parts)}" if parts else ""


def _contact(snapshot: PublicSnapshot) -> str:
    """Say whom to ask: the session's contact, else the organisation's, by every way it can be reached."""
    brand = snapshot.brand
    ways = (brand.contact_name, brand.phone, brand.text_number, brand.mail, brand.post) if brand else ()
    contact = snapshot.contact or ", ".join(way for way in ways if way)
    return f"To ask about this: {sentence(contact)}" if contact else ""


def _lines(*lines: str | None) -> str:
    return "\n".join(line for line in lines if line)


def _time(text: str | None) -> str | None:
    """Return a time of day if it is one."""
    return text if text and _TIME.fullmatch(text) else None
