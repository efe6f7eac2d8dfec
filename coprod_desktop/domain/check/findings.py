"""Things to look at before a paper is made: what is private and what is incomplete, and how each was settled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from coprod_desktop.domain.came import disagreeing
from coprod_desktop.domain.check.answers import missing_in_entry, missing_in_point
from coprod_desktop.domain.check.kinds import GENTLE, HARD, HOW_MANY, SIGNED_HEALTH, WHY, FindingKind, Hit, hit
from coprod_desktop.domain.check.names import ListedNames
from coprod_desktop.domain.check.printable import NEVER_IN_WORDS, PrintableLines, has_other_words, words
from coprod_desktop.domain.check.scan import Scanner, Where
from coprod_desktop.domain.check.settled import Decision, Finding, Settlement, Severity, standing
from coprod_desktop.domain.check.texts import EASY, CheckedText, said_texts, texts
from coprod_desktop.domain.check.words import plain, tidy, words_hash
from coprod_desktop.domain.permission import NamePart
from coprod_desktop.domain.record import Entry, Organisation, SessionRecord
from coprod_desktop.domain.words import ANONYMOUS, EntryKind, Publish

_PRIVATE_FLAG = re.compile(
    r"name|person|third|phone|mobile|address|mail|postcode|\bni\b|nhs|dob|birth|health|medic|diagnos|mental|benefit"
    r"|financ|bank|debt|identif|private|privacy|confiden|off.record|sensitive|immigra|crim|police|abuse|harm|suicid"
    r"|allegation|complaint|legal|religio|ethnic|sexual|child"
)
_SAFEGUARDING_FLAG = re.compile(r"safeguard|at.risk|disclosure")


class Decisions:
    """What was decided, by what it was decided about: the same kind of thing in the same words, wherever they stand."""

    def __init__(self, settlements: Iterable[Settlement]) -> None:
        self._by_key: dict[tuple[str, str], list[Settlement]] = {}
        for one in settlements:
            self._by_key.setdefault((one.kind, one.words_hash), []).append(one)

    def of(self, kind: FindingKind, text: str) -> Settlement | None:
        """Return the decision about one kind of finding in exactly this text."""
        return standing(self._by_key.get((kind.value, words_hash(text)), ()))[0] if self._by_key else None

    def leaves_out(self, text: str, kinds: Iterable[FindingKind]) -> bool:
        """Tell whether somebody decided that any of these kinds is left out of exactly this text."""
        found = (self.of(kind, tidy(text)) for kind in kinds)
        return any(one is not None and one.decision is Decision.LEAVE_OUT for one in found)

    def stricter(self, kind: FindingKind, text: str) -> tuple[str, ...]:
        """Return the ids of the settlements that leave such a thing out of this text."""
        return standing(self._by_key.get((kind.value, words_hash(text)), ()))[1] if self._by_key else ()


def prints(settlement: Settlement | None, kind: FindingKind) -> bool:
    """Tell whether a decision lets the words be printed as they stand. --reviewed never overrides a permission."""
    if settlement is None or settlement.decision is not Decision.FINE:
        return False
    return not (settlement.reviewed and kind in HARD)


def flag_kind(entry: Entry) -> FindingKind | None:
    """Return what the note-taker's own reminders ask for, if they are about privacy."""
    if not entry.flags:  # as of most lines
        return None
    flags = " ".join(entry.flags).lower().replace("_", " ")
    if _SAFEGUARDING_FLAG.search(flags):
        return FindingKind.SAFEGUARDING
    return FindingKind.FLAGGED if _PRIVATE_FLAG.search(flags) else None


def findings(
    record: SessionRecord, settlements: Iterable[Settlement] = (), ours: Organisation | None = None
) -> tuple[Finding, ...]:
    """Return everything to look at in a session, settled things too: lines first, then points, then the rest.

    A line that cannot be printed (not for publishing, taken back, a note) is listed as settled: its words are left out.
    """
    return findings_seen(record, CheckedSession(record, settlements, ours=ours))


def findings_seen(record: SessionRecord, look: CheckedSession) -> tuple[Finding, ...]:
    """Return the findings for a session that is being looked at already."""
    return tuple(_Check(record, look).all())


def blocking(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that stop a paper from being made: private, not settled, and not only asked gently."""
    return tuple(f for f in found if f.is_open and f.blocks)


def questions(found: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Return findings by what they ask: the same words in three places are one question."""
    asked: dict[tuple[str, str], list[Finding]] = {}
    for finding in found:
        asked.setdefault(finding.question, []).append(finding)
    return tuple(map(tuple, asked.values()))


def still_found(record: SessionRecord, settlements: Iterable[Settlement], finding: Finding, words: str) -> str:
    """Return what of a finding is still in the words that are to stand for it; "" when nothing is."""
    part = CheckedText(finding.subject, finding.subject_kind, finding.entry, tidy(words), Where.WRITTEN, "public_text")
    hits = CheckedSession(record, settlements).at(part)
    same = next((part.text[one.start : one.end] for one in hits if one.kind == finding.kind), "")
    kept = (finding.text[start:end] for start, end in finding.marks if end - start < len(finding.text))
    return same or next((found for found in kept if plain(found) and f" {plain(found)} " in f" {plain(words)} "), "")


def draft_reasons(found: Iterable[Finding]) -> tuple[str, ...]:
    """Say why the paper is a draft, as "5 things not answered yet"; nothing when it is not."""
    count: dict[str, int] = {}
    for finding in found:
        if finding.severity is Severity.INCOMPLETE and finding.settled is None:
            count[finding.kind] = count.get(finding.kind, 0) + 1
    return tuple(HOW_MANY[kind][count[kind] > 1].format(n=count[kind]) for kind in HOW_MANY if kind.value in count)


class CheckedSession:
    """One session's texts seen through its settlements: what is found in a text, and how each was settled.

    A `record` that holds a part of the session is looked at knowing the `whole` of it: what everybody said. `eyes`
    that have looked at this session already remember what they saw.
    """

    def __init__(
        self,
        record: SessionRecord,
        settlements: Iterable[Settlement] = (),
        whole: SessionRecord | None = None,
        ours: Organisation | None = None,
        eyes: Scanner | None = None,
    ) -> None:
        self.said = PrintableLines(record)
        self.on = record.session.as_of or record.session.date
        self._scanner = eyes or Scanner(whole or record, ours)
        self._decisions = Decisions(settlements)

    def at(self, part: CheckedText, entry: Entry | None = None) -> tuple[Hit, ...]:
        """Return what is found in one text; for a line's own words also what the note-taker marked."""
        found = self._scanner.hits(part.text, part.where)
        kind = flag_kind(entry) if entry is not None and part.text == tidy(entry.text) else None
        if kind is FindingKind.SAFEGUARDING or (kind is FindingKind.FLAGGED and not found):
            return (*found, hit(kind, 0, len(part.text)))
        return found

    def names_of(self, record: SessionRecord) -> ListedNames | None:
        """Return the names of everyone as they may be printed in this record, where they are made ready already."""
        return self._scanner.names_of(record)

    def is_clean(self, text: str) -> bool:
        """Tell whether nothing is found in words of ours that are to be printed."""
        return not self._scanner.hits(text, Where.WRITTEN)

    def decision(self, part: CheckedText, kind: FindingKind, entry: Entry | None = None) -> Settlement | None:
        """Return how one kind of finding in a text was settled: by somebody, or by the line itself."""
        settled = self._decisions.of(kind, part.text)
        if entry is not None and (decision := self._by_itself(part, entry)) is not None:
            by_itself = Settlement(
                subject=part.subject, kind=kind, words_hash=words_hash(part.text), decision=decision, on=self.on
            )
            return by_itself if settled is None or decision is Decision.LEAVE_OUT else settled
        if entry is None and settled is not None and settled.decision is Decision.OTHER_WORDS:
            return None  # the other words would be here, and these are still the old ones
        return settled

    def settled_words(self, kind: FindingKind, text: str) -> Settlement | None:
        """Return how exactly these words were settled."""
        return self._decisions.of(kind, text)

    def is_signed(self, entry: Entry | None) -> bool:
        """Tell whether a name may stand under the words of a line."""
        if entry is None or entry.speaker in {None, ANONYMOUS} or not self.said.may_quote(entry):
            return False
        return bool({NamePart.FIRST, NamePart.SURNAME} & self.said.name_parts(entry.speaker))

    def left_out(self, found: Finding) -> Settlement:
        """Return how something is settled that the session itself leaves out."""
        return Settlement(
            subject=found.subject,
            kind=found.kind,
            words_hash=found.words_hash,
            decision=Decision.LEAVE_OUT,
            on=self.on,
        )

    def stricter(self, part: CheckedText, kind: FindingKind) -> tuple[str, ...]:
        """Return the ids of the settlements that leave such a thing out of a text."""
        return self._decisions.stricter(kind, part.text)

    def _by_itself(self, part: CheckedText, entry: Entry) -> Decision | None:
        """A line that is never printed is left out; other words that are clean stand in for what was said."""
        noted_beside = entry.kind is EntryKind.ACCESS_INCIDENT and part.text in _done(entry)
        if entry.publish is Publish.NO or (entry.kind in NEVER_IN_WORDS and not noted_beside):
            return Decision.LEAVE_OUT
        if part.text == tidy(entry.text) and entry.publish is Publish.EDIT and has_other_words(entry):
            other = part._replace(text=tidy(entry.public_text or entry.text), where=Where.WRITTEN)
            if other.text != part.text and all(
                h.kind in GENTLE or prints(self._decisions.of(h.kind, other.text), h.kind) for h in self.at(other)
            ):
                return Decision.OTHER_WORDS
        return None


def _done(entry: Entry) -> tuple[str, ...]:
    """Return what was done about an access problem: the one thing that is told of it."""
    return tuple(tidy(text) for text in (entry.done_about, entry.outcome_note) if text)


class _Check:
    def __init__(self, record: SessionRecord, look: CheckedSession) -> None:
        self._record = record
        self._look = look

    def all(self) -> Iterator[Finding]:
        said = self._look.said
        for entry in said.entries:
            if said.taken_back(entry):
                yield self._withdrawn(entry)
                continue
            found = [f for part in said_texts(entry) for f in self._private(part, entry)]
            yield from {(f.kind, f.words_hash): f for f in found}.values()
            if said.is_waiting(entry):
                yield self._incomplete(entry.id, "entry", entry.n, FindingKind.UNANSWERED, words(entry))
            for kind in missing_in_entry(said, entry):
                yield self._incomplete(entry.id, "entry", entry.n, kind, entry.text)
        for part in texts(self._record):
            yield from self._private(part)
        for point in sorted(self._record.points, key=lambda p: p.order):
            for kind in missing_in_point(point):
                yield self._incomplete(point.id, "point", None, kind, point.you_said)
        for sentence in disagreeing(self._record):
            settled = self._look.settled_words(FindingKind.NUMBERS, sentence)
            kind, session = FindingKind.NUMBERS, self._record.session.id
            yield replace(self._incomplete(session, "session", None, kind, sentence), settled=settled)

    def _private(self, part: CheckedText, entry: Entry | None = None) -> Iterator[Finding]:
        by_kind: dict[FindingKind, list[tuple[int, int]]] = {}
        for one in self._look.at(part, entry):
            if part.subject_kind == EASY and one.kind not in GENTLE:
                continue
            by_kind.setdefault(one.kind, []).append((one.start, one.end))
        for kind, marks in by_kind.items():
            found = [part.text[start:end] for start, end in marks]
            yield Finding(
                subject=part.subject,
                subject_kind=part.subject_kind,
                entry=part.entry,
                kind=kind,
                severity=Severity.PRIVACY,
                words=", ".join(dict.fromkeys(found)),
                why=SIGNED_HEALTH if kind is FindingKind.HEALTH and self._look.is_signed(entry) else WHY[kind],
                words_hash=words_hash(part.text),
                settled=self._look.decision(part, kind, entry),
                blocks=kind not in GENTLE,
                text=part.text,
                field=part.field,
                marks=tuple(marks),
                stricter=self._look.stricter(part, kind),
            )

    def _withdrawn(self, entry: Entry) -> Finding:
        found = Finding(
            subject=entry.id,
            subject_kind="entry",
            entry=entry.n,
            kind=FindingKind.WITHDRAWN,
            severity=Severity.PRIVACY,
            words="",
            why=WHY[FindingKind.WITHDRAWN],
            words_hash="",
        )
        return replace(found, settled=self._look.left_out(found))

    def _incomplete(self, subject: str, subject_kind: str, entry: int | None, kind: FindingKind, about: str) -> Finding:
        return Finding(
            subject=subject,
            subject_kind=subject_kind,
            entry=entry,
            kind=kind,
            severity=Severity.INCOMPLETE,
            words=about,
            why=WHY[kind],
            words_hash=words_hash(about),
        )
