"""What is written down of the hour itself: its moments, what the room said to its own themes, photos of its sheets."""

import datetime
import re
from enum import StrEnum

from coprod_desktop.domain.row import Row, row

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


class What(StrEnum):
    """What happened at a moment."""

    SLOW = "slow"
    STOP = "stop"
    PAUSE = "pause"
    PAUSE_END = "pause_end"
    READING = "reading"
    READING_END = "reading_end"
    SLEPT = "slept"
    """The laptop slept until then."""
    STARTED = "started"
    FINISHED = "finished"
    ADDED = "added"
    SHORTENED = "shortened"
    SKIPPED = "skipped"
    SWAPPED = "swapped"
    NEXT_TIME = "next_time"


@row
class Moment(Row):
    """Something that happened to the clock of a session. Only added to; no person and no words."""

    at: str
    """ISO 8601 with its zone."""
    what: What
    part: str | None = None
    """The id of the part of the agenda it is about."""
    minutes: int | None = None

    def __post_init__(self) -> None:
        """Raise ValueError for a time without its zone: nobody could tell how long anything took."""
        if datetime.datetime.fromisoformat(self.at).tzinfo is None:
            raise ValueError("a time with its zone")


class Heard(StrEnum):
    """What the room said when a theme was read back to it."""

    RIGHT = "right"
    CHANGE = "change"
    MISSING = "missing"


@row
class ReadBack(Row):
    """What the room said to one theme. Only added to; nobody writes down who said it."""

    theme: str
    answer: Heard
    words: str | None = None
    """As it was typed while it was said."""
    before: str | None = None
    """How the theme's sentence stood."""
    at: str
    """Local time, "HH:MM"."""
    on: datetime.date

    def __post_init__(self) -> None:
        """Raise ValueError for what is no time of day."""
        if not _TIME.fullmatch(self.at):
            raise ValueError("a time of day as 14:30")


@row
class SheetPhoto(Row):
    """A photo of a sheet, to type from. In no file and on no paper; taken out it is gone for good."""

    sheet: str
    """As Entry.sheet."""
    picture: str
    """A cleaned PNG or JPEG, base64."""
    keep_until: datetime.date | None = None
