"""Papers as lists for a spreadsheet, as a committee officer keeps them."""

from __future__ import annotations

from coprod_desktop.domain import answers
from coprod_desktop.domain.words import UPDATE_WORDS
from coprod_desktop.publish.dates import day_of
from coprod_desktop.publish.paper import Cell, Spreadsheet
from coprod_desktop.publish.snapshot import PublicEarlier, PublicPoint, PublicSnapshot
from coprod_desktop.publish.stories.words import sentence

EARLIER = "A promise from an earlier paper"
UNANSWERED = "Not answered yet"
COLUMNS = (
    "Number",
    "You said",
    "Answer",
    "What we said",
    "Who",
    "By when",
    "Why",
    "Look again",
    "How it is going",
    "Last update",
    "What the last update said",
)


def promises(snapshot: PublicSnapshot) -> Spreadsheet:
    """Return each point with its answer, then the promises of earlier papers, a row each."""
    rows = (*map(_point, snapshot.points), *map(_earlier, snapshot.earlier))
    return Spreadsheet(title="Promises", columns=COLUMNS, rows=rows)


def agenda_list(snapshot: PublicSnapshot) -> Spreadsheet:
    """Return the agenda, a row an item."""
    rows = tuple((item.start, item.end, item.minutes, item.title, item.leads) for item in snapshot.agenda)
    return Spreadsheet(title="Agenda", columns=("Starts", "Ends", "Minutes", "What", "Who leads"), rows=rows)


def _point(point: PublicPoint) -> tuple[Cell, ...]:
    said = [sentence(part) for part in (point.text, point.asked, point.before) if part]
    last = point.updates[-1] if point.updates else None
    told = [sentence(part) for part in (UPDATE_WORDS[last.state], last.text) if part] if last else []
    return (
        point.number or None,
        point.you_said,
        answers.words(point.answer) if point.answer else UNANSWERED,
        " ".join(said) or None,
        point.owner,
        point.due,
        _why(point),
        (day_of(point.look_again) or point.look_again) if point.look_again else None,
        point.going,
        last.on if last else None,
        " ".join(told) or None,
    )


def _earlier(promise: PublicEarlier) -> tuple[Cell, ...]:
    return (
        None,
        None,
        EARLIER,
        promise.text,
        promise.owner,
        promise.due,
        _why(promise),
        None,
        promise.said,
        None,
        None,
    )


def _why(promise: PublicPoint | PublicEarlier) -> str | None:
    parts = [sentence(part) for part in (promise.reason_category, promise.reason) if part]
    return " ".join(parts) or None
