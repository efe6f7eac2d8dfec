"""How a promise is put in a list, and how all of them stand in one line."""

from __future__ import annotations

from collections.abc import Sequence

from coprod_desktop.domain import dates
from coprod_desktop.domain.promises import Standing
from coprod_desktop.services.promises import PromiseLine
from coprod_desktop.ui.widgets.rows_list import ListRow

STATE_OF = {
    Standing.OVERDUE: ("late", "Late"),
    Standing.NOT_DUE: ("waiting", "Not due yet"),
    Standing.KEPT: ("done", "Kept"),
    Standing.KEPT_LATE: ("done", "Kept, late"),
    Standing.CHANGED_TO_NO: ("no", "We said no"),
}
"""Standing -> (a key of STATES, what the icon means)."""


def short(line: PromiseLine) -> ListRow:
    """Return the row of Home: what was promised, by when, and how it goes."""
    return _row(line, [])


def whole(line: PromiseLine) -> ListRow:
    """Return the row of the list of all promises: also who has it and which session it was made in."""
    who = [f"{line.who} has it"] if line.who else ["Nobody named has it"] if not line.finished else []
    return _row(line, [*who, f"{line.session_title}, {dates.plain(line.session_date)}"])


def tally(lines: Sequence[PromiseLine]) -> str:
    """Return "2 of 7 kept, 1 of them late"; "" without promises."""
    if not lines:
        return ""
    late = sum(p.standing is Standing.KEPT_LATE for p in lines)
    kept = sum(p.standing is Standing.KEPT for p in lines) + late
    return f"{kept} of {len(lines)} kept" + (f", {late} of them late" if late else "")


def _row(line: PromiseLine, more: Sequence[str]) -> ListRow:
    state, words = STATE_OF[line.standing]
    said = [_due(line), f"{line.state.rstrip('.')}."]
    detail = " ".join(part for part in said if part)
    return ListRow(line.id, line.what, "\n".join([detail, *([" · ".join(more)] if more else [])]), state, words)


def _due(line: PromiseLine) -> str:
    if line.due is None:
        return ""
    if line.standing is Standing.OVERDUE:
        return f"Was due {dates.plain(line.due)}."
    return f"Due {dates.plain(line.due)}." if line.standing is Standing.NOT_DUE else ""
