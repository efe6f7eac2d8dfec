"""Things to look at before a paper is made, and how each was settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Severity(StrEnum):
    """privacy blocks making papers until settled, unless it is asked gently; incomplete makes the paper a draft."""

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
    id: str = ""
    over: tuple[str, ...] = ()
    """The ids of the stricter settlements its writer was shown. "It is fine" closes only those."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing to look at. `words` is the part of the text it is about, for the facilitator's eyes only."""

    subject: str
    subject_kind: str
    """"entry", "point", "session", "vote", "earlier" or "easy_sentence"."""
    entry: int | None
    """The entry's n, when it is about an entry."""
    kind: str
    severity: Severity
    words: str
    why: str
    words_hash: str
    settled: Settlement | None = None
    blocks: bool = True
    """False: it is asked about gently, and papers are made meanwhile with the words as they are."""
    text: str = ""
    """The whole text it was found in, and in which field that is."""
    field: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    """Where in the text the found words stand."""
    stricter: tuple[str, ...] = ()
    """Ids of settlements that leave the words out: who says it is fine after all says so knowing these."""

    @property
    def is_open(self) -> bool:
        """Whether it is about privacy and nobody has decided yet."""
        return self.severity is Severity.PRIVACY and self.settled is None

    @property
    def question(self) -> tuple[str, str]:
        """What it asks: the same words in another place are the same question, and are settled with it."""
        return self.kind, self.words_hash or self.subject


def standing(settlements: Iterable[Settlement]) -> tuple[Settlement | None, tuple[str, ...]]:
    """Return the one decision that counts of those on one question, and the ids of all that leave the words out.

    The day decides nothing (a laptop's clock may be wrong): "leave out" stands until an "it is fine" names it. What a
    person looked at counts before what --reviewed let by.
    """
    every = tuple(settlements)
    strict = [s for s in every if s.decision is Decision.LEAVE_OUT]
    fine = [s for s in every if s.decision is Decision.FINE]
    named = {i for s in fine for i in s.over}
    holding = [s for s in strict if not s.id or s.id not in named]
    by_hand = [s for s in fine if not s.reviewed]
    counts = (holding or by_hand or fine or list(every))[-1:]
    return (counts[0] if counts else None), tuple(s.id for s in strict if s.id)
