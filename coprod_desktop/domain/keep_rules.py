"""How long each kind of record is kept: the organisation sets it. Nothing here is law; a suggestion says where it is from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from coprod_desktop.domain.dates import months_away


class Kind(StrEnum):
    """Kinds of records that go after a time, in the order in which they are told."""

    SIGN_IN = "sign_in"
    PHOTO = "photo"
    RAW_NOTES = "raw_notes"
    NOTES = "notes"
    EVALUATION = "evaluation"
    CLAIMS = "claims"
    PEOPLE = "people"
    SESSIONS = "sessions"


@dataclass(frozen=True)
class KeptKind:
    """What one kind is called, from what its time counts, and what goes. `months` is a suggestion, None for none."""

    kind: Kind
    words: str
    from_what: str
    goes: str
    months: int | None = None
    source: str = ""


_CHECKLIST = "the access checklist: delete sign-in sheets and recordings when the notes are agreed"
KINDS = (
    KeptKind(
        Kind.SIGN_IN, "Sign-in sheets: who came, by name", "the day of the session",
        "The list of names of a session, with seats and what was arranged. How many came stays, and what each person needs.", 1, _CHECKLIST,
    ),
    KeptKind(Kind.PHOTO, "Photos of sheets", "the day of the session", "The photos themselves.", 1, _CHECKLIST),
    KeptKind(
        Kind.RAW_NOTES, "Notes as they were first typed", "the day of the session",
        "The notes a file came with. The lines made from them stay.", 1, _CHECKLIST,
    ),
    KeptKind(
        Kind.NOTES, "The facilitator's own notes", "the day of the session", "Lines of the kind “note”: no paper prints them.",
    ),
    KeptKind(
        Kind.EVALUATION, "Counts of “About you”", "the day of the session", "The counts, also in what they were before.",
    ),
    KeptKind(
        Kind.CLAIMS, "Money that was paid", "the day it was paid", "The amounts, with their cost codes.",
        72, "the Limitation Act 1980, section 5: six years. Ask finance",
    ),
    KeptKind(
        Kind.PEOPLE, "People who come no more", "the last session they were at",
        "Everything about them, what they said too, as when they ask for it.",
    ),
    KeptKind(Kind.SESSIONS, "Sessions", "the day of the session", "The whole session. What was promised on a paper stays."),
)  # fmt: skip
OF = {row.kind: row for row in KINDS}


def cutoff(today: datetime.date, months: int) -> datetime.date:
    """Return the last day whose records are past their time."""
    return months_away(today, -months)
