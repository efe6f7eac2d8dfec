"""What is read for a report over a year: rows of numbers and days, and words that have yet to pass the gate."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from coprod_desktop.domain.log_record import LogTold
from coprod_desktop.domain.looked_back_record import LookedBack
from coprod_desktop.domain.promises import KEPT, OPEN, Standing
from coprod_desktop.domain.report_span import Span
from coprod_desktop.domain.who_is_missing import Missing
from coprod_desktop.domain.words import Group, Nation, Rung, SessionState


@dataclass(frozen=True, kw_only=True)
class SessionHeld:
    """One session as a list of many tells it; one that was cancelled is among them, with its reason."""

    id: str
    date: datetime.date
    end_date: datetime.date | None = None
    title: str
    type: str
    place: str | None = None
    locality: str | None = None
    project: str | None = None
    for_whom: str | None = None
    series: str | None = None
    series_n: int | None = None
    state: str | None = None
    state_why: str | None = None
    moved_from: datetime.date | None = None
    learnt: str | None = None
    came: tuple[tuple[Group, int], ...] = ()
    came_in_all: int = 0
    ladder_aim: Rung | None = None
    ladder_actual: Rung | None = None

    @property
    def was_held(self) -> bool:
        """Whether it took place, as far as anybody has written down."""
        return self.state != SessionState.CANCELLED


@dataclass(frozen=True, kw_only=True)
class PromiseAt:
    """Where one promise, or a no from the beginning (`standing` None), stands, and in which session it was made."""

    id: str
    session: str
    standing: Standing | None
    due: datetime.date | None


@dataclass(frozen=True, kw_only=True)
class OwnPromise:
    """A promise that a group made in no session, such as a pledge: its words have yet to pass the gate."""

    id: str
    on: datetime.date
    group: str
    what: str
    owner: str | None
    due: datetime.date | None
    standing: Standing
    stands: str
    why: str | None = None


@dataclass(frozen=True, kw_only=True)
class Money:
    """Pence in all, and of how many people; never whose."""

    paid: int = 0
    owed: int = 0
    people: int = 0
    declined: int = 0
    tells_others: bool = False
    """With the reports of other groups, or of all, beside it, it would tell what one to four people got."""


@dataclass(frozen=True, kw_only=True)
class YearCounts:
    """Everything that is only counted, over all sessions of a time."""

    sessions: int = 0
    cancelled: int = 0
    times_came: int = 0
    not_counted: int = 0
    """Sessions of which nobody wrote down who came."""
    groups: Mapping[Group, int] = field(default_factory=dict)
    people: int | None = None
    """Different people, among those on the lists; None while nobody is on one."""
    first_time: int = 0
    said: int = 0
    access_problems: int = 0
    stands: Mapping[Standing, int] = field(default_factory=dict)
    noes: int = 0
    money: Money = Money()

    @property
    def promises(self) -> int:
        """How many promises were made."""
        return sum(self.stands.values())

    @property
    def kept(self) -> int:
        """How many were kept, in time or late."""
        return sum(n for stand, n in self.stands.items() if stand in KEPT)

    @property
    def open(self) -> int:
        """How many are not done yet, late or not."""
        return sum(n for stand, n in self.stands.items() if stand in OPEN)


@dataclass(frozen=True, kw_only=True)
class Number:
    """One number of a report: what it is called, as it is printed, and where it comes from."""

    label: str
    shown: str
    source: str


@dataclass(frozen=True, kw_only=True)
class GroupTold:
    """What a group or project is: each thing with its label, as it was typed."""

    id: str
    name: str
    kind: str
    facts: tuple[tuple[str, str], ...] = ()
    mix: Mapping[Group, int] = field(default_factory=dict)
    """Members there are now, by group."""
    members: int = 0
    co_chairs: int = 0
    only_staff_chair: bool = False
    partners: tuple[tuple[str, str], ...] = ()
    """(name, what it is and does)"""
    start: datetime.date | None = None
    committee_on: datetime.date | None = None
    money_pence: int | None = None


@dataclass(frozen=True, kw_only=True)
class PaperTold:
    """One agreed paper, by its newest version."""

    id: str
    kind: str
    title: str
    n: int
    how: str
    """"Agreed on 3 November 2026"."""
    on: datetime.date
    final: bool
    review_by: datetime.date | None = None
    signed: int = 0


@dataclass(frozen=True, kw_only=True)
class MeasureTold:
    """One thing measured: the words say from where to where, of how many, and claim no cause."""

    id: str
    question: str
    sentence: str
    source: str | None = None


@dataclass(frozen=True, kw_only=True)
class RungTold:
    """A rung of the ladder on one day."""

    on: datetime.date
    aimed: str | None
    reached: str | None
    by: str
    """Who said so."""


@dataclass(frozen=True, kw_only=True)
class InBank:
    """Who is in the bank of people and who is missing, in numbers; what people typed in it has yet to pass the gate."""

    id: str
    people: int = 0
    groups: Mapping[Group, int] = field(default_factory=dict)
    alike: tuple[tuple[str, Mapping[str, int]], ...] = ()
    """What several of them have alike: heading -> what -> how many."""
    first: Mapping[str, str] = field(default_factory=dict)
    """How many came for the first time and again, as it may be shown."""
    missing: Missing = field(default_factory=lambda: Missing((), (), 0))


@dataclass(frozen=True, kw_only=True)
class YearFacts:
    """All that is read for one report."""

    span: Span
    as_of: datetime.date
    counts: YearCounts
    numbers: tuple[Number, ...]
    sessions: tuple[SessionHeld, ...] = ()
    sessions_more: int = 0
    """How many more sessions there are than are listed."""
    organisation: str | None = None
    nation: Nation | None = None
    group: GroupTold | None = None
    log: tuple[LogTold, ...] = ()
    log_more: Mapping[str, int] = field(default_factory=dict)
    """Kind of log line -> how many more there are than are told."""
    own: tuple[OwnPromise, ...] = ()
    """Promises made by the group itself, in no session."""
    back: Sequence[LookedBack] = ()
    """What was counted when people looked back, the newest first: never a word of it goes out."""
    papers: tuple[PaperTold, ...] = ()
    measures: tuple[MeasureTold, ...] = ()
    rungs: tuple[RungTold, ...] = ()
    reported: tuple[tuple[str, datetime.date], ...] = ()
    """Reports made before: (title, day)."""
    in_bank: InBank | None = None
    """Read for the report that tells it alone."""
