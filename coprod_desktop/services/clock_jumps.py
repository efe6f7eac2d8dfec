"""A laptop's clock that jumped: told once, and nothing is deleted by what it says.

The order of things never goes by it (store/clock.py). But what waits in the Bin for its days goes by the date.
"""

from __future__ import annotations

import datetime

from coprod_desktop.errors import UserError
from coprod_desktop.services.desk import Desk
from coprod_desktop.store.clock import MS

AHEAD = datetime.timedelta(days=1)
"""By so much what is here may be ahead of the clock: laptops between time zones."""
AWAY = datetime.timedelta(days=60)
"""A laptop may lie in a cupboard longer: then the Bin waits for one more opening."""
_TOLD = "clock told"


def written_last(desk: Desk) -> datetime.datetime | None:
    """Return when something was written before this opening, by the clock of then; None in a new workspace."""
    at = (desk.store.clock_at_opening >> MS) / 1000
    return datetime.datetime.fromtimestamp(at, datetime.UTC).astimezone() if at else None


def has_jumped(desk: Desk) -> bool:
    """Tell whether the clock may be wrong, or was: nothing is deleted by the date then."""
    last = written_last(desk)
    return last is not None and not last - AHEAD <= desk.now() <= last + AWAY


def news(desk: Desk) -> UserError | None:
    """Return what to say of a clock that is behind what is here; once for each jump."""
    last = written_last(desk)
    if last is None or desk.now() >= last - AHEAD:
        return None
    if desk.store.remembered(_TOLD) == last.date().isoformat():
        return None
    desk.store.remember(**{_TOLD: last.date().isoformat()})
    return UserError(
        f"Something here was saved on {_day(last)}, and this computer says that today is {_day(desk.now())}.",
        "One of the two clocks was wrong. Nothing is lost, and new lines still come after older ones. Check the date "
        "of this computer.",
    )


def _day(at: datetime.datetime) -> str:
    return f"{at.day} {at:%B %Y}"
