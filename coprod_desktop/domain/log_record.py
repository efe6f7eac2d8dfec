"""One line of a group's log, or of a session's: what was decided, learnt, told, or stands in the way."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from coprod_desktop.domain.row import Row, row


class Publicity(StrEnum):
    """Who may read a line."""

    PRIVATE = "private"
    MEMBERS = "members"
    ANYONE = "anyone"


@row
class LogLine(Row):
    """One line. `kind` is one of resources/content/log_kinds.json; one that is not known here is kept as it is."""

    kind: str
    confirmed: bool = False
    """Whether somebody said that this is its kind."""
    on: datetime.date
    until: datetime.date | None = None
    group_id: str | None = None
    session_id: str | None = None
    words: str
    who: str | None = None
    """Who decided, said, does or owns it, as it was typed."""
    person_id: str | None = None
    """Who on our list that is: a decision maker, who was asked, who pledged."""
    by: datetime.date | None = None
    state: str | None = None
    publicity: Publicity = Publicity.PRIVATE
    follow_up: datetime.date | None = None
    linked: str | None = None
    """The id of the row it belongs to."""
    theme: str | None = None
    asked_of: str | None = None
    answer: str | None = None
    answered_on: datetime.date | None = None
    options: str | None = None
    """Other options that were looked at."""
    lived_present: str | None = None
    """Who with lived experience was there."""
    source_kind: str | None = None
    misses: str | None = None
    """Whom it says nothing about."""
    asked_n: int | None = None
    tried: str | None = None
    route: str | None = None
    """By which way people were looked for."""
    reached: int | None = None
    """How many people that way reached."""
    stage: str | None = None
    """Of buying a service."""
    score: str | None = None
    """Of a tender: never on any paper."""
    trained: tuple[str, ...] = ()
    watched_by: str | None = None
    how_often: str | None = None
    vote_id: str | None = None
    """The vote that gave a line its place."""
    order: int = 0
    """Of a line of the work plan, its place."""


@dataclass(frozen=True, kw_only=True)
class LogSaid:
    """What a paper may take of what stands behind a line, and what it is called there."""

    label: str
    text: str
    who: bool = False
    """It says who: a job or a team, and nobody's name."""


@dataclass(frozen=True, kw_only=True)
class LogTold:
    """One line as papers may take it: nothing of one that is private, not confirmed, or of a kind that is never printed.

    There is no field here for what is never printed: scores, and questions for providers with their answers.
    """

    id: str
    kind: str
    heading: str
    """What lines of its kind are called together: "Decisions"."""
    on: datetime.date
    until: datetime.date | None = None
    words: str
    said: tuple[LogSaid, ...] = ()
