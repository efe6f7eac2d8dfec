"""How the ground rules are spoken of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def agreed_words(agreed: Mapping[str, Any] | None) -> str:
    """Return "Agreed 10:41 by 16", or "" when they were not."""
    if not agreed:
        return ""
    at, how_many = str(agreed.get("at", "")), agreed.get("by_how_many")
    clock = at.partition("T")[2][:5]
    return " ".join(part for part in ("Agreed", clock, f"by {how_many}" if how_many else "") if part)
