"""What is looked at before a paper is made: one question at a time, its sentence, and what can be chosen, each by a key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coprod_desktop.domain import dates
from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.check.findings import questions
from coprod_desktop.domain.check.kinds import HOW_MANY, FindingKind
from coprod_desktop.domain.check.settled import Decision, Finding, Severity
from coprod_desktop.domain.counted import counted

WORDS_SHOWN = 70
"""Letters of a longer text that stand in a row; the whole of it stands where the question is asked."""
AROUND = 44
"""Letters shown in a row on each side of the first words that were found."""
EACH = 6
"""So many of the same gap are told one by one."""


class Choice(StrEnum):
    """What can be done about it."""

    LEAVE_OUT = "leave out"
    FINE = "it is fine"
    OTHER_WORDS = "other words"
    GO = "go"
    LATER = "later"


KEYS: Mapping[Choice, str] = {
    Choice.LEAVE_OUT: "1",
    Choice.FINE: "2",
    Choice.OTHER_WORDS: "3",
    Choice.GO: "4",
    Choice.LATER: "5",
}
"""One key each, and everywhere the same: whoever presses 1 leaves out, whatever else can be chosen."""
DECISIONS: Mapping[Choice, Decision] = {Choice.LEAVE_OUT: Decision.LEAVE_OUT, Choice.FINE: Decision.FINE}
SAID: Mapping[Choice, str] = {
    Choice.LEAVE_OUT: "Left out",
    Choice.FINE: "Fine as it is",
    Choice.OTHER_WORDS: "Other words",
    Choice.LATER: "Put off",
}
"""What was chosen, as it is said afterwards."""


class State(StrEnum):
    """`MUST` is settled before there is a paper; `ASKED` is asked gently; `GAP` makes the paper a draft; `LEAVES` is for before it leaves."""

    MUST = "must"
    ASKED = "asked"
    GAP = "gap"
    LEAVES = "leaves"
    SETTLED = "settled"


STATE_WORDS: Mapping[State, str] = {
    State.MUST: "To settle",
    State.ASKED: "Asked",
    State.GAP: "Not complete",
    State.LEAVES: "Before it leaves",
    State.SETTLED: "Settled",
}
WHAT_WAITS: Mapping[State, str] = {
    State.MUST: "No paper is made until this is settled",
    State.ASKED: "It is printed as it is unless you decide otherwise",
    State.GAP: "The paper will say “draft”",
    State.LEAVES: "It can be made, printed and shown to them. It is noted as gone out only after this",
}
_LATER: Mapping[State, str] = {
    State.MUST: "Not now",
    State.ASKED: "Not now",
    State.GAP: "Leave it for now",
    State.LEAVES: "Leave it for now",
    State.SETTLED: "Keep it so",
}
_ONE_BY_ONE = frozenset(
    {
        FindingKind.NO_OTHER_WORDS,
        FindingKind.TRANSLATION,
        FindingKind.SAID_FOR,
        FindingKind.TOLD_AS,
        FindingKind.NUMBERS,
    }
)
"""Gaps that say something of their own each, so each is a question."""
_HOW = {
    Decision.OTHER_WORDS: "Settled: other words will be printed",
    Decision.LEAVE_OUT: "Settled: it is left out",
    Decision.FINE: "Settled: it is fine as it is",
}
LOG = "log_line"
_WHERE = {
    "entry": "In what people said",
    "point": "In an answer",
    "session": "In what is known about the session",
    "vote": "In a vote",
    "earlier": "In a promise from an earlier paper",
    "easy_sentence": "In a sentence of the Easy Read",
    LOG: "In a line of the log",
}
_FIELD = {
    "theme": "In a theme",
    "public_text": "In the other words for a line",
    "translation": "In a translation",
    "outcome_note": "In what was done about it",
    "done_about": "In what was done about it",
    "owner": "In who will do it",
    "asked_who": "In who was asked",
    "reason": "In a reason",
    "you_said": "Under “You said”",
    "title": "In the title",
    "place": "In the place",
    "contact": "In the contact",
    "leads": "In who leads a part of the agenda",
    "format": "In what another format is called",
    "where_is": "In where another format is",
}
"""Where a text stands, where its field says more than whose it is."""
_WRITTEN_ON: Mapping[str, tuple[str, str]] = {
    "entry": ("answer", "Change it on Answer"),
    "point": ("answer", "Change it on Answer"),
    "session": ("get_ready", "Change it on Get ready"),
    "earlier": ("follow_up", "Change it on Follow up"),
    LOG: ("", "Change it in the log…"),
}
"""Where words are changed; a vote has no page of its own, and a line of the log opens by itself."""
_HEARD = frozenset({FindingKind.TRANSLATION, FindingKind.SAID_FOR, FindingKind.TOLD_AS, FindingKind.NUMBERS})
"""Gaps that are filled on Listen."""
_HERE = frozenset({"format", "where_is"})
"""Fields of what is written down on the Paper page itself, under the formats."""
_ROW_OF_FIELD = {"leads": "agenda_item", "title": "agenda_item", "text": "ground_rule"}


@dataclass(frozen=True)
class LookItem:
    """One question: a finding, the same words in several places, or all gaps of one kind."""

    id: str
    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding, or the first of its kind."""
        return self.findings[0]

    @property
    def state(self) -> State:
        """How it stands."""
        if self.first.settled is not None:
            return State.SETTLED
        if self.first.kind == FindingKind.NOT_LOOKED_AT:
            return State.LEAVES
        if self.first.severity is Severity.INCOMPLETE:
            return State.GAP
        return State.MUST if self.first.blocks else State.ASKED

    @property
    def title(self) -> str:
        """What it is, in a line: "“ring [07700 900481]”: a phone number", "5 things not answered yet"."""
        kind = FindingKind(self.first.kind)
        if self.state is not State.GAP:
            return _about(self.first)
        if kind is FindingKind.NUMBERS:
            return f"{self.first.words}."
        if kind in _ONE_BY_ONE:
            return _about(self.first)
        one, many = HOW_MANY[kind]
        return (one if len(self.findings) == 1 else many).format(n=len(self.findings))

    @property
    def why(self) -> str:
        """What is asked about, as a sentence without its words: "A phone number"."""
        return self.title if self.state is State.GAP else _capital(self.first.why)

    @property
    def where(self) -> str:
        """Where the words stand, and in how many more places."""
        found, more = self.first, len(self.findings) - 1
        if self.state is State.LEAVES:
            return ""
        place = _FIELD.get(found.field) or _WHERE.get(found.subject_kind, "")
        return f"{place}, and in {counted(more, 'more place', 'more places')}" if more else place

    @property
    def detail(self) -> str:
        """Where it stands and what waits for it; how it was settled."""
        if self.state is State.SETTLED:
            return _how(self.first)
        return ". ".join(part for part in (self.where if self.state is not State.GAP else "", self._waits) if part)

    @property
    def _waits(self) -> str:
        return WHAT_WAITS[self.state]

    @property
    def by_person(self) -> Decision | None:
        """What somebody decided; None for what is open, and for what settles itself."""
        settled = self.first.settled
        return settled.decision if settled is not None and settled.id else None

    def choices(self) -> tuple[tuple[Choice, str], ...]:
        """Return what can be chosen, with the words of its button, in the order of the keys."""
        state, by = self.state, self.by_person
        numbers = state is State.GAP and self.first.kind == FindingKind.NUMBERS
        settle = state in (State.MUST, State.ASKED) or by is not None
        rewrite = self.first.subject_kind == "entry" and (settle or self.first.kind == FindingKind.NO_OTHER_WORDS)
        there = self.place()
        wanted: list[tuple[Choice, str, bool]] = [
            (Choice.LEAVE_OUT, "Leave it out", settle and by is not Decision.LEAVE_OUT),
            (Choice.FINE, "It is fine", numbers or (settle and by is not Decision.FINE)),
            (Choice.OTHER_WORDS, "Other words…", rewrite),
            (Choice.GO, there[1], bool(there[1])),
            (Choice.LATER, _LATER[state], True),
        ]
        return tuple((choice, words) for choice, words, there_is in wanted if there_is)

    def place(self) -> tuple[str, str]:
        """Return the page where it is mended and the words of its button; ("", "") for none, no page for a dialog."""
        state, kind = self.state, self.first.kind
        if state is State.LEAVES:
            return "", "Note who looked…"
        if state is State.SETTLED or (state is State.GAP and kind == FindingKind.NO_OTHER_WORDS):
            return "", ""
        if state is State.GAP:
            return ("listen", "Go to Listen") if kind in _HEARD else ("answer", "Go to Answer")
        return ("", "") if self.first.field in _HERE else _WRITTEN_ON.get(self.first.subject_kind, ("", ""))

    def row(self, session: str) -> Ref | None:
        """Return the row that is changed there; None for several gaps of one kind."""
        found = self.first
        if self.state is State.GAP and len({f.subject for f in self.findings}) > 1:
            return None
        if found.subject_kind == "session" and found.subject == session:
            return Ref("session", found.field)
        noun = _ROW_OF_FIELD.get(found.field, "") if found.subject_kind == "session" else found.subject_kind
        return Ref(noun, found.subject)

    def sentence(self) -> tuple[tuple[str, bool], ...]:
        """Return the whole text in pieces: the words, and whether they are what was found. Of gaps what each is about."""
        if self.state is State.GAP:
            return ((self._each(), False),) if self.first.kind != FindingKind.NUMBERS else ()
        if self.state is State.LEAVES:
            return ()
        return tuple(_pieces(self.first)) or ((self.first.words, False),)

    def _each(self) -> str:
        said = [f"“{short(found.words)}”" for found in self.findings if found.words]
        more = [f"and {len(said) - EACH} more"] if len(said) > EACH else []
        return "\n".join([*said[:EACH], *more])

    def spoken(self) -> str:
        """Return the question as it is read out: what it is, its sentence with the found words in brackets, its keys."""
        words = "".join(f"[{text}]" if found else text for text, found in self.sentence())
        keys = ", ".join(f"{KEYS[choice]} {said.rstrip('…')}" for choice, said in self.choices())
        parts = (self.why, words, self.detail, f"Keys: {keys}")
        return " ".join(part if part[-1] in ".!?…" else f"{part}." for part in map(_one_line, parts) if part)


def items(findings: Sequence[Finding]) -> list[LookItem]:
    """Return the questions: what must be settled, what is asked gently, what is missing, what comes before
    it leaves, what is settled.

    The same words in several places are one question.
    """
    asked = [_same(same) for same in questions(f for f in findings if f.is_open)]
    gaps: dict[str, list[Finding]] = {}
    leaves = [LookItem(f"{f.kind}:{f.field}", (f,)) for f in findings if f.kind == FindingKind.NOT_LOOKED_AT]
    for found in findings:
        if found.kind == FindingKind.NOT_LOOKED_AT:
            continue
        if found.severity is Severity.INCOMPLETE and found.settled is None:
            alone = found.kind in _ONE_BY_ONE
            own = f"{found.kind}:{found.subject}:{found.words_hash}" if alone else found.kind
            gaps.setdefault(own, []).append(found)
    return [
        *(one for one in asked if one.state is State.MUST),
        *(one for one in asked if one.state is State.ASKED),
        *(LookItem(key, tuple(found)) for key, found in gaps.items()),
        *leaves,
        *(_same(same) for same in questions(f for f in findings if f.settled is not None)),
    ]


def _same(findings: tuple[Finding, ...]) -> LookItem:
    return LookItem(":".join(findings[0].question), findings)


def _about(found: Finding) -> str:
    words = in_sentence(found) or short(found.words)
    return f"“{words}”: {found.why}" if words else _capital(found.why)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _one_line(words: str) -> str:
    return " ".join(words.split())


def in_sentence(found: Finding) -> str:
    """Return the words that were found with what stands around them: "ask [JQ], she had four"; "" for a whole text."""
    if not found.marks or found.marks[0] == (0, len(found.text)):
        return ""
    text, first = found.text, found.marks[0]
    start, end = max(0, first[0] - AROUND), min(len(text), first[1] + AROUND)
    start = text.find(" ", start, first[0]) + 1 if start else 0
    end = text.rfind(" ", first[1], end) if end < len(text) else end
    end = max(end, first[1])
    out, at = "…" if start else "", start
    for a, b in found.marks:
        if start <= a and b <= end and a >= at:
            out += f"{text[at:a]}[{text[a:b]}]"
            at = b
    return _one_line(out + text[at:end] + ("…" if end < len(text) else ""))


def _pieces(found: Finding) -> Iterator[tuple[str, bool]]:
    at = 0
    for a, b in sorted(found.marks):
        if a >= at:
            yield found.text[at:a], False
            yield found.text[a:b], True
            at = b
    yield found.text[at:], False


def _how(found: Finding) -> str:
    assert found.settled is not None
    how = _HOW[found.settled.decision]
    return f"{how}, {dates.short(found.settled.on)}" if found.settled.decision is Decision.FINE else how


def short(words: str) -> str:
    """Return words on one line, cut after a word where they are long."""
    return beginning(_one_line(words), WORDS_SHOWN)
