"""What is looked at before a paper people agreed on, or a report, is made: each question once, by its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.check.findings import questions
from coprod_desktop.domain.check.settled import Finding
from coprod_desktop.domain.counted import counted

AROUND = 60
"""Letters of the sentence that are shown on each side."""


@dataclass(frozen=True)
class ToLook:
    """One question: the words it is about in their sentence, and why it is asked."""

    places: tuple[Finding, ...]
    """Where the same words stand; they are settled together."""
    title: str
    detail: str
    must: bool
    """It is not printed until it is settled; the others are only asked."""

    @property
    def finding(self) -> Finding:
        """The first place, which asks for all."""
        return self.places[0]

    @property
    def id(self) -> str:
        """What tells it from the others."""
        return " ".join(self.finding.question)


def to_look(findings: Iterable[Finding]) -> tuple[ToLook, ...]:
    """Return what is not settled yet of what check found; what has to be settled comes first."""
    asked = [same for same in questions(findings) if same[0].is_open]
    found = [_to_look(same) for same in asked]
    return tuple(sorted(found, key=lambda one: not one.must))


def _to_look(same: tuple[Finding, ...]) -> ToLook:
    first = same[0]
    start, end = first.marks[0] if first.marks else (0, len(first.text))
    before = first.text[max(0, start - AROUND) : start]
    shown = f"{'…' if start > AROUND else ''}{before}[{first.text[start:end]}]{first.text[end : end + AROUND]}"
    more = f", in {counted(len(same), 'place')}" if len(same) > 1 else ""
    return ToLook(
        same,
        beginning(f"{first.why[:1].upper()}{first.why[1:]}{more}", 120),
        " ".join(shown.split()),
        first.blocks,
    )
