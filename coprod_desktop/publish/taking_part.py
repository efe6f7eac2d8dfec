"""What papers tell of who could take part in a session and how: kept apart from its words, like all that is public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coprod_desktop.publish.public_text import PublicText


@dataclass(frozen=True, kw_only=True)
class PublicTakingPart:
    """Of one session. What nobody wrote down is None, or empty."""

    days: tuple[date, ...] = ()
    """All its days, where there are several."""
    ways: tuple[PublicText, ...] = ()
    strands: tuple[PublicText, ...] = ()
    senior_listener: PublicText | None = None
    for_whom: PublicText | None = None
    host: PublicText | None = None
    """Which partner organisation hosts it, and which wrote it up."""
    wrote_it: PublicText | None = None
    could_not_come: PublicText | None = None
    shuts_out: PublicText | None = None
    why_method: PublicText | None = None
    travel_note: PublicText | None = None
    print_note: PublicText | None = None
    learnt: PublicText | None = None
    series: PublicText | None = None
    """"Workshops, number 3"."""
    otherwise: PublicText | None = None
    """"Moved from 3 March 2026: the hall was flooded", "Cancelled: snow"; None for one that is held as planned."""
    cancelled: bool = False
