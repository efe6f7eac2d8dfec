"""How many there are of something, in words that fit: "1 thing", "3 things", "2,000 things"."""

from __future__ import annotations


def counted(n: int, one: str, several: str | None = None) -> str:
    """Return a number and what it counts: `one` of them, or `several`, which without being said ends in an s."""
    return f"1 {one}" if n == 1 else f"{n:,} {several or f'{one}s'}"
