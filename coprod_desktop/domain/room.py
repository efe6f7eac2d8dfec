"""What the facilitator has sent to the room screen: which kind of thing, and the ids of its rows. No words but a message."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coprod_desktop.domain.check.settled import Settlement


class RoomShows(StrEnum):
    """What the room screen can show, in the words of its menu."""

    BLANK = "Nothing"
    NOW = "Now and next"
    RULES = "Ground rules"
    WORDS = "What people said"
    THEMES = "Themes"
    READ_BACK = "Reading back"
    VOTE = "A vote"
    MESSAGE = "A message"
    BREAK = "Short break"


@dataclass(frozen=True, kw_only=True)
class RoomChoice:
    """What was sent. Whether it may be shown is asked of the gate each time anything changes."""

    shows: RoomShows = RoomShows.BLANK
    rows: tuple[str, ...] = ()
    """The ids of the lines, or of the vote."""
    theme: str = ""
    words: str = ""
    """The facilitator's own message, or the sentence that is read back."""
    results: bool = False
    """Whether the result of the vote is shown too."""
    break_at: bool = False
    """Whether the time of the next break stands in the corner."""
    settled: tuple[Settlement, ...] = ()
    """What was looked at once more, and how: for the room alone, kept nowhere else."""

    def with_line(self, line: str) -> RoomChoice:
        """Send one more line, below those that are there."""
        if self.shows is not RoomShows.WORDS:
            return replace(self, shows=RoomShows.WORDS, rows=(line,), theme="", words="")
        return self if line in self.rows else replace(self, rows=(*self.rows, line))

    def without_line(self, line: str) -> RoomChoice:
        """Take one line off; with the last, nothing is left."""
        rows = tuple(r for r in self.rows if r != line)
        return replace(self, rows=rows) if rows else self.showing(RoomShows.BLANK)

    def showing(self, shows: RoomShows, *, theme: str = "", words: str = "", rows: tuple[str, ...] = ()) -> RoomChoice:
        """Send something else in its place."""
        return replace(self, shows=shows, rows=rows, theme=theme, words=words, results=False)
