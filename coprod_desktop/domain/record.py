"""Everything about one session as values: what the store gives out and what the exchange format holds.

All of it is private. The only way from here to something public is publish.gate.
Ids are ours (UUIDv7 text); `key` is the name a row has in the exchange format (a person's id, an entry's n).
`given` names the exchange keys the row came in with, so that it goes out the same; `unknown` keeps the rest.
"""

import datetime
from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from coprod_desktop.domain.easy_record import EasySentence
from coprod_desktop.domain.live_hour import Moment, ReadBack
from coprod_desktop.domain.log_record import LogTold
from coprod_desktop.domain.organisation import Organisation as Organisation
from coprod_desktop.domain.permission import Circle, Permissions, Voices
from coprod_desktop.domain.row import NOTHING as NOTHING
from coprod_desktop.domain.row import Row as Row
from coprod_desktop.domain.row import Unknown as Unknown
from coprod_desktop.domain.row import row
from coprod_desktop.domain.session_record import Session as Session
from coprod_desktop.domain.value import Value, value
from coprod_desktop.domain.votes import Vote as Vote
from coprod_desktop.domain.votes import VoteOption as VoteOption
from coprod_desktop.domain.week_after import Asking, FormatAsked, MemberCheck, SaidBack
from coprod_desktop.domain.words import (
    AnswerKind,
    Attending,
    EarlierStatus,
    EntryKind,
    NameInPublic,
    NoticeTime,
    Outcome,
    PartState,
    Phase,
    Publish,
    Sort,
    Sorter,
    UpdateState,
    WhoseWords,
)

if TYPE_CHECKING:  # nothing of a session's hour is told from papers people agreed on
    from coprod_desktop.domain.agreed import AgreedWords


@row
class Need(Row):
    """An access or communication need (groups of the Accessible Information Standard, DAPB1605)."""

    need: str
    ais: str | None = None
    who_arranges: str | None = None
    by: datetime.date | None = None
    met: bool | None = None
    reviewed: datetime.date | None = None
    why_not: str | None = None
    """Why it was not met."""
    review_by: datetime.date | None = None
    shared_on: datetime.date | None = None
    """When whoever has to know of it was told."""


@row
class Person(Row):
    """Someone on the local list, with their part in this session."""

    name: str
    role: str
    name_in_public: NameInPublic = NameInPublic.NONE
    needs: tuple[Need, ...] = ()
    expenses: tuple[tuple[str, int], ...] = ()
    """(what for, pence): what domain.money tells of their amounts; no column."""
    language: str | None = None
    consents: Mapping[str, Any] | None = None
    attendance: Attending | None = None
    seat: str | None = None
    declared_interest: str | None = None
    consent_withdrawn_on: datetime.date | None = None
    withdrawn_words: str | None = None
    contact: str | None = None
    """How to reach them, as they said it."""
    salutation: str | None = None
    """How a letter may greet them, as they chose: "Mrs Tattersall"; None for "Hello"."""
    safe_contact: Mapping[str, Any] | None = None
    """Asked once and obeyed: {"write": bool, "ring": bool, "message": bool, "opens_post": who}. Missing: not asked."""
    first_time: bool | None = None
    order: int = 0


@row
class AgendaItem(Row):
    """One part of the agenda; `kind` "break" keeps its length."""

    title: str
    minutes: int
    kind: str | None = None
    leads: str | None = None
    notes: str | None = None
    started: str | None = None
    finished: str | None = None
    planned: int | None = None
    """Its minutes as they were first planned; None while nobody changed them."""
    state: PartState | None = None
    tables: int | None = None
    """So many tables work on it at once."""
    order: int = 0


@row
class ChecklistItem(Row):
    """One line of the access checklist."""

    phase: Phase
    text: str
    who: str | None = None
    by: datetime.date | None = None
    done: bool = False
    for_person: str | None = None
    note: str | None = None
    order: int = 0


@row
class GroundRule(Row):
    """One rule the group agreed."""

    text: str
    order: int = 0


@row
class NoticeGiven(Row):
    """What may become of people's words was read out: at the start, to who came late, at the close."""

    on: datetime.date
    at: str
    """Local time, "HH:MM"."""
    when: NoticeTime
    heard_by: int | None = None


@row
class Entry(Row):
    """One captured line."""

    n: int
    kind: EntryKind
    text: str
    at: str | None = None
    speaker: str | None = None
    """A person's id (ours), words.ANONYMOUS, or None."""
    speaker_role: str | None = None
    """A role given without a person ("carer")."""
    whose_words: WhoseWords | None = None
    """None: their own, or a supporter's when it was said for somebody."""
    theme: str | None = None
    lang: str = "en-GB"
    dir: str = "ltr"
    publish: Publish = Publish.NO
    public_text: str | None = None
    quote_ok: bool | None = None
    flags: tuple[str, ...] = ()
    duplicate_of: str | None = None
    """The id (ours) of the entry that says the same."""
    translation: str | None = None
    translation_checked: bool = False
    withdrawn: bool = False
    said_for: str | None = None
    """The id (ours) of the person this was said for."""
    checked_with_person: bool = False
    outcome: Outcome | None = None
    outcome_note: str | None = None
    sort: Sort | None = None
    unconfirmed: bool | None = None
    """True: a machine made it and nobody has confirmed it; it is not quoted until somebody does."""
    sheet: str | None = None
    """The sheet it was typed from: "Table 3", "Flipchart 2", "Slip 14"."""
    done_about: str | None = None
    """What was done about an access problem."""
    done_at: str | None = None
    """When that was, "HH:MM"."""
    told: str | None = None
    """Who was told of it; never on a paper."""
    call_back: str | None = None
    """How and when they get an answer to what was parked."""
    told_as: str | None = None
    """The changed name under which a story is told."""

    @property
    def voices(self) -> Voices:
        """Whose answers count for it."""
        return Voices(self.id, self.speaker, self.said_for, unconfirmed=self.unconfirmed is True)

    @property
    def whose(self) -> WhoseWords:
        """Whose words it holds. What was said for somebody is a supporter's unless it says otherwise."""
        return self.whose_words or (WhoseWords.SUPPORTER if self.said_for else WhoseWords.THEIRS)


@row
class Update(Row):
    """A dated line on a promise. Added, never overwritten."""

    on: datetime.date
    state: UpdateState
    text: str | None = None


@row
class Telling(Row):
    """What a session's paper told of a promise that day; what comes after never changes it (see domain.promises).

    In the exchange format, of promises made before: previous_promises.
    """

    text: str
    status: EarlierStatus | None = None
    """What the session's own file says of it; None when nothing was said but what the promise itself says."""
    due: datetime.date | None = None
    done_on: datetime.date | None = None
    last_update: datetime.date | None = None
    decided_on: datetime.date | None = None
    reason_category: str | None = None
    reason: str | None = None
    order: int = 0
    promise: str = ""
    """The id of the promise it tells of."""
    told_on: datetime.date | None = None
    """The day it was printed, or of the paper it came from; None while it waits to be told."""
    answer: AnswerKind | None = None
    owner: str | None = None
    session: str = ""
    """The session whose paper it is; no column."""
    made: "Point | None" = None
    """The promise itself, with all that was told and added; no column."""


@value
class AnswerBefore(Value):
    """An answer a point had until it was given another. Kept by what changes replace; in no column, in no file."""

    answer: AnswerKind
    until: datetime.date
    text: str | None = None
    reason: str | None = None


@value
class ChangedSince(Value):
    """What was changed of a point since the last no came back: in no column, in no file."""

    names: frozenset[str] = frozenset()
    """Columns that are not as they were."""
    answer: AnswerKind | None = None
    """The answer it had, and the day."""
    due: datetime.date | None = None
    news: bool = False
    """Whether something was written down of how it is going."""
    had: frozenset[str] = frozenset()
    """Those of the columns that held something."""


@row
class Point(Row):
    """What goes under "You said", with its answer. One that binds is a promise, for its whole life this one row.

    In the exchange format: promises. One of which only later papers are here has no session and no "You said".
    """

    you_said: str
    from_entries: tuple[str, ...] = ()
    """Ids (ours) of the entries it was written from."""
    answer: AnswerKind | None = None
    text: str | None = None
    owner: str | None = None
    owner_agreed: datetime.date | None = None
    due: datetime.date | None = None
    reason_category: str | None = None
    reason: str | None = None
    look_again: str | None = None
    asked_who: str | None = None
    asked_on: datetime.date | None = None
    chased_on: datetime.date | None = None
    sorter: Sorter | None = None
    """Whose part it takes, as people sorted it."""
    group_id: str | None = None
    """The group whose promise it is; in no file."""
    updates: tuple[Update, ...] = ()
    tellings: tuple[Telling, ...] = ()
    """What papers told of it, this session's and later ones'; no column."""
    before: tuple[AnswerBefore, ...] = ()
    """The answers it had before, oldest first; no column."""
    asked: tuple[Asking, ...] = ()
    """The steps of its question, oldest first; no column."""
    said_back: tuple[SaidBack, ...] = ()
    """What people said of it when they had the paper, oldest first; no column."""
    reopened: bool = False
    """Whether a no came back and nothing of the answer was changed since; no column."""
    since_no: ChangedSince = ChangedSince()
    """What was changed since the last no came back; no column."""
    number: int = 0
    """The number papers print beside it (domain.point_numbers); 0 where it was not worked out; no column."""
    order: int = 0


@value
class ToldText(Value):
    """Words that a report tells of one row: what is looked for in them goes by what they are."""

    row: str
    words: str
    what: str
    """A field of check.texts.FIELDS under "told": "written", "venue" or "owner"."""


@value
class SessionRecord(Value):
    """All of one session. `given`/`unknown` are those of the exchange file's top level.

    `others` are everyone else in the workspace, by name: who takes part in which session decides nothing.
    `permissions` are the answers as stored; None for a record made of its fields alone (permission_fields.of_record).
    """

    session: Session
    people: tuple[Person, ...] = ()
    ground_rules: tuple[GroundRule, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    checklist: tuple[ChecklistItem, ...] = ()
    entries: tuple[Entry, ...] = ()
    votes: tuple[Vote, ...] = ()
    points: tuple[Point, ...] = ()
    earlier: tuple[Telling, ...] = ()
    """Promises made before, as this session's paper tells of them."""
    notices: tuple[NoticeGiven, ...] = ()
    member_checks: tuple[MemberCheck, ...] = ()
    """Who looked at the papers of it before they left, oldest first."""
    said_back: tuple[SaidBack, ...] = ()
    """What people said of a whole paper of it when they had it."""
    formats_asked: tuple[FormatAsked, ...] = ()
    """Formats that only people make, oldest first (other_formats.newest says how each stands)."""
    moments: tuple[Moment, ...] = ()
    """What happened to the clock, in the order it was written down."""
    read_backs: tuple[ReadBack, ...] = ()
    """What the room said to its themes, in the order it was written down."""
    easy_sentences: tuple[EasySentence, ...] = ()
    """Sentences of its Easy Read that people wrote."""
    log: tuple[LogTold, ...] = ()
    """Lines of the log written down in it, as far as papers may tell of them; only where papers are made."""
    agreed: "tuple[AgreedWords, ...]" = ()
    """Papers people agreed on that are printed of it, or on it: on an agenda, the principles."""
    told: tuple[ToldText, ...] = ()
    """Words that a report over many sessions tells; in no session's own record."""
    others: tuple[Person, ...] = ()
    permissions: Permissions | None = None
    circle: Circle = Circle.ANYONE
    """For whom papers are made of it."""
    may_spend_pence: int | None = None
    """What its group may spend, where that has a limit."""
    given: tuple[str, ...] = ()
    unknown: Unknown = field(default_factory=lambda: NOTHING)
