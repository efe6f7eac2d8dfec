"""How a session is put in a list: its title, when and where, and what came of it."""

from __future__ import annotations

import datetime

from coprod_desktop.domain import dates
from coprod_desktop.domain.words import SessionState
from coprod_desktop.services.sessions import SessionLine
from coprod_desktop.ui.widgets.rows_list import ListRow

UNTITLED = "No title yet"


def times(start: str | None, end: str | None) -> str:
    """Return "10:30 to 12:30", "10:30" or ""."""
    return " to ".join(time for time in (start, end) if time)


def when_where(line: SessionLine) -> str:
    """Return "Thursday 17 September 2026, 10:30 to 12:30 · St Cuthbert's Hall"."""
    when = ", ".join(part for part in (dates.full(_date(line)), times(line.start, line.end)) if part)
    return " · ".join(part for part in (when, line.place) if part)


def counts(line: SessionLine, waiting: int = 0) -> str:
    """Return "23 things said · 7 answers · 5 points open", or "… · 7 points answered"; `waiting` are lines no answer is for."""
    still_open = line.points - line.answered
    said = [_many(line.entries, "thing said", "things said")] if line.entries else []
    if still_open:
        said += [_many(line.answered, "answer", "answers")] if line.answered else []
        said.append(_many(still_open, "point open", "points open"))
    elif line.points:
        said.append(_many(line.points, "point answered", "points answered"))
    if waiting:
        said.append(f"{waiting:,} not answered yet")
    return " · ".join(said)


def lately(line: SessionLine, waiting: int = 0) -> ListRow:
    """Return the short row of Home: the day, and what came of it."""
    date = _date(line)
    day = f"{date.day} {dates.MONTHS[date.month - 1]}"
    came = counts(line, waiting) or moved_or_cancelled(line) or "nothing written down yet"
    return ListRow(line.id, line.title or UNTITLED, " · ".join((day, came)))


def whole(line: SessionLine, today: datetime.date) -> ListRow:
    """Return the row of the list of all sessions; those to come begin with how soon."""
    date = _date(line)
    soon = [dates.near(date, today).capitalize()] if date >= today and line.state != SessionState.CANCELLED else []
    said = [*soon, when_where(line), *_some(counts(line)), *_some(moved_or_cancelled(line))]
    return ListRow(line.id, line.title or UNTITLED, " · ".join(said))


def moved_or_cancelled(line: SessionLine) -> str:
    """Return "Cancelled: the hall was flooded" or "Moved from 3 March 2026: …"; "" for one that is held as planned."""
    why = f": {line.why.rstrip('.')}" if line.why else ""
    if line.state == SessionState.CANCELLED:
        return f"Cancelled{why}"
    if line.state == SessionState.MOVED:
        before = f" from {dates.plain(datetime.date.fromisoformat(line.moved_from))}" if line.moved_from else ""
        return f"Moved{before}{why}"
    return ""


def goes_with(line: SessionLine) -> str:
    """Return what goes when a session is taken away: "23 things said, 8 people and 3 points go with it."."""
    parts = [
        _many(many, one, more)
        for many, one, more in (
            (line.entries, "thing said", "things said"),
            (line.people, "person on its list", "people on its list"),
            (line.points, "point", "points"),
        )
        if many
    ]
    if not parts:
        return "Nothing is written down in it."
    every = " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)
    goes = "goes" if parts == [every] and every.startswith("1 ") else "go"
    return f"{every} {goes} with it."


def page_for(line: SessionLine, today: str) -> str:
    """Return the page of a session one most likely wants: before, on or after its day."""
    if line.date > today:
        return "get_ready"
    return "listen" if line.date == today else "answer"


def _date(line: SessionLine) -> datetime.date:
    return datetime.date.fromisoformat(line.date)


def _some(words: str) -> list[str]:
    return [words] if words else []


def _many(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"
