"""What is kept of a group or project: what it is, who is in it, who works with it. Rows of the workspace, in no file."""

import datetime
from enum import StrEnum

from coprod_desktop.domain.row import Row, row


class Level(StrEnum):
    """At which level people work together."""

    ONE_TO_ONE = "one_to_one"
    TEAM = "team"
    STRATEGIC = "strategic"


@row
class WorkGroup(Row):
    """A standing body or a project. Whole pence; dates are local."""

    name: str
    kind: str
    """A kind of resources/content/group_kinds.json; one that is not known here is kept as it is."""
    issue: str | None = None
    aim: str | None = None
    may_decide: str | None = None
    money_pence: int | None = None
    money_words: str | None = None
    """What the money is for, or whom to ask about more."""
    why_this_many: str | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None
    no_end: bool = False
    """Somebody said that it has no end date."""
    locality: str | None = None
    level: Level | None = None
    area: str | None = None
    """The service it is about."""
    contact: str | None = None
    review_on: datetime.date | None = None
    committee_on: datetime.date | None = None
    """The day of the committee it reports to."""
    clearance_days: int | None = None
    """So many days before the committee the report has to be cleared."""
    handed_over_on: datetime.date | None = None
    order: int = 0


@row
class Member(Row):
    """Somebody in a group."""

    group_id: str
    person_id: str | None = None
    """None: whoever it was has been erased, and only that there was somebody is left."""
    role: str | None = None
    """Their part in the group."""
    co_chair: bool = False
    mix: str | None = None
    """As words.Group: counted, never shown beside a name."""
    term_end: datetime.date | None = None
    training: tuple[str, ...] = ()
    """Training they had for it."""
    joined_on: datetime.date | None = None
    left_on: datetime.date | None = None
    left_why: str | None = None
    """Only where they said so by themselves."""
    thanked_on: datetime.date | None = None
    reference_on: datetime.date | None = None
    order: int = 0


@row
class Partner(Row):
    """An organisation that works with a group."""

    group_id: str
    name: str
    user_led: bool = False
    independent: bool = False
    part: str | None = None
    """What they do."""
    gave: str | None = None
    got: str | None = None
    """What they got back."""
    order: int = 0


def gave_and_got(partner: Partner) -> tuple[str, ...]:
    """Return "Gave: the room" and "Got back: training", as far as they are written down."""
    return tuple(f"{label}: {words}" for label, words in (("Gave", partner.gave), ("Got back", partner.got)) if words)
