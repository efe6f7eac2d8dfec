"""Which lines may be on a paper, and which of them nobody has answered yet (design: what the paper prints).

What people allow is read in domain.permission alone; here it meets the editor's choice and what the line is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from coprod_desktop.domain import bidding, permission_fields
from coprod_desktop.domain.check.words import almost_empty
from coprod_desktop.domain.permission import NamePart
from coprod_desktop.domain.praise import is_praise
from coprod_desktop.domain.record import Entry, Point, SessionRecord
from coprod_desktop.domain.words import ANONYMOUS, SAID_BY_PEOPLE, EntryKind, Outcome, Publish, WhoseWords

NEVER_IN_WORDS = frozenset({EntryKind.NOTE, EntryKind.ACCESS_INCIDENT})
"""Kinds whose words are never printed, whatever is ticked."""
_ENDED = frozenset({Outcome.PASSED_ON, Outcome.HEARD, Outcome.LEFT_OUT})


class PrintableLines:
    """The lines of one session, looked at by what may be done with each."""

    def __init__(self, record: SessionRecord) -> None:
        self.entries = tuple(sorted(record.entries, key=lambda e: e.n))
        self._by_id = {e.id: e for e in self.entries}
        self.permissions = permission_fields.of_record(record)
        self._circle = record.circle
        self._in_point = {i for p in record.points for i in p.from_entries}
        self._votes = bool(record.votes)
        self._bids = bidding.shares_money(record)
        self._in_answer = {i for p in record.points if p.answer is not None for i in p.from_entries}

    def taken_back(self, entry: Entry) -> bool:
        """Tell whether somebody refused that this is told at all: who said it, or for whom it was said."""
        return entry.id in self._taken_back

    @cached_property
    def _taken_back(self) -> frozenset[str]:
        may_tell = self.permissions.may_tell
        return frozenset(e.id for e in self.entries if not may_tell(e.voices, self._circle))

    def may_print(self, entry: Entry) -> bool:
        """Tell whether anything of this line may be on a paper."""
        return not self.taken_back(entry) and (
            entry.publish is Publish.YES or (entry.publish is Publish.EDIT and has_other_words(entry))
        )

    def may_quote(self, entry: Entry) -> bool:
        """Tell whether its words may stand between quotation marks. A description of ours is nobody's own words."""
        return self.allows_words(entry) and (
            entry.kind is not EntryKind.PARKING_LOT
            and entry.whose is not WhoseWords.DESCRIPTION
            and entry.outcome is not Outcome.LEFT_OUT
            and not self.is_duplicate(entry)
            and not almost_empty(words(entry))
        )

    def allows_words(self, entry: Entry) -> bool:
        """Tell whether a line's words may be printed as they are: it may be printed, and somebody asked and heard yes."""
        return (
            self.may_print(entry)
            and entry.kind not in NEVER_IN_WORDS
            and self.permissions.may_quote(entry.voices, self._circle)
        )

    def name_parts(self, who: str) -> frozenset[NamePart]:
        """Return what of someone's name may be printed for the circle this is made for."""
        return self.permissions.name_parts(who, self._circle)

    def is_duplicate(self, entry: Entry) -> bool:
        """Tell whether a line that is still there says the same; of several that say it, the first is kept.

        When the first is taken back, who said the same does not go with it.
        """
        same = self._same.get(entry.id)
        return same is not None and self.may_print(entry) and entry.id != self._first(same)

    def _first(self, same: frozenset[str]) -> str:
        there = [self._by_id[i] for i in same if self.may_print(self._by_id[i])]
        roots = [e for e in there if e.duplicate_of not in self._by_id]
        return min(roots or there, key=lambda e: (e.n, e.id)).id

    @cached_property
    def _same(self) -> dict[str, frozenset[str]]:
        """By line that another is linked to as saying the same: the ids of all that are linked so, this one too."""
        group: dict[str, set[str]] = {}
        for entry in self.entries:
            if entry.duplicate_of in self._by_id:
                both = group.get(entry.id, {entry.id}) | group.get(entry.duplicate_of, {entry.duplicate_of})
                group.update(dict.fromkeys(both, both))
        return {i: frozenset(ids) for i, ids in group.items()}

    def in_a_point(self, entry: Entry) -> bool:
        """Tell whether some point was written from it."""
        return entry.id in self._in_point

    @cached_property
    def unanswered(self) -> tuple[Entry, ...]:
        """Contributions, questions and stories that may be published and are in no point with an answer.

        Praise is thanked, and an interest declared before a vote is told beside the vote.
        """
        return tuple(
            e
            for e in self.entries
            if e.kind in SAID_BY_PEOPLE
            and self.may_print(e)
            and e.id not in self._in_answer
            and e.outcome not in _ENDED
            and not self.is_duplicate(e)
            and not almost_empty(words(e))
            and not (self.is_thanked(e) or self.declares_interest(e))
        )

    def is_thanked(self, entry: Entry) -> bool:
        """Tell whether a line asks for nothing but thanks: somebody said so, or it is praise and in no point."""
        if entry.outcome is Outcome.HEARD:
            return True
        asks = entry.kind is EntryKind.QUESTION or entry.id in self._in_point
        return not asks and entry.outcome is None and is_praise(words(entry))

    def declares_interest(self, entry: Entry) -> bool:
        """Tell whether a line in no point declares an interest in what this session votes on."""
        return self._votes and entry.id not in self._in_point and bidding.declares_interest(words(entry))

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
        """Count the different people who said what a point was written from."""
        return self.how_many_about([self._by_id[i] for i in point.from_entries if i in self._by_id])

    def how_many_about(self, lines: Sequence[Entry]) -> int:
        """Count the different people who said some lines; 0 for pitches for money, which are no one thing said by many."""
        return 0 if self._are_pitches(lines) else self._how_many(lines)

    def _are_pitches(self, lines: Iterable[Entry]) -> bool:
        return self._bids and any(map(bidding.is_pitch, lines))

    def _how_many(self, named: Iterable[Entry]) -> int:
        """Count the different people behind some lines: each known speaker once, each line said without a name once.

        Who said the same elsewhere (a duplicate of one of its lines) counts too; a nameless "same" does not,
        for it may be someone counted already.
        """
        ids = {i for e in named for i in self._same.get(e.id, (e.id,))}
        lines = [e for e in self.entries if e.id in ids and self.may_print(e)]
        speakers = {e.said_for or e.speaker for e in lines} - {ANONYMOUS, None}
        nameless = (e for e in lines if e.speaker in {ANONYMOUS, None} and e.said_for is None)
        return len(speakers) + sum(not self.is_duplicate(e) for e in nameless)


def has_other_words(entry: Entry) -> bool:
    """Tell whether the words to print in place of what was said are written."""
    return bool(entry.public_text and entry.public_text.strip())


def words(entry: Entry) -> str:
    """Return the words a paper may use: the public ones where the line is to be edited."""
    return entry.public_text or "" if entry.publish is Publish.EDIT else entry.text
