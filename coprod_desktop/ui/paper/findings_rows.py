"""What to look at as rows of a list: private things one by one, the same kind of gap together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from coprod_desktop.domain import dates
from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.check.kinds import HOW_MANY, FindingKind
from coprod_desktop.domain.check.settled import Decision, Finding, Severity
from coprod_desktop.ui.widgets.rows_list import ListRow, RowsList

WORDS_SHOWN = 70
"""Letters of a longer text that stand in a row; the whole of it stands where it was written."""
_ONE_BY_ONE = frozenset({FindingKind.NO_OTHER_WORDS, FindingKind.TRANSLATION, FindingKind.SAID_FOR})
"""Gaps that belong to one line each, so each has a row."""
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
        return self.first.severity is Severity.PRIVACY and self.first.settled is None

    @property
    def is_gap(self) -> bool:
        """Whether this is something the paper still lacks."""
        return self.first.severity is Severity.INCOMPLETE and self.first.settled is None


def items(findings: Sequence[Finding]) -> list[LookItem]:
    """Return the rows: what must be settled, then what is missing, then what is settled."""
    must = [_single(f) for f in findings if f.severity is Severity.PRIVACY and f.settled is None]
    gaps: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.severity is Severity.INCOMPLETE and finding.settled is None:
            own = f"{finding.kind}:{finding.subject}" if finding.kind in _ONE_BY_ONE else finding.kind
            gaps.setdefault(own, []).append(finding)
    missing = [LookItem(key, tuple(found)) for key, found in gaps.items()]
    return [*must, *missing, *(_single(f) for f in findings if f.settled is not None)]


def _single(finding: Finding) -> LookItem:
    return LookItem(f"{finding.subject}:{finding.kind}:{finding.words_hash}", (finding,))


def row(item: LookItem) -> ListRow:
    """Return an item as it is shown and read out."""
    if item.is_open:
        return ListRow(item.id, _about(item.first), _where(item.first), "late", "To settle")
    if item.is_gap:
        return ListRow(item.id, _gap(item), DRAFT, "waiting", "Not complete")
    return ListRow(item.id, _about(item.first), _how(item.first), "done", "Settled")


def _about(finding: Finding) -> str:
    words = short(finding.words)
    return f"“{words}”: {finding.why}" if words else finding.why[:1].upper() + finding.why[1:]


def _gap(item: LookItem) -> str:
    if item.first.kind in _ONE_BY_ONE:
        return _about(item.first)
    one, many = HOW_MANY[FindingKind(item.first.kind)]
    return (one if len(item.findings) == 1 else many).format(n=len(item.findings))


def _where(finding: Finding) -> str:
    return _WHERE.get(finding.subject_kind, "")


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
