"""What papers tell of who looked at them before they left, and what was said back of a point afterwards."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from coprod_desktop.domain import answers, dates
from coprod_desktop.domain.record import ChangedSince, Point
from coprod_desktop.domain.week_after import MemberCheck, SaidBack, YesNo

QUESTIONS = ("Did we get your words right?", "Does this answer you?", "What would you say back?")
"""Asked with each paper and letter, of each point, of nobody by name or number."""
NOBODY = "Nobody looked at this before it left."


def last_check(checks: Iterable[MemberCheck], kind: str, as_of: datetime.date | None = None) -> MemberCheck | None:
    """Return what was last noted of one kind of paper up to a day; None when nothing was."""
    found = [check for check in checks if check.kind == kind and (as_of is None or check.on <= as_of)]
    return max(found, key=lambda check: (check.on, check.id), default=None)


def check_words(check: MemberCheck, who: str, changed: str | None, skipped: str | None) -> str:
    """Return it in words; `who`, `changed` and `skipped` are as they may be printed."""
    on = dates.plain(check.on)
    if check.skipped:
        return f"{NOBODY} Why: {skipped or 'this was not written down'}"
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
    if point.reopened:
        return f"{came} We are looking at it again."
    changed = tuple(_changed(point.since_no, point, as_of))
    return " ".join((came, "So we looked again.", *(changed or ("Our answer is the same.",))))


CHANGES = ("you_said", "answer", "text", "owner", "due", "reason_category", "reason", "look_again")
"""What of a point a paper prints, and so tells when a no changed it."""
_AGAIN = {
    "owner": ("We now say who does it.", "Somebody else does it now.", "We no longer say who does it."),
    "reason": ("We now say why.", "We changed what we say of why.", "We no longer say why."),
    "look_again": (
        "We now say when we look at it again.",
        "We look at it again at another time.",
        "We no longer say when we look at it again.",
    ),
}
"""What is told of a column that was empty, held something else, or is empty now."""


def _changed(since: ChangedSince, point: Point, as_of: datetime.date) -> Iterator[str]:
    """Yield what was changed, each in a short sentence of ours; what it was before where that holds no one's words."""
    if "you_said" in since.names:
        yield "We changed the words of what you said."
    if "answer" in since.names and since.answer is not None:
        yield f"We changed our answer. Before, it was: {answers.words(since.answer)}."
    elif "answer" in since.names:
        yield "We now give an answer."
    elif "text" in since.names:
        yield "We changed the words of our answer."
    if "due" in since.names:
        yield _day_changed(since, point, as_of)
    if "reason_category" in since.names and "reason" not in since.names:
        yield _AGAIN["reason"][1]
    for name, (now, other, no_longer) in _AGAIN.items():
        if name in since.names:
            yield no_longer if not getattr(point, name) else other if name in since.had else now
    if since.news:
        yield "We wrote down how it is going."


def _day_changed(since: ChangedSince, point: Point, as_of: datetime.date) -> str:
    if point.due is None:
        return "We no longer give a day."
    if since.due is None:
        return "We now give a day."
    return f"We changed the day. Before, it was {dates.in_year(since.due, as_of)}."
