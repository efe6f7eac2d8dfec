"""What papers tell of looking back: counts and what most said, never a word anybody wrote, never who."""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.publish.public_text import PublicText


@dataclass(frozen=True, kw_only=True)
class PublicAsked:
    """One question and what may be told of each answer: a number, or what stands in its place."""

    question: PublicText
    answers: tuple[tuple[PublicText, PublicText], ...]


@dataclass(frozen=True, kw_only=True)
class PublicBeside:
    """One question, as most members and most staff answered it; None where too few did. `differ` only where both are told."""

    question: PublicText
    members: PublicText | None
    staff: PublicText | None
    differ: bool = False


@dataclass(frozen=True, kw_only=True)
class PublicLookedBack:
    """Slips after sessions together, the newest year, and what was never done together, as staff say."""

    slips: tuple[PublicAsked, ...] = ()
    slip_forms: str = ""
    """How many came back, in fives; "" with none."""
    year: tuple[PublicBeside, ...] = ()
    members_forms: str = ""
    staff_forms: str = ""
    never: tuple[PublicText, ...] = ()
