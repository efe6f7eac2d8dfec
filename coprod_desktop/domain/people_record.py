"""What is kept of people beside sessions, and of the rules for it: who takes part in what, money, privacy, how long.

Rows of the workspace. None of it is public; of a claim, what belongs to a session travels in its file.
"""

import datetime
from enum import StrEnum

from coprod_desktop.domain.row import Row, row


@row
class Bank(Row):
    """What somebody would like to take part in. One row a person; its id is made from the person's."""

    person_id: str
    interests: tuple[str, ...] = ()
    training: tuple[str, ...] = ()
    trains: str | None = None
    """What they train others in."""
    terms: str | None = None
    review_on: datetime.date | None = None
    heard_by: str | None = None
    """How they heard of it."""
    cannot_come: tuple[str, ...] = ()
    """Ways in which they cannot come; nobody is asked why."""
    reason_offered: str | None = None
    """Why, where they said so by themselves."""
    got_back: tuple[str, ...] = ()
    joined_on: datetime.date | None = None
    role: str | None = None
    """What they are, as long as they are on no list: on a list it is the part they have there."""


class Unit(StrEnum):
    """What a rate is for."""

    MILE = "mile"
    HOUR = "hour"
    SESSION = "session"
    DAY = "day"
    RECEIPT = "receipt"


@row
class Rate(Row):
    """What the organisation pays, from a day on. Typed in by the organisation: none comes with the program."""

    kind: str
    fee: bool = False
    """True: payment for time; False: an expense."""
    words: str = ""
    pence: int
    unit: Unit
    from_on: datetime.date
    review_on: datetime.date | None = None
    cost_code: str | None = None


class ClaimState(StrEnum):
    """What somebody said to an amount, or that they asked for it."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    LESS = "less"
    DECLINED = "declined"
    CHARITY = "charity"
    CLAIMED = "claimed"


class Reward(StrEnum):
    """What somebody gets that is no money."""

    VOUCHER = "voucher"
    TRAINING = "training"
    CERTIFICATE = "certificate"
    REFERENCE = "reference"


class PaidHow(StrEnum):
    """How somebody was paid."""

    CASH = "cash"
    FINANCE = "finance"
    VOUCHER = "voucher"


@row
class Claim(Row):
    """One amount of one person: offered, asked for, owed or paid. Whole pence."""

    person_id: str | None = None
    """None: whoever it was has been erased, and only the amount is left."""
    session_id: str | None = None
    kind: str
    fee: bool = False
    """True: payment for time; False: an expense."""
    words: str | None = None
    pence: int
    """What was offered, or asked for."""
    state: ClaimState
    agreed_pence: int | None = None
    """What they said yes to, where that is not `pence`."""
    reward: Reward | None = None
    charity: str | None = None
    due: datetime.date | None = None
    paid_on: datetime.date | None = None
    paid_pence: int | None = None
    how: PaidHow | None = None
    receipt: bool | None = None
    cost_code: str | None = None
    on: datetime.date
    rate: str | None = None
    """The id of the rate it was worked out by."""
    order: int = 0
    """Its place among the same person's in the session."""


@row
class Privacy(Row):
    """What the organisation says of people's data: one row of the workspace."""

    controller: str | None = None
    contact: str | None = None
    officer: str | None = None
    purpose: str | None = None
    lawful_basis: str | None = None
    article9: str | None = None
    """The condition for special category data, chosen once, before any is kept."""
    rights: str | None = None
    complain_to: str | None = None
    agreed_on: datetime.date | None = None
    review_on: datetime.date | None = None


@row
class Keep(Row):
    """How long one kind of record is kept, as the organisation decided."""

    kind: str
    months: int
    from_what: str
    set_on: datetime.date


@row
class Deletion(Row):
    """That records went, and how many. Only added to; names nobody."""

    kind: str
    how_many: int
    on: datetime.date
    why: str
    """One of a list, never words that were typed."""
    by_rule: bool


@row
class AboutYou(Row):
    """One question of "About you", in the organisation's wording; "prefer not to say" stands last in its answers."""

    characteristic: str
    words: str
    answers: tuple[str, ...] = ()
    source: str | None = None
    order: int = 0


@row
class LocalFigure(Row):
    """How many people of the area are of a group, as it was published elsewhere."""

    characteristic: str
    answer: str
    percent: str | None = None
    """As it was printed: "18.2"."""
    count: int | None = None
    of: int | None = None
    source: str
    on: datetime.date


@row
class ListColumns(Row):
    """What each column of one kind of list was said to mean."""

    headings: str
    """A keyed hash of the heading row; the words themselves are not kept."""
    meanings: tuple[str, ...] = ()
