"""Which lines may be on a paper, and which of them nobody has answered yet (design: what the paper prints)."""

from __future__ import annotations

from functools import cached_property

from coprod_desktop.domain.check.words import almost_empty
from coprod_desktop.domain.record import Entry, Point, SessionRecord
from coprod_desktop.domain.words import ANONYMOUS, SAID_BY_PEOPLE, EntryKind, Outcome, Publish

NEVER_IN_WORDS = frozenset({EntryKind.NOTE, EntryKind.ACCESS_INCIDENT})
"""Kinds whose words are never printed, whatever is ticked."""
_ENDED = frozenset({Outcome.PASSED_ON, Outcome.HEARD, Outcome.LEFT_OUT})


class PrintableLines:
    """The lines of one session, looked at by what may be done with each."""

    def __init__(self, record: SessionRecord) -> None:
        self.entries = tuple(sorted(record.entries, key=lambda e: e.n))
        self._by_id = {e.id: e for e in self.entries}
        self._gone_people = {p.id for p in record.people if p.consent_withdrawn_on is not None}
        self._in_point = {i for p in record.points for i in p.from_entries}
        self._in_answer = {i for p in record.points if p.answer is not None for i in p.from_entries}

    def taken_back(self, entry: Entry) -> bool:
        """Tell whether the words, or the person who said them or for whom they were said, were withdrawn."""
        return entry.withdrawn or entry.speaker in self._gone_people or entry.said_for in self._gone_people

    def may_print(self, entry: Entry) -> bool:
        """Tell whether anything of this line may be on a paper."""
        return not self.taken_back(entry) and (
            entry.publish is Publish.YES or (entry.publish is Publish.EDIT and has_other_words(entry))
        )

    def may_quote(self, entry: Entry) -> bool:
        """Tell whether its words may stand between quotation marks."""
        return (
            self.may_print(entry)
            and entry.quote_ok is True
            and entry.kind not in NEVER_IN_WORDS
            and entry.kind is not EntryKind.PARKING_LOT
            and entry.outcome is not Outcome.LEFT_OUT
            and not self.is_duplicate(entry)
            and not almost_empty(words(entry))
        )

    def is_duplicate(self, entry: Entry) -> bool:
        """Tell whether another line says the same. In a ring of lines pointing at each other the first is kept."""
        if entry.duplicate_of not in self._by_id:
            return False
        chain = [entry.id]
        at: str | None = entry.duplicate_of
        while at is not None and at in self._by_id and at not in chain:
            chain.append(at)
            at = self._by_id[at].duplicate_of
        ring = chain[chain.index(at) :] if at in chain else []
        return not (entry.id in ring and entry.n == min(self._by_id[i].n for i in ring))

    def in_a_point(self, entry: Entry) -> bool:
        """Tell whether some point was written from it."""
        return entry.id in self._in_point

    @cached_property
    def unanswered(self) -> tuple[Entry, ...]:
        """Contributions, questions and stories that may be published and are in no point with an answer."""
        return tuple(
            e
            for e in self.entries
            if e.kind in SAID_BY_PEOPLE
            and self.may_print(e)
            and e.id not in self._in_answer
            and e.outcome not in _ENDED
            and not self.is_duplicate(e)
            and not almost_empty(words(e))
        )

    def is_waiting(self, entry: Entry) -> bool:
        """Tell whether it is among the unanswered."""
        return entry.id in self._waiting

    @cached_property
    def _waiting(self) -> frozenset[str]:
        return frozenset(e.id for e in self.unanswered)

    def of_point(self, point: Point) -> tuple[Entry, ...]:
        """Return the lines a point was written from that may be printed, duplicates too, in the point's order."""
        found = (self._by_id[i] for i in dict.fromkeys(point.from_entries) if i in self._by_id)
        return tuple(e for e in found if self.may_print(e))

    def how_many_said(self, point: Point) -> int:
        """Count the different people behind a point: each known speaker once, and each line said without a name once.

        Who said the same elsewhere (a duplicate of one of its lines) counts too; a nameless "same" does not,
        for it may be someone counted already.
        """
        own = {e.id for e in self.of_point(point)}
        lines = [e for e in self.entries if self.may_print(e) and (e.id in own or self._leads_to(e, own))]
        speakers = {e.said_for or e.speaker for e in lines} - {ANONYMOUS, None}
        return len(speakers) + sum(
            e.speaker == ANONYMOUS and e.said_for is None and not self.is_duplicate(e) for e in lines
        )

    def _leads_to(self, entry: Entry, ids: set[str]) -> bool:
        seen: set[str] = set()
        at = entry.duplicate_of
        while at is not None and at not in seen and at in self._by_id:
            if at in ids:
                return True
            seen.add(at)
            at = self._by_id[at].duplicate_of
        return False


def has_other_words(entry: Entry) -> bool:
    """Tell whether the words to print in place of what was said are written."""
    return bool(entry.public_text and entry.public_text.strip())


def words(entry: Entry) -> str:
    """Return the words a paper may use: the public ones where the line is to be edited."""
    return entry.public_text or "" if entry.publish is Publish.EDIT else entry.text
