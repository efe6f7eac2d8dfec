"""How a promise is put in a list, and how all of them stand in one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from coprod_desktop.domain import dates
from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.counted import counted
from coprod_desktop.domain.promises import KEPT, OPEN, Standing
from coprod_desktop.services.promises import PromiseLine, Tally
from coprod_desktop.ui.base.context import Context
from coprod_desktop.ui.widgets.rows_list import ListRow

_STATE_OF = {
    Standing.OVERDUE: ("late", "Late"),
    Standing.NOT_DUE: ("waiting", "Not due yet"),
    Standing.KEPT: ("done", "Kept"),
    Standing.KEPT_LATE: ("done", "Kept, late"),
    Standing.CHANGED_TO_NO: ("no", "We said no"),
}
_NO = ("no", "We said no")


def state_of(line: PromiseLine) -> tuple[str, str]:
    """Return (a key of STATES, what the icon means) of where a promise, or a no from the beginning, stands."""
    return _STATE_OF[line.standing] if line.standing else _NO


def made_in(line: PromiseLine) -> str:
    """Return the session a promise was made in; of one of which only later papers are here, that."""
    if line.session_date is None and line.group is not None:
        return line.session_title
    if line.session_date is None:
        return "From an earlier paper. Its session is not here"
    return f"{line.session_title}, {dates.plain(line.session_date)}"


def short(line: PromiseLine) -> ListRow:
    """Return the row of Home: what was promised, by when, and how it goes."""
    return _row(line, [])


def whole(line: PromiseLine) -> ListRow:
    """Return the row of the list of all promises: also who has it and which session it was made in."""
    who = [f"{line.who} has it"] if line.who else ["Nobody named has it"] if not line.finished else []
    return _row(line, [*who, made_in(line)])


def follow_up(context: Context, line: PromiseLine) -> None:
    """Open where a promise is followed up: its session, or its group where it was made in none."""
    if line.session or line.group is None:
        context.open_page("follow_up", line.session)
    else:
        context.open_page("groups", None, Ref("work_group", line.group))


def tally(kept: Tally) -> str:
    """Return "3 kept, 1 late, 2 not due yet, 1 changed to no", each where there are any; "" without promises.

    Promises that are not due count neither for nor against what was kept.
    """
    done, no = (sum(kept.ended.get(s, 0) for s in some) for some in (KEPT, (Standing.CHANGED_TO_NO,)))
    counts = ((done, "kept"), (kept.late, "late"), (kept.due, "not due yet"), (no, "changed to no"))
    return ", ".join(f"{n} {words}" for n, words in counts if n)


def tally_of(lines: Sequence[PromiseLine]) -> str:
    """Return the same of these promises."""
    stands = Counter(line.standing for line in lines)
    ended = {standing.value: n for standing, n in stands.items() if standing and standing not in OPEN}
    return tally(Tally(stands[Standing.OVERDUE], stands[Standing.NOT_DUE], ended))


def waiting(lines: Sequence[PromiseLine]) -> tuple[str, str, str]:
    """Return what a session opens on: (a key of STATES, what was promised before and is open, what the button says)."""
    if not lines:
        return "waiting", "", ""
    late = sum(line.late for line in lines)
    many = counted(len(lines), "promise made before is", "promises made before are")
    of_them = {0: "", len(lines): ", and late"}.get(late, f", {late} of them late")
    return "late" if late else "waiting", f"{many} open{of_them}: say how they go", "Look at them on Follow up"


def _row(line: PromiseLine, more: Sequence[str]) -> ListRow:
    state, words = state_of(line)
    said = [_due(line), f"{line.state.rstrip('.')}."]
    detail = " ".join(part for part in said if part)
    return ListRow(line.id, line.what, "\n".join([detail, *([" · ".join(more)] if more else [])]), state, words)


def _due(line: PromiseLine) -> str:
    if line.due is None:
        return ""
    if line.tells:  # past that day the state says so
        return f"We tell you by {dates.plain(line.due)}." if line.standing is Standing.NOT_DUE else ""
    if line.standing is Standing.OVERDUE:
        return f"Was due {dates.plain(line.due)}."
    return f"Due {dates.plain(line.due)}." if line.standing is Standing.NOT_DUE else ""
