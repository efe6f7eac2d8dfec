"""What papers tell of who looked at them before they left, and what was said back of a point afterwards."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from coprod_desktop.domain import dates
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.week_after import MemberCheck, SaidBack, YesNo

QUESTIONS = ("Did we get your words right?", "Does this answer you?", "What would you say back?")
"""Asked with each paper and letter, of each point, of nobody by name or number."""


def last_check(checks: Iterable[MemberCheck], kind: str, as_of: datetime.date | None = None) -> MemberCheck | None:
    """Return what was last noted of one kind of paper up to a day; None when nothing was."""
    found = [check for check in checks if check.kind == kind and (as_of is None or check.on <= as_of)]
    return max(found, key=lambda check: (check.on, check.id), default=None)


def check_words(check: MemberCheck, who: str, changed: str | None, skipped: str | None) -> str:
    """Return it in words; `who`, `changed` and `skipped` are as they may be printed."""
    on = dates.plain(check.on)
    if check.skipped:
        return f"Nobody looked at this before it left. Why: {skipped or 'this was not written down'}"
    said = f"They changed: {changed}" if changed else "They changed nothing."
    return f"{who} looked at this on {on}. {said}"


def is_no(said: SaidBack) -> bool:
    """Tell whether somebody said that their words are not right, or that this does not answer them."""
    return YesNo.NO in {said.right, said.answers}


def noes(point: Point, as_of: datetime.date | None = None) -> tuple[SaidBack, ...]:
    """Return the noes that came back of a point up to a day."""
    return tuple(said for said in point.said_back if is_no(said) and (as_of is None or said.on <= as_of))


def what_it_changed(point: Point, as_of: datetime.date) -> str | None:
    """Return what a paper tells of a no that came back: that it came, and what it changed. Never how many, and no score."""
    said = noes(point, as_of)
    if not said:
        return None
    last = said[-1]
    wrong = "that we did not get their words right" if last.right is YesNo.NO else "that this did not answer them"
    came = f"On {dates.in_year(last.on, as_of)} people told us {wrong}."
    return (
        f"{came} {'We are looking at it again.' if point.reopened else 'So we looked again. This is our answer now.'}"
    )
