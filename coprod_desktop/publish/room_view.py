"""What the room screen may show, and nothing else. There is no field here for a name, a need or a note."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from coprod_desktop.domain.room import RoomShows
from coprod_desktop.publish.public_text import PublicText


@dataclass(frozen=True, kw_only=True)
class RoomLine:
    """One thing on the screen in its own language. `row` is what it was made from, to take it off again."""

    words: PublicText
    lang: str = "en-GB"
    dir: str = "ltr"
    below: PublicText | None = None
    """Its translation."""
    beside: PublicText | None = None
    """A time of day, or how many."""
    said: bool = False
    """Whether it is somebody's own words."""
    now: bool = False
    row: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class RoomView:
    """One thing the room sees at a time."""

    shows: RoomShows = RoomShows.BLANK
    heading: PublicText | None = None
    corner: PublicText | None = None
    """"Break at 11:10", when it is wanted."""
    lines: tuple[RoomLine, ...] = ()
    foot: PublicText | None = None
    asked: PublicText | None = None
    """What the room is asked for at the moment, in place of the foot: "Slower, please". Never by whom."""

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to see."""
        return not (self.heading or self.lines or self.foot)

    def without(self, rows: frozenset[str]) -> RoomView:
        """Return it without the lines made from these rows."""
        kept = tuple(line for line in self.lines if line.row not in rows)
        return self if len(kept) == len(self.lines) else replace(self, lines=kept)


BLANK = RoomView()
