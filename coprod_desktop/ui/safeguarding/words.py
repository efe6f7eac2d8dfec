"""How sealed lines are spoken of: never by their words."""

from __future__ import annotations

from collections.abc import Sequence

from coprod_desktop.domain import dates
from coprod_desktop.services.safeguarding import SealedLine
from coprod_desktop.ui.widgets.rows_list import ListRow

PUT_BACK = "It goes back to where it was: in the list, the search and the papers."


def ring(name: str | None, number: str | None) -> str:
    """Return whom to ring."""
    return f"Ring {name or 'your safeguarding lead'}{f': {number}' if number else ''}."


def row(line: SealedLine) -> ListRow:
    """Return one sealed line as it is listed."""
    since = f"Sealed {dates.short(line.since.date())}, {line.since:%H:%M}"
    if line.passed_on_on is None:
        return ListRow(line.id, since, f"{line.session_title} · not yet passed on", "waiting", "Not yet passed on")
    on = dates.short(line.passed_on_on)
    told = f"{line.session_title} · with {line.passed_on_to} since {on}, reference {line.reference}"
    return ListRow(line.id, since, told, "passed_on", "In the organisation's record")


def waiting(lines: Sequence[SealedLine]) -> tuple[str, str, str]:
    """Return what Home says of them: the state, the words, and what its button says. No words: nothing waits."""
    open_ones = sum(not line.is_passed_on for line in lines)
    if open_ones:
        are = "line is" if open_ones == 1 else "lines are"
        return "danger", f"{open_ones} {are} sealed and not yet passed on", "Look at what is sealed…"
    if lines:
        are = "line is" if len(lines) == 1 else "lines are"
        words = f"{len(lines)} sealed {are} in your organisation's record, and can be taken out"
        return "passed_on", words, "Look at what is sealed…"
    return "info", "", ""
