"""What notes come apart into: cuts, each with when, who, kind and words, and what could not be told of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from coprod_desktop.domain.row import LONGEST_LINE as LONGEST_LINE
from coprod_desktop.domain.words import AnswerKind, EntryKind


class Source(StrEnum):
    """What kind of text the notes are."""

    TYPED = "typed notes"
    CHAT = "a chat"
    TRANSCRIPT = "a transcript"
    MINUTES = "minutes"
    QUESTIONS = "a list of questions"
    TABLE = "a table"
    REPORTER = "a speech-to-text reporter's text"


@dataclass(frozen=True, kw_only=True)
class Action:
    """What somebody is to do, as the notes say it: offered as an answer."""

    what: str
    answer: AnswerKind = AnswerKind.WILL
    who: str | None = None
    when: str | None = None
    """As written: "April meeting", "31/3/26"."""
    due: datetime.date | None = None
    """The day, where what is written is one."""
    why: str | None = None


@dataclass(frozen=True, kw_only=True)
class Cut:
    """One line that notes came apart into. Nothing of it is saved yet."""

    text: str
    kind: EntryKind = EntryKind.CONTRIBUTION
    at: str | None = None
    """Local time, "HH:MM"; None where the notes say none."""
    speaker: str | None = None
    """As the notes call them, words.ANONYMOUS, or None."""
    role: str | None = None
    """What stood in brackets behind the name, where it is a role."""
    said_for: str | None = None
    """For whom somebody spoke or interpreted, as the notes call them."""
    interpreter: bool = False
    """An interpreter's line of which the notes do not say for whom."""
    told: bool = False
    """Told of somebody ("SB said that …"), so these are not their own words."""
    machine: bool = False
    """Made by a machine that listened: nobody has confirmed it yet."""
    sheet: str | None = None
    part: str | None = None
    """The heading it stands under."""
    action: Action | None = None
    aside: bool = False
    """Nothing anybody said (a title, a heading, a list of who came): shown, and taken only when chosen."""
    doubts: tuple[str, ...] = ()


def aside(text: str) -> Cut:
    """Return what nobody said, to be shown and set aside."""
    return Cut(text=text, kind=EntryKind.NOTE, aside=True)


@dataclass(frozen=True, kw_only=True)
class NotesRead:
    """Notes that came apart. `direct` messages are counted and not kept; `doubts` are sentences about the whole text."""

    source: Source
    cuts: tuple[Cut, ...] = ()
    direct: int = 0
    without_direct: str | None = None
    """The text without direct messages, where it had some."""
    doubts: tuple[str, ...] = ()
    counted_from_start: bool = False
    """Whether the times are hours and minutes of a recording, not of a clock."""

    @property
    def lines(self) -> tuple[Cut, ...]:
        """The cuts that are lines, without what is set aside."""
        return tuple(cut for cut in self.cuts if not cut.aside)
