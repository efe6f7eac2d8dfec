"""What to look at as rows of a list: private things one by one, the same kind of gap together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import dates
from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.check.findings import questions
from coprod_desktop.domain.check.kinds import HOW_MANY, FindingKind
from coprod_desktop.domain.check.settled import Decision, Finding, Severity
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList

WORDS_SHOWN = 70
"""Letters of a longer text that stand in a row; the whole of it stands where it was written."""
_ONE_BY_ONE = frozenset(
    {FindingKind.NO_OTHER_WORDS, FindingKind.TRANSLATION, FindingKind.SAID_FOR, FindingKind.NUMBERS}
)
"""Gaps that say something of their own each, so each has a row."""
_HOW = {
    Decision.OTHER_WORDS: "Settled: other words will be printed",
    Decision.LEAVE_OUT: "Settled: it is left out",
    Decision.FINE: "Settled: it is fine as it is",
}
_WHERE = {
    "entry": "In what people said",
    "point": "In an answer",
    "session": "In what is known about the session",
    "vote": "In a vote",
    "earlier": "In a promise from an earlier paper",
}
_FIELD = {
    "theme": "In a theme",
    "public_text": "In the other words for a line",
    "translation": "In a translation",
    "outcome_note": "In what was done about it",
    "owner": "In who will do it",
    "asked_who": "In who was asked",
    "reason": "In a reason",
    "you_said": "Under “You said”",
    "title": "In the title",
    "place": "In the place",
    "contact": "In the contact",
    "leads": "In who leads a part of the agenda",
}
"""Where a text stands, where its field says more than whose it is."""
GENTLY = "Asked: it is printed as it is unless you decide otherwise"
AROUND = 44
"""Letters shown on each side of the first words that were found."""
DRAFT = "The paper will say “draft”"


@dataclass(frozen=True)
class LookItem:
    """One row: a finding, or all gaps of one kind."""

    id: str
    findings: tuple[Finding, ...]

    @property
    def first(self) -> Finding:
        """The finding, or the first of its kind."""
        return self.findings[0]

    @property
    def is_open(self) -> bool:
        """Whether something private still waits to be settled here."""
        return self.first.is_open and self.first.blocks

    @property
    def is_asked(self) -> bool:
        """Whether something is asked gently here, and nobody has decided."""
        return self.first.is_open and not self.first.blocks

    @property
    def is_gap(self) -> bool:
        """Whether this is something the paper still lacks."""
        return self.first.severity is Severity.INCOMPLETE and self.first.settled is None


def items(findings: Sequence[Finding]) -> list[LookItem]:
    """Return the rows: what must be settled, what is missing, what is asked gently, what is settled.

    The same words in several places are one row.
    """
    asked = [_same(same) for same in questions(f for f in findings if f.is_open)]
    must, gently = [i for i in asked if i.is_open], [i for i in asked if i.is_asked]
    gaps: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.severity is Severity.INCOMPLETE and finding.settled is None:
            own = (
                f"{finding.kind}:{finding.subject}:{finding.words_hash}"
                if finding.kind in _ONE_BY_ONE
                else finding.kind
            )
            gaps.setdefault(own, []).append(finding)
    missing = [LookItem(key, tuple(found)) for key, found in gaps.items()]
    return [
        *must,
        *missing,
        *gently,
        *(_same(same) for same in questions(f for f in findings if f.settled is not None)),
    ]


def _same(findings: tuple[Finding, ...]) -> LookItem:
    return LookItem(":".join(findings[0].question), findings)


def row(item: LookItem) -> ListRow:
    """Return an item as it is shown and read out."""
    if item.is_open:
        return ListRow(item.id, _about(item.first), where(item), "late", "To settle")
    if item.is_asked:
        return ListRow(item.id, _about(item.first), f"{where(item)}. {GENTLY}", "waiting", "Asked")
    if item.is_gap:
        return ListRow(item.id, _gap(item), DRAFT, "waiting", "Not complete")
    return ListRow(item.id, _about(item.first), _how(item.first), "done", "Settled")


def _about(finding: Finding) -> str:
    words = in_sentence(finding) or short(finding.words)
    return f"“{words}”: {finding.why}" if words else finding.why[:1].upper() + finding.why[1:]


def _gap(item: LookItem) -> str:
    if item.first.kind == FindingKind.NUMBERS:
        return f"{item.first.words}."
    if item.first.kind in _ONE_BY_ONE:
        return _about(item.first)
    one, many = HOW_MANY[FindingKind(item.first.kind)]
    return (one if len(item.findings) == 1 else many).format(n=len(item.findings))


def where(item: LookItem) -> str:
    """Say where the words stand, and in how many more places."""
    finding, more = item.first, len(item.findings) - 1
    place = _FIELD.get(finding.field) or _WHERE.get(finding.subject_kind, "")
    return f"{place}, and in {more} more {'place' if more == 1 else 'places'}" if more else place


def in_sentence(finding: Finding) -> str:
    """Return the words that were found with what stands around them: "ask [JQ], she had four"; "" for a whole text."""
    if not finding.marks or finding.marks[0] == (0, len(finding.text)):
        return ""
    text, first = finding.text, finding.marks[0]
    start, end = max(0, first[0] - AROUND), min(len(text), first[1] + AROUND)
    start = text.find(" ", start, first[0]) + 1 if start else 0
    end = text.rfind(" ", first[1], end) if end < len(text) else end
    end = max(end, first[1])
    shown = [(a, b) for a, b in finding.marks if start <= a and b <= end]
    out, at = "…" if start else "", start
    for a, b in shown:
        if a >= at:
            out += f"{text[at:a]}[{text[a:b]}]"
            at = b
    return " ".join((out + text[at:end] + ("…" if end < len(text) else "")).split())


def marked(finding: Finding) -> str:
    """Return the whole text as rich text; the found words are bold, underlined and in brackets, so also when read out."""
    out, at = "", 0
    for a, b in sorted(finding.marks):
        if a >= at:
            out += f"{escape(finding.text[at:a])}<b><u>[{escape(finding.text[a:b])}]</u></b>"
            at = b
    return (out + escape(finding.text[at:])).replace("\n", "<br>")


def _how(finding: Finding) -> str:
    assert finding.settled is not None
    how = _HOW[finding.settled.decision]
    return f"{how}, {dates.short(finding.settled.on)}" if finding.settled.decision is Decision.FINE else how


class LookList(RowsList[LookItem]):
    """The list of what to look at, so that the form can hold it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(row, "lookList", "Things to look at", parent)


def short(words: str) -> str:
    """Return words on one line, cut after a word where they are long."""
    return beginning(" ".join(words.split()), WORDS_SHOWN)
