"""What check can find, in the words a facilitator reads, and what a finding may be replaced by in print."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class FindingKind(StrEnum):
    """What is found. Stored with settlements, so a value never changes its meaning."""

    PHONE = "phone"
    EMAIL = "email"
    POSTCODE = "postcode"
    ADDRESS = "address"
    NI_NUMBER = "ni_number"
    NHS_NUMBER = "nhs_number"
    BIRTH_DATE = "birth_date"
    REFERENCE = "reference"
    LONG_NUMBER = "long_number"
    BANK = "bank"
    CODE = "code"
    PLATE = "plate"
    HANDLE = "handle"
    NAME = "name"
    THIRD_PERSON = "third_person"
    OWNER_NAME = "owner_name"
    QUOTE = "quote"
    SAME_WORDS = "same_words"
    TAKEN_BACK = "taken_back"
    WITHDRAWN = "withdrawn"
    FLAGGED = "flagged"
    SAFEGUARDING = "safeguarding"
    # asked about gently: these block no paper
    SMALL_GROUP = "small_group"
    HEALTH = "health"
    VIOLENCE = "violence"
    LAW = "law"
    TOLD_AGAIN = "told_again"
    # from here on: incomplete
    UNANSWERED = "unanswered"
    NO_ANSWER = "no_answer"
    NO_OWNER = "no_owner"
    NO_DATE = "no_date"
    NO_REASON = "no_reason"
    NO_HOW = "no_how"
    NO_PART = "no_part"
    NO_TO_WHOM = "no_to_whom"
    NO_ACTION = "no_action"
    NO_OTHER_WORDS = "no_other_words"
    TRANSLATION = "translation"
    SAID_FOR = "said_for"
    TOLD_AS = "told_as"
    NUMBERS = "numbers"
    # no gap of the paper: it is asked before a paper leaves
    NOT_LOOKED_AT = "not_looked_at"


HARD = frozenset(
    {
        FindingKind.NAME,
        FindingKind.QUOTE,
        FindingKind.SAME_WORDS,
        FindingKind.TAKEN_BACK,
        FindingKind.SAFEGUARDING,
    }
)
"""Kinds that rest on a person's own permission: --reviewed never overrides them, only someone who looks may."""

GENTLE = frozenset(
    {
        FindingKind.SMALL_GROUP,
        FindingKind.HEALTH,
        FindingKind.VIOLENCE,
        FindingKind.LAW,
        FindingKind.TOLD_AGAIN,
    }
)
"""Kinds that are asked about and block no paper: a person decides, and until then the words may be printed."""

WHY: dict[FindingKind, str] = {
    FindingKind.PHONE: "a phone number",
    FindingKind.EMAIL: "a mail address",
    FindingKind.POSTCODE: "a postcode",
    FindingKind.ADDRESS: "a street address",
    FindingKind.NI_NUMBER: "a National Insurance number",
    FindingKind.NHS_NUMBER: "an NHS number",
    FindingKind.BIRTH_DATE: "a date of birth",
    FindingKind.REFERENCE: "a reference or account number",
    FindingKind.LONG_NUMBER: "a long number: somebody's telephone, account or reference?",
    FindingKind.BANK: "a bank account or card",
    FindingKind.CODE: "what opens something: a PIN, a key safe, a door, a password, where a key lies",
    FindingKind.PLATE: "the number plate of a car",
    FindingKind.HANDLE: "a name by which somebody is found on the internet",
    FindingKind.SMALL_GROUP: "may point at one person: people nearby may know who this is",
    FindingKind.HEALTH: "tells of somebody's health: are they content that it is printed?",
    FindingKind.VIOLENCE: "tells of violence or abuse: is anyone at risk now? Then your lead first, before any paper",
    FindingKind.LAW: "tells of the law, money or who somebody is: could it harm them?",
    FindingKind.TOLD_AGAIN: "may tell again, in other words, what was taken back or may not be published",
    FindingKind.NAME: "names someone you know who did not say their name may be public",
    FindingKind.THIRD_PERSON: "names a person who is not on the list",
    FindingKind.OWNER_NAME: "looks like a person's name, and nobody on the list is called that",
    FindingKind.QUOTE: "no permission to quote these words",
    FindingKind.SAME_WORDS: "the exact words of someone who did not say they may be quoted",
    FindingKind.TAKEN_BACK: "repeats words that were taken back or may not be published",
    FindingKind.WITHDRAWN: "taken back: printed nowhere",
    FindingKind.FLAGGED: "the note-taker marked this to be looked at",
    FindingKind.SAFEGUARDING: "marked as safeguarding: follow your organisation's procedure, and tell your lead today",
    FindingKind.UNANSWERED: "not answered yet",
    FindingKind.NO_ANSWER: "no answer yet",
    FindingKind.NO_OWNER: "nobody is named who will do it",
    FindingKind.NO_DATE: "no date",
    FindingKind.NO_REASON: "no reason given",
    FindingKind.NO_HOW: "does not say how to get it",
    FindingKind.NO_PART: "does not say which part",
    FindingKind.NO_TO_WHOM: "does not say to whom it was passed on",
    FindingKind.NO_ACTION: "was a no, and does not say what is done now",
    FindingKind.NO_OTHER_WORDS: "marked for other words, and they are not written yet",
    FindingKind.TRANSLATION: "a translation nobody has checked",
    FindingKind.SAID_FOR: "said for someone else, and not checked with them",
    FindingKind.TOLD_AS: "told under a changed name, and not checked with the person",
    FindingKind.NUMBERS: "these numbers of people do not agree",
    FindingKind.NOT_LOOKED_AT: "nobody who was there has looked at this paper yet",
}
SIGNED_HEALTH = "tells of somebody's health, and a name stands under it: would people know whom it is about?"
"""Why health is asked about where the words are signed."""
INSTEAD: dict[FindingKind, str] = {
    FindingKind.PHONE: "[phone number left out]",
    FindingKind.EMAIL: "[mail address left out]",
    FindingKind.POSTCODE: "[address left out]",
    FindingKind.ADDRESS: "[address left out]",
    FindingKind.BIRTH_DATE: "[date left out]",
    FindingKind.LONG_NUMBER: "[number left out]",
    FindingKind.BANK: "[number left out]",
    FindingKind.PLATE: "[number left out]",
    FindingKind.NAME: "[name left out]",
    FindingKind.THIRD_PERSON: "[name left out]",
    FindingKind.OWNER_NAME: "[name left out]",
}
LEFT_OUT = "[left out]"
GAP = re.compile(r"\[[^\[\]]*left out\]", re.IGNORECASE)
"""What stands in a text where something was left out."""
_MAY_NOT = "We may not print"
WORDS_GONE, REST_GONE, WHY_GONE = f"{_MAY_NOT} the words", f"{_MAY_NOT} the rest.", f"{_MAY_NOT} the reason."
"""What a paper says in the place of a text of which nothing is left."""


def has_gap(text: str) -> bool:
    """Tell whether something was left out of a text."""
    return _MAY_NOT in text or GAP.search(text) is not None


def only_gaps(text: str) -> bool:
    """Tell whether all words of a text were left out, so that it says nothing any more."""
    return GAP.search(text) is not None and not any(char.isalnum() for char in GAP.sub("", text))


HOW_MANY: dict[FindingKind, tuple[str, str]] = {
    FindingKind.UNANSWERED: ("{n} thing not answered yet", "{n} things not answered yet"),
    FindingKind.NO_ANSWER: ("{n} point with no answer yet", "{n} points with no answer yet"),
    FindingKind.NO_OWNER: ("{n} answer with nobody to do it", "{n} answers with nobody to do it"),
    FindingKind.NO_DATE: ("{n} answer with no date", "{n} answers with no date"),
    FindingKind.NO_REASON: ("{n} answer with no reason", "{n} answers with no reason"),
    FindingKind.NO_HOW: ("{n} answer that does not say how", "{n} answers that do not say how"),
    FindingKind.NO_PART: ("{n} answer that does not say which part", "{n} answers that do not say which part"),
    FindingKind.NO_TO_WHOM: ("{n} thing passed on to nobody named", "{n} things passed on to nobody named"),
    FindingKind.NO_ACTION: (
        "{n} answer that was a no, and does not say what is done now",
        "{n} answers that were a no, and do not say what is done now",
    ),
    FindingKind.NO_OTHER_WORDS: ("{n} line waiting for other words", "{n} lines waiting for other words"),
    FindingKind.TRANSLATION: ("{n} translation nobody has checked", "{n} translations nobody has checked"),
    FindingKind.SAID_FOR: ("{n} line not checked with the person", "{n} lines not checked with the person"),
    FindingKind.TOLD_AS: (
        "{n} story under a changed name not checked with the person",
        "{n} stories under a changed name not checked with the person",
    ),
    FindingKind.NUMBERS: ("{n} number of people to check", "{n} numbers of people to check"),
}


class Hit(NamedTuple):
    """One place in a text: what it is, where it stands, and what is printed there when it has to go."""

    kind: FindingKind
    start: int
    end: int
    instead: str


def hit(kind: FindingKind, start: int, end: int, instead: str | None = None) -> Hit:
    """Make a hit; without `instead`, the usual words for its kind."""
    return Hit(kind, start, end, INSTEAD.get(kind, LEFT_OUT) if instead is None else instead)
