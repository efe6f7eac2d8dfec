"""A hybrid logical clock: laptop clocks are wrong, so a row's clock never goes back.

One integer: milliseconds since 1970 shifted left by 16, plus a counter. (Kulkarni and others, 2014.)
"""

from __future__ import annotations


def tick(last: int, wall_ms: int) -> int:
    """Return the next clock value after `last` at the wall clock `wall_ms`."""
    return max(last + 1, wall_ms << 16)
