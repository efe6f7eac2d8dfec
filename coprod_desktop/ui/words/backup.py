"""How backups are spoken of: in the question before a strike, in lists, and at the foot of the window."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from coprod_desktop.domain import dates
from coprod_desktop.domain.counted import counted
from coprod_desktop.services.backups import Holding, SecondPlace, Standing

DAYS_NAMED = 4
"""Days that are each named; of more, the first and the last."""


def still_hold(copies: Sequence[Holding]) -> str:
    """Say which backups still hold a line, and when the last of them goes."""
    said = []
    for second in (False, True):
        for until in sorted({copy.until for copy in copies if copy.second is second}):
            days = Counter(copy.made for copy in copies if copy.second is second and copy.until == until)
            what = counted(days.total(), "copy in the second place", "copies in the second place")
            if not second:
                what = counted(days.total(), "backup")
            verb, go = ("holds", "It goes") if days.total() == 1 else ("hold", "They go")
            said.append(f"{what} still {verb} it, {_of(days)}. {go} by {dates.plain(until)} at the latest.")
    return "\n".join(said)


def _of(days: Counter[datetime.date]) -> str:
    ordered = sorted(days, reverse=True)
    if len(ordered) > DAYS_NAMED:
        return f"from {dates.plain(ordered[-1])} to {dates.plain(ordered[0])}"
    named = [dates.plain(day) + (f" ({days[day]})" if days[day] > 1 and len(days) > 1 else "") for day in ordered]
    return f"from {', '.join(named)}"


# ---- the foot of the window, and the second place

LONG_AGO, LONG_AGO_SECOND = datetime.timedelta(minutes=30), datetime.timedelta(days=7)
"""How long something may be in no backup, and how long ago the last copy outside this laptop may be."""
WHERE = "Where should a second copy be kept?"
SAME_DISK = "That is on the disk of this laptop, and would be lost with it."
OFFER = "Everything is on this laptop only."
OFFER_MORE = "A stick or an office drive can keep a second copy, locked like this one. You are asked this once."


class Strip(NamedTuple):
    """What the foot of the window says. `short` is what presses most, for where there is no room for all of it."""

    state: str
    words: str
    """"" while nothing is written."""
    more: str = ""
    short: str = ""


def strip(standing: Standing, changed_at: datetime.datetime | None, now: datetime.datetime) -> Strip:
    """Return what to say of how things stand."""
    if standing.last is None and standing.wrong is None and changed_at is None:
        return Strip("info", "")
    second = standing.second
    first = f"Backup {_when(standing.last, now)}" if standing.last else "No backup yet"
    waits = changed_at is not None and now - changed_at > LONG_AGO
    late = standing.last is None or second is None or second.at is None or now - second.at > LONG_AGO_SECOND
    late = late or (second is not None and second.same_disk)
    if second is None:
        besides = "no second place"
    elif second.same_disk:
        besides = "second copy on the same disk"
    else:
        besides = f"second copy {_when(second.at, now)}" if second.at else "no second copy yet"
    more = [
        standing.wrong or "",
        "What you wrote since is saved, but in no backup yet." if waits else "",
        _about(second),
        standing.no_code or "",
    ]
    state = "danger" if standing.wrong else "look" if waits or late or standing.no_code else "done"
    code = ["no recovery code"] if standing.no_code else []
    if standing.wrong or waits or standing.last is None or not (late or code):
        short = first
    else:
        short = (code or [besides])[0].capitalize()
    return Strip(state, ", ".join([first, besides, *code]), " ".join(one for one in more if one), short)


def _about(second: SecondPlace | None) -> str:
    if second is None:
        return "A stick or an office drive can keep a second copy: Settings, Backups."
    if second.wrong:
        return f"The second place: {second.wrong}"
    if second.same_disk:
        return f"{second.place}: {SAME_DISK[:1].lower()}{SAME_DISK[1:]}"
    return "" if second.there else f"{second.place} is not there now. It gets its copy when it is."


def put_there(standing: Standing) -> tuple[str, str, str]:
    """Say that a second place was chosen, and whether a copy is in it by now."""
    second = standing.second
    if second is None or second.at is None:
        wrong = second.wrong if second is not None else None
        return "The place is kept in mind.", wrong or "The next backup is copied there.", "look" if wrong else "done"
    if second.same_disk:
        return f"A second copy is in {second.place} now.", f"{SAME_DISK} A stick is safer.", "look"
    return f"A second copy is in {second.place} now.", "It gets each backup that is made while it is there.", "done"


def _when(at: datetime.datetime | None, now: datetime.datetime) -> str:
    if at is None:
        return ""
    local = at.astimezone(now.tzinfo)
    return f"{local:%H:%M}" if local.date() == now.date() else dates.short(local.date())


# ---- the card in Settings

CHOSEN = "Each backup is copied there from now on, while that place is there."
STOPPED = "Nothing more is copied there. What is there stays."
MADE = "A backup was made, and looked through."


def second_place(second: SecondPlace | None) -> tuple[str, str]:
    """Return state and words for the second place: where it is, when it was last there."""
    if second is None:
        return "look", "All backups are on this laptop only. A stick or an office drive can keep a second copy."
    if second.wrong:
        return "danger", f"In {second.place}. {second.wrong}"
    last = f"the last copy is of {dates.plain(second.at.date())}, {second.at:%H:%M}" if second.at else "no copy yet"
    if not second.there:
        return "look", f"In {second.place}, which is not there now; {last}."
    if second.same_disk:
        return "look", f"In {second.place}; {last}. {SAME_DISK}"
    return "done", f"In {second.place}; {last}."
