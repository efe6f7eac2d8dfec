"""Row ids. Most are UUIDv7 (RFC 9562) as text, so that rows made later sort later; some are made from what they join."""

from __future__ import annotations

import hashlib
import re
import secrets
import threading
import time
from collections.abc import Iterator
from typing import TypeGuard

_SHAPE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_CHANCE = 74
"""Bits of a new id that are not time."""


def _in_order() -> Iterator[int]:
    """Yield milliseconds, then chance, as numbers of which each is greater than the one before."""
    last = 0
    while True:
        now = time.time_ns() // 1_000_000
        later = last + 1 + secrets.randbits(_CHANCE - 6)
        last = later if now <= last >> _CHANCE else now << _CHANCE | secrets.randbits(_CHANCE)
        yield last


_numbers = _in_order()
_one_by_one = threading.Lock()


def new_id() -> str:
    """Return a new UUIDv7 as 36 characters. It sorts after every one this process made before.

    So also within one millisecond, and when the clock is put back (RFC 9562, 6.2, method 2): what was said second
    is never told as said first.
    """
    with _one_by_one:
        made = next(_numbers)
    timed, chance = made >> 62, made & (1 << 62) - 1
    return _as_text((timed >> 12) << 80 | 0x7 << 76 | (timed & 0xFFF) << 64 | 0b10 << 62 | chance)


def made_id(*parts: str) -> str:
    """Return the id (UUIDv8) that every laptop makes from these parts: a pair, a singleton, a row without an id.

    The same parts give the same id, so that bringing a file in twice, or on two laptops, makes one row.
    """
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).digest()
    bits = int.from_bytes(digest[:16], "big")
    bits = bits & ~(0xF << 76) | 0x8 << 76
    return _as_text(bits & ~(0b11 << 62) | 0b10 << 62)


def is_id(text: object) -> TypeGuard[str]:
    """Tell whether this has the shape of an id of ours."""
    return isinstance(text, str) and _SHAPE.fullmatch(text) is not None


def is_made_here(id_: str) -> bool:
    """Tell whether an id was made for a new row (UUIDv7), so that sorting by it sorts by time; else from its parts."""
    return id_[14] == "7"


def _as_text(bits: int) -> str:
    text = f"{bits:032x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
