"""How what waits in the bank of people is put into words."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from coprod_desktop.domain import dates
from coprod_desktop.domain.counted import counted
from coprod_desktop.services.bank import Due


def to_review(found: Sequence[Due], today: datetime.date) -> tuple[str, str, str]:
    """Return what Home says of people who are to be asked again; no words: nobody is. It names nobody."""
    if not found:
        return "info", "", ""
    many = counted(len(found), "person in the bank is", "people in the bank are")
    since = found[0].on
    day = "from today" if since == today else f"the first of them since {dates.in_year(since, today)}"
    return "waiting", f"{many} to be asked again, {day}.", "See who"
