"""Session files as they were before rows had uids, to compare with what went in."""

from __future__ import annotations

from typing import Any

_BETWEEN_LAPTOPS = {"uid", "ground_rule_uids", "permissions", "revisions", "gone", "sealed", "tellings"}


def without_uids(data: Any) -> Any:
    """Return a session's JSON without the ids of its rows and without what goes between laptops."""
    if isinstance(data, dict):
        return {key: without_uids(part) for key, part in data.items() if key not in _BETWEEN_LAPTOPS}
    return [without_uids(part) for part in data] if isinstance(data, list) else data
