"""How backups are spoken of: in the question before a strike, in lists, and at the foot of the window."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence

from coprod_desktop.domain import dates
from coprod_desktop.domain.counted import counted
from coprod_desktop.services.backups import Holding

DAYS_NAMED = 4
"""Days that are each named; of more, the first and the last."""


def still_hold(copies: Sequence[Holding], unseen: str | None) -> str:
    """Say which backups still hold a line, and when the last of them goes. `unseen`: a second place that is not there."""
    said = []
    for second in (False, True):
        for until in sorted({copy.until for copy in copies if copy.second is second}):
            days = Counter(copy.made for copy in copies if copy.second is second and copy.until == until)
            what = counted(days.total(), "copy in the second place", "copies in the second place")
            if not second:
                what = counted(days.total(), "backup")
            verb, go = ("holds", "It goes") if days.total() == 1 else ("hold", "They go")
            said.append(f"{what} still {verb} it, {_of(days)}. {go} by {dates.plain(until)} at the latest.")
    if unseen is not None:
        said.append(f"Copies in {unseen} may hold it too. They go by the same rule when that place is there again.")
    return "\n".join(said)


def _of(days: Counter[datetime.date]) -> str:
    ordered = sorted(days, reverse=True)
    if len(ordered) > DAYS_NAMED:
        return f"from {dates.plain(ordered[-1])} to {dates.plain(ordered[0])}"
    named = [dates.plain(day) + (f" ({days[day]})" if days[day] > 1 and len(days) > 1 else "") for day in ordered]
    return f"from {', '.join(named)}"
