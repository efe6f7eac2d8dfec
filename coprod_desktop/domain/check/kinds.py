"""What check can find, in the words a facilitator reads, and what a finding may be replaced by in print."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What is found. Stored with settlements, so a value never changes its meaning."""

    PHONE = "phone"
    EMAIL = "email"
    POSTCODE = "postcode"
    ADDRESS = "address"
    NI_NUMBER = "ni_number"
    NHS_NUMBER = "nhs_number"
    BIRTH_DATE = "birth_date"
    REFERENCE = "reference"
    NAME = "name"
    THIRD_PERSON = "third_person"
    OWNER_NAME = "owner_name"
    QUOTE = "quote"
    SAME_WORDS = "same_words"
    TAKEN_BACK = "taken_back"
    WITHDRAWN = "withdrawn"
    FLAGGED = "flagged"
    SAFEGUARDING = "safeguarding"
    # from here on: incomplete
    UNANSWERED = "unanswered"
    NO_ANSWER = "no_answer"
    NO_OWNER = "no_owner"
    NO_DATE = "no_date"
    NO_REASON = "no_reason"
    NO_HOW = "no_how"
    NO_OTHER_WORDS = "no_other_words"
    TRANSLATION = "translation"
    SAID_FOR = "said_for"


HARD = frozenset({Kind.NAME, Kind.QUOTE, Kind.TAKEN_BACK, Kind.SAFEGUARDING})
"""Kinds that rest on a person's own permission: --reviewed never overrides them, only someone who looks may."""

WHY: dict[Kind, str] = {
    Kind.PHONE: "a phone number",
    Kind.EMAIL: "a mail address",
    Kind.POSTCODE: "a postcode",
    Kind.ADDRESS: "a street address",
    Kind.NI_NUMBER: "a National Insurance number",
    Kind.NHS_NUMBER: "an NHS number",
    Kind.BIRTH_DATE: "a date of birth",
    Kind.REFERENCE: "a reference or account number",
    Kind.NAME: "names someone on the list who did not say their name may be public",
    Kind.THIRD_PERSON: "names a person who is not on the list",
    Kind.OWNER_NAME: "looks like a person's name, and nobody on the list is called that",
    Kind.QUOTE: "no permission to quote these words",
    Kind.SAME_WORDS: "the exact words of someone who did not want to be quoted",
    Kind.TAKEN_BACK: "repeats words that were taken back or may not be published",
    Kind.WITHDRAWN: "taken back: printed nowhere",
    Kind.FLAGGED: "the note-taker marked this to be looked at",
    Kind.SAFEGUARDING: "marked as safeguarding: follow your organisation's procedure, and tell your lead today",
    Kind.UNANSWERED: "not answered yet",
    Kind.NO_ANSWER: "no answer yet",
    Kind.NO_OWNER: "nobody is named who will do it",
    Kind.NO_DATE: "no date",
    Kind.NO_REASON: "no reason given",
    Kind.NO_HOW: "does not say how to get it",
    Kind.NO_OTHER_WORDS: "marked for other words, and they are not written yet",
    Kind.TRANSLATION: "a translation nobody has checked",
    Kind.SAID_FOR: "said for someone else, and not checked with them",
}
INSTEAD: dict[Kind, str] = {
    Kind.PHONE: "[phone number left out]",
    Kind.EMAIL: "[mail address left out]",
    Kind.POSTCODE: "[address left out]",
    Kind.ADDRESS: "[address left out]",
    Kind.BIRTH_DATE: "[date left out]",
    Kind.NAME: "[name left out]",
    Kind.THIRD_PERSON: "[name left out]",
    Kind.OWNER_NAME: "[name left out]",
}
LEFT_OUT = "[left out]"

HOW_MANY: dict[Kind, tuple[str, str]] = {
    Kind.UNANSWERED: ("{n} thing not answered yet", "{n} things not answered yet"),
    Kind.NO_ANSWER: ("{n} point with no answer yet", "{n} points with no answer yet"),
    Kind.NO_OWNER: ("{n} answer with nobody to do it", "{n} answers with nobody to do it"),
    Kind.NO_DATE: ("{n} answer with no date", "{n} answers with no date"),
    Kind.NO_REASON: ("{n} answer with no reason", "{n} answers with no reason"),
    Kind.NO_HOW: ("{n} answer that does not say how", "{n} answers that do not say how"),
    Kind.NO_OTHER_WORDS: ("{n} line waiting for other words", "{n} lines waiting for other words"),
    Kind.TRANSLATION: ("{n} translation nobody has checked", "{n} translations nobody has checked"),
    Kind.SAID_FOR: ("{n} line not checked with the person", "{n} lines not checked with the person"),
}


class Hit(NamedTuple):
    """One place in a text: what it is, where it stands, and what is printed there when it has to go."""

    kind: Kind
    start: int
    end: int
    instead: str


def hit(kind: Kind, start: int, end: int, instead: str | None = None) -> Hit:
    """Make a hit; without `instead`, the usual words for its kind."""
    return Hit(kind, start, end, INSTEAD.get(kind, LEFT_OUT) if instead is None else instead)
