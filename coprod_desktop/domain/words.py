"""The field's own terms as closed lists. The values are those of the exchange format coprod-session/1."""

from __future__ import annotations

from enum import StrEnum


class EntryKind(StrEnum):
    """What a captured line is."""

    CONTRIBUTION = "contribution"
    QUESTION = "question"
    STORY = "story"
    WHAT_WORKS = "what_works"
    STAFF_COMMENT = "staff_comment"
    NOTE = "note"
    ACCESS_INCIDENT = "access_incident"
    PARKING_LOT = "parking_lot"


class Publish(StrEnum):
    """Whether a line may be on a paper: as said, in other words, or never."""

    YES = "yes"
    EDIT = "edit"
    NO = "no"


class NameInPublic(StrEnum):
    """How a person's name may appear on anything public."""

    FULL = "full name"
    FIRST_AND_ROLE = "first name and role"
    FIRST = "first name"
    ROLE = "role only"
    NONE = "not at all"


class Sort(StrEnum):
    """What sort of thing somebody contributed."""

    IDEA = "idea"
    FEEDBACK = "feedback"
    CHALLENGE = "challenge"


class PartState(StrEnum):
    """What became of a part of the agenda that was not done."""

    SKIPPED = "skipped"
    NEXT_TIME = "next_time"


class TooMany(StrEnum):
    """What the room chose when there were more votes than papers."""

    RECOUNT = "recount"
    AGAIN = "again"
    STAND = "stand"


class WhoseWords(StrEnum):
    """Whose words a line holds: the person's own, a supporter's for them, or our description of what they did."""

    THEIRS = "theirs"
    SUPPORTER = "a supporter's"
    DESCRIPTION = "our description"


class NoticeTime(StrEnum):
    """When the notice was read out."""

    START = "at the start"
    LATE = "to who came late"
    CLOSE = "at the close"


class AnswerKind(StrEnum):
    """How a point was answered. What each means is in domain.answers."""

    DONE = "done"
    WILL = "will"
    PARTLY = "partly"
    ALREADY = "already"
    NOT_DECIDED = "not_decided"
    CANNOT = "cannot"
    WILL_NOT = "will_not"
    PASSED_ON = "passed_on"


class Outcome(StrEnum):
    """What became of a line people said."""

    POINT = "point"
    PASSED_ON = "passed_on"
    HEARD = "heard"
    LEFT_OUT = "left_out"


class UpdateState(StrEnum):
    """A dated word on how a promise is going."""

    IN_HAND = "in hand"
    LATE = "late"
    DONE = "done"
    PART_DONE = "part done"
    NOT_DONE = "not done"
    CHANGED_TO_NO = "changed to no"


class Standing(StrEnum):
    """Where one promise stands."""

    KEPT = "kept"
    KEPT_LATE = "kept late"
    OVERDUE = "overdue"
    CHANGED_TO_NO = "changed to no"
    NOT_DUE = "not due yet"


class EarlierStatus(StrEnum):
    """Where a promise from an earlier paper stands."""

    DONE = "done"
    PART_DONE = "part done"
    ON_TRACK = "on track"
    NOT_DONE = "not done"
    WILL_NOT_HAPPEN = "will not happen"


class Attending(StrEnum):
    """A person's part in one session."""

    INVITED = "invited"
    COMING = "coming"
    HERE = "here"
    APOLOGIES = "apologies"
    DID_NOT_COME = "did not come"


class Phase(StrEnum):
    """When a checklist line is looked at."""

    BEFORE = "before"
    ARRIVAL = "arrival"
    DURING = "during"
    AFTER = "after"


class SessionFormat(StrEnum):
    """How people take part."""

    IN_PERSON = "in person"
    ONLINE = "online"
    HYBRID = "hybrid"
    PHONE = "phone"
    POST = "post"


class SessionState(StrEnum):
    """Whether a session is held as it was planned. Nothing said: it is."""

    PLANNED = "planned"
    MOVED = "moved"
    CANCELLED = "cancelled"


class Sorter(StrEnum):
    """Whose part something takes: what people can do alone, with some help, or only the organisation."""

    ALONE = "alone"
    SOME_HELP = "some_help"
    ORGANISATION = "organisation"


class Nation(StrEnum):
    """Which nation's law applies."""

    ENGLAND = "England"
    WALES = "Wales"
    SCOTLAND = "Scotland"
    NORTHERN_IRELAND = "Northern Ireland"


class Rung(StrEnum):
    """The ladder of co-production, bottom first (Think Local Act Personal)."""

    COERCION = "coercion"
    EDUCATING = "educating"
    INFORMING = "informing"
    CONSULTATION = "consultation"
    ENGAGEMENT = "engagement"
    CO_DESIGN = "co-design"
    CO_PRODUCTION = "co-production"


class Group(StrEnum):
    """The four groups in which people who came are counted."""

    LIVED_EXPERIENCE = "people with lived experience"
    CARERS = "carers"
    STAFF = "staff"
    OTHERS = "others"


ANONYMOUS = "anonymous"
"""The speaker of a line said without a name."""

SAID_BY_PEOPLE = frozenset({EntryKind.CONTRIBUTION, EntryKind.QUESTION, EntryKind.STORY})
"""Kinds that need an answer on the paper."""

KIND_WORDS: dict[EntryKind, str] = {
    EntryKind.CONTRIBUTION: "Said",
    EntryKind.QUESTION: "Question",
    EntryKind.STORY: "Story",
    EntryKind.WHAT_WORKS: "What works",
    EntryKind.STAFF_COMMENT: "Staff comment",
    EntryKind.NOTE: "Note",
    EntryKind.ACCESS_INCIDENT: "Access problem",
    EntryKind.PARKING_LOT: "Parked",
}
SORT_WORDS: dict[Sort, str] = {Sort.IDEA: "Idea", Sort.FEEDBACK: "Feedback", Sort.CHALLENGE: "Challenge"}
UPDATE_WORDS: dict[UpdateState, str] = {
    UpdateState.IN_HAND: "In hand",
    UpdateState.LATE: "Late",
    UpdateState.DONE: "Done",
    UpdateState.PART_DONE: "Part done",
    UpdateState.NOT_DONE: "We did not do this",
    UpdateState.CHANGED_TO_NO: "Changed to no",
}

AWAY = frozenset({Attending.APOLOGIES, Attending.DID_NOT_COME})
"""They are on the list, and were not in the room."""
