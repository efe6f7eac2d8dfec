"""What is written down in the week between the hall and the paper, and of what came back: rows that are only added to."""

import datetime
from enum import StrEnum

from coprod_desktop.domain.row import Row, row


class AskingStep(StrEnum):
    """What happened to a question that was put to somebody."""

    ASKED = "asked"
    CHASED = "chased"
    ESCALATED = "escalated"
    """Put to somebody above the one who was asked."""
    AGREED = "agreed"
    """They agreed that the answer is theirs, and that papers name them with it."""
    DECLINED = "declined"
    REPLIED = "replied"


@row
class Asking(Row):
    """One dated step of the question about one point."""

    point: str
    """The id of the point."""
    step: AskingStep
    to_whom: str
    on: datetime.date
    reply_by: datetime.date | None = None
    words: str | None = None
    """The reply as it came."""


@row
class MemberCheck(Row):
    """Members looked at a paper before it left; or nobody did, and why."""

    kind: str
    """Which kind of paper."""
    who: str
    on: datetime.date
    changed: str | None = None
    """What they changed, in a few words."""
    skipped: str | None = None
    """Why nobody looked."""


class YesNo(StrEnum):
    """What somebody said of a paper when they were asked."""

    YES = "yes"
    NO = "no"
    PARTLY = "partly"


@row
class SaidBack(Row):
    """What somebody said of one point when they had the paper. Nobody writes down who: no person, no number."""

    on: datetime.date
    point: str | None = None
    """The id of the point; None for the whole paper."""
    right: YesNo | None = None
    """Did we get your words right?"""
    answers: YesNo | None = None
    """Does this answer you?"""
    back: str | None = None
    """What would you say back?"""


class FormatState(StrEnum):
    """How far a format is that is not made by this program."""

    ASKED = "asked"
    MADE = "made"
    CHECKED = "checked"


@row
class FormatAsked(Row):
    """A BSL film, a recording, another language: asked for, made, checked."""

    format: str
    state: FormatState
    on: datetime.date
    language: str | None = None
    where_is: str | None = None
    who_signs: str | None = None
