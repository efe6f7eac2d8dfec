"""What is known while one text of typed notes or minutes is read, line by line."""

from __future__ import annotations

from dataclasses import dataclass, field

from coprod_desktop.domain.notes.actions import ActionReader
from coprod_desktop.domain.notes.headings import Heading
from coprod_desktop.domain.notes.known_words import NotesWords, plain
from coprod_desktop.domain.notes.labels import Label, Labels
from coprod_desktop.domain.notes.values import Cut
from coprod_desktop.domain.notes.who import is_staff


@dataclass
class Reading:
    """What is known while one text is read."""

    words: NotesWords
    labels: Labels
    actions: ActionReader
    minutes: bool = False
    bulleted: bool = False
    wrapped: bool = False
    times_behind: bool = False
    names_behind: bool = False
    boxed_behind: bool = False
    """Whether first names stand in brackets behind the words, here and there."""
    small_behind: bool = False
    """Whether names in small letters stand there too: most lines end with one of a few."""
    cuts: list[Cut] = field(default_factory=list)
    heading: Heading | None = None
    heading_line: str = ""
    goes_on_below: bool = False
    """Whether the next line goes on with this one: a name may stand here alone, with a time."""
    speaks_above_bullets: bool = False
    """Whether it stood above bullets without a colon: then a line without one is no longer theirs."""
    topics: bool = False
    """Whether times stand before topics, and what was said stands in bullets below them."""
    slips: bool = False
    """Whether most lines are slips with their numbers."""
    answered: bool = False
    """Whether questions stand above the lines that answer them."""
    listing: bool = False
    """Whether the line before was one of a list of who came."""
    pairs: bool = False
    """Whether lines are marked "Q:" and "A:" by turns: then "A:" is an answer."""
    below: str = ""
    """The next line as it stands."""
    above_bullets: bool = False
    """Whether the next line begins with a bullet and this one does not."""
    under_name: bool = False
    """Whether the last cut began with a name alone: what follows is its words, until a blank line."""
    speaks: Label | None = None
    """Whose name stood above on a line of its own."""
    sheet: str | None = None
    going_on: bool = False
    """Whether a line without a beginning of its own goes on with the last cut."""


def part_of(reading: Reading) -> str | None:
    """Return the heading a line stands under."""
    return reading.heading.words if reading.heading is not None else None


def is_said_by_staff(reading: Reading, speaker: str | None) -> bool:
    """Tell whether the notes say somewhere that somebody is staff."""
    role = reading.labels.roles.get(plain(speaker)) if speaker is not None else None
    return role is not None and is_staff(role, reading.words)
