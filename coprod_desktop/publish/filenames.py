"""Names of the files we make: date, kind and a short id, never a title or a name (design rule 5)."""

from __future__ import annotations

import hashlib
import re
from datetime import date

YOU_SAID_WE_WILL = "you-said-we-will"
_SAFE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def file_name(day: date, session: str, ending: str, kind: str = YOU_SAID_WE_WILL, *, private: bool = False) -> str:
    """Return "2026-09-17-you-said-we-will-3fa9c1.pdf" for a session's id; own records say "private" in it."""
    for part in (kind, ending):
        if not _SAFE.fullmatch(part):
            raise ValueError(f"not for a file name: {part!r}")
    return f"{day.isoformat()}-{'private-' if private else ''}{kind}-{short_id(session)}.{ending}"


def short_id(session: str) -> str:
    """Return six characters that stay the same for a session and tell nothing about it."""
    return hashlib.sha256(session.encode("utf-8", "surrogatepass")).hexdigest()[:6]
