"""Row ids. Most are UUIDv7 (RFC 9562) as text, so that rows made later sort later; some are made from what they join."""

from __future__ import annotations

import hashlib
import re
import secrets
import time
from typing import TypeGuard

_SHAPE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def new_id() -> str:
    """Return a new UUIDv7 as 36 characters."""
    ms = time.time_ns() // 1_000_000
    bits = ms << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0b10 << 62 | secrets.randbits(62)
    return _as_text(bits)


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
