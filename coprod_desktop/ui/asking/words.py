"""How questions to those who can answer are spoken of, on Home and beside an answer."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from coprod_desktop.domain import asking, dates
from coprod_desktop.domain.beginning import beginning
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.record import Point
from coprod_desktop.domain.week_after import Asking, AskingStep
from coprod_desktop.services.asking import Due, Silent
from coprod_desktop.ui.widgets.rows_list import ListRow
from coprod_desktop.ui.words.session import UNTITLED

SOON = datetime.timedelta(14)
SHOWN = 240
"""Letters of a reply that stand in a row; the whole of it is in the dialog that opens from there."""
_SAID = {
    AskingStep.ASKED: "Asked {who} on {on}",
    AskingStep.CHASED: "Asked {who} again on {on}",
    AskingStep.ESCALATED: "Put to {who} on {on}",
    AskingStep.AGREED: "{who} agreed on {on}",
    AskingStep.DECLINED: "{who} said no on {on}",
    AskingStep.REPLIED: "{who} replied on {on}",
}


def history(point: Point, today: datetime.date, *, replies: bool = True) -> str:
    """Return every step: "Asked the Director on 3 December, reply by 17 December. Asked again on 17 December.".

    `replies`: with the beginning of what they replied, where it does not stand beside it.
    """
    parts = []
    for step in asking.steps(point):
        until = f", reply by {dates.in_year(step.reply_by, today)}" if step.reply_by else ""
        words = f": “{beginning(' '.join(step.words.split()), SHOWN)}”" if step.words and replies else ""
        parts.append(f"{_said(step, today)}{until}{words}.")
    return " ".join(parts)


def replied(step: Asking, today: datetime.date) -> tuple[str, str]:
    """Return who replied and when, and what, as it came: a decline that came with words too."""
    return _said(step, today), step.words or ""


def _said(step: Asking, today: datetime.date) -> str:
    said = _SAID[step.step].format(who=step.to_whom or "they", on=dates.in_year(step.on, today))
    return f"{said[:1].upper()}{said[1:]}"


def longest(point: Point) -> str:
    """Return the last reply when it is too long to stand in a row; "" when it is not."""
    words = next((step.words for step in reversed(asking.steps(point)) if step.words), "")
    return words if len(" ".join(words.split())) > SHOWN else ""


def row(point: Point, today: datetime.date) -> tuple[str, str, str]:
    """Return the state, the words and the next act of a point's question, for the row beside its answer."""
    question = asking.question(point)
    if question is None:
        return "info", "Nobody was asked yet.", "Ask somebody…"
    words = history(point, today, replies=False)
    if question.is_silent(today):
        from_whom = f" from {question.to_whom}" if question.to_whom and len(asking.questions(point)) > 1 else ""
        return "late", f"{words} No reply{from_whom}.", "Ask again…"
    if question.is_open:
        return "waiting", words, "They replied…"
    if question.last is AskingStep.REPLIED and point.owner_agreed is None:
        return "done", words, "They agreed…"
    return "info", words, "Note more…"


def silent(found: Sequence[Silent], today: datetime.date) -> tuple[str, str, str]:
    """Return what Home says of questions past their day; no words: nothing waits."""
    if not found:
        return "info", "", ""
    first = found[0]
    who = first.question.to_whom or "them"
    more = f" {counted(len(found) - 1, 'other question is', 'other questions are')} past the day." if found[1:] else ""
    words = (
        f"Ask {who} again: no reply since {dates.in_year(first.question.since, today)}. {first.session_title}.{more}"
    )
    return "late", words, "Ask again…"


def silent_row(one: Silent, today: datetime.date) -> ListRow:
    """Return a question past its day, as a list of all of them shows it."""
    since = f"No reply since {dates.in_year(one.question.since, today)}"
    about = " · ".join(part for part in (one.question.to_whom or "", since, one.session_title) if part)
    return ListRow(f"{one.point} {one.question.to_whom}", one.you_said, about, "late", "late")


def soon(found: Sequence[Due], today: datetime.date) -> Sequence[Due]:
    """Return the sessions whose people are to hear from us so soon that it is told."""
    return [one for one in found if one.reply_by <= today + SOON]


def nothing_back_row(one: Due, today: datetime.date) -> ListRow:
    """Return a session whose people wait, as a list of all of them shows it."""
    late = one.reply_by < today
    when = f"{'Was' if late else 'Is'} to be told by {dates.in_year(one.reply_by, today)}"
    return ListRow(one.session, one.title or UNTITLED, when, "late" if late else "waiting", "late" if late else "")


def nothing_back(found: Sequence[Due], today: datetime.date) -> tuple[str, str, str]:
    """Return what Home says of the day by which people were to hear; no words: nothing is due within two weeks."""
    due = soon(found, today)
    if not due:
        return "info", "", ""
    first, late = due[0], due[0].reply_by < today
    day = dates.in_year(first.reply_by, today)
    said = f"People were to hear from you by {day}" if late else f"People are to hear from you by {day}"
    more = f" So it is for {counted(len(due) - 1, 'other session')}." if due[1:] else ""
    return (
        ("late" if late else "waiting"),
        f"{said}, and no paper has gone out. {first.title}.{more}",
        "Go to its answers",
    )
