"""How holds are spoken of."""

from __future__ import annotations

from coprod_desktop.domain import dates
from coprod_desktop.services.holds import Hold, Scope


def what(hold: Hold) -> str:
    """Return what a hold keeps."""
    if hold.scope is Scope.WORKSPACE:
        return "Everything in this workspace"
    kind = "Session" if hold.scope is Scope.SESSION else "Person"
    return f"{kind}: {hold.name or 'no longer here'}"


def until(hold: Hold) -> str:
    """Return until when it stands."""
    return f"until {dates.plain(hold.until)}" if hold.until else "until somebody ends it"


def why(hold: Hold) -> str:
    """Return why something is held, for who wants to take it out."""
    return f"Held {until(hold)}. {hold.why}; asked for by {hold.who}."
