"""Promises of every session and where each stands today: what Follow up, Promises and Home show."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from coprod_desktop.domain.record import Update


@dataclass(frozen=True, kw_only=True)
class PromiseLine:
    """One promise in a list. `state` is its word as of today, by the rules of domain.promises."""

    noun: str
    """"point" or "earlier_promise"."""
    id: str
    session: str
    session_title: str
    session_date: datetime.date
    you_said: str
    """"" for a promise from an earlier paper."""
    what: str
    who: str | None
    due: datetime.date | None
    state: str
    late: bool
    """Past its date and neither kept nor turned into a no."""
    finished: bool
    """Kept, or turned into a no: nothing more is awaited."""
    days_late: int
    last_update: datetime.date | None
    days_without_news: int | None
    """Since the last update, or None when none is awaited."""
    updates: tuple[Update, ...] = ()
    """Dated lines on a point, oldest first."""
