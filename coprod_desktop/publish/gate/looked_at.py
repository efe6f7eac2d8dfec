"""Who looked at a paper before it left, and what a no that came back changed, as papers may tell it."""

from __future__ import annotations

from coprod_desktop.domain import looked_at
from coprod_desktop.domain.record import Point
from coprod_desktop.publish.gate.door import Door
from coprod_desktop.publish.snapshot import PublicText


def members_check(door: Door, kind: str) -> PublicText | None:
    """Return who looked at this kind of paper, when, and what they changed; or why nobody did. None: nothing is noted."""
    check = looked_at.last_check(door.record.member_checks, kind)
    if check is None:
        return None
    who, changed, skipped = (door.written(check.id, text) for text in (check.who, check.changed, check.skipped))
    return door.own(looked_at.check_words(check, who or "Members", changed, skipped))


def said_back(door: Door, point: Point) -> PublicText | None:
    """Return what a no that came back changed. What they said stays between them and those who answer."""
    told = looked_at.what_it_changed(point, door.as_of)
    return None if told is None else door.own(told)
