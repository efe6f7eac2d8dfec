"""What is said of the notice: when it was read out, and who came after."""

from __future__ import annotations

from collections.abc import Sequence

from coprod_desktop.domain import dates
from coprod_desktop.domain.record import NoticeGiven
from coprod_desktop.services.notices import NoticeSeen

NOT_YET = "Not read out yet"


def last_read(seen: NoticeSeen) -> tuple[str, str]:
    """Return the state and the words: ("done", "Read out at 10:41, 16 heard it")."""
    if not seen.given:
        return "waiting", NOT_YET
    last = seen.given[-1]
    heard = f", {last.heard_by} heard it" if last.heard_by else ""
    return "done", f"Read out at {last.at}{heard}"


def came_after(names: Sequence[str]) -> str:
    """Return "Jay and Mo came after the notice was read", or ""."""
    if not names:
        return ""
    who = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    return f"{who} came after the notice was read"


def each_time(given: Sequence[NoticeGiven]) -> str:
    """Return when it was read out before, a line each."""
    return "\n".join(f"{dates.plain(g.on)}, {g.at}, {g.when}{_heard(g)}" for g in given)


def _heard(given: NoticeGiven) -> str:
    return f": {given.heard_by} heard it" if given.heard_by else ""
