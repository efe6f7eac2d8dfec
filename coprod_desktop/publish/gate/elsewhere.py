"""Other formats a paper may tell of: only what somebody has checked, and only what it is called and its web address."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.domain import other_formats
from coprod_desktop.publish.gate.door import Door
from coprod_desktop.publish.snapshot import PublicElsewhere


def elsewhere(door: Door) -> tuple[PublicElsewhere, ...]:
    """Return the films and recordings people can go to."""
    return tuple(_told(door))


def _told(door: Door) -> Iterator[PublicElsewhere]:
    for row in other_formats.to_tell(door.record.formats_asked):
        what = door.written(row.id, other_formats.called(row))
        address = door.written(row.id, other_formats.address(row))
        if what and address:
            yield PublicElsewhere(what=what, address=address)
