"""What a report over many sessions may print, and nothing else. Free text in it is PublicText, which only the gate makes.

There is no field for a name of a member, a score, a question to a provider, an amount of one person, or a line of a log
that is not for everyone.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.promises import Standing
from coprod_desktop.domain.report_span import Span
from coprod_desktop.domain.words import Nation
from coprod_desktop.domain.year_record import Number
from coprod_desktop.publish.public_looked_back import PublicLookedBack
from coprod_desktop.publish.public_text import PublicText
from coprod_desktop.publish.snapshot import PublicBrand, PublicCount, PublicElsewhere, PublicQuote, PublicSnapshot


@dataclass(frozen=True, kw_only=True)
class PublicHeld:
    """One session in a list of many."""

    date: datetime.date
    end_date: datetime.date | None
    title: PublicText | None
    type: PublicText
    place: PublicText | None
    for_whom: PublicText | None = None
    locality: PublicText | None = None
    state: PublicText | None = None
    """"Moved from 3 May 2026: …" or "Cancelled: …"; None when it was held as planned."""
    held: bool = True
    learnt: PublicText | None = None


@dataclass(frozen=True, kw_only=True)
class PublicBody:
    """A group or project."""

    name: PublicText
    kind: PublicText
    facts: tuple[tuple[str, PublicText], ...]
    mix: tuple[PublicCount, ...]
    """Members by group, in fives."""
    members: str
    """How many there are, in fives; "" with none."""
    only_staff_chair: bool
    partners: tuple[tuple[PublicText, PublicText | None], ...]
    committee_on: datetime.date | None


@dataclass(frozen=True, kw_only=True)
class PublicLogLine:
    """One line of a log."""

    kind: str
    heading: PublicText
    on: datetime.date
    words: PublicText
    beside: tuple[tuple[str, PublicText], ...]


@dataclass(frozen=True, kw_only=True)
class PublicOwn:
    """A promise of a group, made in no session."""

    on: datetime.date
    group: PublicText | None
    what: PublicText
    owner: PublicText | None
    due: datetime.date | None
    standing: Standing
    stands: PublicText
    why: PublicText | None
    uid: str


@dataclass(frozen=True, kw_only=True)
class PublicPaperAt:
    """One agreed paper."""

    kind: PublicText
    title: PublicText
    n: int
    how: PublicText
    on: datetime.date
    final: bool
    review_by: datetime.date | None
    signed: str
    """How many signed up to it, in fives; "" when nobody has."""


@dataclass(frozen=True, kw_only=True)
class PublicChange:
    """One thing measured before and after; no cause is claimed."""

    question: PublicText
    sentence: PublicText
    source: PublicText | None


@dataclass(frozen=True, kw_only=True)
class PublicRungAt:
    """A rung of the ladder on one day."""

    on: datetime.date
    aimed: PublicText | None
    reached: PublicText | None
    by: PublicText


@dataclass(frozen=True, kw_only=True)
class PublicBankQuote:
    """Words that may be quoted to anyone, with where and when they were said and since when they may."""

    quote: PublicQuote
    theme: PublicText | None
    session: PublicText
    said_on: datetime.date
    allowed_on: datetime.date | None
    ask_again: bool
    """It is a year ago or more: ask once more before it goes into something new."""


@dataclass(frozen=True, kw_only=True)
class PublicBank:
    """The quotation bank: what may be quoted, and how many others there are."""

    quotes: tuple[PublicBankQuote, ...] = ()
    only_came: int = 0
    """Allowed for the people who came only: ask again before they go further."""
    withdrawn: int = 0


@dataclass(frozen=True, kw_only=True)
class PublicBeside:
    """One answer beside the figure of the place."""

    answer: PublicText
    many: PublicText
    """In fives, or why it is not told."""
    local: PublicText | None
    fewer: bool | None
    """Whether it is a smaller share than in the place; None when that cannot be told."""


@dataclass(frozen=True, kw_only=True)
class PublicCompared:
    """One thing that was asked; no lines when too few answered to show any of it."""

    asked: PublicText
    answered: str
    lines: tuple[PublicBeside, ...]


@dataclass(frozen=True, kw_only=True)
class PublicInBank:
    """Who is in the bank of people and who is missing. All people are counted in fives; nobody is named."""

    people: str
    """"" with nobody."""
    groups: tuple[PublicCount, ...]
    alike: tuple[tuple[PublicText, tuple[PublicCount, ...]], ...]
    first: tuple[PublicCount, ...]
    compared: tuple[PublicCompared, ...]
    not_asked: tuple[PublicText, ...]
    unclear: int


@dataclass(frozen=True, kw_only=True)
class PublicYear:
    """Everything a report over many sessions prints."""

    span: Span
    first: datetime.date | None
    last: datetime.date | None
    as_of: datetime.date
    organisation: PublicText | None
    brand: PublicBrand | None
    nation: Nation | None
    group: PublicBody | None
    held: tuple[PublicHeld, ...]
    held_more: int
    numbers: tuple[Number, ...]
    came: tuple[PublicCount, ...]
    """Who came by group, each time counted, in fives."""
    times_came: str
    """How many times somebody came, in fives; "" while nobody wrote it down."""
    not_counted: int
    stands: Mapping[Standing, int]
    noes: int
    told: tuple[PublicSnapshot, ...]
    """Sessions whose promises, noes, themes and words are told; of many sessions not all."""
    told_of: int
    log: tuple[PublicLogLine, ...]
    log_more: Mapping[str, int]
    own: tuple[PublicOwn, ...]
    """Promises of groups, made in no session."""
    papers: tuple[PublicPaperAt, ...]
    changes: tuple[PublicChange, ...]
    rungs: tuple[PublicRungAt, ...]
    reported: tuple[tuple[PublicText, datetime.date], ...]
    bank: PublicBank = PublicBank()
    in_bank: PublicInBank | None = None
    back: PublicLookedBack = field(default_factory=PublicLookedBack)
    """What was counted when people looked back."""
    withheld: tuple[PublicText, ...] = ()
    """Where words are that are left out until somebody has looked at them: "the session on 3 May 2026"; never the words."""
    contact: PublicText | None = None
    elsewhere: tuple[PublicElsewhere, ...] = ()
    circle: Circle = field(default=Circle.ANYONE, repr=False)

    @property
    def whose(self) -> str:
        """Whose year it is: the group's, else the organisation's; "" when neither is known."""
        return self.group.name if self.group else self.organisation or (self.brand and self.brand.name) or ""
