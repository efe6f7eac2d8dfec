"""Whether there is room on the disk: told before it is full, and some kept for the last lines."""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.store import ballast

LITTLE = 500 * 10**6
"""Bytes. With less free it is told."""


@dataclass(frozen=True)
class Room:
    """How much is free where the workspace lies, in bytes (None: not known), and whether room is kept for a last save."""

    free: int | None
    kept: bool

    @property
    def is_little(self) -> bool:
        """Whether it should be told."""
        return self.free is not None and self.free < LITTLE


def look(desk: Desk) -> Room:
    """Look at the room there is, and keep some for the last lines, if there is enough again."""
    kept = ballast.keep(desk.store.folder)
    return Room(ballast.free(desk.store.folder), kept)


def words_of(room: Room) -> UserError:
    """Return what to say when there is little room."""
    free = (room.free or 0) // 10**6
    if not room.kept and free < ballast.ENOUGH // 10**6:
        return UserError(
            f"The disk is nearly full: {free} MB are free. What you wrote is saved.",
            "Make room now: empty the recycle bin, or move films and pictures to another disk.",
        )
    return UserError(
        f"There is little room on the disk: {free} MB are free. What you write is saved all the same.",
        "Make room when you can: empty the recycle bin, or move films and pictures to another disk.",
    )
