"""What is looked at before an agreed paper is made: each question once, by its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.check.findings import questions
from coprod_desktop.domain.check.settled import Finding
from coprod_desktop.domain.counted import counted
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import agreed as making

AROUND = 60
"""Letters of the sentence that are shown on each side."""


@dataclass(frozen=True)
class ToLook:
    """One question: the words it is about in their sentence, and why it is asked."""

    finding: Finding
    title: str
    detail: str
    must: bool
    """Nothing is made until it is settled; the others are only asked."""

    @property
    def id(self) -> str:
        """What tells it from the others."""
        return " ".join(self.finding.question)


def to_look(desk: Desk, paper: str, n: int | None = None) -> tuple[ToLook, ...]:
    """Return what is not settled yet in a version of a paper, what has to be settled first."""
    asked = [same for same in questions(making.findings(desk, paper, n)) if same[0].is_open]
    found = [_to_look(same) for same in asked]
    return tuple(sorted(found, key=lambda one: not one.must))


def _to_look(same: tuple[Finding, ...]) -> ToLook:
    first = same[0]
    start, end = first.marks[0] if first.marks else (0, len(first.text))
    before = first.text[max(0, start - AROUND) : start]
    shown = f"{'…' if start > AROUND else ''}{before}[{first.text[start:end]}]{first.text[end : end + AROUND]}"
    more = f", in {counted(len(same), 'place')}" if len(same) > 1 else ""
    return ToLook(
        first,
        beginning(f"{first.why[:1].upper()}{first.why[1:]}{more}", 120),
        " ".join(shown.split()),
        first.blocks,
    )
