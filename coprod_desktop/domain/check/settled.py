"""Things to look at before a paper is made, and how each was settled."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Severity(StrEnum):
    """privacy blocks making papers until settled; incomplete makes the paper a draft."""

    PRIVACY = "privacy"
    INCOMPLETE = "incomplete"


class Decision(StrEnum):
    """How a person settled a finding."""

    LEAVE_OUT = "leave out"
    OTHER_WORDS = "other words"
    FINE = "it is fine"


@dataclass(frozen=True, kw_only=True)
class Settlement:
    """A dated decision on one finding: about whom or what, which kind, for exactly these words (by hash)."""

    subject: str
    """Id (ours) of the entry, point or session the words are in."""
    kind: str
    words_hash: str
    decision: Decision
    on: date
    reviewed: bool = False
    """True when --reviewed on the command line wrote it."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing to look at. `words` is the part of the text it is about, for the facilitator's eyes only."""

    subject: str
    subject_kind: str
    """"entry", "point", "session" or "earlier"."""
    entry: int | None
    """The entry's n, when it is about an entry."""
    kind: str
    severity: Severity
    words: str
    why: str
    words_hash: str
    settled: Settlement | None = None
