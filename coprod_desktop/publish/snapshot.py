"""What a paper may hold, and nothing else. There is no field here for anything private (design rule: two doors out)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.promises import Standing
from coprod_desktop.domain.words import AnswerKind, EntryKind, Group, Rung, Sorter, TooMany, UpdateState
from coprod_desktop.publish.public_text import PublicText as PublicText
from coprod_desktop.publish.taking_part import PublicTakingPart


@dataclass(frozen=True, kw_only=True)
class PublicQuote:
    """Someone's own words, printed because they may be, signed as they chose."""

    words: PublicText
    signed: PublicText | None
    lang: str = "en-GB"
    dir: str = "ltr"
    translation: PublicText | None = None
    translation_checked: bool = False


@dataclass(frozen=True, kw_only=True)
class PublicUpdate:
    """A dated line on a promise."""

    on: datetime.date
    state: UpdateState
    text: PublicText | None
    elsewhere: bool = field(default=False, repr=False)
    """Another session's paper told it, and its words stay there."""


@dataclass(frozen=True, kw_only=True)
class PublicPoint:
    """One thing people said with its answer. `said_by` is how many different people said it, from three up."""

    id: str
    you_said: PublicText
    said_by: int | None
    quotes: tuple[PublicQuote, ...]
    answer: AnswerKind | None
    text: PublicText | None
    owner: PublicText | None
    due: datetime.date | None
    reason_category: PublicText | None
    reason: PublicText | None
    look_again: PublicText | None
    asked: PublicText | None = None
    """"We asked [job title] on [date]" when no date can be given."""
    updates: tuple[PublicUpdate, ...] = ()
    summaries: tuple[PublicText, ...] = ()
    """Public words in place of what was said, for those who may not be quoted; never between quotation marks."""
    uid: str = ""
    """Tells nothing and stays the same, for calendars."""
    going: PublicText | None = None
    """How the promise stands by `as_of`: "Done, 3 days late". None while there is nothing to tell."""
    late: bool = False
    standing: Standing | None = None
    """None when the answer promises nothing."""
    tells: bool = field(default=False, repr=False)
    """Its day is the one by which we tell people more. Not in `repr`, as all below: papers keep the code they had."""
    no_date: bool = field(default=False, repr=False)
    """No date could be given: `asked` stands in its place."""
    was_due: datetime.date | None = field(default=None, repr=False)
    """The day a no had before it was one: printed nowhere, but calendars that hold it take it out."""
    missing: PublicText | None = field(default=None, repr=False)
    """What the answer does not say yet, while it is a draft: "who, by when"."""
    waits: bool = field(default=False, repr=False)
    """It has no answer, and lines it was written from are among what is not answered yet."""
    before: PublicText | None = field(default=None, repr=False)
    """Another answer that people were told before: "We said no on 17 September 2026. There is no money."."""
    said_back: PublicText | None = field(default=None, repr=False)
    """That a no came back, and what it changed."""
    silence: PublicText | None = field(default=None, repr=False)
    """Whom we asked and what came of it: "Asked the Director on 3 and 17 December. No reply."."""
    theme: PublicText | None = field(default=None, repr=False)
    """The theme of what it was written from, for reports that sort by it."""
    number: int = field(default=0, repr=False)
    """Its number on every paper and letter of the session, whatever stands beside it (domain.point_numbers)."""
    sorter: Sorter | None = field(default=None, repr=False)
    """Who can do it, by the three questions."""


@dataclass(frozen=True, kw_only=True)
class PublicUnanswered:
    """Something said that has no answer yet: its words if they may be quoted, else only its kind and theme."""

    kind: EntryKind
    theme: PublicText | None
    quote: PublicQuote | None
    summary: PublicText | None
    """Public words the facilitator wrote in place of what was said, never between quotation marks."""
    point: int | None = field(default=None, repr=False)
    """The place of the point without an answer that was written from it."""


@dataclass(frozen=True, kw_only=True)
class PublicParked:
    """Off-topic, kept, and who has it now."""

    text: PublicText
    who_has_it: PublicText | None
    lang: str = "en-GB"
    dir: str = "ltr"


@dataclass(frozen=True, kw_only=True)
class PublicAccess:
    """How many access problems there were and what was done; never who."""

    how_many: int
    what_was_done: tuple[PublicText, ...]
    needs: PublicText | None = field(default=None, repr=False)
    """How many needs were met and not met, as people said, where the numbers can be told."""
    not_met: bool = field(default=False, repr=False)
    """Whether it tells of needs that were not met."""


@dataclass(frozen=True, kw_only=True)
class PublicOption:
    """One thing people could vote for."""

    label: PublicText
    votes: int
    cost_pence: int | None
    eligible: bool | None
    out: bool = field(default=False, repr=False)
    """It was taken out of the vote, so it has no place and did not lose."""
    interest: PublicText | None = field(default=None, repr=False)
    """An interest somebody declared in it."""
    who: PublicText | None = field(default=None, repr=False)
    """Whose bid it is."""
    why_not: PublicText | None = field(default=None, repr=False)
    """Why it is not within the rules."""


@dataclass(frozen=True, kw_only=True)
class PublicVote:
    """A vote in full. `tied` names the labels that share the most votes when more than one does."""

    question: PublicText
    method: PublicText | None
    voters: int | None
    papers_given: int | None
    spoilt: int | None
    eligible_rule: PublicText | None
    settled_by: PublicText | None
    options: tuple[PublicOption, ...]
    tied: tuple[PublicText, ...]
    interest: PublicText | None = field(default=None, repr=False)
    """An interest somebody declared before it."""
    by_post: PublicText | None = field(default=None, repr=False)
    """How many voted by post, and with a supporter; "fewer than 5" for numbers that could point at somebody."""
    by_supporter: PublicText | None = field(default=None, repr=False)
    too_many: TooMany | None = field(default=None, repr=False)
    """What the room chose when there were more votes than papers."""
    over: PublicText | None = field(default=None, repr=False)
    """How many more: "1 more vote than 58 papers can hold"; None when they are right by now."""
    left_becomes: PublicText | None = field(default=None, repr=False)
    """What becomes of the money that is left."""


@dataclass(frozen=True, kw_only=True)
class PublicMeasure:
    """A number asked before and after, in percent; no cause is claimed."""

    name: PublicText
    sentence: PublicText
    """"up 7.8 percentage points, from 58.3% of 412 people to 66.1% of 389 people"."""
    source: PublicText | None


@dataclass(frozen=True, kw_only=True)
class PublicCount:
    """One line of "about you"; hidden counts are None and print as "fewer than 5" (or "not shown")."""

    label: PublicText
    count: int | None
    hidden_as: PublicText | None


@dataclass(frozen=True, kw_only=True)
class PublicEvaluation:
    """Stars and forms: who answered of who came."""

    forms: int | None
    attended: int | None
    response_percent: int | None
    stars: tuple[tuple[int, int], ...]
    """(stars, how many), five first"""
    mean: float | None
    four_or_five_percent: int | None
    about_you: tuple[tuple[PublicText, tuple[PublicCount, ...]], ...]
    """(heading, counts) a group"""
    about_you_withheld: bool
    """True when no count could be shown without giving someone away."""


@dataclass(frozen=True, kw_only=True)
class PublicEarlier:
    """A promise from an earlier paper: the first promise in view, and what became of it by `as_of`."""

    id: str
    text: PublicText
    due: datetime.date | None
    said: PublicText
    """What the paper calls it: "We did not do this", "Done, 70 days late"."""
    reason_category: PublicText | None
    reason: PublicText | None
    owner: PublicText | None = None
    uid: str = ""
    """That of the promise itself, on every paper that tells of it."""
    standing: Standing = Standing.NOT_DUE


@dataclass(frozen=True, kw_only=True)
class PublicElsewhere:
    """A film or a recording that somebody has checked, and the web address it is at."""

    what: PublicText
    address: PublicText


@dataclass(frozen=True, kw_only=True)
class PublicLogo:
    """The organisation's logo, cleaned (PNG or JPEG), and what it shows."""

    data: bytes = field(repr=False)
    alt: PublicText
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class PublicBrand:
    """Who a paper comes from, and whom to ask, by phone, text, mail or post."""

    name: PublicText | None
    contact_name: PublicText | None
    phone: PublicText | None
    text_number: PublicText | None
    mail: PublicText | None
    post: PublicText | None
    colour: str | None
    """"#RRGGBB", checked for contrast."""
    logo: PublicLogo | None


@dataclass(frozen=True, kw_only=True)
class PublicAgendaItem:
    """One part of the agenda with its clock time, when the session's start is known."""

    title: PublicText
    minutes: int
    start: str | None
    end: str | None
    leads: PublicText | None
    is_break: bool


@dataclass(frozen=True, kw_only=True)
class PublicTimePart:
    """One part of the agenda afterwards: minutes as first planned, and what it took (None: it was not done)."""

    title: PublicText
    planned: int
    took: int | None
    words: PublicText
    """"planned 25 minutes, took 33"."""


@dataclass(frozen=True, kw_only=True)
class PublicTime:
    """How the time went: never because of whom."""

    parts: tuple[PublicTimePart, ...]
    words: PublicText


@dataclass(frozen=True, kw_only=True)
class PublicOnAgenda:
    """What an agenda shows of a paper people agreed on: its headings, and since when they hold."""

    title: PublicText
    headings: tuple[PublicText, ...]
    agreed_on: datetime.date | None


@dataclass(frozen=True, kw_only=True)
class PublicLogged:
    """One line of the log that was written down in the session."""

    heading: PublicText
    """What lines of its kind are called together."""
    on: datetime.date
    until: datetime.date | None
    words: PublicText
    said: tuple[tuple[PublicText, PublicText], ...] = ()
    """(what it is called, what it says) of what stands behind it."""


@dataclass(frozen=True, kw_only=True)
class PublicSnapshot:
    """Everything any paper of one session prints."""

    title: PublicText
    type: PublicText
    date: datetime.date
    end_date: datetime.date | None
    start: str | None
    end: str | None
    place: PublicText | None
    organisation: PublicText | None
    locality: PublicText | None
    project: PublicText | None
    purpose: PublicText | None
    cannot_change: PublicText | None
    set_agenda: PublicText | None
    contact: PublicText | None
    reply_by: datetime.date | None
    as_of: datetime.date
    came: tuple[tuple[Group, int], ...]
    came_in_all: int
    """How many people came in all; more than `came` adds up to when nobody wrote down everyone's role."""
    co_chairs: tuple[PublicText, ...]
    ladder_aim: Rung | None
    ladder_actual: Rung | None
    ground_rules: tuple[PublicText, ...]
    points: tuple[PublicPoint, ...]
    unanswered: tuple[PublicUnanswered, ...]
    also_said: tuple[PublicQuote, ...]
    also_told: tuple[PublicText, ...]
    """Public words for what was said outside every point and may not be quoted; never between quotation marks."""
    heard: int
    """How many things ended as "Thank you, we heard"."""
    what_works: int
    """How many told us what works without permission to quote."""
    parked: tuple[PublicParked, ...]
    passed_on: tuple[PublicParked, ...]
    """Things said that someone else has now."""
    access: PublicAccess
    votes: tuple[PublicVote, ...]
    evaluation: PublicEvaluation | None
    measures: tuple[PublicMeasure, ...]
    earlier: tuple[PublicEarlier, ...]
    score: PublicText | None
    """"2 of 7 kept (1 on time), 2 overdue, 1 changed to no, 2 not due yet"."""
    pot_pence: int | None
    max_bid_pence: int | None
    draft: bool
    draft_reasons: tuple[PublicText, ...]
    warnings: tuple[PublicText, ...] = ()
    uid: str = ""
    way: PublicText | None = None
    """How to take part: "in person", "online"."""
    finish_by: str | None = None
    agenda: tuple[PublicAgendaItem, ...] = ()
    rules_agreed_on: datetime.date | None = None
    """The day the group agreed the ground rules, and how many agreed; None while it has not."""
    rules_agreed_by: int | None = None
    themes: tuple[tuple[PublicText, int], ...] = ()
    """How many things were said by theme, most first; counted is only what may be printed in some form."""
    theme_people: tuple[tuple[PublicText, int], ...] = field(default=(), repr=False)
    """How many different people said something about a theme, from three up; pitches for money are not counted."""
    read_back: tuple[tuple[PublicText, PublicText], ...] = field(default=(), repr=False)
    """Themes that were read back to the room, and what it said: "right", "change it, then right"."""
    interests: tuple[PublicQuote, ...] = field(default=(), repr=False)
    """Interests declared before a vote, in the words of who declared them."""
    ladder_members: Rung | None = field(default=None, repr=False)
    """The rung that was reached as members said, and as staff said."""
    ladder_staff: Rung | None = field(default=None, repr=False)
    interests_more: int = field(default=0, repr=False)
    """How many more were declared by people whose words are not printed."""
    brand: PublicBrand | None = None
    elsewhere: tuple[PublicElsewhere, ...] = field(default=(), repr=False)
    """Formats that only people make and that are there by now."""
    time: PublicTime | None = field(default=None, repr=False)
    """How the time went, once the agenda is done."""
    members_check: PublicText | None = field(default=None, repr=False)
    """Who looked at the paper before it left, when, and what changed; or why nobody did."""
    log: tuple[PublicLogged, ...] = field(default=(), repr=False)
    """What was decided, learnt or told in it, as far as anyone may read it; by kind, then by day."""
    principles: tuple[PublicOnAgenda, ...] = field(default=(), repr=False)
    """Papers people agreed on whose headings stand on the agenda."""
    part: PublicTakingPart = field(default_factory=PublicTakingPart, repr=False)
    """Who could take part and how, its days, what was learnt, and whether it was moved or cancelled."""
    may_spend_pence: int | None = field(default=None, repr=False)
    """What the group may spend, whose session it is."""
    circle: Circle = field(default=Circle.ANYONE, repr=False)
    """For whom the paper is. Not in `repr`: papers for anyone keep the code they had (publish.paper.fingerprint)."""
