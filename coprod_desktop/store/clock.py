"""A hybrid logical clock: laptop clocks are wrong, so a row's clock never goes back.

One integer: milliseconds since 1970 shifted left by 16, plus a counter. (Kulkarni and others, 2014.)
"""

from __future__ import annotations

import datetime

MS = 16
"""How far milliseconds stand from the counter."""


def at(iso: str) -> int:
    """Return what the clock had reached at a moment at least, however far it was ahead of the wall by then."""
    return int(datetime.datetime.fromisoformat(iso).timestamp() * 1000) << MS


def tick(last: int, wall_ms: int) -> int:
    """Return the next clock value after `last` at the wall clock `wall_ms`."""
    return max(last + 1, wall_ms << MS)
